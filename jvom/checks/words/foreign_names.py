# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether words are part of a longer foreign name, where they are right as they are: "NATO Mission Iraq"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.words.phrases import Match


def is_in_a_name(match: Match) -> bool:
    """Tell whether a neighbouring capital or foreign function word makes words part of a foreign name."""
    passage, start, end = match.passage, match.start, match.end
    text = passage.text
    if passage.is_quoted(start, end):
        return True
    before = text[max(0, start - 60) : start]
    after = text[end : end + 30]
    previous = before.split()[-2:] if before[-1:].isspace() else []
    following = after.split()[:3] if after[:1].isspace() else []
    capitalized = [*takewhile(lambda word: word[:1].isupper(), following)]
    if any(map(_is_name, capitalized)) or (len(following) > 1 and _joins(following)):
        return True
    if not previous:
        return False
    last = previous[-1].strip("\"'“‘„«(*")
    if last in word_class("in_foreign_name"):
        return True
    if last.lower() == "in" and len(previous) > 1:
        at = text.rindex(previous[0], 0, start)
        return previous[0].strip("\"'“‘„«(*").lower() in word_class("english_body") and passage.is_dutch(
            at, at + 1
        )
    # An abbreviation may open a bracket or a term: "(MCM Black Sea)".
    whole = previous[-1].lstrip("(*") if last.isupper() and len(last) > 2 else previous[-1]
    return (
        last[:1].isupper()
        and last == whole
        and last[-1].isalnum()
        and last not in word_class("before_foreign_name")
        # An abbreviation can begin a name anywhere, also at the start of a sentence: "EUTM Somalia".
        and ((last.isupper() and len(last) > 3) or not _opens(passage, start, last))
    )


#: Words that the lexicon has no class for.
_FUNCTION_WORDS = ("opening", "small_word", "preposition", "away_preposition", "clause_opener", "determiner")


def _is_name(word: str) -> bool:
    """Tell whether a word has a capital and can be English: "Defense", not "NAVO" or "Defensie"."""
    word = word.strip("\"'“”‘’„«»()*,.;:")
    return word[:1].isupper() and word.lower() in word_class("english_body", "of_english_body")


def _joins(following: list[str]) -> bool:
    return following[0] in ("and", "for", "of") and following[1][:1].isupper()


def _opens(passage: Passage, start: int, word: str) -> bool:
    """Tell whether a word opens the sentence and may be Dutch, unlike "Abellio United Kingdom"."""
    first, _ = passage.sentence_at(start)
    is_first = passage.text.startswith(word, first) and start - first <= len(word) + 2
    small = word.lower()
    return is_first and (classes_of(small) != "" or small in word_class(*_FUNCTION_WORDS))
