# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The sources of a dossier or text that have a date: those in the register, and those that are typed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec

from jvom.checks.reference_dates import ReferenceDate, reference_date
from jvom.checks.views import DossierView, Texts
from jvom.dutch.kamerstukken import write_dossier
from jvom.model import Kamerstuk
from jvom.source import Span


class DatedSource(msgspec.Struct, frozen=True):
    """A source with the first and last day that its date can mean; `here` is the date of what cites it.

    `dossier` is "" for what is not one parliamentary paper.
    """

    is_paper: bool
    dossier: str
    number: int
    first: datetime.date
    last: datetime.date
    span: Span
    here: ReferenceDate
    is_registered: bool

    @property
    def name(self) -> str:
        return f"{self.dossier}, nr. {self.number}"

    @property
    def is_exact(self) -> bool:
        return self.first == self.last


def dated_sources(texts: Texts) -> tuple[DatedSource, ...]:
    """Return the sources with a date: those in the register, then those in the texts in reading order."""
    return (*(_registered(texts) if isinstance(texts, DossierView) else ()), *_typed(texts))


def _registered(dossier: DossierView) -> Iterator[DatedSource]:
    sent = ReferenceDate(dossier.data.presentation_date, True)
    for each in dossier.dossier.references.references.values():
        paper = (write_dossier(each.dossier), each.number) if isinstance(each, Kamerstuk) else ("", 0)
        date, span = each.date, each.at.value("date")
        yield DatedSource(bool(paper[1]), *paper, date.earliest, date.latest, span, sent, True)


def _typed(texts: Texts) -> Iterator[DatedSource]:
    for text in texts.texts:
        for passage in text.passages:
            for cited in passage.citations:
                days = cited.date.days if cited.date else None
                if not (cited.date and days and passage.is_typed(cited.start, cited.date.end)):
                    continue
                number = cited.numbers[0] if cited.kind == "kamerstuk" and len(cited.numbers) == 1 else ""
                paper = (cited.dossier, int(number)) if number.isdigit() else ("", 0)
                here, span = reference_date(text, passage), passage.span_of(cited.date)
                yield DatedSource(cited.kind == "kamerstuk", *paper, *days, span, here, False)
