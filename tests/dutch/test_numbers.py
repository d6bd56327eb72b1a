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
from jvom.dutch.number_expressions import find_numbers


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


class Describe_find_numbers:
    @pytest.mark.parametrize(
        ("text", "found", "value", "unit"),
        [
            ("in totaal 4.126 militairen", "4.126", "4126", ""),
            ("ruim € 42,2 miljoen.", "€ 42,2 miljoen", "42200000", "euro"),
            ("ruim 42,2 miljoen euro.", "42,2 miljoen euro", "42200000", "euro"),
            ("EUR 7 mln. en", "EUR 7 mln.", "7000000", "euro"),
            ("30.000 euro", "30.000 euro", "30000", "euro"),
            ("€ 136.100,- netto", "€ 136.100,-", "136100", "euro"),
            ("met 12,5% gestegen", "12,5%", "12.5", "percent"),
            ("12 procent", "12 procent", "12", "percent"),
            ("$ 270 miljard", "$ 270 miljard", "270000000000", "dollar"),
            ("elf waarnemers", "elf", "11", ""),
            ("driehonderd vijftig man", "driehonderd vijftig", "350", ""),
            ("tweeduizend honderd elf man", "tweeduizend honderd elf", "2111", ""),
            ("een miljoen mensen", "een miljoen", "1000000", ""),
            ("één man", "één", "1", ""),
            ("anderhalf miljoen euro", "anderhalf miljoen euro", "1500000", "euro"),
        ],
    )
    def it_reads_value_and_unit(self, text, found, value, unit):
        (number,) = find_numbers(text)
        assert (number.text, number.value, number.unit) == (found, Decimal(value), unit)
        assert text[number.start : number.end] == found

    def it_reads_both_ends_of_a_range(self):
        assert [number.text for number in find_numbers("20-23 man, 5–7% meer")] == ["20", "23", "5", "7%"]

    def it_says_when_digits_are_not_dutch(self):
        (number,) = find_numbers("€ 7.5 miljoen")
        assert not number.well_formed
        assert number.value == 7_500_000

    @pytest.mark.parametrize(
        "text",
        [
            "een man",
            "paragraaf 2.3.4",
            "F35",
            "20-05-2026",
            "MINDEF20260037589",
            "om 10.30",
            "vijfde",
            "06-12345678",
        ],
    )
    def it_ignores_what_is_not_a_number(self, text):
        assert find_numbers(text) == []

    # "drieduizend een" may continue with a noun, "een" being its article: only the thousand is found.
    @given(st.integers(2, 999_999).filter(lambda value: value % 1000 != 1))
    def it_finds_every_number_in_words(self, value):
        words = numbers.write_words(value)
        (number,) = find_numbers(f"zij telden {words} stuks")
        assert (number.text, number.value) == (words, value)

    @given(st.text("0123456789.,-–€% eurotwaalfhonderdzn", max_size=60))
    def its_offsets_are_right_in_any_text(self, text):
        for number in find_numbers(text):
            assert text[number.start : number.end] == number.text
