# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.offices."""

from __future__ import annotations

import pytest

from jvom.analysis.offices import find_offices


class Describe_offices:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("de minister van Defensie", [("minister", "Defensie")]),
            (
                "de ministers van Defensie en van Economische Zaken en Klimaat",
                [("minister", "Defensie"), ("minister", "Economische Zaken en Klimaat")],
            ),
            ("de staatssecretaris van Defensie", [("staatssecretaris", "Defensie")]),
            ("de minister van buitenlandse zaken", [("minister", "buitenlandse zaken")]),
            ("de Iraakse minister van defensie", []),
            ("het ministerie van Defensie", []),
        ],
    )
    def they_have_a_rank_and_a_ministry(self, text, found):
        offices = find_offices(text)

        assert [(office.rank, office.ministry) for office in offices] == found
        assert [text[office.name_start : office.end] for office in offices] == [name for _, name in found]
