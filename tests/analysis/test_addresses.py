# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.addresses."""

from __future__ import annotations

import pytest

from jvom.analysis.addresses import find_addresses, is_in_address
from tests.growth import LINEAR, growth


class Describe_addresses:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            (
                "Mail j.bakker@mindef.nl of zie www.nato.int/kfor.",
                ["j.bakker@mindef.nl", "www.nato.int/kfor"],
            ),
            ("In nota_2025.docx, en op 3.", ["nota_2025.docx"]),
            ("Een missie. De andere", []),
        ],
    )
    def they_are_found(self, text, found):
        assert [each.text for each in find_addresses(text)] == found

    def they_hold_their_words(self):
        assert is_in_address("zie kfor.nl nu", 4, 8)
        assert is_in_address("zie kfor.nl nu", 9, 11)
        assert not is_in_address("zie kfor. Nu", 4, 8)

    @pytest.mark.parametrize("unit", ["a.", "a@", "a_b/", "a "])
    def they_are_found_in_linear_time(self, unit):
        assert growth(lambda text: list(find_addresses(text)), lambda size: unit * size, 2000) < LINEAR
