# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a parser makes of blocks: a flat list of tokens, some of which open what others close."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec


class Token(msgspec.Struct):
    """A block, or where one that holds others begins (`nesting` 1) or ends (-1); `level` are open around it.

    `type`, `tag`, `markup` and `attributes` are markdown-it's. `lines` are the first, from 0, and the one
    after the last; `content` is the text of an ``inline`` token and of front matter; `label` a footnote's.
    """

    type: str
    tag: str = ""
    nesting: int = 0
    level: int = 0
    lines: tuple[int, int] | None = None
    content: str = ""
    markup: str = ""
    attributes: Mapping[str, str | int | float] = {}
    label: str = ""


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
