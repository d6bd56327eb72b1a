# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""DAT006: dates before or after that of the document: "jl.", "a.s."."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec.structs import replace

from jvom.analysis.date_expressions import DateExpression
from jvom.checks.reference_dates import ReferenceDate, reference_date
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.dutch.dates import write_date
from jvom.findings import Severity
from jvom.messages import Message, msg

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
                message, severity = wrong
                yield Violation(
                    passage.span(date.start, date.end),
                    message,
                    msg("schrijf de volle datum, zonder «{word}»", word=date.qualifier_written),
                    severity=severity,
                )


def _wrong_side(date: DateExpression, reference: ReferenceDate) -> tuple[Message, Severity] | None:
    """Return what is wrong with a date that looks back or ahead, and its severity."""
    values = {"date": " ".join(date.text.split()), "day": write_date(reference.day)}
    past, certain = date.qualifier == "past", reference.certain
    if date.days is None:
        if not certain or not _far_off(date, reference.day, past=past):
            return None
        if past:
            return msg("«{date}» is bijna een jaar voor {day}, of ligt vooruit", **values), WARNING
        return msg("«{date}» ligt ver na {day}, of is al geweest", **values), WARNING
    first, last = date.days
    if past and first > reference.day:
        return msg("«{date}» is na {day}, en dus niet geweest", **values), ERROR
    if past and certain and reference.day - last > _ONE_YEAR:
        return msg("«{date}» is langer dan een jaar voor {day}", **values), WARNING
    if not past and certain and last < reference.day:
        return msg("«{date}» is voor {day}, en dus al geweest", **values), ERROR
    return None


def _far_off(date: DateExpression, today: datetime.date, *, past: bool) -> bool:
    """Tell whether a date without a year is long ago, or far ahead, in the direction that it claims."""
    for year in (today.year, today.year - 1 if past else today.year + 1):
        days = None if date.year_written else replace(date, year=year).days
        if days and past and days[0] <= today:
            return today - days[1] > _TOO_LONG_AGO
        if days and not past and days[1] >= today:
            return days[0] - today > _TOO_FAR_AHEAD
    return False


RULES = (wrong_side_of_today,)
