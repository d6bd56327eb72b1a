# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.analysis.passages import plain_passage
from jvom.analysis.section_references import HeadingNumber, number_of_heading
from jvom.analysis.whole_words import find_whole


def read(text):
    found = plain_passage(text).section_references
    return [(text[each.start : each.end], each.numbers) for each in found]


class Describe_references_to_sections:
    @pytest.mark.parametrize(
        ("text", "written", "numbers"),
        [
            ("Zie paragraaf 2.3.4.", "paragraaf 2.3.4", ("2.3.4",)),
            ("In de paragrafen 2.3.4 en 2.3.5 staat", "paragrafen 2.3.4 en 2.3.5", ("2.3.4", "2.3.5")),
            ("§ 2.3.7-9", "§ 2.3.7-9", ("2.3.7", "2.3.9")),
            ("hoofdstukken 2 en 3", "hoofdstukken 2 en 3", ("2", "3")),
            ("zie ook 2.4 hierboven", "2.4", ("2.4",)),
            ("volgens Bijlage B", "Bijlage B", ("B",)),
            ("bijlagen 1 en 2", "bijlagen 1 en 2", ("1", "2")),
            ("dit staat in 2.3.1", "2.3.1", ("2.3.1",)),
        ],
    )
    def they_are_read(self, text, written, numbers):
        assert read(text) == [(written, numbers)]

    @pytest.mark.parametrize(
        "text", ["versie 2.3.1", "1.2.3.4.5", "bijlage bij", "onder 2,5 procent", "zie 20%", "paragraaf 3%"]
    )
    def they_are_not_seen_in_other_numbers(self, text):
        assert read(text) == []

    def and_not_in_a_date(self):
        assert read("op 20.5.2026") == []


class Describe_the_number_of_a_heading:
    def it_is_that_of_a_section_or_an_appendix(self):
        assert number_of_heading("2.3 Afrika") == HeadingNumber("2.3", False, 4)
        assert number_of_heading("Bijlage 1: Mandaten") == HeadingNumber("1", True, 11)
        assert number_of_heading("2025 in het kort") is None


class Describe_a_whole_word:
    def it_is_no_part_of_a_longer_one(self):
        assert find_whole("EUTMX en EUTM-missie", "EUTM") == 9
        assert find_whole("EUTMX en VN-EUTM", "EUTM") == -1
