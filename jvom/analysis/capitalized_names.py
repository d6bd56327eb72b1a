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
#: The words of a name have fewer words than this between them.
_MOST_BETWEEN = 4
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
    places = (place_of(passage, first, last) for first, last in _rows_of_capitals(passage))
    return tuple(place for place in places if place.is_typed)


def _rows_of_capitals(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of the longest rows of capitalized words, which small words may join."""
    changes, opening, lowered = _language_changes(passage), word_class("opening"), passage.lowered_words
    first = last = -_MOST_BETWEEN
    for number in passage.capitalized_words:
        if number - last < _MOST_BETWEEN and _continues(passage, last, number, changes):
            last = number
            continue
        if 0 < last - first < _MOST_WORDS:
            yield first, last
        first = last = number if lowered[number] not in opening else -_MOST_BETWEEN
    if 0 < last - first < _MOST_WORDS:
        yield first, last


def _continues(passage: Passage, left: int, right: int, changes: frozenset[int]) -> bool:
    """Tell whether a name continues after a space or small words: "of the" can be in it, "and the" can't."""
    words, small = passage.words, passage.lowered_words[left + 1 : right]
    if words[left][1] in changes or words[right][0] in changes:
        return False
    if len(small) > 1 and small[0] not in _BEFORE_ARTICLE:
        return False
    for one, other in pairwise(words[left : right + 1]):
        if passage.text[one[1] : other[0]] not in (" ", "\n"):
            return False
    return not small or word_class("joining").issuperset(small)


def _language_changes(passage: Passage) -> frozenset[int]:
    """Return the offsets where the language changes, which ends a name."""
    return frozenset(
        right.start
        for left, right in pairwise(passage.segments)
        if left.style.language != right.style.language
    )
