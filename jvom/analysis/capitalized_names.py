# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of several words, known by their capitals: "Human Rights and Rule of Law Directorate"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

from jvom.analysis.name_spellings import NamePlace, place_of
from jvom.analysis.passages import Passage
from jvom.analysis.word_classes import word_class

#: A longer run of words with capitals is no name; looking for it everywhere would take its length each time.
_MOST_WORDS = 20
_BEFORE_ARTICLE = frozenset("van voor op of in for to on".split())

#: Names by their words in lower case, each with its places in reading order.
Names: TypeAlias = dict[tuple[str, ...], list[NamePlace]]

_KINDS = frozenset(("paragraph", "item", "quote", "footnote", "cell", "caption"))


def is_row(passage: Passage) -> bool:
    """Tell whether a passage is printed in a row of the table of mandates, so is like a cell."""
    return passage.section == "mandates.yml"


def capitalized_names(passages: Iterable[Passage]) -> Names:
    """Return the names of two words or more in passages."""
    names: Names = {}
    for passage in passages:
        if (passage.kind in _KINDS or is_row(passage)) and not passage.text.isupper():
            for place in passage.memo(_typed_names):
                names.setdefault(place.words, []).append(place)
    return names


def _typed_names(passage: Passage) -> tuple[NamePlace, ...]:
    return tuple(
        place
        for place in _find_names(passage)
        if 1 < place.last - place.first + 1 <= _MOST_WORDS and place.is_typed
    )


def _find_names(passage: Passage) -> Iterator[NamePlace]:
    """Yield the longest runs of capitalized words, which small words may join."""
    changes, opening = _language_changes(passage), word_class("opening")
    first = last = -1
    for number in passage.capitalized_words:
        if last >= 0 and not _continues(passage, last, number, changes):
            yield place_of(passage, first, last)
            last = -1
        if last >= 0 or passage.lowered_words[number] not in opening:
            first, last = (first if last >= 0 else number), number
    if last >= 0:
        yield place_of(passage, first, last)


def _continues(passage: Passage, left: int, right: int, changes: frozenset[int]) -> bool:
    """Tell whether a name continues after a space or small words: "of the" can be in it, "and the" can't."""
    words = passage.words
    if right - left > 3 or not changes.isdisjoint((words[left][1], words[right][0])):
        return False
    gaps = pairwise(words[left : right + 1])
    if any(passage.text[one[1] : other[0]] not in (" ", "\n") for one, other in gaps):
        return False
    small = passage.lowered_words[left + 1 : right]
    return word_class("joining").issuperset(small) and (len(small) < 2 or small[0] in _BEFORE_ARTICLE)


def _language_changes(passage: Passage) -> frozenset[int]:
    """Return the offsets where the language changes, which ends a name."""
    return frozenset(
        right.start
        for left, right in pairwise(passage.segments)
        if left.style.language != right.style.language
    )
