# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the regions of the mandate table are divided, so that the next page can repeat their names.

A merged cell does not print its words again on the next page, and only the word processor knows where a page
ends. So we measure about how high the rows are, in points, and divide a region that goes over a page a
little before that page is full.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from jvom import plan
from jvom.widths import UNITS_PER_EM, Widths, bold, parts, regular

_SIZE, _TEXT_SIZE, _NOTE_SIZE, _HEADING_SIZE = 8.0, 9.0, 7.5, 16.0
"""The sizes of letters in a table, in the text, in a footnote and in the heading of an appendix."""
_ROW_LINE, _ROW_EDGES, _CELL_GAP = 11.0, 5.0, 5.7
_TEXT_LINE, _NOTE_LINE, _HEADING_LINE = 12.0, 10.0, 20.0
_BELOW_HEADING = 18.0
_NUMBER = 104.9
"""How far the words of such a heading are from the margin, behind "Bijlage 1"."""

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


def row_height(
    texts: Sequence[str], shares: Sequence[float], paper: Paper, *, is_header: bool = False
) -> float:
    """Return the height of a row whose columns have these texts and shares of the text width."""
    lines = [
        _lines(text, _SIZE, share * paper.width - _CELL_GAP, bold if is_header else regular)
        for text, share in zip(texts, shares, strict=True)
    ]
    return max(lines, default=1) * _ROW_LINE + _ROW_EDGES


def room_below(
    above: Iterable[plan.Block], header: tuple[plan.Cell, ...], paper: Paper, *, heading: str = ""
) -> float:
    """Return what is left of the page below the text above a table, with the footnotes of both.

    The `heading` of the appendix is above that, "" when there is none.
    """
    used = 0.0
    if heading:
        lines = _lines(heading, _HEADING_SIZE, paper.width - _NUMBER, bold)
        used = lines * _HEADING_LINE + _BELOW_HEADING
    notes: list[plan.Note] = []
    for paragraph in plan.paragraphs(tuple(above)):
        used += _lines_of(paragraph, _TEXT_SIZE, paper) * _TEXT_LINE + _TEXT_LINE
        notes += plan.notes(paragraph)
    for cell in header:
        notes += [note for paragraph in cell.paragraphs for note in plan.notes(paragraph)]
    if notes:
        lines = sum(_lines_of(each, _NOTE_SIZE, paper) for note in notes for each in note.paragraphs)
        used += (lines + 1) * _NOTE_LINE
    return paper.height - used % paper.height


def _lines_of(paragraph: plan.Paragraph, size: float, paper: Paper) -> int:
    return _lines(plan.plain_text(paragraph.content), size, paper.width)


def _lines(text: str, size: float, width: float, letters: Widths = regular) -> int:
    """Return how many lines a text takes in a column, its words unhyphenated."""
    room = width * UNITS_PER_EM / size
    count, used = 1, 0.0
    for word in text.split(" "):
        for part in parts(word):
            if used and used + letters[part] > room:
                count, used = count + 1, 0.0
            used += letters[part]
            while used > room > 0:
                count, used = count + 1, used - room
        used += letters[" "]
    return count


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
