# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.addresses."""

from __future__ import annotations

import pytest

from jvom.analysis.addresses import find_addresses, is_joined
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
            (
                "(Zie https://nl.wikipedia.org/wiki/Kosovo_(land).)",
                ["https://nl.wikipedia.org/wiki/Kosovo_(land)"],
            ),
            (
                "Op rijksoverheid.nl/defensie-2025, en bij unric.org.",
                ["rijksoverheid.nl/defensie-2025", "unric.org"],
            ),
            (
                r"Uit content/2025/brief.md en C:\nota\kosovo.pdf",
                ["content/2025/brief.md", r"C:\nota\kosovo.pdf"],
            ),
            ("Een missie. De andere", []),
            ("Een missie.De andere en een missie.de derde, i.v.m. de inzet en/of het gebied.", []),
            ("J.C.M.de Boer en D.J.in 't Veld, d.d. 3 mei, 8.30 uur, U.S. Army", []),
        ],
    )
    def they_are_found(self, text, found):
        assert [each.text for each in find_addresses(text)] == found

    def their_words_are_joined(self):
        assert is_joined("zie kfor.nl nu", 4, 8)
        assert is_joined("zie kfor.nl nu", 9, 11)
        assert not is_joined("zie kfor. Nu", 4, 8)

    @pytest.mark.parametrize("unit", ["a.", "a@", "a_b/", "a ", "www.a)))", "a.b@c.", "x.nl/"])
    def they_are_found_in_linear_time(self, unit):
        assert growth(lambda text: list(find_addresses(text)), lambda size: unit * size, 2000) < LINEAR
