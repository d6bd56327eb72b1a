# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How Dutch writes dates, months and periods; and which day is which.

Reading dates in a text is in `jvom.dutch.date_expressions`.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

from jvom.dutch.characters import EN_DASH

if TYPE_CHECKING:
    from babel.core import Locale

#: The months by number, small as Dutch writes them; index 0 is unused.
MONTHS = (
    "",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

#: The days of the week, Monday first, as `datetime.date.weekday` counts them.
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

WEDNESDAY = 2


def write_date(day: datetime.date) -> str:
    """Write a date with the month in letters: "20 mei 2026"."""
    return _babel(day, "d MMMM y")


def write_day_of_week(day: datetime.date) -> str:
    """Write the day of the week of a date: "woensdag"."""
    return _babel(day, "EEEE")


def write_month(year: int, month: int) -> str:
    """Write a month of a year: "mei 2026". Raises ValueError for a month that is none."""
    return _babel(datetime.date(year, month, 1), "MMMM y")


def write_period(first: tuple[int, int], last: tuple[int, int]) -> str:
    """Write a period of whole months, each a (year, month): "mei 2025 tot en met april 2026".

    A period of one month is that month. Raises ValueError when last is before first.
    """
    if last < first:
        raise ValueError("a period ends before it begins")
    if first == last:
        return write_month(*first)
    return f"{write_month(*first)} tot en met {write_month(*last)}"


def write_years(first: int, last: int) -> str:
    """Write a range of years with an en dash, "2025–2026"; one year as itself."""
    if last < first:
        raise ValueError("a range of years ends before it begins")
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """Return the nth (from 1) given weekday (0 is Monday) of a month.

    Raises ValueError when the month has no such day.
    """
    first = datetime.date(year, month, 1)
    return first.replace(day=1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def third_wednesday(year: int, month: int = 5) -> datetime.date:
    """Return the third Wednesday of a month: in May, Verantwoordingsdag (Comptabiliteitswet)."""
    return nth_weekday(year, month, WEDNESDAY, 3)


def _babel(day: datetime.date, pattern: str) -> str:
    # Imported here: Babel is slow to import, and not every run writes a date.
    from babel.dates import format_date

    return format_date(day, pattern, locale=_dutch())


@cache
def _dutch() -> Locale:
    """Return Babel's Dutch; by its name, Babel would look first for what else the name may mean."""
    from babel.core import Locale

    return Locale("nl")
