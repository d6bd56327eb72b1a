# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Values that are still null: references, dates, figures."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.messages import Message, msg
from jvom.model import DossierData, Record
from jvom.resolving.figures import write_value


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


RULES = (open_value,)
