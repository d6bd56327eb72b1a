# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a dossier is compared by with its sisters and with those of earlier years: dates and references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from jvom.checks.rule import Violation, violation
from jvom.earlier_dossiers import EarlierDossier
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.model import DossierData
from jvom.sisters import Sister
from jvom.source import Span


class Dated(msgspec.Struct, frozen=True):
    """A date that dossier.yml gives, where, and what has it."""

    day: date
    span: Span
    what: Message


def decision_dates(data: DossierData) -> Iterator[Dated]:
    """Yield the days of presentation and of the council of ministers."""
    yield Dated(data.presentation_date, data.at.value("presentation_date"), msg("de aanbieding"))
    yield Dated(data.council_of_ministers, data.at.value("council_of_ministers"), msg("de ministerraad"))


def nota_dates(data: DossierData) -> Iterator[Dated]:
    """Yield the date of the nota, if it has one."""
    if data.nota and data.nota.date:
        yield Dated(data.nota.date, data.nota.at.value("date"), msg("de nota"))


def letter_dates(data: DossierData) -> Iterator[Dated]:
    """Yield the dates of the letters that have one."""
    for recipient in data.letter.recipients:
        if recipient.date:
            yield Dated(recipient.date, recipient.at.value("date"), msg("de brief"))


def sent_dates(data: DossierData) -> Iterator[Dated]:
    """Yield the dates of the letters and the report, as far as they have one."""
    yield from letter_dates(data)
    if data.report and data.report.date:
        yield Dated(data.report.date, data.report.at.value("date"), msg("het rapport"))


def references_of(data: DossierData) -> Iterator[tuple[str, Span]]:
    """Yield the references of letters and nota as typed, and their places."""
    for record in (*data.letter.recipients, data.nota):
        if record and record.reference:
            yield record.reference, record.at.value("reference")


def plain_reference(reference: str) -> str:
    """Return a reference in small letters without spaces, to compare it with another."""
    return "".join(reference.split()).lower()


def unreadable(dossiers: Iterable[Sister | EarlierDossier]) -> Iterator[Violation]:
    """Yield a violation for each dossier that can't be read, and so was not compared."""
    for dossier in dossiers:
        if dossier.problems:
            first = dossier.problems[0]
            yield violation(Span(dossier.path), id=dossier.id, related=[Related(first.span, first.what)])
