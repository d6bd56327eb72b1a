# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a passage counts and measures."""

from __future__ import annotations

import pytest

from jvom.analysis.quantities import lists_of
from tests.checks.reading import passage


class Describe_the_quantities_of_a_passage:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "vier Nederlandse militairen en 12 civiele experts",
                [("vier", "militairen"), ("12", "experts")],
            ),
            ("verdeeld over vijf prioritaire clusters:", [("vijf", "clusters")]),
            ("€ 42,2 miljoen, 12,5% en 3 miljoen euro", [("42,2", ""), ("12,5", ""), ("3", "")]),
            ("In 2025 waren er 2000 militairen, in 2000 ook", [("2000", "militairen")]),
            ("In 2025 {{ f }} trainingen", []),
            ("waren er acht in mei; het kabinet acht dit nodig", [("acht", "")]),
            ("12 F-35's", [("12", "f-35's")]),
        ],
    )
    def they_have_a_number_and_a_noun(self, text, expected):
        assert [(each.number.digits, each.noun) for each in passage(text).quantities] == expected

    @pytest.mark.parametrize(
        "text",
        [
            "artikel 100 en 101 van de Grondwet",
            "resolutie 1701 (2006), VNVR-resoluties 82 en 83 (1950)",
            "Kamerstuk 29 521, nr. 493 van 4 april 2025",
            "OIR 2.0, hoofdtaak 2, Agenda 2030, paragraaf 2.3.1",
            "op 20 mei 2026 en van 3 tot 5 mei",
            "[noot: 15 Besluit]",
        ],
    )
    def they_are_no_names_of_things(self, text):
        assert passage(text).quantities == ()

    def they_make_lists(self):
        read = passage("vijf militairen, 3 experts en twee agenten. Later vier schepen")

        assert [[each.number.digits for each in run] for run in lists_of(read.text, read.quantities)] == [
            ["vijf", "3", "twee"],
            ["vier"],
        ]
