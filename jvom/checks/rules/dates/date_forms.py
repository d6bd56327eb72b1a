# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on written dates: impossible ones, and wrong weekdays."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterator

from msgspec.structs import replace

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.checks.reference_dates import reference_date
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView
from jvom.dutch.dates import MONTHS, WEEKDAYS


@rule("DAT001", ERROR, Scope.FRAGMENT, local=True)
def impossible_date(text: TextView) -> Iterator[Violation]:
    """A date does not exist."""
    for passage in text.passages:
        for date in passage.dates:
            if date.impossible:
                yield _impossible(passage, date)


def _impossible(passage: Passage, date: DateExpression) -> Violation:
    span, written = passage.span_of(date), " ".join(date.text.split())
    if date.month is None or not 1 <= date.month <= 12:
        return violation(span, "no-month", date=written)
    last = monthrange(date.year or 2024, date.month)[1]
    month = MONTHS[date.month] + (f" {date.year}" if date.month == 2 and date.year else "")
    return violation(span, "no-day", date=written, month=month, last=last)


@rule("DAT002", ERROR, Scope.FRAGMENT, local=True)
def wrong_weekday(text: TextView) -> Iterator[Violation]:
    """The day of the week does not go with the date."""
    for passage in text.passages:
        for date in passage.dates:
            if date.weekday is None or date.day is None or date.month is None:
                continue
            day, certain = date.date, True
            if day is None and not date.year_written and not date.impossible:
                day, certain = _nearest_to_document(text, passage, date), False
            if day is None or day.weekday() == date.weekday:
                continue
            yield violation(
                passage.span_of(date),
                day=day,
                right=WEEKDAYS[day.weekday()],
                written=WEEKDAYS[date.weekday],
                severity=None if certain else WARNING,
            )


def _nearest_to_document(text: TextView, passage: Passage, date: DateExpression) -> datetime.date | None:
    """Return the date in the year that is nearest to that of the document, if that is known."""
    reference = reference_date(text, passage)
    if not reference.certain:
        return None
    years = range(reference.day.year - 1, reference.day.year + 2)
    days = [day for year in years if (day := replace(date, year=year).date)]
    return min(days, key=lambda day: abs(day - reference.day), default=None)
