# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.model import Abbreviation, Glossary
from jvom.resolving.abbreviations import used_abbreviations
from tests.growth import LINEAR, growth

GLOSSARY = Glossary(
    abbreviations=tuple(
        Abbreviation(abbreviation=abbreviation, expansion="x", also=also)
        for abbreviation, also in [
            ("VN", ()), ("EU", ()), ("EU SDI GoG", ()), ("EUPOL COPPS", ()), ("NAVO", ("NATO",)), ("eFP", ()),
            ("VNVR", ()), ("C-130", ()), ("Zr.Ms.", ()), ("IS", ()), ("F-16A", ()),
        ]
    )
)  # fmt: skip


def used(text: str) -> list[str]:
    return [entry.abbreviation for entry in used_abbreviations(text.splitlines(), GLOSSARY)]


class Describe_used_abbreviations:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("", []),
            ("de VN en de EU", ["EU", "VN"]),
            ("de VNVR", ["VNVR"]),
            ("EU SDI GoG", ["EU SDI GoG"]),
            ("EU SDI GoG van de EU", ["EU", "EU SDI GoG"]),
            ("een EU-missie, (VN), EU's en “NAVO”", ["EU", "NAVO", "VN"]),
            ("onder NATO-vlag", ["NAVO"]),
            ("zij IS weg, is niet", ["IS"]),
            ("thuis, VISA, vn, Eu", []),
            ("EUPOL COPPS, eFP, EU SDI GoG, EU", ["eFP", "EU", "EUPOL COPPS", "EU SDI GoG"]),
            ("een C-130 van Zr.Ms. De Ruyter", ["C-130", "Zr.Ms."]),
            ("een F-16A en een C-130", ["C-130", "F-16A"]),
            ("de VN\nen\nEU", ["EU", "VN"]),
        ],
    )
    def it_finds_those_that_stand_as_words(self, text, found):
        assert used(text) == found

    def it_does_not_depend_on_the_order_of_the_glossary(self):
        turned = Glossary(abbreviations=GLOSSARY.abbreviations[::-1])

        assert used_abbreviations(["EU SDI GoG en de EU en VN"], turned) == used_abbreviations(
            ["EU SDI GoG en de EU en VN"], GLOSSARY
        )

    def it_is_linear_in_the_text(self):
        assert growth(used, lambda size: "De VN en de EU SDI GoG en EUPOL COPPS. " * size, 5_000) < LINEAR
