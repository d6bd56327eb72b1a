# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dates, months and periods as Dutch writes them, and the days of the calendar."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date

from jvom.dutch import dates, holidays


class Describe_writing:
    def it_writes_a_date_with_the_month_in_letters(self):
        assert dates.write_date(datetime.date(2026, 5, 20)) == "20 mei 2026"

    @pytest.mark.parametrize("month", range(1, 13))
    def it_writes_what_babel_writes(self, month):
        day = datetime.date(2026, month, month)
        assert dates.write_date(day) == format_date(day, "long", locale="nl")

    @pytest.mark.parametrize("day", range(4, 11))
    def it_counts_the_days_as_babel_does(self, day):
        date = datetime.date(2026, 5, day)
        assert dates.WEEKDAYS[date.weekday()] == format_date(date, "EEEE", locale="nl")


class Describe_the_calendar:
    def it_has_no_sixth_monday(self):
        with pytest.raises(ValueError, match="day"):
            dates.nth_weekday(2026, 5, 0, 6)

    @pytest.mark.parametrize(
        ("year", "month", "day"),
        [
            (1818, 3, 22),
            (1943, 4, 25),
            (1961, 4, 2),
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
        ],
    )
    def it_knows_easter(self, year, month, day):
        assert holidays.easter(year) == datetime.date(year, month, day)

    @pytest.mark.parametrize(
        ("day", "name"),
        [
            ((2026, 1, 1), "nieuwjaarsdag"),
            ((2026, 4, 3), "Goede Vrijdag"),
            ((2026, 4, 6), "tweede paasdag"),
            ((2026, 4, 27), "Koningsdag"),
            ((2025, 4, 26), "Koningsdag"),
            ((2025, 4, 27), ""),
            ((2006, 4, 29), "Koninginnedag"),
            ((1978, 5, 1), "Koninginnedag"),
            ((2026, 5, 5), "Bevrijdingsdag"),
            ((2026, 5, 14), "Hemelvaartsdag"),
            ((2026, 5, 25), "tweede pinksterdag"),
            ((2026, 12, 26), "tweede kerstdag"),
            ((2026, 5, 20), ""),
        ],
    )
    def it_knows_the_public_holidays(self, day, name):
        assert holidays.holiday_name(datetime.date(*day)) == name
