# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a text as rows of cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias

from jvom.analysis.passages import Passage
from jvom.checks.views import TextView

Row: TypeAlias = list[Passage]


def tables_of(text: TextView) -> Iterator[tuple[Row, list[Row]]]:
    """Yield each table of a text: the row of its headers, and the others."""
    for _, cells in groupby(text.passages_of("head", "cell"), key=lambda cell: id(cell.block)):
        header, *rows = (list(row) for _, row in groupby(cells, key=lambda cell: cell.row))
        yield header, rows
