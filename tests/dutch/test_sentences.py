# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.dutch.sentences import sentences
from tests.growth import LINEAR, growth


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


class Describe_sentences:
    @pytest.mark.parametrize(
        "text",
        [
            "Zie Kamerstuk 29 521, nr. 493 en nrs. 505 en 512 daarna.",
            "De brief d.d. 20 mei jl. ging over de missie.",
            "Op 20 mei a.s. komt de heer A.B. de Vries.",
            "Het schip, o.a. Zr.Ms. De Ruyter, voer uit.",
            "Dat is art. 100 van de Grondwet, d.w.z. de Kamer wordt ingelicht.",
            "Adviseurs, analisten, enz. namen deel.",
            "Dat zei J.A. Jansen van de staf.",
            "Het begint om 9. 30 uur.",
            "De bijdrage kostte € 42.2 miljoen.",
        ],
    )
    def they_do_not_end_at_abbreviations_initials_and_dates(self, text):
        assert split(text) == [text]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Het bleef rustig. De missie ging door.", ["Het bleef rustig.", "De missie ging door."]),
            ("Bleef het rustig? Ja! Zeker.", ["Bleef het rustig?", "Ja!", "Zeker."]),
            ('Hij zei: "Ja." Toen ging hij.', ['Hij zei: "Ja."', "Toen ging hij."]),
            ("Adviseurs enz. De rest bleef.", ["Adviseurs enz.", "De rest bleef."]),
            ("Dat was in 2025. In 2026 niet.", ["Dat was in 2025.", "In 2026 niet."]),
            ("Twaalf in 2025. 14 in 2026.", ["Twaalf in 2025.", "14 in 2026."]),
            ("Eerste regel\nTweede regel", ["Eerste regel", "Tweede regel"]),
            ("De EU. De NAVO.", ["De EU.", "De NAVO."]),
            ("  ", []),
            ("Geen punt", ["Geen punt"]),
        ],
    )
    def but_they_end_at_a_full_stop(self, text, expected):
        assert split(text) == expected

    @pytest.mark.parametrize("piece", [". ", "a. ", "nr. ", ".", "A.", ' "', "?! "])
    def they_take_linear_time(self, piece):
        assert growth(sentences, lambda size: piece * (size // len(piece)), 50_000) < LINEAR
