# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of the mandate table: one an operation, the first column merged over a region."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeAlias

from jvom import plan
from jvom.documents.columns import Columns, fit_columns
from jvom.dutch.dates import write_date
from jvom.model import Dossier, MandateRow
from jvom.times import Duration

#: Writes a line of data as typeset words.
Words: TypeAlias = Callable[[str], tuple[plan.Inline, ...]]

_LANDSCAPE = (0.14, 0.24, 0.26, 0.18, 0.18)
"""Shares of the text width: region, operation, legal basis, international mandate, national framework."""

_WORDS = {"onbepaald": "Onbepaald", "doorlopend": "Doorlopend", "geen": "-"}


def rows(dossier: Dossier, words: Words) -> tuple[tuple[plan.Cell, ...], ...]:
    """Return the rows in the order of the data; neighbours of one region share their first cell.

    The rows of a region stay on one page, where its name is: a merged cell doesn't say it again overleaf.
    """
    made: list[tuple[plan.Cell, ...]] = []
    for region, group in groupby(dossier.mandates.rows, key=lambda row: row.region):
        members = list(group)
        for left, row in zip(range(len(members) - 1, -1, -1), members, strict=True):
            style = "TabeltekstBijVolgende" if left else "Tabeltekst"
            cells = [_cell(words, style, text) for text in _texts(row)]
            if left == len(members) - 1:
                cells.insert(0, _cell(words, style, region, len(members)))
            made.append(tuple(cells))
    return tuple(made)


def columns(dossier: Dossier, section: str, heads: Sequence[str], words: Words) -> Columns:
    """Return the columns of the table in the text of a section; `heads` are the words above them.

    On a landscape page they have the widths of the house style, which on a portrait one would break dates:
    there they are as wide as those of any table.
    """
    appendices = dossier.data.appendices
    if any(each.id == section and each.orientation == "liggend" for each in appendices):
        return Columns(_LANDSCAPE)
    printed = (
        [plan.plain_text(words(text)) for text in (row.region, *_texts(row))] for row in dossier.mandates.rows
    )
    return fit_columns(heads, printed)


def write_duration(duration: Duration) -> str:
    """Return "30 juni 2028", "Onbepaald", "Doorlopend", or "-" when there is none."""
    return write_date(duration.until) if duration.until else _WORDS[duration.word]


def _texts(row: MandateRow) -> tuple[str, ...]:
    return row.operation, row.basis, write_duration(row.mandate), write_duration(row.framework)


def _cell(words: Words, style: str, text: str, height: int = 1) -> plan.Cell:
    return plan.Cell((plan.Paragraph(style, words(text)),), rows=height)
