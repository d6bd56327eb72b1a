# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a phrase consists of: items, each of which takes one token or the tokens of an entity."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from jvom.analysis.traits import ANY, Traits


class Words(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True, cache_hash=True, tag=0):
    """One word or mark out of several: whole in small letters, or `exact` as typed, or by its ends.

    `starts` are beginnings of words (``stem*``), `exact_starts` those as typed, `endings` their ends, and
    `frames` beginnings with an end each (``ge*de``).
    """

    forms: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    exact_starts: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    frames: tuple[tuple[str, str], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether none of the words are given by their ends alone."""
        return not (self.starts or self.exact_starts or self.endings or self.frames)

    @property
    def is_exact(self) -> bool:
        """Whether capitals count in any of them."""
        return bool(self.exact or self.exact_starts)

    @property
    def small_forms(self) -> frozenset[str]:
        """The whole words in small letters."""
        return self.forms.union(map(str.lower, self.exact)) if self.exact else self.forms

    @property
    def small_starts(self) -> tuple[str, ...]:
        """The beginnings of words in small letters."""
        return (*self.starts, *map(str.lower, self.exact_starts)) if self.exact_starts else self.starts

    def match(self, form: str, lowered: str) -> bool:
        """Tell whether a token, as typed and in small letters, is one of these."""
        if lowered in self.forms or form in self.exact:
            return True
        if not (self.starts or self.endings or self.exact_starts or self.frames):
            return False  # `is_whole`, without the time that a property takes
        return (
            lowered.startswith(self.starts)
            or form.startswith(self.exact_starts)
            or lowered.endswith(self.endings)
            or (bool(self.frames) and self.match_frame(lowered))
        )

    def match_frame(self, lowered: str) -> bool:
        """Tell whether a word in small letters has one of the beginnings and the end that goes with it."""
        return any(
            lowered.startswith(start) and lowered.endswith(end) and len(lowered) > len(start) + len(end)
            for start, end in self.frames
        )


class Hyphened(msgspec.Struct, frozen=True, array_like=True, tag=1):
    """A whole word with hyphens, by its last part (``*-missie``) or its first one (``missie-*``)."""

    part: Words
    last: bool


class Entity(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True, tag=2):
    """An entity or a class of words of one of these kinds, with these traits."""

    kinds: tuple[str, ...]
    traits: Traits = ANY


class Skip(msgspec.Struct, frozen=True, array_like=True, tag=3):
    """Up to a number of tokens of the same sentence, whatever they are."""

    most: int


class Edge(msgspec.Struct, frozen=True, array_like=True, tag=4):
    """The `start` of a sentence, or its end: nothing, or a mark that ends one, is beside it."""

    start: bool


Atom: TypeAlias = Words | Hyphened | Entity | Skip | Edge

#: Atoms that are words. Making the union of types in each call would cost as much as the rest of it.
WORDS = (Words, Hyphened)


class Item(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """One item, up to `most` times in a row; `joined` when no space separates it from what is before it."""

    atom: Atom
    name: str = ""
    optional: bool = False
    joined: bool = False
    most: int = 1


Sequence: TypeAlias = tuple[Item, ...]
