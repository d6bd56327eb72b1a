# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words in passages whose spelling must agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from jvom.analysis.name_spellings import NamePlace, single_words
from jvom.analysis.passages import Passage
from jvom.analysis.stretches import Found
from jvom.analysis.word_index import WordIndex

#: The places of a word by its forms, as far as it has them, each in reading order.
Forms: TypeAlias = Sequence[Sequence[NamePlace]]


class ComparableWords:
    """Passages whose spelling must agree, and their index; `known` are the letters of names in registers."""

    def __init__(self, index: WordIndex, passages: tuple[Passage, ...], known: frozenset[str]) -> None:
        self.index, self.passages, self.known = index, passages, known
        self._own = set(map(id, passages))

    def places(self, word: str) -> list[NamePlace]:
        """Return the places of a word."""
        return self.comparable(single_words(self.index, word))

    def comparable(self, places: Iterable[Found]) -> list[Found]:
        """Return the places in these passages that were typed, and are in no address or quotation."""
        return [
            place
            for place in places
            if id(place.passage) in self._own
            and place.is_typed
            and not place.is_joined
            and not place.is_quoted
        ]
