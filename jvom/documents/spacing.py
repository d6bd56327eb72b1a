# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The white between the blocks of a text, and what stays together: styles that suit their neighbours."""

from __future__ import annotations

import msgspec

from jvom import plan

BODY = "BodyText"


def close(block: plan.Block, style: str = "") -> plan.Block:
    """Return the block without white below it, for an item of `style` or of a list within to follow.

    A paragraph that goes on with an item keeps its white: only that sets it apart from the next item.
    """
    if not isinstance(block, plan.Paragraph) or block.style == style:
        return block
    if style and block.style.startswith("ListContinue"):
        return block
    return msgspec.structs.replace(block, no_space_after=True)


def spaced(blocks: list[plan.Block]) -> tuple[plan.Block, ...]:
    """Return the blocks with each plain paragraph in the style that suits its neighbours.

    What leads in a list or table stays with it on the page; a table has no space around itself.
    """
    spaced: list[plan.Block] = []
    for place, block in enumerate(blocks):
        before = blocks[place - 1] if place else None
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, plan.Paragraph):
            under, over = isinstance(before, plan.Table), block.heading > 0 and _has_own_space(after)
            if block.style == BODY:
                style = BODY
                if isinstance(after, plan.Paragraph) and after.style.startswith(("ListBullet", "ListNumber")):
                    style = "AanloopOpsomming"
                elif isinstance(after, plan.Table) or _is_above_table(after):
                    style = "AlineaBijVolgende"
                elif under:
                    style, under = plan.UNDER_TABLE, False
                if style != BODY:
                    block = msgspec.structs.replace(block, style=style)
            if under or over:
                block = msgspec.structs.replace(block, under_table=under, over_table=over)
        spaced.append(block)
    return tuple(spaced)


def _is_above_table(block: plan.Block | None) -> bool:
    """Tell whether a block is the caption of the table below it."""
    return isinstance(block, plan.Paragraph) and block.style == plan.TABLE_CAPTION


def _has_own_space(block: plan.Block | None) -> bool:
    """Tell whether a heading has white below it above a block: a table or picture, and not text."""
    is_picture = isinstance(block, plan.Paragraph) and block.style == "Afbeelding"
    return is_picture or isinstance(block, plan.Table) or _is_above_table(block)


def keep_with_next(blocks: tuple[plan.Block, ...]) -> tuple[plan.Block, ...]:
    """Return the blocks with the last paragraph bound to what follows, as a letter to its signatures."""
    last = blocks[-1] if blocks else None
    if isinstance(last, plan.Paragraph) and last.style == BODY:
        return (*blocks[:-1], msgspec.structs.replace(last, style="AlineaBijVolgende"))
    return blocks
