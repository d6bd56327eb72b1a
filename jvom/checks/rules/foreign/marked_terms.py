# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on marked foreign terms: marked everywhere or nowhere, in the right language, without quotes."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import compounds
from jvom.analysis.languages import english, is_in_dutch_dictionary, language_of
from jvom.analysis.marked_terms import MarkedTerm, marked_terms
from jvom.analysis.name_spellings import NamePlace, name_places
from jvom.analysis.spelling_keys import words_of
from jvom.checks.glossaries import spelling_groups, without_remark
from jvom.checks.groups import by_key
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.foreign.term_marks import (
    LANGUAGES,
    is_plain_dutch,
    mark_fix,
    marked_terms_by_part,
)
from jvom.checks.views import DossierView, Texts, TextView

_SHORTEST_WORD = 5


@rule("ITA001", WARNING, Scope.TEXTS, fixable=True)
def term_marked_here_only(texts: Texts) -> Iterator[Violation]:
    """A foreign term is not in italics here, but is elsewhere."""
    loose = not isinstance(texts, DossierView)
    for passages, found in zip(texts.memo(spelling_groups), texts.memo(marked_terms_by_part), strict=True):
        own_passages = {id(passage) for passage in passages}
        terms = by_key(
            (term.words, term)
            for term in found
            if _needs_mark(term) and not (loose and language_of(term.words) in ("", "nl"))
        )
        for words in sorted(terms, key=lambda words: (-len(" ".join(words)), words)):
            unmarked = [
                place
                for place in name_places(texts, " ".join(words), plural=True)
                if id(place.passage) in own_passages and is_plain_dutch(place)
            ]
            if len(unmarked) <= 2 * len(terms[words]):
                yield from _missing_marks(unmarked, terms[words][0])
            else:
                for term in terms[words]:
                    yield violation(term.span, "marked-here", found=term.shown, related=unmarked[0].span)


def _needs_mark(term: MarkedTerm) -> bool:
    words = term.words
    if not words or term.text.isupper() or "".join(words).isdigit() or language_of(words) == "nl":
        return False
    return len(words) > 1 or (len(words[0]) > 3 and not is_in_dutch_dictionary(words[0]))


def _missing_marks(places: list[NamePlace], term: MarkedTerm) -> Iterator[Violation]:
    for place in places:
        fix = mark_fix(place, term.language)
        yield violation(place.span, "unmarked-here", found=place.shown, related=term.span, fix=fix)


_WORDINGS = {"nl": "is-dutch", "en": "is-english"}


@rule("ITA003", WARNING, Scope.TEXTS)
def term_language(texts: Texts) -> Iterator[Violation]:
    """A term is marked with the wrong language."""
    loose = not isinstance(texts, DossierView)
    if isinstance(texts, DossierView):
        yield from _wrong_glossary_languages(texts)
    for term in (term for found in texts.memo(marked_terms_by_part) for term in found):
        marked_as = term.language.partition("-")[0].lower()
        language = language_of(term.words)
        if not language and marked_as != "nl" and _is_dutch_word(term.words):
            yield violation(term.span, "dutch", found=term.shown, severity=INFO)
        elif language and language != marked_as and marked_as in LANGUAGES:
            yield violation(
                term.span,
                _WORDINGS.get(language, "is-other"),
                found=term.shown,
                language=LANGUAGES[language],
                code=language,
                marked=LANGUAGES[marked_as],
                # A name in italics, outside a dossier, may be emphasized.
                severity=INFO if loose and (language == "nl" or term.text.istitle()) else None,
            )


def _wrong_glossary_languages(dossier: DossierView) -> Iterator[Violation]:
    """Yield the glossary entries whose expansion is not in the language that they name."""
    for entry in dossier.dossier.glossary.abbreviations:
        expansion = without_remark(entry.expansion)
        language, marked_as = language_of(words_of(expansion)), entry.language.partition("-")[0]
        if language and language != marked_as and marked_as in LANGUAGES and len(words_of(expansion)) > 1:
            right, marked, span = LANGUAGES[language], LANGUAGES[marked_as], entry.at.value("language")
            yield violation(span, "in-list", found=expansion, language=right, marked=marked)


def _is_dutch_word(words: tuple[str, ...]) -> bool:
    """Tell whether a term is a word in the Dutch dictionary, or a compound of two such words."""
    if len(words) != 1 or len(words[0]) < _SHORTEST_WORD:
        return False
    is_long = len(words[0]) > 2 * _SHORTEST_WORD
    return is_in_dutch_dictionary(words[0]) or (
        is_long and compounds().is_noun(words[0]) and words[0] not in english()
    )


_OPENING, _CLOSING = frozenset("\"“„‘'«"), frozenset("\"”“’'»")


@rule("ITA004", WARNING, Scope.FRAGMENT, loose=INFO)
def marked_twice(text: TextView) -> Iterator[Violation]:
    """A term is in italics and between quotation marks too."""
    for term in marked_terms(text.passages):
        if _is_quoted(term.text[:1], term.text[-1:]) or _is_quoted(
            term.passage.text[: term.start][-1:], term.passage.text[term.end :][:1]
        ):
            yield violation(term.span, term=term.shown)


def _is_quoted(before: str, after: str) -> bool:
    return before in _OPENING and after in _CLOSING
