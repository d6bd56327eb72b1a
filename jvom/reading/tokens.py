# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The tokens of a parsed text: a flat list, in which some tokens open a block and others close it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec


class Token(msgspec.Struct):
    """A block, or the start (`nesting` 1) or end (-1) of a container; `level` counts the open containers.

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
    """A position in a list of tokens or pieces; `at` is the index of the next."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items, self.at = items, 0

    def until(self, closing: str = "") -> Iterator[Item]:
        """Yield items up to the one of type `closing`, which is skipped."""
        while self.at < len(self.items):
            item = self.items[self.at]
            self.at += 1
            if closing and item.type == closing:
                return
            yield item

    def only(self, closing: str) -> Item:
        """Return the only item before the one of type `closing`, which is skipped."""
        (item,) = self.until(closing)
        return item
