# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Typography as it is applied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.dutch.typography import typeset, untypeset

PIECES = st.sampled_from(
    [
        *(
            "20",
            " ",
            "mei",
            "2026",
            "-",
            "–",
            "\u00a0",
            "€",
            "42,2",
            "miljoen",
            "euro",
            "nr.",
            "artikel",
            "29",
        ),
        *(
            "521",
            "(2006)",
            "1701",
            '"',
            "'",
            "s",
            "t",
            "Zr.Ms.",
            "De",
            "Ruyter",
            ",",
            ".",
            "V",
            "km",
            "(",
            ")",
        ),
        *("x", "resolutie"),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40)


def shown(text, **context):
    """Typeset, with a tilde for each space that does not break."""
    return typeset(text, **context).replace("\u00a0", "~")


class Describe_spaces:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("op 20 mei 2026 in", "op 20~mei~2026 in"),
            ("in mei 2026, en 1 jan. 2027", "in mei~2026, en 1~jan.~2027"),
            ("mei 20 dagen", "mei 20 dagen"),
            ("€ 42,2 miljoen aan", "€~42,2~miljoen aan"),
            ("42,2 miljoen euro aan", "42,2~miljoen~euro aan"),
            ("12,5 procent van 12 km", "12,5~procent van 12~km"),
            ("om 10.30 uur.", "om 10.30~uur."),
            ("Kamerstuk 29 521, nr. 493", "Kamerstuk~29~521, nr.~493"),
            ("(Kamerstukken 29 521, nrs. 505 en 512)", "(Kamerstukken~29~521, nrs.~505 en 512)"),
            ("Kamerstuk 21 501-02, nr. 2648", "Kamerstuk~21~501-02, nr.~2648"),
            ("Kamerstuk 36 800 X, nr. 5", "Kamerstuk~36~800~X, nr.~5"),
            ("artikel 100, art. 51", "artikel~100, art.~51"),
            ("Artikel 1 en paragraaf 2.3.4", "Artikel~1 en paragraaf~2.3.4"),
            ("zie bijlage 1", "zie bijlage~1"),
            ("VNVR-resolutie 1701 (2006)", "VNVR-resolutie~1701~(2006)"),
            ("resoluties 82 en 83 (1950)", "resoluties~82 en 83~(1950)"),
            ("Zr.Ms. De Ruyter en Zr.Ms. Tromp voer", "Zr.Ms.~De~Ruyter en Zr.Ms.~Tromp voer"),
            ("met 11 militairen in 2025 en", "met 11 militairen in 2025 en"),
        ],
    )
    def they_do_not_break_what_belongs_together(self, text, expected):
        assert shown(text) == expected

    def and_they_do_not_break_between_runs(self):
        assert shown("nr. ", after="493") == "nr.~"
        assert shown(" mei", before="20") == "~mei"
        assert shown("nr. ", after="x") == "nr. "


class Describe_dashes:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("in 2025-2026", "in 2025–2026"),
            ("2024-25", "2024–25"),
            ("de 20-23 man", "de 20–23 man"),
            ("blz. 7909-7943", "blz.~7909–7943"),
            ("1.500-2.000 en 2,5-3,5", "1.500–2.000 en 2,5–3,5"),
            ("nrs. 1-5", "nrs.~1–5"),
        ],
    )
    def they_join_ranges(self, text, expected):
        assert shown(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            *(
                "21 501-02",
                "21 501-20",
                "29 521-893",
                "29521-493",
                "070-3188188",
                "06-12345678",
                "(070) 318-8188",
            ),
            *(
                "2026-05-20",
                "20-05-2026",
                "MINDEF20260037589",
                "resolutie 12-34",
                "nr. 12-34",
                "F-35",
                "A320-200",
            ),
            *("Boeing 737-800", "https://x.nl/2025-2026/", "24-7", "1-2-3", "besluit 2008-2009", "mei-juni"),
        ],
    )
    def but_not_within_a_single_number(self, text):
        assert "–" not in typeset(text)


class Describe_quotation_marks:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ('"Hallo", zei hij', "“Hallo”, zei hij"),
            ("een 'missie in een missie'", "een ‘missie in een missie’"),
            ('("bron")', "(“bron”)"),
            ("\"Een 'citaat' erin\"", "“Een ‘citaat’ erin”"),
            ('"\'s Ochtends"', "“’s Ochtends”"),
            ("'s-Gravenhage, 's ochtends, 't, 'n kans", "’s-Gravenhage, ’s ochtends, ’t, ’n kans"),
            ("ngo's en foto's", "ngo’s en foto’s"),
            ("in '26", "in ’26"),
            ('titel:"Een"', "titel:“Een”"),
            ("„laag” «guillemets»", "„laag” «guillemets»"),
        ],
    )
    def they_are_dutch(self, text, expected):
        assert typeset(text).replace("\u00a0", " ") == expected

    def they_are_right_at_the_edge_of_a_run(self):
        assert typeset('" en', before="Safe") == "” en"
        assert typeset('zei "', after="term") == "zei “"
        assert typeset("'s", before="ngo") == "’s"
        assert typeset('"', before="zei ") == "“"


class Describe_typeset:
    @given(TEXTS, TEXTS, TEXTS)
    def it_changes_nothing_the_second_time(self, text, before, after):
        once = typeset(text, before, after)
        assert typeset(once, before, after) == once
        assert len(once) == len(text)

    @given(TEXTS)
    def it_adds_only_its_own_characters(self, text):
        pairs = {(old, new) for old, new in zip(text, typeset(text), strict=True) if old != new}
        assert pairs <= {(" ", "\u00a0"), ("-", "–"), ('"', "“"), ('"', "”"), ("'", "‘"), ("'", "’")}

    @given(TEXTS)
    def it_can_be_undone(self, text):
        assert untypeset(typeset(text)) == untypeset(text)

    def it_typesets_two_runs_as_it_would_the_whole(self):
        text = 'Zie "Kamerstuk 29 521, nr. 493" van 20 mei 2026: € 42,2 miljoen, Zr.Ms. De Ruyter, ngo\'s.'
        for cut in range(len(text)):
            first, last = text[:cut], text[cut:]
            assert typeset(first, after=last) + typeset(last, before=first) == typeset(text)
