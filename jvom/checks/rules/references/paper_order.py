# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates of parliamentary papers: they rise with the numbers in a dossier, and each paper has one."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from jvom.checks.rising import longest_rising
from jvom.checks.rule import ERROR, Scope, Violation, rule
from jvom.checks.rules.references.kamerstukken import papers, printed_dossier
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import write_date
from jvom.findings import Related
from jvom.messages import msg
from jvom.source import Span


class DatedPaper(msgspec.Struct, frozen=True):
    """A paper with its date, from the register or a citation: the first and last day that it can mean."""

    dossier: str
    number: int
    first: datetime.date
    last: datetime.date
    span: Span
    registered: bool

    @property
    def name(self) -> str:
        return f"{self.dossier}, nr. {self.number}"

    @property
    def exact(self) -> bool:
        return self.first == self.last


def dated_papers(texts: Texts) -> tuple[DatedPaper, ...]:
    """Return the papers with a date: those in the register, then those in the texts in reading order."""
    dated: list[DatedPaper] = []
    if isinstance(texts, DossierView):
        for _, paper in papers(texts):
            date, span = paper.date, paper.at.value("date")
            dated.append(
                DatedPaper(printed_dossier(paper), paper.number, date.earliest, date.latest, span, True)
            )
    for passage in texts.passages:
        for cited in passage.citations:
            days = cited.date.days if cited.date else None
            number = cited.numbers[0] if cited.kind == "kamerstuk" and len(cited.numbers) == 1 else ""
            if not (cited.date and days and number.isdigit() and cited.dossier):
                continue
            if passage.is_typed(cited.start, cited.date.end):
                span = passage.span_of(cited.date)
                dated.append(DatedPaper(cited.dossier, int(number), *days, span, False))
    return tuple(dated)


@rule("REF007", ERROR, Scope.TEXTS)
def numbers_against_dates(texts: Texts) -> Iterator[Violation]:
    """Within a dossier the numbers do not rise with the dates."""
    by_dossier: dict[str, dict[int, DatedPaper]] = {}
    for paper in texts.memo(dated_papers):
        # `two_dates` reports a second date for the same number.
        by_dossier.setdefault(paper.dossier, {}).setdefault(paper.number, paper)
    for listed in by_dossier.values():
        order = sorted(listed.values(), key=lambda paper: (paper.number, paper.first))
        # The register takes precedence over typed citations.
        rising = _longest_rising([paper for paper in order if paper.registered and paper.exact])
        consistent = [
            paper for paper in order if paper in rising or (paper.exact and not _contradicted(paper, rising))
        ]
        rising = _longest_rising(consistent)
        for paper in order:
            other = _contradicted(paper, rising)
            if other is None:
                continue
            values = {"name": paper.name, "other": other.name, "day": write_date(other.first)}
            yield Violation(
                paper.span,
                msg("{name} heeft een hoger nummer dan {other} van {day}, en is toch ouder", **values)
                if paper.number > other.number
                else msg("{name} heeft een lager nummer dan {other} van {day}, en is toch jonger", **values),
                msg("zoek het stuk op: het nummer of de datum is fout"),
                related=(Related(other.span, msg("dit is de datum van {name}", name=other.name)),),
            )


def _contradicted(paper: DatedPaper, rising: list[DatedPaper]) -> DatedPaper | None:
    """Return the neighbour in a rising sequence that a paper contradicts."""
    place = bisect_left(rising, paper.number, key=lambda each: each.number)
    below = next((each for each in rising[max(0, place - 1) : place] if each.first > paper.last), None)
    above = next((each for each in rising[place : place + 2] if each.number > paper.number), None)
    return below or (above if above and paper.first > above.last else None)


def _longest_rising(order: list[DatedPaper]) -> list[DatedPaper]:
    """Return the longest sequence of papers, ordered by number, whose dates don't go back."""
    return [order[number] for number in longest_rising([paper.first for paper in order])]


@rule("REF011", ERROR, Scope.TEXTS)
def two_dates(texts: Texts) -> Iterator[Violation]:
    """A Kamerstuk has another date here than elsewhere."""
    first: dict[tuple[str, int], DatedPaper] = {}
    for paper in texts.memo(dated_papers):
        known = first.setdefault((paper.dossier, paper.number), paper)
        if paper.last < known.first or paper.first > known.last:
            yield Violation(
                paper.span,
                msg("{name} is elders van {day}", name=paper.name, day=write_date(known.first)),
                msg("zoek op welke datum klopt"),
                related=(Related(known.span, msg("dit is de andere datum")),),
            )


RULES = (numbers_against_dates, two_dates)
