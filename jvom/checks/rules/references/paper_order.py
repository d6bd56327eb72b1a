# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates of parliamentary papers: they rise with the numbers in a dossier, and each paper has one."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.reference_dates import interval
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
            days = interval(cited.date)
            if days and cited.numbers[0].isdigit() and passage.is_typed(cited.start, cited.date.end):
                span = passage.span(cited.date.start, cited.date.end)
                dated.append(DatedPaper(cited.dossier, int(cited.numbers[0]), *days, span, False))
    return tuple(dated)


@rule(
    "REF007",
    "numbers-against-dates",
    ERROR,
    Scope.TEXTS,
    msg("In een dossier lopen de nummers niet op met de data"),
)
def numbers_against_dates(texts: Texts) -> Iterator[Violation]:
    """Meldt een Kamerstuk dat ouder is dan een stuk met een lager nummer in hetzelfde dossier.

    De regel neemt het register en de getypte aanhalingen met een datum samen, en meldt de stukken die de
    reeks breken, met het stuk ernaast.

    ## Waarom

    De Kamer nummert op volgorde. Loopt het nummer terug, dan is het nummer of de datum fout.

    ## Voorbeelden

    ```fout references.yml
    references:
      kst-29521-512:
        type: kamerstuk
        dossier: "29521"
        number: 512
        date: 2025-03-27
        title: Kamerbrief

    === verwacht
    2025-03-27
    ```

    ```fout
    Zie Kamerstuk 29 521, nr. 505 van 3 maart 2024.

    === verwacht
    3 maart 2024
    ```

    ```goed references.yml
    references:
      kst-29521-512: {type: kamerstuk, dossier: "29521", number: 512, date: 2026-03-27, title: Kamerbrief}
      kst-29521-511: {type: kamerstuk, dossier: "29521", number: 511, date: 2026-03-09, title: Kamerbrief}
      kst-23432-631: {type: kamerstuk, dossier: "23432", number: 631, date: "2026", title: Kamerbrief}
    ```

    ```goed
    Zie Kamerstuk 29 521, nr. 505 van 3 maart 2026 en Kamerstuk 27 925, nr. 942 van 3 maart 2023.
    ```

    ## Herstellen

    Zoek het stuk op en verbeter het nummer of de datum.
    """
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
                msg("{name} is ouder dan {other}, van {day}", **values)
                if paper.number > other.number
                else msg("{name} is jonger dan {other}, van {day}", **values),
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


@rule("REF011", "two-dates", ERROR, Scope.TEXTS, msg("Een Kamerstuk heeft hier een andere datum dan elders"))
def two_dates(texts: Texts) -> Iterator[Violation]:
    """Meldt een Kamerstuk dat op twee plaatsen een andere datum heeft.

    De regel legt een getypte aanhaling naast `references.yml`, of naast een eerdere aanhaling.

    ## Waarom

    Een van de twee is fout. Vaak is de ene de dag van de brief en de andere die van de druk.

    ## Voorbeelden

    ```fout
    Zie Kamerstuk 29 521, nr. 493 van 14 april 2025.

    === verwacht
    14 april 2025
    ```

    ```fout
    Zie 27 925, nr. 942, d.d. 3 maart 2023. Dat stuk (Kamerstuk 27 925, nr. 942, 13 maart 2023) is besproken.

    === verwacht
    13 maart 2023
    ```

    ```goed
    Zie Kamerstuk 29 521, nr. 493 van 4 april 2025, Kamerstuk 29 521, nr. 493 van april 2025 en nr. 510 van 9
    maart.
    ```

    ## Herstellen

    Neem de dagtekening van de brief zelf, en haal het stuk aan met `[@naam, datum]`.
    """
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
