# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling by the English dictionary, of terms marked as English."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.marked_terms import marked_terms
from jvom.checks.rule import Violation, violation
from jvom.checks.rules.spelling.dictionary import Missing, english, is_english
from jvom.checks.rules.spelling.edits import nearest
from jvom.checks.rules.spelling.meant_words import MOST_SUGGESTIONS
from jvom.checks.rules.spelling.spell_checker import SpellChecker
from jvom.checks.rules.spelling.spelled_words import is_abbreviation
from jvom.checks.views import Texts
from jvom.checks.words.phrases import match_case


def english_misspellings(texts: Texts) -> Iterator[Violation]:
    """Yield the words in English terms that are not in the English dictionary."""
    try:
        spelling = texts.memo(SpellChecker)
    except Missing:
        return
    suggested = 0
    terms = (term for term in marked_terms(texts.passages) if term.language.startswith("en"))
    for term in terms:
        passage = term.passage
        inside = [place for place in passage.words if term.start <= place[0] < term.end]
        typed = [(at, passage.text[at:end]) for at, end in inside]
        words = [(at, word) for at, word in typed if _is_read(word, spelling)]
        wrong = [(at, word) for at, word in words if not _is_known(word, spelling)]
        # A term of mostly unknown words isn't English; the rules for foreign words report it.
        mostly_english = len(wrong) * 2 < len(words)
        for at, word in wrong:
            suggested += 1
            suggestions: tuple[str, ...] = ()
            if suggested <= MOST_SUGGESTIONS:
                suggestions = english().first_known(str.islower, *nearest(word.lower()))
            if suggestions or (mostly_english and word.islower()):
                wording, span = "suggested" if suggestions else "unknown", passage.span(at, at + len(word))
                better = "», «".join(match_case(word, each) for each in suggestions[:3])
                yield violation(span, wording, word=word, words=better)


def _is_read(word: str, spelling: SpellChecker) -> bool:
    return len(word) > 3 and word.isalpha() and not is_abbreviation(word) and word not in spelling.names


def _is_known(word: str, spelling: SpellChecker) -> bool:
    return spelling.dictionary.has(word) or word.lower() in spelling.accepted or is_english(word)
