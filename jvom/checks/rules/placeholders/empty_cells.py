# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Empty cells and rows of tables."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView

_TOTALS = ("totaal", "subtotaal", "saldo", "som")


@rule("PLH004", WARNING, Scope.FRAGMENT, local=True)
def empty_cell(text: TextView) -> Iterator[Violation]:
    """A cell of a table is empty."""
    rows: dict[tuple[int, int], list[Passage]] = {}
    for passage in text.passages_of("head", "cell"):
        rows.setdefault((id(passage.block), passage.row), []).append(passage)
    for (_, row), cells in rows.items():
        empty = [cell for cell in cells if not cell.text.strip() and not cell.segments]
        if len(empty) == len(cells):
            yield violation(cells[0].whole, "row")
            continue
        if cells[0].text.lower().startswith(_TOTALS):
            continue  # The row of a total has empty cells for places and remarks.
        for cell in cells:
            if cell.text.strip() == "?":
                yield violation(cell.whole, "open-cell")
        for cell in empty:
            if cell.column == 0 and row != 0:
                continue
            yield violation(cell.whole, "cell")


RULES = (empty_cell,)
