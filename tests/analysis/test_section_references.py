# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.section_references."""

from __future__ import annotations

import pytest

from jvom.analysis.section_references import find_section_references
from tests.checks.reading import passage
from tests.growth import LINEAR, growth


class Describe_section_references:
    @pytest.mark.parametrize(
        ("text", "numbers", "through"),
        [
            ("Zie paragraaf 2.3.4.", ("2.3.4",), False),
            ("De paragrafen 2.3.7-9 zijn kort.", ("2.3.7", "2.3.9"), True),
            ("In PARAGRAAF 2.1 EN 2.3 staat het.", ("2.1", "2.3"), False),
            ("In hoofdstuk 2 en 3 staat het.", ("2", "3"), False),
            ("Zie § 2.1 daar.", ("2.1",), False),
            ("Zie ook 2.3.1.", ("2.3.1",), False),
            ("Volgens 2.3.1 niet.", ("2.3.1",), False),
        ],
    )
    def they_are_sections_by_number(self, text, numbers, through):
        (found,) = find_section_references(passage(text))

        assert (found.numbers, found.through, found.appendix) == (numbers, through, False)

    @pytest.mark.parametrize(
        ("text", "numbers"), [("Zie bijlage 2.", ("2",)), ("De bijlagen A en B.", ("A", "B"))]
    )
    def they_are_appendices(self, text, numbers):
        (found,) = find_section_references(passage(text))

        assert (found.numbers, found.appendix) == (numbers, True)

    @pytest.mark.parametrize("text", ["Versie 2.3.1 is uit.", "De bijlage is leeg."])
    def but_not_every_number_is_one(self, text):
        assert find_section_references(passage(text)) == ()

    @pytest.mark.parametrize("unit", ["2.3.4 ", "paragraaf 2.3, ", "bijlage 2 en ", "§"])
    def they_are_found_in_linear_time(self, unit):
        assert growth(find_section_references, lambda size: passage(f"Ja {unit * size}"), 300) < LINEAR
