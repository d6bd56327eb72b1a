# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on periods in the texts: that of the report, and those that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from jvom.analysis.date_expressions import DateExpression, Period
from jvom.analysis.entities import entities
from jvom.analysis.phrases import Phrase
from jvom.analysis.years import Year, YearRange
from jvom.checks.report_period import (
    ReportPeriod,
    is_complete,
    months_of,
    period_claims,
    period_of_report,
)
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.dates.calendar_years import calendar_years
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.source import Span


@rule("DAT010", ERROR, Scope.TEXTS)
def period_differs(texts: Texts) -> Iterator[Violation]:
    """The reporting period is different or shorter here than in the dossier."""
    if isinstance(texts, DossierView):
        yield from _odd_declared_period(texts)
    own = texts.memo(period_of_report)
    if own is None:
        return
    for wrong in (*_wrong_ends(texts, own), *_vague_claims(texts, own), *_wrong_claims(texts, own)):
        place = () if wrong.severity else own.span
        yield structs.replace(wrong, values={**wrong.values, **own.words}, related=place)


#: A subtitle of years alone: "2025-2026".
_YEARS_ALONE = pattern(r"(?:(?:19|20)\d\d\W{0,3}){1,2}")
_PERIOD = "verslagperiode|rapportageperiode"
_BEGINNING = Phrase(
    f"{_PERIOD} begint|begon|startte|start op|in|met? date={{date}}",
    f"{_PERIOD} loopt|liep vanaf op|in|met? date={{date}}",
)
_END = Phrase(
    f"{_PERIOD} eindigt|eindigde|sluit|sloot op|in|met? date={{date}}",
    f"{_PERIOD} loopt|liep tot en met op|in|met? date={{date}}",
    "dit|deze|het rapport|rapportage|voortgangsrapportage|verslag loopt|reikt tot en met date={date}",
    "{start} dit|deze rapport|rapportage|verslag ...14 en loopt|reikt tot en met date={date}",
)


def _vague_claims(texts: Texts, own: ReportPeriod) -> Iterator[Violation]:
    """Yield years that are given as the period, and are not the year that it is."""
    report = texts.data.report if isinstance(texts, DossierView) else None
    own_year = own.first.year if own.months == ((own.first.year, 1), (own.first.year, 12)) else None
    if report and _YEARS_ALONE.fullmatch(report.subtitle) and report.subtitle != str(own_year):
        yield violation(report.at.value("subtitle"), "cover-without-months", severity=WARNING)
    for span, year in calendar_years(texts):
        if own_year is None:
            yield violation(span, "calendar-year", severity=WARNING)
        elif year != own_year:
            yield violation(span, "other-period", severity=WARNING)


def _wrong_ends(texts: Texts, own: ReportPeriod) -> Iterator[Violation]:
    """Yield wrong dates for the beginning or end."""
    for phrase, right, wording in ((_BEGINNING, own.first, "beginning"), (_END, own.last, "end")):
        for match in phrase.find(texts):
            days = match.value("date", DateExpression).days
            if days and not days[0] <= right <= days[1]:
                yield violation(match.passage.span_of(match["date"]), wording)


def _odd_declared_period(dossier: DossierView) -> Iterator[Violation]:
    period = dossier.data.period
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    if months != 12:
        end, severity = ("from", WARNING) if months > 0 else ("to", None)
        yield violation(period.at.value(end), "not-a-year", severity=severity)


def _wrong_claims(texts: Texts, own: ReportPeriod) -> Iterator[Violation]:
    """Yield periods and years other than that of the report, or written in another way."""
    year = texts.data.year if isinstance(texts, DossierView) else None
    for claim in texts.memo(period_claims):
        about = claim.about
        if isinstance(about, Period):
            yield from _wrong_period(claim.span, about, own)
        elif isinstance(about, YearRange):
            years = claim.passage.text[about.start : about.end]
            yield violation(claim.span, "only-years", years=years, severity=WARNING)
        elif isinstance(about, Year) and year and about.number != year:
            yield violation(claim.span, "other-year", year=about.number, right=year)


def _wrong_period(span: Span, period: Period, own: ReportPeriod) -> Iterator[Violation]:
    """Yield what is wrong with a period that is said to be that of the report."""
    # The days, if given, are the first and the last of the period.
    whole = period.first.day in (None, 1) and period.last.day in (None, own.last.day)
    if not is_complete(period):
        yield violation(span, "incomplete", severity=WARNING)
    elif months_of(period) != own.months or not whole:
        yield violation(span, "other-period")
    elif period.joined == "tot":
        yield violation(span, "excludes-last", month=period.last.text, severity=WARNING)
    elif (joined := period.joined) != "tot en met":
        yield violation(span, "joined", joined=joined, severity=WARNING if joined == "-" else INFO)


_YEARS = Phrase("first={year} (tot en met|t/m|tot) last={year}")
#: What a number names, so that it is no day: "artikel 2 tot 1 januari 2017".
_NUMBERED = Phrase("artikel|artikelen|lid|onderdeel|paragraaf|hoofdstuk|bijlage|nummer|nr|regel")


@rule("DAT011", ERROR, Scope.TEXTS)
def period_backwards(texts: Texts) -> Iterator[Violation]:
    """A period ends before it begins."""
    backwards: list[Span] = []
    for passage in texts.passages:
        backwards += (
            match.span
            for match in (_YEARS.find_in(passage) if len(passage.years) > 1 else ())
            if match.value("first", Year).number > match.value("last", Year).number
        )
        backwards += (
            passage.span_of(years)
            for years in entities(passage, "years")
            if years.joined != "/" and 1000 < years.last < years.first
        )
        for period in passage.periods:
            first, last = period.first.days, period.last.days
            if not first or not last or first[0] <= last[1]:
                continue
            if _NUMBERED.match_before(passage, period.start):
                continue
            if period.first.shared != "year":
                backwards.append(passage.span_of(period))
                continue
            yield violation(passage.span_of(period), "year-missing", severity=WARNING)
    for span in backwards:
        yield violation(span, "backwards")
