# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers in words and digits, amounts and percentages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from jvom.dutch import numbers


class Describe_words:
    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (0, "nul"),
            (11, "elf"),
            (14, "veertien"),
            (21, "eenentwintig"),
            (22, "tweeëntwintig"),
            (33, "drieëndertig"),
            (88, "achtentachtig"),
            (101, "honderdeen"),
            (350, "driehonderdvijftig"),
            (1000, "duizend"),
            (2000, "tweeduizend"),
            (4126, "vierduizend honderdzesentwintig"),
        ],
    )
    def they_are_written_and_read(self, number, words):
        assert numbers.write_words(number) == words
        assert numbers.read_words(words) == number

    @pytest.mark.parametrize(
        ("words", "number"),
        [
            ("driehonderd vijftig", 350),
            ("tweeduizendelf", 2011),
            ("twaalfhonderd", 1200),
            ("honderdeneen", 101),
            ("Tweeentwintig", 22),
            ("één", 1),
            ("vijfde", None),
            ("honderdduizendduizend", None),
            ("nulduizend", None),
            ("", None),
        ],
    )
    def they_are_read_in_other_forms(self, words, number):
        assert numbers.read_words(words) == number

    @given(st.integers(0, numbers.LARGEST_IN_WORDS))
    def they_can_be_read_back(self, number):
        assert numbers.read_words(numbers.write_words(number)) == number

    @pytest.mark.parametrize("number", [-1, 1_000_000])
    def they_go_no_further_than_that(self, number):
        with pytest.raises(ValueError, match="not written in words"):
            numbers.write_words(number)


class Describe_digits:
    @given(st.integers(-(10**12), 10**12))
    def they_are_grouped_as_babel_does(self, number):
        assert numbers.write_integer(number) == format_decimal(number, locale="nl")

    @given(st.decimals(-(10**9), 10**9, places=3))
    def they_can_be_read_back(self, number):
        assert numbers.read_number(numbers.write_decimal(number)) == number

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("4.126", 4126),
            ("5700", 5700),
            ("42,2", Decimal("42.2")),
            ("4.12", None),
            ("1.2.3", None),
            ("4126.", None),
        ],
    )
    def they_are_read(self, text, value):
        assert numbers.read_number(text) == value

    def they_make_amounts_and_percentages(self):
        assert numbers.write_money(42.2, "miljoen") == "€ 42,2 miljoen"
        assert numbers.write_money(500000) == "€ 500.000"
        assert numbers.write_money(12.5, decimals=2) == "€ 12,50"
        assert numbers.write_percentage(12.5) == "12,5%"
        assert numbers.write_decimal(2.5, 0) == "3"

    def they_must_be_finite(self):
        with pytest.raises(ValueError, match="finite"):
            numbers.write_decimal(float("nan"))
