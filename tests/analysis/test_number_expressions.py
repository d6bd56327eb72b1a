# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers, amounts and percentages in a text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis.number_expressions import find_numbers
from jvom.dutch import numbers


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


class Describe_the_precision_of_a_number:
    @pytest.mark.parametrize(
        ("typed", "worth"),
        [
            ("€ 12,5 miljoen", 100_000),
            ("3 miljoen euro", 1_000_000),
            ("12,25", Decimal("0.01")),
            ("1.250", 0),
        ],
    )
    def it_is_what_a_one_in_its_last_digit_is_worth(self, typed, worth):
        (found,) = find_numbers(typed)

        assert found.precision == worth
