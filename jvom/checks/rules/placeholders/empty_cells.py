# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Empty cells and rows of tables."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.tables import tables_of
from jvom.checks.views import TextView

_TOTALS = ("totaal", "subtotaal", "saldo", "som")


@rule("PLH004", WARNING, Scope.FRAGMENT, local=True)
def empty_cell(text: TextView) -> Iterator[Violation]:
    """A cell of a table is empty."""
    for cells in (row for header, rows in tables_of(text) for row in (header, *rows)):
        empty = [cell for cell in cells if not cell.text.strip() and not cell.segments]
        if len(empty) == len(cells):
            yield violation(cells[0].whole, "row")
        # The row of a total has empty cells for places and remarks.
        elif not cells[0].text.lower().startswith(_TOTALS):
            for cell in cells:
                if cell.text.strip() == "?":
                    yield violation(cell.whole, "open-cell")
                elif cell in empty and (cell.column or not cell.row):
                    yield violation(cell.whole, "cell")


RULES = (empty_cell,)
