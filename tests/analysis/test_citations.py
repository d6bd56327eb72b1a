# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Citations of parliamentary papers and official journals."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis.citations import find_citations
from jvom.dutch.kamerstukken import write_kamerstuk


def only(text):
    (citation,) = find_citations(text)
    assert text[citation.start : citation.end] == citation.text
    return citation


class Describe_find_citations:
    @pytest.mark.parametrize(
        ("text", "form", "dossiers", "numbers"),
        [
            ("Kamerstuk 29 521, nr. 493", "house", ("29 521",), ("493",)),
            ("Kamerstuk\u00a029\u00a0521, nr.\u00a0493", "house", ("29 521",), ("493",)),
            ("Kamerstukken 29 521, nrs. 505 en 512", "house", ("29 521",), ("505", "512")),
            ("Kamerstuk 36 800 V, nr. 5", "house", ("36 800 V",), ("5",)),
            ("Kamerstuk 21 501-02, nr. 2648", "house", ("21 501-02",), ("2648",)),
            ("29 521, nr. 493", "bare", ("29 521",), ("493",)),
            ("29521 nr. 493", "bare", ("29 521",), ("493",)),
            ("Tweede Kamerstuk 29 521, nr. 493", "chamber", ("29 521",), ("493",)),
            ("Eerste Kamerstuk 29 521, BE", "chamber", ("29 521",), ("BE",)),
            ("Kamerstukken 29 521 en 27 925, nr. 5", "house", ("29 521", "27 925"), ("5",)),
            ("Kamerstuk 29521-493", "hyphen", ("29 521",), ("493",)),
            ("Kamerstuk 27 925-12", "hyphen", ("27 925",), ("12",)),
            ("Kamerstuk 21 501-02", "dossier", ("21 501-02",), ()),
            ("Kamerstuk 21501-20, nr. 12", "other", ("21 501-20",), ("12",)),
            ("Kamerstuk 29521, nr. 493", "other", ("29 521",), ("493",)),
            ("Kamerstuk 29521 nr. 493", "other", ("29 521",), ("493",)),
            ("Kst. 29521, 493", "other", ("29 521",), ("493",)),
            ("kst-29521-493", "hyphen", ("29 521",), ("493",)),
            ("29521-493", "bare", ("29 521",), ("493",)),
            ("29 521-493", "bare", ("29 521",), ("493",)),
            ("Kamerstuk, 29 521, nr. 493", "other", ("29 521",), ("493",)),
            ("Kamerstuknummer 29 521, nr. 493", "other", ("29 521",), ("493",)),
            ("Kamerstuk 29.521, nr. 493", "other", ("29 521",), ("493",)),
            ("Kamerstuk 36 800-X, nr. 4", "other", ("36 800 X",), ("4",)),
            ("Kamerstuk 29 521, nr. 505 en nr. 512", "other", ("29 521",), ("505", "512")),
            ("Kamerstuk 29 521 nrs. 505 t/m 512", "other", ("29 521",), ("505-512",)),
            ("stuk nr. 493", "number", (), ("493",)),
            ("Kamerbrief nr. 493", "number", (), ("493",)),
            ("Kamerstuk nr. 493", "number", (), ("493",)),
            ("Kamerstukken II 2024/25, 29 521, nr. 493", "session", ("29 521",), ("493",)),
            ("Kamerstukken II, 2024-2025, 29 521 nr. 493", "session", ("29 521",), ("493",)),
            ("Kamerstukken I 2004/05, 29 200 VI, F", "session", ("29 200 VI",), ("F",)),
            ("Kamerstukken II 2002/03, 28 836 (R 1735), A", "session", ("28 836 (R1735)",), ("A",)),
            ("vergaderjaar 2024–2025, 29 521, nr. 493", "session", ("29 521",), ("493",)),
            ("Kamerstuk 2024Z12345", "document", (), ("2024Z12345",)),
            ("2026Z01234", "document", (), ("2026Z01234",)),
            ("Handelingen II 2007/08, nr. 108, item 5, blz. 25–36", "other", (), ()),
            ("Aanhangsel van de Handelingen, vergaderjaar 2024-2025, nr. 132", "other", (), ()),
            ("Aanhangsel Handelingen II 1997/98, nr. 132", "other", (), ()),
            ("Stb. 1988, 499", "other", (), ()),
            ("Stcrt. 2010, nr. 19701", "other", (), ()),
            ("Trb. 2012/34", "other", (), ()),
        ],
    )
    def it_reads_every_form_in_use(self, text, form, dossiers, numbers):
        citation = only(f"Zie ({text}).")
        assert (citation.text, citation.form) == (text, form)
        assert (citation.dossiers, citation.numbers) == (dossiers, numbers)

    @pytest.mark.parametrize(
        ("text", "malformed"),
        [
            ("29 2521, nr. 469", "29 2521"),
            ("Kamerstuk 29 52, nr. 4", "29 52"),
            ("Kamerstuk 292 521, nr. 4", "292 521"),
            ("Kamerstuk 2952 1, nr. 493", "2952 1"),
            ("Kamerstuk 295 21, nr. 493", "295 21"),
            ("Kamerstuk 2952, nr. 493", "2952"),
        ],
    )
    def it_reads_a_dossier_number_of_the_wrong_shape(self, text, malformed):
        assert only(text).malformed == malformed
        assert only(text).house_form == ""

    def it_reads_chamber_session_and_pages(self):
        citation = only("Kamerstukken II, 1999-2000, 24 036, nr. 155, blz. 47-50 e.v.")
        assert (citation.chamber, citation.has_session, citation.has_pages) == ("II", True, True)
        assert citation.text.endswith("blz. 47-50 e.v.")
        assert only("Kamerstukken II 1999/2000, 24 036, nr. 155").has_session
        assert only("Eerste Kamerstuk 29 521, BE").chamber == "I"
        assert only("Handelingen II 2010/11, nr. 10, item 5").text.endswith("item 5")

    @pytest.mark.parametrize(
        ("after", "joined"),
        [
            (", d.d. 4 april 2025", "d.d."),
            (" van 4 april 2025", "van"),
            (" (4 april 2025)", "("),
            (", 4 april 2025", ","),
        ],
    )
    def it_reads_the_date_after_it(self, after, joined):
        text = f"Kamerstuk 29 521, nr. 493{after}"
        citation = only(text)
        assert citation.text == "Kamerstuk 29 521, nr. 493"
        assert citation.form == "house"
        assert citation.date is not None
        assert citation.date.date == datetime.date(2025, 4, 4)
        assert text[citation.date.start : citation.date.end] == "4 april 2025"
        assert citation.date_joined == joined

    @pytest.mark.parametrize("space", [" ", "\n", "\u00a0"])
    def it_reads_a_number_after_any_space(self, space):
        assert only(f"Kamerbrief{space}nr. 493").numbers == ("493",)

    def it_reads_adjacent_citations_separately(self):
        text = "Kamerstuk 29 521, nr. 505, 3 maart 2026; Kamerstuk 29 521, nr. 512, 27 maart 2026"
        assert [citation.numbers for citation in find_citations(text)] == [("505",), ("512",)]
        text = "29 521, nr. 5 en 27 925, nr. 8"
        assert [citation.dossier for citation in find_citations(text)] == ["29 521", "27 925"]

    def it_does_not_take_a_quantity_for_a_paper(self):
        assert only("Kamerstuk 29 521, nr. 505 en 12 militairen").numbers == ("505",)
        assert only("Kamerstuk 29 521, NMI en OIR").numbers == ()

    @pytest.mark.parametrize(
        "text",
        [
            "12 300 militairen",
            "25 000-30 militairen",
            "22 500-30 000 euro",
            "telefoon 070 31 234-567",
            "https://zoek.officielebekendmakingen.nl/kst-29521",
            "in 2025, nr. 5",
            "een kamerstuk over 12 dingen",
            "nr. 493",
            "Stb. 12",
            "Handelingen",
        ],
    )
    def it_ignores_what_is_not_a_citation(self, text):
        assert find_citations(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Kamerstuk 29521-493",
            "29 521, nr. 493",
            "Tweede Kamerstuk 29 521 nr. 493, p. 3",
            "Kamerstuk 29521, nr. 493",
        ],
    )
    def it_offers_the_house_form(self, text):
        assert only(text).house_form == "Kamerstuk 29 521, nr. 493"

    @given(
        st.from_regex(r"[1-3][0-9] [0-9]{3}(-0[1-9]| [IVX]| V[I]{1,3})?", fullmatch=True),
        st.lists(st.integers(1, 9999), min_size=1, max_size=5, unique=True),
    )
    def it_reads_back_what_is_written(self, dossier, numbers):
        written = write_kamerstuk(dossier, numbers)
        citation = only(f"Zie {written}, en verder.")
        assert (citation.text, citation.form, citation.dossier) == (written, "house", dossier)
        assert citation.numbers == tuple(map(str, numbers))
        assert citation.house_form == written

    @given(
        st.lists(
            st.sampled_from(
                "Kamerstuk|ken|29 521|,| |nr.|nrs.|12|en|-|II|2024/25|V|d.d.|mei|Stb.|2|Z".split("|")
            ),
            max_size=25,
        )
    )
    def its_offsets_are_right_in_any_text(self, pieces):
        text = "".join(pieces)
        end = 0
        for citation in find_citations(text):
            assert end <= citation.start < citation.end
            assert text[citation.start : citation.end] == citation.text
            end = citation.end
