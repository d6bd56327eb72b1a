# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.years."""

from __future__ import annotations

import pytest

from jvom.analysis.entities import entities
from jvom.analysis.years import YearRange
from tests.checks.reading import passage


class Describe_years:
    def they_are_those_of_no_date(self):
        text = "In 2024 en op 3 mei 2026, in 2025."

        assert [year.number for year in passage(text).years] == [2024, 2025]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("de jaren 2014-2019", YearRange(9, 18, 2014, 2019, "-")),
            ("boekjaar 2025/26", YearRange(9, 16, 2025, 26, "/")),
            ("in 2019 – 2014 en", YearRange(3, 14, 2019, 2014, "–")),
        ],
    )
    def they_make_a_range_with_a_mark_between_them(self, text, expected):
        assert entities(passage(text), "years") == (expected,)

    @pytest.mark.parametrize("text", ["2014-2019-2024", "29 521-2019", "2014-20191", "1.2014-2019"])
    def they_make_no_range_in_a_longer_number(self, text):
        assert entities(passage(text), "years") == ()
