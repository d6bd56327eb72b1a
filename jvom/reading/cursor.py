# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A reader's place in what a parser gave: a flat list, in which some open what others close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, Protocol, TypeVar


class _Typed(Protocol):
    @property
    def type(self) -> str: ...


Item = TypeVar("Item", bound=_Typed)


class Cursor(Generic[Item]):
    """A place in a list of tokens or of pieces: `at` is the index of the next."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items, self.at = items, 0

    def until(self, closing: str = "") -> Iterator[Item]:
        """Yield the items of this level, up to and over the one that closes it."""
        while self.at < len(self.items):
            item = self.items[self.at]
            self.at += 1
            if closing and item.type == closing:
                return
            yield item

    def only(self, closing: str) -> Item:
        """Return the one item of this level, and pass over the one that closes it."""
        (item,) = self.until(closing)
        return item
