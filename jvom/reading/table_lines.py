# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The lines above or below a table: ``: Inzet per jaar {#tab-inzet}`` and ``{.liggend}``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from msgspec.structs import replace

from jvom.messages import Message, msg
from jvom.reading.attributes import attributes_at_end
from jvom.reading.withheld import withhold_caption
from jvom.source import Span
from jvom.text import Block, Inlines, Table

Refuse = Callable[[Span, Message, Message], None]

CAPTION = ": "
"""How the line with the caption of a table begins."""


class TableLine(msgspec.Struct, frozen=True):
    """What a line says of a table; `at` is how many blocks are above it."""

    at: int
    span: Span
    landscape: bool = False
    caption: Inlines = ()
    name: str = ""


def is_table_line(line: str) -> bool:
    """Tell whether a paragraph that begins with this line is about a table."""
    if line.startswith(CAPTION):
        return True
    if not line.startswith("{") or line.startswith("{.gelakt"):
        return False
    attributes = attributes_at_end(line)
    return attributes is not None and not attributes.start


def with_table_lines(blocks: Iterable[Block], lines: Iterable[TableLine], refuse: Refuse) -> list[Block]:
    """Return the blocks, each table with what the lines above or below it say; the rest is refused."""
    made = list(blocks)
    for line in lines:
        beside = [at for at in (line.at - 1, line.at) if 0 <= at < len(made)]
        place = next((at for at in beside if isinstance(made[at], Table) and _is_free(made[at], line)), None)
        table = None if place is None else made[place]
        if place is None or not isinstance(table, Table):
            refuse(
                line.span,
                msg("deze regel hoort bij geen tabel"),
                msg("zet hem onder of boven de tabel, met een lege regel ertussen"),
            )
            continue
        first, last = sorted((table.span, line.span))
        caption = line.caption or table.caption
        made[place] = replace(
            table,
            span=first if first.contains(last) else first.through(last),
            landscape=table.landscape or line.landscape,
            caption=caption if table.withheld is None else withhold_caption(caption, table.withheld),
            name=line.name or table.name,
        )
    return made


def _is_free(block: Block, line: TableLine) -> bool:
    """Tell whether nothing has said of a table yet what the line says."""
    if not isinstance(block, Table):
        return False
    return not (
        (line.landscape and block.landscape) or (line.caption and block.caption) or (line.name and block.name)
    )
