# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables that do not fit on their page."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.dutch.dates import write_date
from jvom.dutch.typography import typeset
from jvom.model import Dossier
from jvom.resolving.columns import FOREIGN, LANDSCAPE, PORTRAIT, CellText, fit_columns
from jvom.resolving.numbering import by_id, sections
from jvom.resolving.orientation import orientations
from jvom.resolving.printing import DossierPrinter, Printer
from jvom.resolving.segments import flatten
from jvom.text import Cell, Table

_MARK = "{.liggend}"


@rule("STR011", ERROR, Scope.DOSSIER)
def table_too_wide(dossier: DossierView) -> Iterator[Violation]:
    """A table does not fit on its page, even with its words hyphenated."""
    printer = DossierPrinter(dossier.dossier, by_id(sections(dossier.dossier)))
    turned = {each.fragment.id for each in sections(dossier.dossier) if each.landscape}
    for text in dossier.texts:
        in_report = text.document == "rapport"
        is_turned = in_report and text.id in turned
        for block, landscape in zip(text.blocks, orientations(text.blocks), strict=True):
            on_its_side = landscape or is_turned
            if not isinstance(block, Table) or (block.filled_with and on_its_side):
                continue  # on its side the mandate table has the widths of the house style
            said = [[_said(cell, printer) for cell in row] for row in (block.header, *block.rows)]
            if block.filled_with:
                said += _mandates(dossier.dossier)
            columns = fit_columns(said[0], said[1:], LANDSCAPE if on_its_side else PORTRAIT)
            if not columns.too_wide:
                continue
            yield violation(
                block.header[0].span if block.header[0].content else block.span,
                "split" if on_its_side or not in_report else "turn",
                count=len(block.header),
                part=columns.too_wide,
                mark=_MARK,
            )


def _mandates(dossier: Dossier) -> list[list[CellText]]:
    """Return what the rows of the mandate table print."""
    rows = []
    for row in dossier.mandates.rows:
        terms = (write_date(each.until) if each.until else each.word for each in (row.mandate, row.framework))
        printed = map(typeset, (row.region, row.operation, row.basis, *terms))
        rows.append([CellText(text, text) for text in printed])
    return rows


def _said(cell: Cell, printer: Printer) -> CellText:
    """Return what a cell prints."""
    segments = flatten(cell.content, printer)
    text = typeset("".join(each.text for each in segments))
    dutch = list(text)
    for each in segments:
        if each.style.language:
            dutch[each.start : each.end] = FOREIGN * (each.end - each.start)
    return CellText(text, "".join(dutch))
