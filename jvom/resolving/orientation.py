# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which blocks of a text of the report are on landscape pages."""

from __future__ import annotations

from jvom.text import Block, Heading, Table


def orientations(blocks: tuple[Block, ...]) -> tuple[bool, ...]:
    """Return for each block of a text on portrait pages whether its page is landscape after all.

    A landscape table takes along the headings right above it, and a landscape heading all that is below it.
    """
    leads: list[bool] = []  # in reverse order, whether a landscape table begins here, below headings or not
    for block in reversed(blocks):
        if isinstance(block, Table):
            leads.append(block.landscape)
        else:
            leads.append(isinstance(block, Heading) and leads[-1:] == [True])
    found: list[bool] = []
    level = 0  # of the heading whose part is landscape
    for block, leads_to_table in zip(blocks, reversed(leads), strict=True):
        if isinstance(block, Heading) and (not level or block.level <= level):
            level = block.level if block.landscape else 0
        found.append(level > 0 or leads_to_table)
    return tuple(found)
