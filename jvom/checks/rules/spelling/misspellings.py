# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling by the Dutch dictionary."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import classes_of
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import INFO, Violation, violation
from jvom.checks.rules.spelling.dictionary import Missing, is_english
from jvom.checks.rules.spelling.edits import simple_edits
from jvom.checks.rules.spelling.meant_words import SIMILAR
from jvom.checks.rules.spelling.name_guesses import similar_names
from jvom.checks.rules.spelling.spell_checker import SpellChecker
from jvom.checks.rules.spelling.spelled_registers import misspelled_in_registers
from jvom.checks.rules.spelling.spelled_words import Token
from jvom.checks.views import DossierView, Texts
from jvom.checks.words.phrases import match_case
from jvom.dutch.typos import typo
from jvom.findings import Severity


def misspellings(texts: Texts) -> Iterator[Violation]:
    """Yield the Dutch words that are not in the dictionary."""
    try:
        spelling = texts.memo(SpellChecker)
    except Missing:
        return
    loose, is_slip = not isinstance(texts, DossierView), spelling.meant.is_evident_slip
    for text, tokens in spelling.unknown.items():
        if (text[0].isupper() or _is_arabic(text)) and not all(token.begins_sentence for token in tokens):
            meant = (
                similar_names(spelling, text, tokens)
                or _behind_name(spelling, text, tokens)
                or _in_data(spelling, text, tokens)
            )
            if meant and not is_english(text):
                yield from _violations(tokens, meant)
            continue
        if text.islower() and is_english(text):
            yield from _violations(tokens, (), "english", INFO)
        else:
            file = tokens[0].passage.whole.path
            suggestions = spelling.meant.suggest(text, file)
            if not text.istitle() or _is_typo(spelling, tokens, suggestions):
                right = is_english(text.lower()) or spelling.meant.may_be_right(
                    text, file, suggestions, _times(tokens)
                )
                right = right or all(map(_is_cited, tokens)) or (loose and not is_slip(text, suggestions))
                severity = INFO if right else None
                yield from _violations(tokens, suggestions, severity=severity)
    yield from misspelled_in_registers(spelling, texts) if isinstance(texts, DossierView) else ()


def _is_cited(token: Token) -> bool:
    """Tell whether a loose text has a word between quotation marks, as a term or motto: "‘gyres’ genoemd"."""
    passage, start, end = token.passage, token.start, token.start + len(token.typed)
    return passage.document == "tekst" and any(
        each.start < start and end < each.end and passage.text.count(" ", each.start, each.end) < _FEW
        for each in passage.quotations
    )


def _times(tokens: list[Token]) -> int:
    """Return how often a word is there beside others: a sentence that was copied repeats its slips."""
    return len({token.beside for token in tokens})


def _behind_name(spelling: SpellChecker, text: str, tokens: list[Token]) -> tuple[str, ...]:
    """Return what an ordinary word behind a name and a hyphen may have been meant as: "VN-waarnemmers"."""
    first, _, last = text.rpartition("-")
    if len(first) < 2 or not last.islower() or len(last) < _SHORT_PART or not spelling.knows_part(first):
        return ()
    file = tokens[0].passage.whole.path
    meant = () if is_english(last) else spelling.meant.suggest(last, file)
    is_right = not meant or spelling.meant.may_be_right(last, file, meant, _times(tokens))
    return () if is_right else tuple(f"{first}-{each}" for each in meant)


def _in_data(spelling: SpellChecker, text: str, tokens: list[Token]) -> tuple[str, ...]:
    """Return what a word with a capital may have been meant as in data, where ordinary words have one."""
    if any(token.passage.kind != "value" for token in tokens):
        return ()
    if len(text) >= _LONG_NAME:
        return spelling.meant.suggest(text, tokens[0].passage.whole.path)
    near = tuple(each.capitalize() for each in simple_edits(text.lower()) if classes_of(each))
    return near if _is_typo(spelling, tokens, near) else ()


def _is_arabic(text: str) -> bool:
    """Tell whether a word is a name with its Arabic article: al-Sudani, ash-Shabaab."""
    article, _, name = text.partition("-")
    return name[:1].isupper() and article in word_class("arabic_article")


def _violations(
    tokens: list[Token],
    suggestions: tuple[str, ...],
    wording: str = "unknown",
    severity: Severity | None = None,
) -> Iterator[Violation]:
    for token in tokens:
        typed, fix = token.typed, None
        better = tuple(match_case(typed, each) for each in suggestions)
        if len(better) == 1:
            fix = replace(token.passage, token.start, token.end, better[0], safe=False)
        yield violation(
            token.passage.span(token.start, token.end),
            "suggested" if better else wording,
            word=typed,
            words="», «".join(better[:3]),
            fix=fix,
            severity=severity,
        )


#: A quotation of fewer spaces is a term or a motto.
_FEW = 5
#: Names are rarely longer than the first, and below the second too many words are similar.
_LONG_NAME, _SHORT_NAME, _SHORT_PART = 12, 7, 5
#: The ends of adjectives of countries, which begin with a capital anyhow: "Nederlandse".
_OF_COUNTRIES = ("landse", "sche", "anse", "ese")


#: Behind a first name that begins a sentence: "Basim Razzo woonde daar".
_CAPITAL = Phrase("{capital}")


def _is_typo(spelling: SpellChecker, tokens: list[Token], suggestions: tuple[str, ...]) -> bool:
    """Tell whether a word that only begins sentences is an ordinary word with a typo, and not a name."""
    text = tokens[0].text
    if len(text) >= _LONG_NAME and suggestions:
        return True
    similar = [
        word.lower()
        for word in suggestions
        if typo(text.lower(), word.lower()) in SIMILAR
        and (spelling.dictionary.has(word.lower()) or word.endswith(_OF_COUNTRIES))
    ]
    if len(text) >= _SHORT_NAME:
        return bool(similar)
    is_named = any(_CAPITAL.match_at(token.passage, token.end) for token in tokens)
    return not is_named and any(word in spelling.tokens for word in similar)
