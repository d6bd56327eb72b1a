# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""References and dates that a document of an earlier year has already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jvom.checks.rule import ERROR, Scope, Violation, rule
from jvom.checks.views import DossierView
from jvom.dutch.dates import write_date
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.model import DossierData
from jvom.source import Span


@rule("VRG001", ERROR, Scope.DOSSIER, msg("Een kenmerk is dat van een stuk van een eerder jaar"))
def reference_of_earlier_year(dossier: DossierView) -> Iterator[Violation]:
    """A reference is that of a document of an earlier year."""
    known: dict[str, Span] = {}
    for earlier in reversed(dossier.earlier):
        for typed, place in _references(earlier.data) if earlier.data else ():
            known[_plain(typed)] = place
    for fragment in (fragment for earlier in dossier.earlier for fragment in earlier.printed):
        text = _plain("\n".join(fragment.lines))
        for typed, _ in _references(dossier.data):
            if _plain(typed) in text:
                known.setdefault(_plain(typed), fragment.span)
    for typed, place in _references(dossier.data):
        if there := known.get(_plain(typed)):
            yield Violation(
                place,
                msg("het kenmerk {reference} is van een eerder jaar", reference=typed),
                msg("vraag het kenmerk van dit jaar op, of zet er null"),
                related=(Related(there, msg("hier staat het ook")),),
            )


def _plain(reference: str) -> str:
    return "".join(reference.split()).lower()


def _references(data: DossierData) -> Iterator[tuple[str, Span]]:
    for record in (*data.letter.recipients, data.nota):
        if record is not None and record.reference:
            yield record.reference, record.at.value("reference")


@rule("VRG002", ERROR, Scope.DOSSIER, msg("Een datum is die van een stuk van een eerder jaar"))
def date_of_earlier_year(dossier: DossierView) -> Iterator[Violation]:
    """A date is that of a document of an earlier year."""
    known = {
        day: place
        for earlier in reversed(dossier.earlier)
        if earlier.data
        for day, place, _ in _dates(earlier.data)
    }
    for day, place, what in _dates(dossier.data):
        if there := known.get(day):
            yield Violation(
                place,
                msg(
                    "{what} is van {day}, en dat is een datum van een eerder jaar",
                    what=what,
                    day=write_date(day),
                ),
                msg("zet de datum van dit jaar"),
                related=(Related(there, msg("hier staat die ook")),),
            )


def _dates(data: DossierData) -> Iterator[tuple[date, Span, Message]]:
    yield data.presentation_date, data.at.value("presentation_date"), msg("de aanbieding")
    yield data.council_of_ministers, data.at.value("council_of_ministers"), msg("de ministerraad")
    for recipient in data.letter.recipients:
        if recipient.date:
            yield recipient.date, recipient.at.value("date"), msg("de brief")
    if data.nota and data.nota.date:
        yield data.nota.date, data.nota.at.value("date"), msg("de nota")
    if data.report and data.report.date:
        yield data.report.date, data.report.at.value("date"), msg("het rapport")


RULES = (reference_of_earlier_year, date_of_earlier_year)
