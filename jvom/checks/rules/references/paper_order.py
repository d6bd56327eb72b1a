# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates of parliamentary papers: they rise with the numbers in a dossier, and each paper has one."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.rule import ERROR, Scope, Violation, rule
from jvom.checks.rules.references.kamerstukken import papers, printed_dossier
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import write_date
from jvom.findings import Related
from jvom.messages import msg

if TYPE_CHECKING:
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
            if (
                cited.kind != "kamerstuk"
                or cited.date is None
                or len(cited.numbers) != 1
                or not cited.dossier
            ):
                continue
            days = cited.date.days
            if days and cited.numbers[0].isdigit() and passage.is_typed(cited.start, cited.date.end):
                span = passage.span(cited.date.start, cited.date.end)
                dated.append(DatedPaper(cited.dossier, int(cited.numbers[0]), *days, span, False))
    return tuple(dated)


@rule("REF007", ERROR, Scope.TEXTS, msg("In een dossier lopen de nummers niet op met de data"))
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
    below = rising[place - 1] if place else None
    above = next((each for each in rising[place : place + 2] if each.number > paper.number), None)
    if below is not None and below.first > paper.last:
        return below
    if above is not None and paper.first > above.last:
        return above
    return None


def _longest_rising(order: list[DatedPaper]) -> list[DatedPaper]:
    """Return the longest sequence of papers, ordered by number, whose dates don't go back."""
    if not order:
        return []
    days: list[datetime.date] = []
    ends: list[int] = []
    previous: list[int] = []
    for number, paper in enumerate(order):
        place = bisect_right(days, paper.first)
        previous.append(ends[place - 1] if place else -1)
        if place == len(days):
            days.append(paper.first)
            ends.append(number)
        else:
            days[place], ends[place] = paper.first, number
    run, at = [], ends[-1]
    while at >= 0:
        run.append(order[at])
        at = previous[at]
    return run[::-1]


@rule("REF011", ERROR, Scope.TEXTS, msg("Een Kamerstuk heeft hier een andere datum dan elders"))
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
