# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Public holidays in the Netherlands."""

from __future__ import annotations

import datetime
from functools import cache


def easter(year: int) -> datetime.date:
    """Return Easter Sunday of a Gregorian year.

    Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 2nd ed., ch. 8).
    """
    golden = year % 19
    century, year_in_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leaps, leap_rest = divmod(year_in_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - leap_rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


@cache
def public_holidays(year: int) -> dict[datetime.date, str]:
    """Return the public holidays of a year by date, with their Dutch names.

    Source: Algemene termijnenwet, article 3: its first paragraph lists the days, 5 May among them,
    and its second adds Good Friday. Easter Sunday and Whit Sunday are included under their own names.
    King's Day is on 27 April since 2014, Queen's Day was on 30 April from 1949; either moves when it
    falls on a Sunday.
    """
    sunday = easter(year)
    return dict(
        sorted(
            {
                datetime.date(year, 1, 1): "nieuwjaarsdag",
                sunday - datetime.timedelta(2): "Goede Vrijdag",
                sunday: "eerste paasdag",
                sunday + datetime.timedelta(1): "tweede paasdag",
                **_royal_day(year),
                datetime.date(year, 5, 5): "Bevrijdingsdag",
                sunday + datetime.timedelta(49): "eerste pinksterdag",
                sunday + datetime.timedelta(50): "tweede pinksterdag",
                # Last, so that it names the day when King's or Queen's Day falls on it.
                sunday + datetime.timedelta(39): "Hemelvaartsdag",
                datetime.date(year, 12, 25): "eerste kerstdag",
                datetime.date(year, 12, 26): "tweede kerstdag",
            }.items()
        )
    )


def holiday_name(day: datetime.date) -> str:
    """Return the Dutch name of the public holiday on that day, or ""."""
    return public_holidays(day.year).get(day, "")


def _royal_day(year: int) -> dict[datetime.date, str]:
    if year >= 2014:
        day = datetime.date(year, 4, 27)
        return {day - datetime.timedelta(day.weekday() == 6): "Koningsdag"}
    if year >= 1949:
        day = datetime.date(year, 4, 30)
        # A Queen's Day on a Sunday moved to the Monday until 1979, and to the Saturday from 1980.
        shift = (1 if year < 1980 else -1) if day.weekday() == 6 else 0
        return {day + datetime.timedelta(shift): "Koninginnedag"}
    return {}
