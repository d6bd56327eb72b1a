# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on the dates of a dossier, against the calendar, its year and one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.phrases import Phrase, Reads
from jvom.calendar import ACCOUNTABILITY_DAY, BUDGET_DAY, YearlyDay
from jvom.checks.other_dossiers import Dated, decision_dates, nota_dates, sent_dates
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import WEEKDAYS

#: What may come between a day's name and its date: "Verantwoordingsdag, 20 mei", "(MR) van 8 mei".
_LINK = "op|van|is|valt|vergadert|zijnde|dit|jaar|in"
_TO_DATE = rf"(\(=MR\))? ,|:? {_LINK}...4? ({{digits}} ,? {_LINK}...2?)? (d.d.)? \(? date={{date}}"
#: A date from the data is checked where it is declared.
_COUNCIL = Phrase(f"(ministerraad|raad van ministers|=MR) {_TO_DATE.replace('{date}', '{date:!computed}')}")


@cache
def _named_days(presentation: YearlyDay) -> tuple[tuple[YearlyDay, Phrase], ...]:
    """Return the days that recur each year, with phrases of their name beside a date."""
    named = [("verantwoordingsdag", ACCOUNTABILITY_DAY), ("prinsjesdag", BUDGET_DAY)]
    described = dict.fromkeys((ACCOUNTABILITY_DAY, BUDGET_DAY, presentation))
    named += [(str(day).replace(" van ", " (van|in) "), day) for day in described]
    return tuple(
        (day, Phrase(f"name=({name}) {_TO_DATE}", rf"date={{date}} ,? \(? op? name=({name})"))
        for name, day in named
    )


@cache
def _lookalike(day: YearlyDay) -> Phrase:
    """Return the descriptions that are easily confused with that of a day."""
    rank, weekday, *month = str(day).split()
    ranks = "|".join(other for other in YearlyDay.WORDS[0] if other != rank)
    weekdays = "|".join(other for other in WEEKDAYS[:5] if other != weekday)
    return Phrase(" ".join((ranks, weekday, *month)), " ".join((rank, weekdays, *month)))


#: Those of the usual day are compiled with the package, as all phrases that a module has.
_OF_THE_USUAL_DAY = (_named_days(ACCOUNTABILITY_DAY), _lookalike(ACCOUNTABILITY_DAY))


@rule("DAT003", WARNING, Scope.TEXTS, worst=ERROR)
def presentation_day(texts: Texts) -> Iterator[Violation]:
    """The presentation is not on the third Wednesday of May."""
    presentation = texts.settings.calendar.presentation
    if isinstance(texts, DossierView):
        day = texts.data.presentation_date
        right = presentation.in_year(day.year)
        if day != right:
            place = texts.data.at.value("presentation_date")
            yield violation(place, "other-day", day=day, description=str(presentation), right=right)
    for match in _lookalike(presentation).find(texts, Reads.TYPED):
        yield violation(match.span, "day-in-text", description=str(presentation))
    for yearly, named in _named_days(presentation):
        for match in named.find(texts):
            written = match.value("date", DateExpression).date
            if written and written != (right := yearly.in_year(written.year)):
                span = match.passage.span_of(match["date"])
                name, year = match.written("name"), written.year
                yield violation(
                    span, "date-in-text", name=name, year=year, right=right, written=written, severity=ERROR
                )


@rule("DAT004", WARNING, Scope.TEXTS)
def council_not_on_friday(texts: Texts) -> Iterator[Violation]:
    """The council of ministers is not on a Friday."""
    usual = texts.settings.calendar.council
    stated = [
        (match.passage.span_of(match["date"]), match.value("date", DateExpression).date)
        for match in _COUNCIL.find(texts)
    ]
    if isinstance(texts, DossierView):
        stated.append((texts.data.at.value("council_of_ministers"), texts.data.council_of_ministers))
    for span, day in stated:
        if day and day.weekday() != usual.weekday_number:
            yield violation(span, day=day, weekday=WEEKDAYS[day.weekday()], usual=usual.weekday)


@rule("DAT005", ERROR, Scope.DOSSIER)
def documents_out_of_order(dossier: DossierView) -> Iterator[Violation]:
    """The dates of nota, council of ministers, letter and report contradict one another."""
    data = dossier.data
    _, council = decision_dates(data)
    first = min(sent_dates(data), key=attrgetter("day"), default=council)
    for advised in nota_dates(data):
        if advised.day > (before := min(council, first, key=attrgetter("day"))).day:
            yield _dated_after(advised, before)
    if council.day > first.day:
        yield _dated_after(council, first)
    end = data.period.last.last_day
    if first is not council and first.day <= end:
        place, what, day = data.period.at.value("to"), first.what, first.day
        yield violation(place, "before-period-ends", end=end, what=what, first=day, related=first.span)


def _dated_after(later: Dated, earlier: Dated) -> Violation:
    what, other, before = later.what, earlier.what, earlier.day
    return violation(
        later.span, "too-late", what=what, day=later.day, other=other, before=before, related=earlier.span
    )


@rule("DAT013", ERROR, Scope.DOSSIER)
def other_year(dossier: DossierView) -> Iterator[Violation]:
    """The reporting period or the day of presentation belongs to another year than the dossier."""
    data = dossier.data
    here = data.at.value("year")
    if data.period.first.year != data.year:
        yield violation(data.period.at.value("from"), "period", year=data.year, related=here)
    if data.presentation_date.year != data.year + 1:
        place = data.at.value("presentation_date")
        yield violation(place, "presentation", year=data.year, next=data.year + 1, related=here)
