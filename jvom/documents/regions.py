# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the regions of the mandate table are divided, so that the next page can repeat their names.

A merged cell does not print its words again on the next page, and only the word processor knows where a page
ends. So we measure about how high the rows are, in points, and divide a region that goes over a page a
little before that page is full.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

import msgspec

from jvom import plan

_LETTER, _TEXT_LETTER, _NOTE_LETTER = 4.8, 5.4, 4.5
"""How wide an "o" is in a table (Verdana 8), in the text (9) and in a footnote (7.5)."""
_ROW_LINE, _ROW_EDGES, _CELL_GAP = 11.0, 5.0, 5.7
_TEXT_LINE, _NOTE_LINE = 12.0, 10.0
_HEADING = 58.0
"""The heading of an appendix on two lines, with the space below it."""

_FILLED = 0.95
"""How much of a page we fill, as the heights are measured roughly."""
_EMPTY = 0.4
"""How much of a page may stay empty to keep a region whole."""
_SMALLEST = 0.25
"""The least share of a page that the last part of a region takes: then it can't fit on the page before."""
_TOGETHER = 2
"""How many rows are together at the end and the beginning of a page."""


class Paper(msgspec.Struct, frozen=True):
    """The text area of a page of the report, in points."""

    width: float
    height: float


PORTRAIT, LANDSCAPE = Paper(368.5, 666.0), Paper(705.8, 430.8)


# How wide other letters are, in "o"s.
_WIDTHS = {
    **dict.fromkeys(" ijlI.,:;'\N{NO-BREAK SPACE}", 0.5),
    **dict.fromkeys("ftr()-/", 0.65),
    **dict.fromkeys("mMwW", 1.55),
}


def row_height(texts: Sequence[str], shares: Sequence[float], paper: Paper) -> float:
    """Return the height of a row whose columns have these texts and shares of the text width."""
    lines = [
        ceil(_width(text) * _LETTER / (share * paper.width - _CELL_GAP))
        for text, share in zip(texts, shares, strict=True)
    ]
    return max(lines, default=1) * _ROW_LINE + _ROW_EDGES


def room_below(
    above: Iterable[plan.Block], header: tuple[plan.Cell, ...], paper: Paper, *, headed: bool = True
) -> float:
    """Return what is left of the page below the text above a table, with the footnotes of both.

    When it is `headed`, the heading of the appendix is above that.
    """
    used = _HEADING if headed else 0.0
    notes: list[plan.Note] = []
    for paragraph in plan.paragraphs(tuple(above)):
        used += _lines(paragraph, _TEXT_LETTER, paper) * _TEXT_LINE + _TEXT_LINE
        notes += plan.notes(paragraph)
    for cell in header:
        notes += [note for paragraph in cell.paragraphs for note in plan.notes(paragraph)]
    if notes:
        lines = sum(_lines(each, _NOTE_LETTER, paper) for note in notes for each in note.paragraphs)
        used += (lines + 1) * _NOTE_LINE
    return paper.height - used % paper.height


def _lines(paragraph: plan.Paragraph, letter: float, paper: Paper) -> int:
    return ceil(_width(plan.plain_text(paragraph.content)) * letter / paper.width)


class Parts(msgspec.Struct, frozen=True):
    """How many rows each part of a region has; the rows of the first may go over a page when it `flows`."""

    sizes: tuple[int, ...]
    flows: bool = False


def divide(regions: Iterable[Sequence[float]], room: float, page: float) -> list[Parts]:
    """Return how each region is divided, by the heights of its rows.

    `room` is what is left of the first page, `page` the room for rows on the others. A region that fits on a
    page stays whole, unless it would leave much of the page before it empty.
    """
    made: list[Parts] = []
    for heights in regions:
        total = sum(heights)
        if total > room and total <= page * _FILLED and room <= page * _EMPTY:
            room = page
        if total <= room * _FILLED or len(heights) < 2 * _TOGETHER:
            room = room - total if total <= room else page - total
            made.append(Parts((len(heights),)))
            continue
        if total <= room:  # it may fit or not: no part of it is sure to be on the next page
            room -= total
            made.append(Parts((len(heights),), flows=True))
            continue
        sizes = _sizes(heights, room, page)
        room = page - sum(heights[-sizes[-1] :])
        made.append(Parts(tuple(sizes), flows=True))
    return made


def _sizes(heights: Sequence[float], room: float, page: float) -> list[int]:
    """Return the sizes of the parts: as much as fits on each page, and the last no part that fits before."""
    sizes: list[int] = []
    start, used = 0, 0.0
    left = room
    for at, height in enumerate(heights):
        if used + height > left * _FILLED and (at > start or not sizes):
            if at - start >= _TOGETHER:
                sizes.append(at - start)
                start, used = at, 0.0
            left = page
        used += height
    sizes.append(len(heights) - start)
    while len(sizes) > 1 and sizes[-2] > _TOGETHER and _is_small(heights, sizes[-1], page):
        sizes[-2] -= 1
        sizes[-1] += 1
    while len(sizes) > 2 and sizes[-3] > _TOGETHER and sum(heights[-sizes[-2] - sizes[-1] :]) <= page:
        sizes[-3] -= 1
        sizes[-2] += 1
    return sizes


def _is_small(heights: Sequence[float], rows: int, page: float) -> bool:
    return rows < _TOGETHER or sum(heights[len(heights) - rows :]) < page * _SMALLEST


def _width(text: str) -> float:
    return sum(_WIDTHS.get(char) or (1.15 if char.isupper() else 1.0) for char in text)
