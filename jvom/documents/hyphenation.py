# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Soft hyphens for a table that is too narrow for its words, so that they break where Dutch allows it.

Word and LibreOffice break a word that is wider than its cell at any letter, without a hyphen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from jvom.documents.cell_texts import dutch_text
from jvom.dutch.hyphenation import SOFT_HYPHEN, addresses, divisions
from jvom.plan import Cell, Hyperlink, Inline, Paragraph, Run, Table
from jvom.resolving.columns import BOLD, FOREIGN, unbroken, width

_ROUNDING = 0.01  # of widths that are sums of floats


def hyphenate(table: Table, rooms: Sequence[float]) -> Table:
    """Return the table with soft hyphens in the Dutch words that are wider than their column.

    `rooms` are those of :class:`jvom.resolving.columns.Columns`. Numbers, addresses, abbreviations and words
    in another language stay as they are.
    """
    return replace(
        table,
        header=tuple(_row(row, [room / BOLD for room in rooms]) for row in table.header),
        rows=tuple(_row(row, rooms) for row in table.rows),
    )


def _row(row: tuple[Cell, ...], rooms: Sequence[float]) -> tuple[Cell, ...]:
    # A row leaves out what a cell above covers, which is always at its beginning.
    column = len(rooms) - sum(cell.columns for cell in row)
    made = []
    for cell in row:
        room = sum(rooms[column : column + cell.columns])
        made.append(replace(cell, paragraphs=tuple(_paragraph(each, room) for each in cell.paragraphs)))
        column += cell.columns
    return tuple(made)


def _paragraph(paragraph: Paragraph, room: float) -> Paragraph:
    text = "".join(map(dutch_text, paragraph.content))
    places = sorted(_places(text, room))
    if not places:
        return paragraph
    content: list[Inline] = []
    start = 0
    for inline in paragraph.content:
        end = start + len(dutch_text(inline))
        match inline:
            case Run():
                inline = _marked(inline, start, places)
            case Hyperlink(content=runs):
                marked = []
                for run in runs:
                    marked.append(_marked(run, start, places))
                    start += len(run.text)
                inline = replace(inline, content=tuple(marked))
            case _:
                pass
        content.append(inline)
        start = end
    return replace(paragraph, content=tuple(content))


def _places(text: str, room: float) -> Iterator[int]:
    """Yield the offsets in the text where a soft hyphen goes."""
    apart = addresses(text)
    for piece in unbroken(text):
        if FOREIGN not in piece[0] and width(piece[0]) > room + _ROUNDING:
            yield from divisions(text, *piece.span(), apart)


def _marked(run: Run, start: int, places: Sequence[int]) -> Run:
    """Return the run, which begins at `start`, with soft hyphens at those of the places that are in it."""
    first, last = (bisect_left(places, start + offset) for offset in (0, len(run.text)))
    edges = [0, *(place - start for place in places[first:last]), len(run.text)]
    return replace(run, text=SOFT_HYPHEN.join(run.text[one:other] for one, other in pairwise(edges)))
