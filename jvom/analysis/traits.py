# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is true of words beside what they say: foreign, quoted, computed, personal, part of an address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from jvom.analysis.passages import Passage

Test = Callable[[Passage, int, int], bool]

#: By trait, what tells whether some characters of a passage have it: all of them, or for `foreign` and
#: `computed` any.
_TESTS: Mapping[str, Test] = {
    "address": lambda passage, start, end: passage.is_in_address(start, end),
    "computed": lambda passage, start, end: not passage.is_typed(start, end),
    "foreign": lambda passage, start, end: any(part.style.language for part in passage.parts(start, end)),
    "personal": lambda passage, start, end: all(part.style.withheld for part in passage.parts(start, end)),
    "quoted": lambda passage, start, end: passage.is_quoted(start, end),
}

TRAITS = frozenset(_TESTS)


class Traits(msgspec.Struct, frozen=True, array_like=True):
    """The traits that words must have, all of them, and those that they may not have."""

    asked: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def fit(self, passage: Passage, start: int, end: int) -> bool:
        """Tell whether the characters between two offsets have these traits."""
        if not self.asked and not self.refused:
            return True
        return all(has_trait(passage, trait, start, end) for trait in self.asked) and not any(
            has_trait(passage, trait, start, end) for trait in self.refused
        )


ANY = Traits()


def has_trait(passage: Passage, trait: str, start: int, end: int) -> bool:
    """Tell whether the characters between two offsets have a trait, one of `TRAITS`."""
    return _TESTS[trait](passage, start, end)


def read_traits(typed: Iterable[str]) -> Traits:
    """Return traits as a phrase has them: "quoted", or "!quoted" for one that words may not have.

    Raises KeyError for one that does not exist.
    """
    names = [(each.removeprefix("!"), each.startswith("!")) for each in typed]
    if unknown := [name for name, _ in names if name not in TRAITS]:
        raise KeyError(unknown[0])
    return Traits(
        tuple(name for name, is_refused in names if not is_refused),
        tuple(name for name, is_refused in names if is_refused),
    )
