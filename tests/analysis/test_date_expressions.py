# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dates found in a text."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis.date_expressions import date_at, find_dates, periods_between
from jvom.dutch.dates import MONTHS, WEEKDAYS


def only(text):
    (date,) = find_dates(text)
    return date


class Describe_find_dates:
    @pytest.mark.parametrize(
        ("text", "day", "month", "year"),
        [
            ("op 20 mei 2026.", 20, 5, 2026),
            ("op 20\u00a0mei\u00a02026", 20, 5, 2026),
            ("op 20\nmei\n2026", 20, 5, 2026),
            ("op 1 jan. 2027", 1, 1, 2027),
            ("op 1e mei", 1, 5, None),
            ("op 20-05-2026", 20, 5, 2026),
            ("op 2026-05-20", 20, 5, 2026),
            ("op 2/5/2026", 2, 5, 2026),
            ("op 12 maart", 12, 3, None),
            ("in mei 2026", None, 5, 2026),
            ("in oktober", None, 10, None),
            ("nr. 12, 4 april 2025", 4, 4, 2025),
        ],
    )
    def it_reads_day_month_and_year(self, text, day, month, year):
        date = only(text)
        assert (date.day, date.month, date.year) == (day, month, year)
        assert text[date.start : date.end] == date.text
        assert not date.impossible

    @pytest.mark.parametrize(
        "text",
        [
            "31 april 2026",
            "30 februari",
            "29 februari 2026",
            "32 mei",
            "0 mei 2026",
            "31-04-2026",
            "20-13-2026",
        ],
    )
    def it_reports_a_date_that_does_not_exist(self, text):
        assert only(text).impossible
        assert only(text).date is None

    @pytest.mark.parametrize("text", ["29 februari", "29 februari 2024", "31 december 2026"])
    def but_not_one_that_can_exist(self, text):
        assert not only(text).impossible

    @pytest.mark.parametrize(
        ("text", "weekday"), [("woensdag 20 mei 2026", 2), ("vrijdag, 8 mei", 4), ("wo. 20-05-2026", 2)]
    )
    def it_reads_the_day_of_the_week(self, text, weekday):
        assert only(text).weekday == weekday
        assert only(text).text == text

    @pytest.mark.parametrize(
        ("text", "qualifier"),
        [
            ("3 maart jl.", "past"),
            ("3 maart jongstleden", "past"),
            ("woensdag jl.", "past"),
            ("oktober jl.", "past"),
            ("20 mei 2026 j.l.", "past"),
            ("12 december a.s.", "coming"),
            ("14 september aanstaande", "coming"),
            ("aanstaande 20 mei", "coming"),
        ],
    )
    def it_reads_the_qualifier(self, text, qualifier):
        assert only(text).qualifier == qualifier
        assert only(text).text == text

    @pytest.mark.parametrize(("text", "word"), [("d.d. 4 april 2025", "d.d."), ("dd. mei 2026", "dd.")])
    def it_reads_what_introduces_it(self, text, word):
        assert only(text).introduced == word
        assert only(text).start == len(word) + 1

    @pytest.mark.parametrize(
        ("text", "part", "month"),
        [("begin maart 2026", "begin", 3), ("half mei", "medio", 5), ("Eind 2025", "eind", None)],
    )
    def it_reads_a_part_of_a_month_or_year(self, text, part, month):
        assert (only(text).part, only(text).month) == (part, month)

    @pytest.mark.parametrize("text", ["20 mei '26", "20 mei 202.", "20-05-26"])
    def it_notices_a_year_cut_short(self, text):
        assert only(text).year_cut_short

    @pytest.mark.parametrize(
        ("text", "days"),
        [
            ("20 en 21 mei 2026", [20, 21]),
            ("20-23 mei 2026", [20, 23]),
            ("van 20 tot en met 23 mei 2026", [20, 23]),
            ("12, 13 en 14 mei 2026", [12, 13, 14]),
        ],
    )
    def it_returns_every_day_that_shares_a_month(self, text, days):
        dates = find_dates(text)
        assert [date.date for date in dates] == [datetime.date(2026, 5, day) for day in days]
        assert [date.shared for date in dates] == ["month"] * (len(days) - 1) + [""]
        assert [text[date.start : date.end] for date in dates] == [date.text for date in dates]

    def it_gives_a_date_the_year_of_the_date_it_is_joined_to(self):
        first, last = find_dates("van 15 mei tot en met 3 juni 2026")
        assert (first.year, first.shared, first.year_written) == (2026, "year", "")
        assert last.shared == ""

    @pytest.mark.parametrize(
        "text",
        [
            "de mei-bijeenkomst",
            "Kamerstuk 21 501-02",
            "meisje",
            "paragraaf 2.3.4",
            "06-12345678",
            "in 2025",
            "jan kwam",
        ],
    )
    def it_ignores_what_is_not_a_date(self, text):
        assert find_dates(text) == []

    def it_reads_a_date_at_a_position(self):
        text = "(nr. 493, 4 april 2025)"
        date = date_at(text, 10)
        assert date is not None
        assert date.date == datetime.date(2025, 4, 4)
        assert date_at(text, 1) is None

    @given(st.dates(datetime.date(1800, 1, 1), datetime.date(2199, 12, 31)), st.booleans())
    def it_reads_back_every_date(self, day, named):
        text = f"{day.day} {MONTHS[day.month]} {day.year}"
        if named:
            text = f"{WEEKDAYS[day.weekday()]} {text}"
        date = only(f"Zie {text}; daarna")
        assert (date.date, date.text) == (day, text)
        assert date.weekday == (day.weekday() if named else None)

    @given(st.text("0123456789 mei-/.,jlasdprt'", max_size=60))
    def its_offsets_are_right_in_any_text(self, text):
        end = 0
        for date in find_dates(text):
            assert end <= date.start < date.end
            assert text[date.start : date.end] == date.text
            end = date.end


class Describe_periods_between_dates:
    @pytest.mark.parametrize(
        ("text", "joined"),
        [
            ("mei 2025 tot en met april 2026", "tot en met"),
            ("mei 2025–april 2026", "–"),
            ("20-23 mei 2026", "-"),
            ("1 mei t/m 3 juni 2026", "t/m"),
        ],
    )
    def it_finds_two_dates_that_are_joined(self, text, joined):
        (period,) = periods_between(text, find_dates(text))
        assert (period.text, period.joined) == (text, joined)

    def but_no_list(self):
        text = "mei 2025 en april 2026, 20 mei 2026"
        assert periods_between(text, find_dates(text)) == []


class Describe_the_days_that_a_date_may_mean:
    @pytest.mark.parametrize(
        ("typed", "first", "last"),
        [
            ("op 20 mei 2026", datetime.date(2026, 5, 20), datetime.date(2026, 5, 20)),
            ("in februari 2024", datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)),
            ("eind 2025", datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)),
        ],
    )
    def they_go_from_the_first_to_the_last(self, typed, first, last):
        (found,) = find_dates(typed)

        assert found.days == (first, last)

    @pytest.mark.parametrize("typed", ["op 20 mei", "op 30 februari 2026"])
    def but_not_without_a_year_or_for_a_day_that_does_not_exist(self, typed):
        (found,) = find_dates(typed)

        assert found.days is None
