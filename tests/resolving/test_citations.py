# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.model import Kamerstuk, Publication, ReferenceData
from jvom.resolving.citations import write_citation, write_loose_date
from jvom.resolving.pieces import Piece, text_of
from jvom.source import Span
from jvom.text import Citation
from jvom.times import LooseDate


def paper(dossier: str, number: int) -> Kamerstuk:
    return Kamerstuk(dossier=dossier, number=number, date=LooseDate(2026, 3, number % 28 + 1))


DATA = ReferenceData(
    references={
        "a": paper("29521", 493),
        "b": paper("29521", 505),
        "c": paper("29521", 512),
        "d": paper("21501-02", 7),
        "e": paper("36800-X", 8),
        "boek": Publication(
            title="Lessons learned", date=LooseDate(2022, 8), number="X-1", language="en", publisher="NAVO"
        ),
        "nota": Publication(title="Nota", date=LooseDate(2020)),
    }
)


def cite(*names: str, dated: bool = False) -> Citation:
    return Citation(names, dated, Span("a"))


class Describe_write_citation:
    @pytest.mark.parametrize(
        ("names", "dated", "written"),
        [
            ("a", False, "Kamerstuk 29 521, nr. 493"),
            ("a", True, "Kamerstuk 29 521, nr. 493 van 18 maart 2026"),
            ("d", False, "Kamerstuk 21 501-02, nr. 7"),
            ("e", False, "Kamerstuk 36 800 X, nr. 8"),
            ("a b", False, "Kamerstukken 29 521, nrs. 493 en 505"),
            ("a b c", False, "Kamerstukken 29 521, nrs. 493, 505 en 512"),
            ("a c", True,
             "Kamerstuk 29 521, nr. 493 van 18 maart 2026 en Kamerstuk 29 521, nr. 512 van 9 maart 2026"),
            ("a d", False, "Kamerstuk 29 521, nr. 493 en Kamerstuk 21 501-02, nr. 7"),
            ("a d e", False,
             "Kamerstuk 29 521, nr. 493, Kamerstuk 21 501-02, nr. 7 en Kamerstuk 36 800 X, nr. 8"),
            ("boek", False, "“Lessons learned”"),
            ("boek", True, "“Lessons learned” (NAVO, kenmerk X-1, augustus 2022)"),
            ("nota", True, "“Nota” (2020)"),
            ("boek a", False, "“Lessons learned” en Kamerstuk 29 521, nr. 493"),
        ],
    )  # fmt: skip
    def it_writes_the_house_form(self, names, dated, written):
        assert text_of(write_citation(cite(*names.split(), dated=dated), DATA)) == written

    def it_keeps_the_language_of_a_title(self):
        assert write_citation(cite("boek"), DATA) == (Piece("“"), Piece("Lessons learned", "en"), Piece("”"))
        assert write_citation(cite("nota"), DATA) == (Piece("“"), Piece("Nota"), Piece("”"))

    def it_does_not_know_what_is_not_there(self):
        with pytest.raises(KeyError, match="weg"):
            write_citation(cite("weg"), DATA)


class Describe_write_loose_date:
    @pytest.mark.parametrize(
        ("typed", "written"), [("2025-04-04", "4 april 2025"), ("2022-08", "augustus 2022"), ("2022", "2022")]
    )
    def it_is_as_exact_as_the_date_is_known(self, typed, written):
        assert write_loose_date(LooseDate.parse(typed)) == written
