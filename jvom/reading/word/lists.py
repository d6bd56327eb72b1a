# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Lists, made of the paragraphs that Word numbers one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from jvom.reading.word.numbering import Label
from jvom.text import Block, List, ListItem


class Entry(NamedTuple):
    """A block, and what Word prints before it when it is an item of a list."""

    block: Block
    label: Label | None = None


def with_lists(entries: list[Entry]) -> tuple[Block, ...]:
    """Return the blocks, with consecutive items gathered into lists by their levels."""
    blocks: list[Block] = []
    for is_item, group in groupby(entries, key=lambda entry: entry.label is not None):
        inside = list(group)
        blocks += _lists(inside) if is_item else [entry.block for entry in inside]
    return tuple(blocks)


def _lists(entries: list[Entry]) -> Iterator[Block]:
    """Yield the lists in a series of items; another list, or bullets after numbers, starts a new one."""
    at = 0
    while at < len(entries):
        first = _label(entries[at])
        end = at + 1
        while end < len(entries) and (
            _label(entries[end]).level > first.level or _kind(entries[end]) == _kind(entries[at])
        ):
            end += 1
        yield _list(entries[at:end], first)
        at = end


def _list(entries: list[Entry], first: Label) -> List:
    items: list[ListItem] = []
    at = 0
    while at < len(entries):
        end = at + 1
        while end < len(entries) and _label(entries[end]).level > first.level:
            end += 1
        own, label = entries[at].block, _label(entries[at])
        inside = tuple(_lists(entries[at + 1 : end]))
        items.append(ListItem((own, *inside), own.span, label.text))
        at = end
    span = entries[0].block.span.through(entries[-1].block.span)
    return List(not first.bullet, first.place, tuple(items), span)


def _label(entry: Entry) -> Label:
    assert entry.label is not None
    return entry.label


def _kind(entry: Entry) -> tuple[str, int, bool]:
    label = _label(entry)
    return label.list_, label.level, label.bullet
