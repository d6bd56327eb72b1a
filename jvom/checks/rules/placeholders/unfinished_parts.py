# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What is unfinished: drafts, empty cells, remarks that writers left for one another, values left null."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.tables import tables_of
from jvom.checks.views import DossierView, TextView
from jvom.messages import Message, msg
from jvom.model import DossierData, Record
from jvom.resolving.figures import write_value


@rule("PLH008", ERROR, Scope.DOSSIER)
def not_final(dossier: DossierView) -> Iterator[Violation]:
    """A fragment is still an outline or a draft."""
    for text in dossier.texts:
        if text.fragment is None or text.fragment.front.status == "final":
            continue
        front = text.fragment.front
        owner = ", ".join(text.fragment.owners) or msg("de eigenaar")
        if front.status == "review":
            yield violation(front.at.value("status"), "in-review", owner=owner, severity=INFO)
            continue
        wording = "not-final" if front.at.span.line else "without-status"
        what = msg("schets") if front.status == "outline" else msg("concept")
        yield violation(front.at.value("status"), wording, what=what, owner=owner)


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


_SHOWN = 60


@rule("PLH010", ERROR, Scope.FRAGMENT, local=True)
def open_remark(text: TextView) -> Iterator[Violation]:
    """A remark for a colleague is left."""
    for remark in text.remarks:
        said = " ".join(remark.text.split())
        shown = said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
        wording = "by-author" if remark.author else "anonymous"
        yield violation(remark.span, wording, author=remark.author, said=shown)


@rule("PLH011", ERROR, Scope.DOSSIER)
def open_value(dossier: DossierView) -> Iterator[Violation]:
    """A reference, date or figure is still open."""
    for record, key, what in _values(dossier.data):
        if getattr(record, key) is None:
            yield violation(record.at.value(key), "value", what=what)
    for name, figure in dossier.dossier.figures.figures.items():
        if figure.value is not None:
            continue
        was = "" if figure.last_year is None else write_value(figure, figure.last_year)
        wording = "figure-of-last-year" if was else "figure"
        yield violation(figure.at.value("value"), wording, name=name, was=was, source=figure.source)


def _values(data: DossierData) -> Iterator[tuple[Record, str, Message]]:
    """Yield the record and the key of each value that may be open, and what it is."""
    for each in data.letter.recipients:
        yield each, "reference", msg("het kenmerk van de brief «{id}»", id=each.id)
        yield each, "date", msg("de datum van de brief «{id}»", id=each.id)
    if data.nota:
        yield data.nota, "reference", msg("het kenmerk van de nota")
        yield data.nota, "date", msg("de datum van de nota")
    if data.report:
        yield data.report, "date", msg("de datum van het rapport")
