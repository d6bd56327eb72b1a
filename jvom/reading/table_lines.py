# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The line above or below a table that says more of it: ``{.liggend}``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec.structs import replace

from jvom.messages import Message, msg
from jvom.reading.attributes import attributes_at_end
from jvom.source import Span
from jvom.text import Block, Table

Refuse = Callable[[Span, Message, Message], None]


class TableLine(NamedTuple):
    """The line, and how many blocks are above it."""

    at: int
    span: Span


def is_table_line(line: str) -> bool:
    """Tell whether a paragraph of this one line is about a table."""
    if not line.startswith("{") or line.startswith("{.gelakt"):
        return False
    attributes = attributes_at_end(line)
    return attributes is not None and not attributes.start


def with_table_lines(blocks: Iterable[Block], lines: Iterable[TableLine], refuse: Refuse) -> list[Block]:
    """Return the blocks, each table with what the line above or below it says; the rest is refused."""
    made = list(blocks)
    taken: set[int] = set()
    for line in lines:
        beside = [at for at in (line.at - 1, line.at) if 0 <= at < len(made) and at not in taken]
        place = next((at for at in beside if isinstance(made[at], Table)), None)
        table = None if place is None else made[place]
        if place is None or not isinstance(table, Table):
            refuse(
                line.span,
                msg("deze regel hoort bij geen tabel"),
                msg("zet hem onder of boven de tabel, met een lege regel ertussen"),
            )
            continue
        taken.add(place)
        first, last = sorted((table.span, line.span))
        made[place] = replace(table, span=first.through(last), landscape=True)
    return made
