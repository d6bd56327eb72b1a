# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling by the English dictionary, of terms marked as English."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.checks.rule import Violation
from jvom.checks.rules.spelling.dictionary import Missing, english, is_english
from jvom.checks.rules.spelling.edits import nearest
from jvom.checks.rules.spelling.meant_words import MOST_SUGGESTIONS
from jvom.checks.rules.spelling.spell_checker import SpellChecker
from jvom.checks.rules.spelling.spelled_words import is_abbreviation
from jvom.checks.views import Texts
from jvom.messages import Message, msg


def english_misspellings(texts: Texts) -> Iterator[Violation]:
    """Yield the words in English terms that are not in the English dictionary."""
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
                suggestions = _one_slip_away(word.lower()) if suggested <= MOST_SUGGESTIONS else ()
                if suggestions or (mostly_english and word.islower()):
                    yield Violation(
                        passage.span(at, at + len(word)),
                        msg("het Engelse woordenboek kent «{word}» niet", word=word),
                        _advice(suggestions),
                    )


def _one_slip_away(word: str) -> tuple[str, ...]:
    return english().first_known(str.islower, *nearest(word))


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
