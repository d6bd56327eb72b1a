# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of Security Council resolutions in the package."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from jvom.checks.rules.resolutions.security_council import resolutions


class Describe_the_list:
    def it_has_every_year_since_the_first(self):
        assert resolutions().years == tuple(range(1946, resolutions().as_of.year + 1))

    def its_numbers_rise(self):
        assert all(one < two for one, two in pairwise(resolutions().last_numbers))

    @pytest.mark.parametrize(
        ("number", "year"),
        [
            (1, 1946),
            (15, 1946),
            (16, 1947),
            (50, 1948),
            (82, 1950),
            (83, 1950),
            (242, 1967),
            (425, 1978),
            (497, 1981),
            (1244, 1999),
            (1325, 2000),
            (1701, 2006),
            (2383, 2017),
            (2790, 2025),
        ],
    )
    def it_knows_the_year_of_a_resolution(self, number, year):
        assert resolutions().year_of(number) == year

    @pytest.mark.parametrize("number", [0, -1, 9999])
    def it_knows_no_year_of_a_number_that_does_not_exist(self, number):
        assert resolutions().year_of(number) is None

    def it_knows_the_numbers_of_a_year(self):
        assert resolutions().numbers_of(2006) == (1652, 1738)
        assert resolutions().numbers_of(1946) == (1, 15)
        assert resolutions().numbers_of(1945) is None

    @pytest.mark.parametrize(
        ("ahead", "today", "may"),
        [
            (0, date(2026, 1, 1), True),
            (1, date(2026, 7, 31), False),
            (60, date(2027, 7, 31), True),
            (90, date(2027, 7, 31), False),
        ],
    )
    def it_knows_which_numbers_may_exist(self, ahead, today, may):
        assert resolutions().may_exist(resolutions().last_numbers[-1] + ahead, today) is may
