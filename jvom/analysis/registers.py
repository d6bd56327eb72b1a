# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the house's registers name: missions, places, organisations, persons; and where a text names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

import msgspec

from jvom.dutch.patterns import pattern

RegisteredKind: TypeAlias = Literal["mission", "place", "organisation", "office", "person", "thing"]

_WORD = pattern(r"\w+")
_NO_HYPHEN_BEFORE = frozenset("-‑")
#: What may be between two words of a name, beside what is there in the register.
_GAPS = frozenset((" ", "\n", "\u00a0", "-", "‑", "–"))


class Registered(msgspec.Struct, frozen=True):
    """Something in a register, with its accepted names; its id is its name, but for missions."""

    kind: RegisteredKind
    id: str
    names: tuple[str, ...]


class Mention(msgspec.Struct, frozen=True):
    """Where a text names something that a register has."""

    start: int
    end: int
    registered: Registered

    @property
    def id(self) -> str:
        return self.registered.id


class Register:
    """The names of a house. Capitals do not matter, but for the first letter of a name that has one there."""

    def __init__(self, registered: Iterable[Registered] = ()) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], str, Registered]]] = {}
        for each in registered:
            for name in each.names:
                if words := tuple(_WORD.findall(name.lower())):
                    self._by_word.setdefault(words[0], []).append((words, name, each))
        for names in self._by_word.values():
            names.sort(key=lambda each: -len(each[0]))

    def find(
        self, text: str, words: Sequence[str], places: Sequence[tuple[int, int]]
    ) -> Mapping[RegisteredKind, list[Mention]]:
        """Return the names in a text by kind, given its words in small letters and their places.

        Of names that overlap only the first and longest counts.
        """
        found: dict[RegisteredKind, list[Mention]] = {}
        after = 0
        for number, word in enumerate(words):
            if word in self._by_word and places[number][0] >= after:
                for name, written, registered in self._by_word[word]:
                    last = number + len(name) - 1
                    if tuple(words[number : last + 1]) == name and self._is_named(
                        text, places[number : last + 1], written
                    ):
                        after = places[last][1]
                        mention = Mention(places[number][0], after, registered)
                        found.setdefault(registered.kind, []).append(mention)
                        break
        return found

    def _is_named(self, text: str, places: Sequence[tuple[int, int]], written: str) -> bool:
        start = places[0][0]
        if written[0].isupper() and not text[start].isupper():
            return False
        if text[start - 1 : start] in _NO_HYPHEN_BEFORE:
            return False
        gaps = (text[left[1] : right[0]] for left, right in pairwise(places))
        return all(gap in _GAPS or gap in written for gap in gaps)


NO_REGISTER = Register()
