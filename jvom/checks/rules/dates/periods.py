# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on the reporting period as the texts state it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.analysis.date_expressions import DateExpression, Period
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.years import Year, YearRange
from jvom.checks.reference_dates import interval
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.dates.report_period import (
    ReportPeriod,
    is_complete,
    months_of,
    period_claims,
    period_of_report,
)
from jvom.checks.views import DossierView, Texts
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import Message, msg


@rule("DAT010", ERROR, Scope.TEXTS, msg("De verslagperiode staat er anders of korter dan in het dossier"))
def period_differs(texts: Texts) -> Iterator[Violation]:
    """The reporting period is different or shorter here than in the dossier."""
    if isinstance(texts, DossierView):
        yield from _odd_declared_period(texts)
    reporting_period = texts.memo(period_of_report)
    if reporting_period is None:
        return
    yield from _wrong_ends(texts, reporting_period)
    report = texts.data.report if isinstance(texts, DossierView) else None
    if report and _YEARS_ALONE.fullmatch(report.subtitle):
        yield Violation(
            report.at.value("subtitle"),
            msg("het omslag zegt niet om welke maanden het gaat"),
            _advice(reporting_period),
            severity=WARNING,
        )
    for claim in texts.memo(period_claims):
        if isinstance(claim.about, Period):
            yield from _period_mismatches(reporting_period, claim.passage, claim.about)
        elif isinstance(claim.about, YearRange):
            years = claim.passage.text[claim.about.start : claim.about.end]
            yield Violation(
                claim.span,
                msg("«{years}» zegt niet om welke maanden het gaat", years=years),
                _advice(reporting_period),
                severity=WARNING,
            )
        elif isinstance(claim.about, Year) and isinstance(texts, DossierView):
            year, right = claim.about.number, texts.data.year
            if year != right:
                yield Violation(
                    claim.span,
                    msg("hier staat {year}, maar het dossier gaat over {right}", year=year, right=right),
                    msg("verbeter het jaar"),
                    related=(
                        Related(
                            texts.data.at.value("year"), msg("het dossier gaat over {right}", right=right)
                        ),
                    ),
                )


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
)


def _wrong_ends(texts: Texts, reporting_period: ReportPeriod) -> Iterator[Violation]:
    """Yield wrong dates for the beginning or end, and calendar years given as the period."""
    beginning = msg("dit is niet het begin van de verslagperiode")
    end = msg("dit is niet het einde van de verslagperiode")
    here = Related(
        reporting_period.span, msg("hier is het {first} tot en met {last}", **reporting_period.words)
    )
    for phrase, right, message in (
        (_BEGINNING, reporting_period.first, beginning),
        (_END, reporting_period.last, end),
    ):
        for match in phrase.find(texts):
            date = match.value("date", DateExpression)
            if date.year is None or not date.month:
                continue
            if (date.year, date.month) != (right.year, right.month) or date.day not in (None, right.day):
                span = match.passage.span(date.start, date.end)
                yield Violation(span, message, _advice(reporting_period), related=(here,))
    for match in _calendar_year(texts.memo(report_names)).find(texts):
        yield Violation(
            match.passage.span(match["year"].start, match["year"].end),
            msg("de verslagperiode is geen kalenderjaar"),
            _advice(reporting_period),
            severity=WARNING,
        )


@cache
def _calendar_year(names: ReportNames) -> Phrase:
    report = names.phrase("rapportage", "verslag", "verslagperiode")
    return Phrase(f"{report} ...8 year=(kalenderjaar {{year}})")


def _odd_declared_period(dossier: DossierView) -> Iterator[Violation]:
    period = dossier.data.period
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    if months < 1:
        yield Violation(
            period.at.value("to"),
            msg("de periode eindigt voor het begin"),
            msg("verbeter een van de twee maanden"),
        )
    elif months != 12:
        yield Violation(
            period.at.value("from"),
            msg("de periode telt {months} maanden; de rapportage is jaarlijks", months=months),
            msg("kijk na of de maanden kloppen, en onderdruk de melding als dat zo is"),
            severity=WARNING,
        )


def _period_mismatches(
    reporting_period: ReportPeriod, passage: Passage, period: Period
) -> Iterator[Violation]:
    first, last = period.first, period.last
    span = passage.span(period.start, period.end)
    if not is_complete(period):
        yield Violation(
            span,
            msg("de periode is niet volledig: er ontbreekt een jaar of een maand"),
            _advice(reporting_period),
            severity=WARNING,
        )
    elif months_of(period) != reporting_period.months or not _covers_whole_months(
        reporting_period, first, last
    ):
        yield Violation(
            span,
            msg("dit is niet de verslagperiode van het dossier"),
            _advice(reporting_period),
            related=(
                Related(
                    reporting_period.span,
                    msg("hier is het {first} tot en met {last}", **reporting_period.words),
                ),
            ),
        )
    elif period.joined == "tot":
        yield Violation(
            span,
            msg("«tot {last}» sluit die maand uit", last=last.text),
            _advice(reporting_period),
            severity=WARNING,
        )
    elif period.joined in ("-", "–", "t/m"):
        yield Violation(
            span,
            msg("tussen de maanden staat «{joined}» in plaats van «tot en met»", joined=period.joined),
            _advice(reporting_period),
            severity=WARNING if period.joined == "-" else INFO,
        )


def _covers_whole_months(reporting_period: ReportPeriod, first: DateExpression, last: DateExpression) -> bool:
    """Tell whether the days, if given, are the first and the last of the period."""
    return first.day in (None, 1) and last.day in (None, reporting_period.last.day)


def _advice(reporting_period: ReportPeriod) -> Message:
    return msg("elders is de verslagperiode {first} tot en met {last}", **reporting_period.words)


_YEARS = Phrase("first={year} (tot en met|t/m|tot) last={year}")


@rule("DAT011", ERROR, Scope.TEXTS, msg("Een periode eindigt voor het begin"))
def period_backwards(texts: Texts) -> Iterator[Violation]:
    """A period ends before it begins."""
    for passage in texts.passages:
        for period in passage.periods:
            first, last = interval(period.first), interval(period.last)
            if first is None or last is None or first[0] <= last[1]:
                continue
            year_shared = period.first.shared == "year"
            yield Violation(
                passage.span(period.start, period.end),
                msg("zo eindigt de periode voor het begin: het eerste jaar ontbreekt")
                if year_shared
                else msg("deze periode eindigt voor het begin"),
                msg("zet bij beide het jaar") if year_shared else msg("zoek op welke van de twee fout is"),
                severity=WARNING if year_shared else None,
            )
    backwards = [
        (match.passage, match.start, match.end)
        for match in _YEARS.find(texts)
        if match.value("first", Year).number > match.value("last", Year).number
    ]
    backwards += [
        (passage, years.start, years.end)
        for passage in texts.passages
        for years in passage.year_ranges
        if years.joined != "/" and 1000 < years.last < years.first
    ]
    for passage, start, end in backwards:
        yield Violation(
            passage.span(start, end),
            msg("deze periode eindigt voor het begin"),
            msg("zoek op welk van de twee jaren fout is"),
        )


RULES = (period_differs, period_backwards)
