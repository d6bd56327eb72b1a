# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the public version must not show: the marks of words, and those of whole blocks.

``[words]{.gelakt grond="5.1.2i"}`` marks words. The braces alone, at the start of a paragraph, heading, item,
cell or footnote, mark all of it; in an item or footnote also what follows, and in a cell its whole row. Above
a list, table or quotation they mark all of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from jvom.messages import Message, did_you_mean_id, msg
from jvom.reading.half_typed import WITHHELD
from jvom.text import (
    PERSONAL,
    Block,
    Cell,
    Heading,
    Inlines,
    List,
    Paragraph,
    Quote,
    Table,
    Withheld,
    withheld_whole,
)
from jvom.woo import GROUNDS, PERSONAL_DATA, nearest


class UnfitMarkError(Exception):
    """What is wrong with a mark, and what to type instead."""

    def __init__(self, what: Message, advice: Message) -> None:
        super().__init__(what, advice)
        self.what, self.advice = what, advice


_UNKNOWN = UnfitMarkError(
    msg("dit kenmerk is onbekend"),
    msg("bij tekst tussen haken hoort {mark} of {withheld}", mark=PERSONAL, withheld=WITHHELD),
)


def read_ground(attributes: Mapping[str, str | int | float]) -> str | None:
    """Return the ground of marked words, by the attributes of the mark; it is as in `Withheld`.

    Raises UnfitMarkError for attributes that are no mark, and for a ground that the law does not have.
    """
    if attributes == {"class": "persoonsgegeven"}:
        return None
    kind, ground = attributes.get("class"), str(attributes.get("grond", ""))
    if kind == "persoonsgegeven" and attributes.keys() == {"class", "grond"}:
        raise UnfitMarkError(
            msg("de grond van een persoonsgegeven staat vast: {ground}", ground=PERSONAL_DATA),
            msg("haal de grond weg, of schrijf {mark}", mark=f'{{.gelakt grond="{ground}"}}'),
        )
    if kind != "gelakt" or attributes.keys() - {"class", "grond"}:
        raise _UNKNOWN
    return _known(ground)


def read_whole(content: str) -> tuple[int, str] | None:
    """Return the length of the mark of a whole block at the start of its content, and the ground.

    None when there is none. Raises UnfitMarkError, also for a mark with anything else in it.
    """
    mark = _mark_of_whole(content)
    if mark is None:
        return None
    ground = re.fullmatch(r"""[ \t]*(?:grond="([^"]*)")?[ \t]*""", mark[1])
    if ground is None:
        raise UnfitMarkError(
            msg("dit kenmerk is onbekend"), msg("schrijf vóór een hele alinea {mark}", mark=WITHHELD)
        )
    return mark.end(), _known(ground[1] or "")


def length_of_whole(content: str) -> int:
    """Return the length of the mark at the start of a block, whatever is in it."""
    mark = _mark_of_whole(content)
    return mark.end() if mark else 0


def _mark_of_whole(content: str) -> re.Match[str] | None:
    if not content.startswith("{"):  # like nearly all
        return None
    return re.match(r"\{[ \t]*\.gelakt\b([^{}\n]*)\}[ \t]*\n?[ \t]*", content)


def unfit_below_mark(content: str) -> tuple[Message, Message] | None:
    """Return what is wrong with the line below a mark, and what to do; None when it is words.

    CommonMark takes it for words, also where it was meant for a list or is about a table.
    """
    length = length_of_whole(content)
    if "\n" not in content[:length]:
        return None
    line = content[length:]
    if re.match(r"[0-9]{1,9}[.)][ \t]", line):
        what = msg("deze lijst zou gewone tekst worden: hij begint niet bij 1")
        return what, msg("zet een lege regel tussen {mark} en de lijst", mark=WITHHELD)
    if line.startswith((": ", "{.liggend", "{#")):
        what = msg("het kenmerk van een hele tabel staat direct boven de tabel zelf")
        return what, msg("zet {mark} onder deze regel; een bijschrift gaat mee", mark=WITHHELD)
    return None


def _known(ground: str) -> str:
    if ground and ground not in GROUNDS:
        raise UnfitMarkError(
            msg("«{ground}» is geen grond van de Wet open overheid", ground=ground),
            did_you_mean_id(nearest(ground), GROUNDS.keys()),
        )
    return ground


def withhold_all(blocks: tuple[Block, ...], mark: Withheld) -> tuple[Block, ...]:
    """Return the blocks of an item or footnote that `mark` withholds, each of them withheld."""
    return tuple(_withheld(block, mark) for block in blocks)


def lone_mark(blocks: Sequence[Block]) -> Withheld | None:
    """Return the mark that is all there is in the blocks, None when there is anything else."""
    only = blocks[0] if len(blocks) == 1 else None
    mark = withheld_whole(only.content) if isinstance(only, Paragraph) else None
    return mark if mark is not None and not mark.content else None


def withhold_block(block: List | Quote | Table, mark: Withheld) -> Block:
    """Return the list, quotation or table below a mark, with everything in it withheld."""
    return replace(_withheld(block, mark), span=mark.span.through(block.span), withheld=mark)


def _withheld(block: Block, mark: Withheld) -> Block:
    match block:
        case Paragraph(content=content) | Heading(content=content):
            return replace(block, content=_whole(content, replace(mark, span=block.span)))
        case List(items=items):
            return replace(
                block, items=tuple(replace(item, blocks=withhold_all(item.blocks, mark)) for item in items)
            )
        case Quote(blocks=blocks):
            return replace(block, blocks=withhold_all(blocks, mark))
        case Table(header=header, rows=rows, caption=caption):
            return replace(
                block,
                header=withhold_row(header, mark),
                rows=tuple(withhold_row(row, mark) for row in rows),
                caption=withhold_caption(caption, mark),
            )


def withhold_row(cells: Iterable[Cell], mark: Withheld) -> tuple[Cell, ...]:
    """Return the cells of a row that `mark` withholds, each of them withheld."""
    return tuple(replace(cell, content=_whole(cell.content, replace(mark, span=cell.span))) for cell in cells)


def withhold_caption(caption: Inlines, mark: Withheld) -> Inlines:
    """Return the caption of a table that `mark` withholds."""
    return _whole(caption, mark) if caption else ()


def _whole(content: Inlines, mark: Withheld) -> Inlines:
    inner = withheld_whole(content)
    if inner is not None:
        return (replace(inner, ground=mark.ground),)
    return (replace(mark, content=content),)


def whole_cells(cells: Iterable[Cell]) -> tuple[Withheld, ...]:
    """Return the marks of whole cells."""
    marks = (withheld_whole(cell.content) for cell in cells)
    return tuple(mark for mark in marks if mark is not None)
