# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Mentions of Security Council resolutions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis.resolutions import find_resolutions, write_resolutions


class Describe_find_resolutions:
    @pytest.mark.parametrize(
        ("text", "number", "year", "form"),
        [
            ("VNVR-resolutie 1701 (2006)", 1701, 2006, "VNVR-resolutie"),
            ("VNVR-resolutie\u00a01701\u00a0(2006)", 1701, 2006, "VNVR-resolutie"),
            ("VNVR resolutie 1701", 1701, None, "VNVR-resolutie"),
            ("resolutie 1701", 1701, None, "resolutie"),
            ("Resolutie nr. 1701", 1701, None, "resolutie"),
            ("VN-resolutie 2790 (2025)", 2790, 2025, "VN-resolutie"),
            ("Veiligheidsraadresolutie 1244 (1999)", 1244, 1999, "Veiligheidsraadresolutie"),
            ("VN Veiligheidsraad Resolutie 1325 (2000)", 1325, 2000, "Veiligheidsraadresolutie"),
            ("VN-Veiligheidsraadsresolutie 1325", 1325, None, "Veiligheidsraadresolutie"),
            ("resolutie 1701/2006", 1701, 2006, "resolutie"),
            ("resolutie 2383 uit 2017", 2383, 2017, "resolutie"),
            ("resolutie 2790 van 28 augustus 2025", 2790, 2025, "resolutie"),
            ("resolutie van de VN-Veiligheidsraad 1701 (2006)", 1701, 2006, "resolutie"),
            ("resolutie 1701 van de Veiligheidsraad (2006)", 1701, 2006, "resolutie"),
            ("S/RES/1701 (2006)", 1701, 2006, "S/RES"),
            ("UNSCR 1325", 1325, None, "UNSCR"),
        ],
    )
    def it_reads_every_form_in_use(self, text, number, year, form):
        (mention,) = find_resolutions(f"Zie {text}, en verder.")
        assert (mention.text, mention.number, mention.year, mention.form) == (text, number, year, form)

    def it_starts_at_the_first_letter(self):
        _, second = find_resolutions("Resolutie 50 (1948) geldt. Resolutie 425 (1978) ook.")
        assert second.text == "Resolutie 425 (1978)"

    def it_reads_a_list_that_shares_its_year(self):
        first, last = find_resolutions("Resoluties 82 en 83 (1950)")
        assert (first.text, first.number, first.year, first.year_shared) == ("Resoluties 82", 82, 1950, True)
        assert (last.text, last.number, last.year, last.year_shared) == ("83 (1950)", 83, 1950, False)

    def it_reads_a_list_in_which_each_has_a_year(self):
        found = find_resolutions("VNVR-resolutie 1701 (2006) en 2790 (2025)")
        assert [(mention.number, mention.year) for mention in found] == [(1701, 2006), (2790, 2025)]

    def it_does_not_take_a_quantity_for_a_resolution(self):
        (mention,) = find_resolutions("onder resolutie 1701 en 12 militairen")
        assert mention.number == 1701

    @pytest.mark.parametrize(
        "text",
        [
            "resolutie 377/V",
            "resolutie 377 (V)",
            "VN-resolutie 68/262",
            "A/RES/68/262",
            "EP-resolutie 2023",
            "resolutie 2023 van het Europees Parlement",
            "resolutie 68 van de Algemene Vergadering",
            "vredesresolutie 5",
            "een resolutie van 12 mei",
            "resolutie 12345",
        ],
    )
    def it_ignores_resolutions_of_other_bodies(self, text):
        assert find_resolutions(text) == []

    @given(st.lists(st.integers(1, 9999), min_size=1, max_size=4), st.none() | st.integers(1946, 2099))
    def it_reads_back_what_is_written(self, numbers, year):
        written = write_resolutions(numbers, year)
        found = find_resolutions(f"Zie {written}.")
        assert [(mention.number, mention.year) for mention in found] == [(number, year) for number in numbers]
        assert {mention.form for mention in found} == {"VNVR-resolutie"}


def it_writes_the_house_form():
    assert write_resolutions([1701], 2006) == "VNVR-resolutie 1701 (2006)"
    assert write_resolutions([82, 83], 1950) == "VNVR-resoluties 82 en 83 (1950)"
    assert write_resolutions([1701]) == "VNVR-resolutie 1701"
