# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of the mandate table: one an operation, the first column merged over a region."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeAlias

import msgspec

from jvom import plan
from jvom.documents.cell_texts import cell_texts
from jvom.documents.regions import LANDSCAPE, PORTRAIT, divide, room_below, row_height
from jvom.dutch.dates import write_date
from jvom.model import Dossier, MandateRow
from jvom.resolving.columns import CellText, Columns, fit_columns
from jvom.times import Duration

#: Writes a line of data as typeset words.
Words: TypeAlias = Callable[[str], tuple[plan.Inline, ...]]

_LANDSCAPE = (0.14, 0.24, 0.26, 0.18, 0.18)
"""Shares of the text width: region, operation, legal basis, international mandate, national framework."""

_WORDS = {"onbepaald": "Onbepaald", "doorlopend": "Doorlopend"}


class Top(msgspec.Struct, frozen=True):
    """What is above the rows on their first page: the header, what precedes the table, and its heading."""

    header: tuple[plan.Cell, ...]
    above: Sequence[plan.Block] = ()
    heading: str = ""


def rows(
    dossier: Dossier, columns: Columns, top: Top, words: Words, *, landscape: bool
) -> tuple[tuple[plan.Cell, ...], ...]:
    """Return the rows in the order of the data; neighbours of one region share their first cell.

    The rows of a region stay on one page, where its name is: a merged cell doesn't say it again overleaf. A
    region that is too long for that is divided, and each next part says "(vervolg)" behind its name.
    """
    paper = LANDSCAPE if landscape else PORTRAIT
    written = [
        (region, [_texts(dossier, row) for row in group])
        for region, group in groupby(dossier.mandates.rows, key=lambda row: row.region)
    ]

    def height(region: str, texts: Sequence[str]) -> float:
        printed = [plan.plain_text(words(text)) for text in (region, *texts)]
        return row_height(printed, columns.shares, paper)

    # A name beside more rows than one makes none of them higher.
    heights = [
        [height(region if len(members) == 1 else "", texts) for texts in members]
        for region, members in written
    ]
    heads = [cell.text for cell in cell_texts(top.header)]
    head = row_height(heads, columns.shares, paper, is_header=True)
    room = room_below(top.above, top.header, paper, heading=top.heading) - head
    made: list[tuple[plan.Cell, ...]] = []
    for (region, members), parts in zip(written, divide(heights, room, paper.height - head), strict=True):
        start = 0
        for number, size in enumerate(parts.sizes):
            name = f"{region} (vervolg)" if number else region
            # The first part fills what is left of a page, which we know only roughly: it may flow.
            flows = number == 0 and parts.flows
            for place, texts in enumerate(members[start : start + size]):
                keeps = place < size - 1 and not (flows and 0 < place < size - 2)
                style = "TabeltekstBijVolgende" if keeps else "Tabeltekst"
                cells = [_cell(words, style, text) for text in texts]
                if place == 0:
                    cells.insert(0, _cell(words, style, name, size))
                made.append(tuple(cells))
            start += size
    return tuple(made)


def columns(dossier: Dossier, heads: Sequence[CellText], words: Words, *, landscape: bool) -> Columns:
    """Return the columns of the table; `heads` are the words above them.

    On a landscape page they have the widths of the house style, which on a portrait one would break dates:
    there they are as wide as those of any table.
    """
    if landscape:
        return Columns(_LANDSCAPE)
    printed = [
        [
            CellText(said, said)
            for said in (plan.plain_text(words(text)) for text in (row.region, *_texts(dossier, row)))
        ]
        for row in dossier.mandates.rows
    ]
    return fit_columns(heads, printed)


def write_duration(duration: Duration, none: str = "–") -> str:
    """Return "30 juni 2028", "Onbepaald", "Doorlopend", or `none` when there is none."""
    if duration.until:
        return write_date(duration.until)
    return none if duration.word == "geen" else _WORDS[duration.word]


def _texts(dossier: Dossier, row: MandateRow) -> tuple[str, ...]:
    report = dossier.data.report
    none = (report.no_duration if report else "") or "–"
    durations = [write_duration(each, none) for each in (row.mandate, row.framework)]
    return row.operation, row.basis, *durations


def _cell(words: Words, style: str, text: str, height: int = 1) -> plan.Cell:
    return plan.Cell((plan.Paragraph(style, words(text)),), rows=height)
