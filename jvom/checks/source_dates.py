# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates of the sources: complete, possible, and rising with the numbers of a dossier."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.kamerstukken import papers, printed_dossier
from jvom.checks.reading_day import day_words, interval, reading_day
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Slip, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.dates import WEEKDAYS
from jvom.dutch.holidays import holiday_name
from jvom.findings import Related
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.model import LooseDate
    from jvom.source import Span

_SUNDAY = 6
_OLD_YEARS = 5


class Dated(msgspec.Struct, frozen=True):
    """A paper with its date, from the register or from a citation: first and last day that are meant."""

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


def dated_papers(texts: Texts) -> tuple[Dated, ...]:
    """Return the papers with a date, of the register and typed in the texts, in reading order."""
    found: list[Dated] = []
    if isinstance(texts, DossierView):
        for _, paper in papers(texts):
            first, last = _days(paper.date)
            found.append(
                Dated(printed_dossier(paper), paper.number, first, last, paper.at.value("date"), True)
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
                found.append(Dated(cited.dossier, int(cited.numbers[0]), *days, span, False))
    return tuple(found)


def _days(date: LooseDate) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day that the date of a source may mean."""
    if date.exact:
        return date.exact, date.exact
    month = date.month or 12
    return date.earliest, datetime.date(date.year, month, monthrange(date.year, month)[1])


@rule(
    "REF006",
    "incomplete-source-date",
    WARNING,
    Scope.TEXTS,
    msg("De datum van een Kamerstuk is niet volledig"),
)
def incomplete_source_date(texts: Texts) -> Iterator[Slip]:
    """Meldt een Kamerstuk waarvan de dag, de maand of het jaar ontbreekt.

    In `references.yml`, en achter een getypte aanhaling. Een publicatie mag een maand of een jaar als datum
    hebben.

    ## Waarom

    Elk Kamerstuk heeft een dagtekening. Aan de volle datum ziet de lezer, en deze controle, of het nummer
    klopt.

    ## Voorbeelden

    ```fout references.yml
    references:
      kst-29521-510: {date: 2026-03}

    === verwacht
    2026-03
    ```

    ```fout
    Zie Kamerstuk 29 521, nr. 510 van maart 2026, en Kamerstuk 29 521, nr. 493 (4 april).

    === verwacht
    maart 2026
    4 april
    ```

    ```goed references.yml
    references:
      kst-29521-510: {date: 2026-03-09}
      evaluatie: {type: publicatie, title: Evaluatie, date: 2022-08}
    ```

    ```goed
    Zie Kamerstuk 29 521, nr. 510 van 9 maart 2026, en Kamerstuk 29 521, nr. 493.
    ```

    ## Herstellen

    Zoek de dagtekening op. Is zij niet te vinden, onderdruk de melding dan met die reden.
    """
    if isinstance(texts, DossierView):
        for _, paper in papers(texts):
            if not paper.date.exact:
                yield Slip(
                    paper.at.value("date"),
                    msg("van dit Kamerstuk ontbreekt de dag")
                    if paper.date.month
                    else msg("van dit Kamerstuk ontbreken dag en maand"),
                    msg("zoek de dagtekening op"),
                )
    for passage in texts.passages:
        for cited in passage.citations:
            date = cited.date
            if (
                date is None
                or cited.kind != "kamerstuk"
                or date.introduced
                or cited.date_joined.startswith("d")
            ):
                continue
            if date.day is None or (date.year is None and not date.qualifier):
                if not passage.is_typed(date.start, date.end):
                    continue
                yield Slip(
                    passage.span(date.start, date.end),
                    msg("de datum van dit Kamerstuk is niet volledig"),
                    msg("zoek de dagtekening op"),
                )


@rule(
    "REF007",
    "numbers-against-dates",
    ERROR,
    Scope.TEXTS,
    msg("In een dossier lopen de nummers niet op met de data"),
)
def numbers_against_dates(texts: Texts) -> Iterator[Slip]:
    """Meldt een Kamerstuk dat ouder is dan een stuk met een lager nummer in hetzelfde dossier.

    De regel neemt het register en de getypte aanhalingen met een datum samen. Zij meldt de stukken die de
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
    by_dossier: dict[str, dict[int, Dated]] = {}
    for paper in texts.once(dated_papers):
        # A second date for one number is for `two_dates`.
        by_dossier.setdefault(paper.dossier, {}).setdefault(paper.number, paper)
    for listed in by_dossier.values():
        order = sorted(listed.values(), key=lambda paper: (paper.number, paper.first))
        # The register is believed before what somebody typed.
        kept = _rising([paper for paper in order if paper.registered and paper.exact])
        agreed = [paper for paper in order if paper in kept or (paper.exact and not _against(paper, kept))]
        kept = _rising(agreed)
        for paper in order:
            other = _against(paper, kept)
            if other is None:
                continue
            values = {"name": paper.name, "other": other.name, "day": day_words(other.first)}
            yield Slip(
                paper.span,
                msg("{name} is ouder dan {other}, van {day}", **values)
                if paper.number > other.number
                else msg("{name} is jonger dan {other}, van {day}", **values),
                msg("zoek het stuk op: het nummer of de datum is fout"),
                related=(Related(other.span, msg("dit is de datum van {name}", name=other.name)),),
            )


def _against(paper: Dated, kept: list[Dated]) -> Dated | None:
    """Return the neighbour in a rising run that a paper contradicts."""
    place = bisect_left(kept, paper.number, key=lambda each: each.number)
    below = kept[place - 1] if place else None
    above = next((each for each in kept[place : place + 2] if each.number > paper.number), None)
    if below is not None and below.first > paper.last:
        return below
    if above is not None and paper.first > above.last:
        return above
    return None


def _rising(order: list[Dated]) -> list[Dated]:
    """Return the longest run of papers, in the order of their numbers, of which the dates do not go back."""
    if not order:
        return []
    days: list[datetime.date] = []
    ends: list[int] = []
    before: list[int] = []
    for number, paper in enumerate(order):
        place = bisect_right(days, paper.first)
        before.append(ends[place - 1] if place else -1)
        if place == len(days):
            days.append(paper.first)
            ends.append(number)
        else:
            days[place], ends[place] = paper.first, number
    run, at = [], ends[-1]
    while at >= 0:
        run.append(order[at])
        at = before[at]
    return run[::-1]


@rule(
    "REF008",
    "old-source",
    INFO,
    Scope.TEXTS,
    msg("Een aangehaald stuk is meer dan vijf jaar ouder dan het rapport"),
)
def old_source(texts: Texts) -> Iterator[Slip]:
    """Meldt een Kamerstuk of publicatie van meer dan vijf jaar voor de verslagperiode, ter overweging.

    Het register en getypte aanhalingen met een datum; in een los stuk gerekend vanaf de datum van het stuk.

    ## Waarom

    Een jaarlijkse rapportage steunt op stukken van nu. Een oud stuk is soms bedoeld, en vaak blijven staan.

    ## Voorbeelden

    ```fout references.yml
    references:
      evaluatie: {type: publicatie, title: Evaluatie, date: "2016"}

    === verwacht
    "2016"
    ```

    ```fout
    Zie Kamerstuk 29 521, nr. 226 van 22 januari 2014.

    === verwacht
    22 januari 2014
    ```

    ```goed references.yml
    references:
      evaluatie: {type: publicatie, title: Evaluatie, date: 2022-08}
    ```

    ## Herstellen

    Kijk of er een nieuwer stuk is. Is dit stuk bedoeld, dan hoeft er niets.
    """
    if isinstance(texts, DossierView):
        since = texts.data.period.first.first_day
        for reference in texts.dossier.references.references.values():
            if since - _days(reference.date)[1] > _OLD:
                yield _old(reference.at.value("date"), _days(reference.date)[1])
    for text in texts.texts:
        for passage in text.passages:
            for cited in passage.citations:
                if (
                    cited.kind != "kamerstuk"
                    or cited.date is None
                    or not passage.is_typed(cited.start, cited.end)
                ):
                    continue
                here, days = reading_day(text, passage), interval(cited.date)
                if days and here.certain and here.day - days[1] > _OLD + datetime.timedelta(366):
                    yield _old(passage.span(cited.date.start, cited.date.end), days[1])


_OLD = datetime.timedelta(366 * _OLD_YEARS)


def _old(span: Span, day: datetime.date) -> Slip:
    return Slip(
        span,
        msg("dit stuk is uit {year}", year=day.year),
        msg("kijk of er een nieuwer stuk is; is dit bedoeld, dan hoeft er niets"),
    )


@cache
def _year_only() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])d\.?d\.?\s{1,3}(?P<year>(?:19|20)\d\d)(?![\w-])")


@rule("REF010", "dated-without-day", WARNING, Scope.FRAGMENT, msg("Achter «d.d.» staat geen volledige datum"))
def dated_without_day(text: TextView) -> Iterator[Slip]:
    """Meldt "d.d." met alleen een maand of een jaar, of met een dag zonder jaar.

    ## Waarom

    "De dato" noemt de dag van een stuk. Zonder de dag is het stuk niet te vinden.

    ## Voorbeelden

    ```fout
    Zie de brief d.d. maart 2026 en het besluit dd. 9 maart; het verslag is d.d. 2025.

    === verwacht
    maart 2026
    9 maart
    2025
    ```

    ```fout
    Zie Kamerstuk 29 521, nr. 510, d.d. begin
    maart 2026.
    ```

    ```goed
    Zie de brief d.d. 9 maart 2026 en die d.d. 1 november jl. In maart 2026 volgde een derde, d.d. 27-03-2026.
    ```

    ## Herstellen

    Zoek de dag op. Is er alleen een maand, schrijf dan "van maart 2026".
    """
    for passage in text.passages:
        for date in passage.dates:
            if date.introduced and (date.day is None or (date.year is None and not date.qualifier)):
                yield _without_day(passage.span(date.start, date.end))
        if "dd" in passage.text or "d.d" in passage.text:
            for match in _year_only().finditer(passage.text):
                yield _without_day(passage.span(*match.span("year")))


def _without_day(span: Span) -> Slip:
    return Slip(
        span,
        msg("achter «d.d.» hoort een dag met maand en jaar"),
        msg("zoek de dag op, of schrijf «van» met de maand"),
    )


@rule("REF011", "two-dates", ERROR, Scope.TEXTS, msg("Een Kamerstuk heeft hier een andere datum dan elders"))
def two_dates(texts: Texts) -> Iterator[Slip]:
    """Meldt een Kamerstuk dat op twee plaatsen een andere datum heeft.

    Een getypte aanhaling tegen `references.yml`, of tegen een eerdere aanhaling.

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
    first: dict[tuple[str, int], Dated] = {}
    for paper in texts.once(dated_papers):
        known = first.setdefault((paper.dossier, paper.number), paper)
        if paper.last < known.first or paper.first > known.last:
            yield Slip(
                paper.span,
                msg("{name} is elders van {day}", name=paper.name, day=day_words(known.first)),
                msg("zoek op welke datum klopt"),
                related=(Related(known.span, msg("dit is de andere datum")),),
            )


@rule(
    "REF012",
    "source-from-the-future",
    ERROR,
    Scope.TEXTS,
    msg("Een bron is van na het stuk dat haar aanhaalt"),
)
def source_from_the_future(texts: Texts) -> Iterator[Slip]:
    """Meldt een Kamerstuk of publicatie met een datum na die van het stuk waarin de aanhaling staat.

    ## Waarom

    Wat nog niet verschenen is, kan niet aangehaald worden: de datum of het jaar is fout.

    ## Voorbeelden

    ```fout references.yml
    references:
      kst-29521-510: {date: 2026-06-09}

    === verwacht
    2026-06-09
    ```

    ```fout nota.md erbij
    Zie Kamerstuk 29 521, nr. 515 van 11 mei 2026.

    === verwacht
    11 mei 2026
    ```

    ```goed
    Zie Kamerstuk 29 521, nr. 515 van 11 mei 2026.
    ```

    ```goed references.yml
    references:
      evaluatie: {type: publicatie, title: Evaluatie, date: "2026"}
    ```

    ## Herstellen

    Zoek de datum op en verbeter haar.
    """
    if isinstance(texts, DossierView):
        sent = texts.data.presentation_date
        for reference in texts.dossier.references.references.values():
            if reference.date.earliest > sent:
                yield _later(reference.at.value("date"), sent)
    for text in texts.texts:
        for passage in text.passages:
            for cited in passage.citations:
                if cited.date is None or not passage.is_typed(cited.start, cited.date.end):
                    continue
                here, days = reading_day(text, passage), interval(cited.date)
                if days and days[0] > here.day:
                    yield _later(passage.span(cited.date.start, cited.date.end), here.day)


def _later(span: Span, day: datetime.date) -> Slip:
    return Slip(span, msg("deze bron is van na {day}", day=day_words(day)), msg("zoek de datum op"))


@rule(
    "DAT012",
    "source-on-a-day-off",
    INFO,
    Scope.TEXTS,
    msg("Een bron heeft de datum van een zondag of feestdag"),
)
def source_on_a_day_off(texts: Texts) -> Iterator[Slip]:
    """Meldt een bron die op een zondag of feestdag gedateerd is, ter overweging.

    ## Waarom

    De staat tekent zelden op zondag. Vaak is een cijfer van de datum verwisseld.

    ## Voorbeelden

    ```fout references.yml
    references:
      kst-29521-510: {date: 2026-03-08}

    === verwacht
    2026-03-08
    ```

    ```fout
    Zie Kamerstuk 29 521, nr. 493 van 27 april 2025 en Kamerstuk 29 521, nr. 508 van 25 december 2025.

    === verwacht
    27 april 2025
    25 december 2025
    ```

    ```goed references.yml
    references:
      kst-29521-510: {date: 2026-03-09}
      evaluatie: {type: publicatie, title: Evaluatie, date: 2026-03}
    ```

    ## Herstellen

    Zoek de datum op. Klopt zij, dan hoeft er niets.
    """
    if isinstance(texts, DossierView):
        for reference in texts.dossier.references.references.values():
            if reference.date.exact and (name := _day_off(reference.date.exact)):
                yield _off(reference.at.value("date"), name)
    for passage in texts.passages:
        for cited in passage.citations:
            day = cited.date.date if cited.date else None
            if (
                day
                and cited.date
                and passage.is_typed(cited.start, cited.date.end)
                and (name := _day_off(day))
            ):
                yield _off(passage.span(cited.date.start, cited.date.end), name)


def _day_off(day: datetime.date) -> str:
    return holiday_name(day) or (WEEKDAYS[_SUNDAY] if day.weekday() == _SUNDAY else "")


def _off(span: Span, name: str) -> Slip:
    return Slip(
        span, msg("dit is een dag waarop zelden getekend wordt: {name}", name=name), msg("zoek de datum op")
    )


RULES = (
    incomplete_source_date,
    numbers_against_dates,
    old_source,
    dated_without_day,
    two_dates,
    source_from_the_future,
)
DATE_RULES = (source_on_a_day_off,)
