# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling by the Dutch dictionary, and by the English one for terms marked as English."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import replace
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.spelling.dictionary import (
    INSTALL,
    Missing,
    dutch,
    english,
    is_english,
    simple_edits,
)
from jvom.checks.rules.spelling.name_guesses import guesses
from jvom.checks.rules.spelling.spell_checker import (
    MOST_SUGGESTIONS,
    SIMILAR,
    SpellChecker,
    Token,
    is_abbreviation,
)
from jvom.checks.views import Texts
from jvom.dutch.typos import typo
from jvom.findings import Severity
from jvom.messages import Message, msg


@rule("SPL001", WARNING, Scope.TEXTS, fixable=True)
def unknown_word(texts: Texts) -> Iterator[Violation]:
    """A word is not in the dictionary."""
    try:
        spelling = texts.memo(SpellChecker)
    except Missing:
        return
    for text, tokens in spelling.unknown.items():
        if (text[0].isupper() or _is_arabic(text)) and not all(token.begins_sentence for token in tokens):
            yield from _check_name(spelling, text, tokens)
            continue
        if text.islower() and is_english(text):
            yield from _violations(text, tokens, (), msg("is het Engels, zet er dan sterretjes om"), INFO)
        else:
            file = tokens[0].passage.whole.path
            suggestions = spelling.suggest(text, file)
            if not text.istitle() or _is_typo(spelling, text, suggestions):
                severity = INFO if spelling.may_be_right(text, file, suggestions, len(tokens)) else None
                yield from _violations(text, tokens, suggestions, severity=severity)


def _is_arabic(text: str) -> bool:
    """Tell whether a word is a name with its Arabic article: al-Sudani, ash-Shabaab."""
    article, _, name = text.partition("-")
    return name[:1].isupper() and article in word_class("arabic_article")


def _violations(
    text: str,
    tokens: list[Token],
    suggestions: tuple[str, ...],
    advice: Message | None = None,
    severity: Severity | None = None,
) -> Iterator[Violation]:
    if suggestions:
        advice = msg("bedoeld is misschien «{words}»", words="», «".join(suggestions[:3]))
    elif advice is None:
        advice = msg("zet het onder spelling in content/jvom.yml als het goed is")
    for token in tokens:
        fix = None
        if len(suggestions) == 1:
            fix = replace(token.passage, token.start, token.end, suggestions[0], safe=False)
        yield Violation(
            token.passage.span(token.start, token.end),
            msg("het woordenboek kent «{word}» niet", word=text),
            advice,
            fix,
            severity=severity,
        )


#: Names are rarely longer than the first, and below the second too many words are similar.
_LONG_NAME, _SHORT_NAME = 12, 7
_SHORTEST_NAME = 6


def _is_typo(spelling: SpellChecker, text: str, suggestions: tuple[str, ...]) -> bool:
    """Tell whether a word that only begins sentences is an ordinary word with a typo, and not a name."""
    if len(text) >= _LONG_NAME and suggestions:
        return True
    similar = [
        word.lower()
        for word in suggestions
        if typo(text.lower(), word.lower()) in SIMILAR and spelling.dictionary.has(word.lower())
    ]
    return bool(similar) and (len(text) >= _SHORT_NAME or any(word in spelling.tokens for word in similar))


def _check_name(spelling: SpellChecker, text: str, tokens: list[Token]) -> Iterator[Violation]:
    """Report a name that occurs once and is similar to another name in the texts or the dictionary."""
    similar = spelling.similar_names(text) if len(text) >= _SHORTEST_NAME else []
    if not similar and len(text) >= _SHORTEST_NAME:
        similar = [
            name for name in simple_edits(text) if name[0] == text[0] and _is_only_name(name, spelling)
        ]
    similar = similar or guesses(spelling, text, tokens)
    # Arabic names are written with and without a final h: Manama, Manamah.
    similar = [name for name in similar if name.removesuffix("h") != text.removesuffix("h")]
    if similar and not is_english(text):
        yield from _violations(text, tokens, tuple(similar))


def _is_only_name(word: str, spelling: SpellChecker) -> bool:
    """Tell whether the dictionary has a word only as a name: "Lodewijk", not "Borrel"."""
    return spelling.dictionary.has(word) and not spelling.dictionary.has(word.lower())


@rule("SPL002", WARNING, Scope.TEXTS)
def unknown_foreign_word(texts: Texts) -> Iterator[Violation]:
    """A word in an English term is not in the English dictionary."""
    try:
        spelling = texts.memo(SpellChecker)
    except Missing:
        return
    known, dictionary = spelling.names, spelling.dictionary
    suggested = 0
    house = {word.lower() for word in texts.settings.spelling}
    for passage in texts.passages:
        for start, end in _english_terms(passage):
            typed = [(at, passage.text[at:last]) for at, last in passage.words if start <= at and last <= end]
            words = [
                (at, word)
                for at, word in typed
                if len(word) > 3 and word.isalpha() and not is_abbreviation(word) and word not in known
            ]
            wrong = [
                (at, word)
                for at, word in words
                if not dictionary.has(word)
                and word.lower() not in house
                and not is_english(word)
                and not is_english(word.lower())
            ]
            # A term of mostly unknown words isn't English; the rules for foreign words report it.
            mostly_english = len(wrong) * 2 < len(words)
            for at, word in wrong:
                suggested += 1
                found = english().suggest(word.lower()) if suggested <= MOST_SUGGESTIONS else ()
                suggestions = tuple(each for each in found if each.islower())
                if suggestions or (mostly_english and word.islower()):
                    yield Violation(
                        passage.span(at, at + len(word)),
                        msg("het Engelse woordenboek kent «{word}» niet", word=word),
                        _advice(suggestions),
                    )


def _english_terms(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each term marked as English, which may continue on the next line."""
    start = end = -1
    for part in passage.segments:
        if not part.style.language.startswith("en"):
            continue
        if part.start != end:
            if end > start:
                yield start, end
            start = part.start
        end = part.end
    if end > start:
        yield start, end


def _advice(suggestions: tuple[str, ...]) -> Message:
    if suggestions:
        return msg("bedoeld is misschien «{words}»", words="», «".join(suggestions[:3]))
    return msg("geef de term de goede taal, of zet het woord onder spelling in content/jvom.yml")


@rule("SPL003", INFO, Scope.TEXTS, worst=WARNING)
def no_dictionary(texts: Texts) -> Iterator[Violation]:
    """The spelling has not been checked: Hunspell is missing."""
    try:
        dutch(texts.settings.dictionary)
    except Missing as missing:
        for text in texts.texts[:1]:
            if missing.file:
                yield Violation(
                    text.whole,
                    msg("de spelling is niet nagelezen: {file} is er niet", file=missing.file),
                    msg("verbeter dictionary in content/jvom.yml, of laat het weg"),
                    severity=WARNING,
                )
            else:
                yield Violation(
                    text.whole,
                    msg("de spelling is niet nagelezen: Hunspell is niet geïnstalleerd"),
                    msg("voer uit: {command}", command=INSTALL),
                )


RULES = (unknown_word, unknown_foreign_word, no_dictionary)
