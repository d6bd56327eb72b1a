# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import re
from datetime import date

import pytest

from jvom.calendar import ACCOUNTABILITY_DAY, BUDGET_DAY, YearlyDay, last_weekday_before
from jvom.settings import Calendar, CouncilDay


class Describe_a_yearly_day:
    @pytest.mark.parametrize(
        ("typed", "year", "day"),
        [
            ("derde woensdag van mei", 2024, date(2024, 5, 15)),
            ("derde woensdag van mei", 2025, date(2025, 5, 21)),
            ("derde woensdag van mei", 2026, date(2026, 5, 20)),
            ("derde woensdag van mei", 2027, date(2027, 5, 19)),
            ("derde dinsdag van september", 2026, date(2026, 9, 15)),
            ("eerste maandag van juni", 2026, date(2026, 6, 1)),
            ("laatste vrijdag van juni", 2026, date(2026, 6, 26)),
            ("laatste vrijdag van mei", 2026, date(2026, 5, 29)),  # the fifth
            ("laatste zaterdag van februari", 2020, date(2020, 2, 29)),
            ("laatste donderdag van december", 2026, date(2026, 12, 31)),
        ],
    )
    def it_is_a_date_in_each_year(self, typed, year, day):
        assert YearlyDay.parse(typed).in_year(year) == day

    def it_is_written_as_typed(self):
        assert str(YearlyDay.parse("laatste  vrijdag van juni")) == "laatste vrijdag van juni"

    def it_equals_one_typed_the_same_way(self):
        assert YearlyDay.parse("derde woensdag van mei") == ACCOUNTABILITY_DAY != BUDGET_DAY
        assert len({YearlyDay.parse("derde woensdag van mei"), ACCOUNTABILITY_DAY}) == 1

    @pytest.mark.parametrize(
        ("typed", "word", "start"),
        [
            ("vijfde woensdag van mei", "vijfde", 0),
            ("derde  woesdag van mei", "woesdag", 7),
            ("derde woensdag in mei", "in", 15),
            ("derde woensdag van van", "van", 19),
            ("derde woensdag", "", 14),
            ("derde woensdag van mei 2026", "2026", 23),
            ("", "", 0),
        ],
    )
    def but_it_finds_the_first_word_without_meaning(self, typed, word, start):
        with pytest.raises(ValueError, match=f"^{typed}$"):
            YearlyDay.parse(typed)

        unknown = YearlyDay.unknown_word(typed)
        assert unknown is not None
        assert (unknown.word, unknown.start) == (word, start)

    @pytest.mark.parametrize("typed", [None, 3, date(2026, 5, 20), ["derde", "woensdag", "van", "mei"]])
    def and_refuses_what_is_not_text(self, typed):
        with pytest.raises(ValueError, match="^" + re.escape(str(typed))):
            YearlyDay.parse(typed)


class Describe_the_last_weekday_before_a_day:
    @pytest.mark.parametrize(
        ("days", "found"),
        [(0, 15), (1, 15), (5, 15), (6, 8), (12, 8), (13, 1)],
    )
    def it_is_at_least_that_many_days_before(self, days, found):
        assert last_weekday_before(date(2026, 5, 20), 4, days) == date(2026, 5, found)

    def it_may_be_the_day_itself(self):
        assert last_weekday_before(date(2026, 5, 15), 4, 0) == date(2026, 5, 15)


class Describe_the_calendar_of_a_house:
    def it_is_the_packages_without_settings(self):
        calendar = Calendar()

        assert calendar.presentation_day(2026) == date(2026, 5, 20)
        assert calendar.council_day(date(2026, 5, 20)) == date(2026, 5, 8)

    def it_is_its_own_with_settings(self):
        calendar = Calendar(
            presentation=YearlyDay.parse("laatste vrijdag van juni"),
            council=CouncilDay(weekday="dinsdag", days_before=7),
        )

        assert calendar.presentation_day(2026) == date(2026, 6, 26)
        assert calendar.council_day(date(2026, 6, 26)) == date(2026, 6, 16)
