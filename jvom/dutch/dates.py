# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How Dutch writes dates, months and periods; and on which date a weekday falls.

Reading dates in a text is in `jvom.analysis.date_expressions`.
"""

from __future__ import annotations

import datetime

#: The months by number, in lower case as Dutch writes them; index 0 is unused.
MONTHS = (
    "", "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

#: Abbreviated months, without the full stop; "mei" has no abbreviation.
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip

#: The days of the week, Monday first, as `datetime.date.weekday` counts them.
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def write_date(day: datetime.date) -> str:
    """Write a date with the month in letters: "20 mei 2026"."""
    return f"{day.day} {write_month(day.year, day.month)}"


def write_month(year: int, month: int) -> str:
    """Write a month of a year: "mei 2026"."""
    return f"{MONTHS[month]} {year}"


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """Return the nth (from 1) given weekday (0 is Monday) of a month.

    Raises ValueError when the month has no such day.
    """
    first = datetime.date(year, month, 1)
    return first.replace(day=1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))
