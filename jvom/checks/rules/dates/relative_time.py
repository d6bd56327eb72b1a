# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""DAT006: dates before or after that of the document: "jl.", "a.s."."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec.structs import replace

from jvom.analysis.date_expressions import DateExpression
from jvom.checks.reference_dates import ReferenceDate, reference_date
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView

_ONE_YEAR = datetime.timedelta(366)
#: Beyond these, a date without a year is more likely on the other side of today.
_TOO_LONG_AGO, _TOO_FAR_AHEAD = datetime.timedelta(300), datetime.timedelta(240)


@rule("DAT006", ERROR, Scope.FRAGMENT)
def wrong_side_of_today(text: TextView) -> Iterator[Violation]:
    """The date does not go with "jl." or "a.s."."""
    for passage in text.passages:
        for date in passage.dates:
            if not date.qualifier or date.month is None:
                continue
            reference = reference_date(text, passage)
            if wrong := _wrong_side(date, reference):
                span, written = passage.span_of(date), " ".join(date.text.split())
                day, word = reference.day, date.qualifier_written
                severity = ERROR if wrong in ("after", "before") else WARNING
                yield violation(span, wrong, date=written, day=day, word=word, severity=severity)


def _wrong_side(date: DateExpression, reference: ReferenceDate) -> str:
    """Return the id of what is wrong with a date that looks back or ahead, if anything."""
    past, certain = date.qualifier == "past", reference.certain
    if date.days is None:
        if not certain or not _far_off(date, reference.day, past=past):
            return ""
        return "almost-a-year-before" if past else "long-after"
    first, last = date.days
    if past and first > reference.day:
        return "after"
    if past and certain and reference.day - last > _ONE_YEAR:
        return "over-a-year-before"
    return "before" if not past and certain and last < reference.day else ""


def _far_off(date: DateExpression, today: datetime.date, *, past: bool) -> bool:
    """Tell whether a date without a year is long ago, or far ahead, in the direction that it claims."""
    for year in (today.year, today.year - 1 if past else today.year + 1):
        days = None if date.year_written else replace(date, year=year).days
        if days and past and days[0] <= today:
            return today - days[1] > _TOO_LONG_AGO
        if days and not past and days[1] >= today:
            return days[0] - today > _TOO_FAR_AHEAD
    return False
