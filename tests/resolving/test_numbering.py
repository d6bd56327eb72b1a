# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.resolving import numbering
from jvom.resolving.crossreferences import capitalized, write_crossreference
from jvom.resolving.pieces import Piece, text_of
from jvom.source import Span
from jvom.text import CrossReference
from tests.contents import basis


@pytest.fixture(scope="module")
def numbered():
    return numbering.sections(basis())


def refer(*targets: str, through: bool = False) -> CrossReference:
    return CrossReference(targets, through, Span("a"))


class Describe_numbers:
    def they_follow_the_outline_alone(self, numbered):
        assert [(s.fragment.id, s.level, s.number, s.appendix, s.landscape) for s in numbered] == [
            ("inleiding", 1, "1", False, False),
            ("inzet", 1, "2", False, False),
            ("midden-oosten", 2, "2.1", False, False),
            ("unifil", 3, "2.1.1", False, False),
            ("untso", 3, "2.1.2", False, False),
            ("slotbeschouwing", 1, "3", False, False),
            ("rechtsbasis", 1, "1", True, True),
        ]

    def they_are_known_before_the_fragments_are(self):
        assert numbering.outline(basis())[3:5] == (("unifil", "2.1.1"), ("untso", "2.1.2"))

    def they_are_found_by_id(self, numbered):
        assert numbering.by_id(numbered)["untso"].number == "2.1.2"


class Describe_write_crossreference:
    @pytest.mark.parametrize(
        ("reference", "written"),
        [
            (refer("unifil"), "paragraaf 2.1.1"),
            (refer("inzet"), "hoofdstuk 2"),
            (refer("rechtsbasis"), "bijlage 1"),
            (refer("unifil", "untso"), "paragrafen 2.1.1 en 2.1.2"),
            (refer("midden-oosten", "unifil", "untso"), "paragrafen 2.1, 2.1.1 en 2.1.2"),
            (refer("inleiding", "slotbeschouwing"), "hoofdstukken 1 en 3"),
            (refer("unifil", "untso", through=True), "paragrafen 2.1.1 tot en met 2.1.2"),
            (refer("inleiding", "unifil", "untso"), "hoofdstuk 1 en paragrafen 2.1.1 en 2.1.2"),
            (refer("inleiding", "unifil", "rechtsbasis"), "hoofdstuk 1, paragraaf 2.1.1 en bijlage 1"),
            (refer("inleiding", "unifil", through=True), "hoofdstuk 1 tot en met paragraaf 2.1.1"),
        ],
    )
    def it_names_what_it_refers_to(self, numbered, reference, written):
        pieces = write_crossreference(reference, numbering.by_id(numbered), {})

        assert text_of(pieces) == written
        assert text_of(capitalized(pieces)) == written[0].upper() + written[1:]

    def it_gives_the_numbers_apart(self, numbered):
        pieces = write_crossreference(refer("inzet", "rechtsbasis"), numbering.by_id(numbered), {})

        assert pieces == (
            Piece("hoofdstuk "),
            Piece("2", section="inzet"),
            Piece(" en "),
            Piece("bijlage 1", section="rechtsbasis", appendix=True),
        )

    def it_does_not_know_what_is_not_there(self, numbered):
        with pytest.raises(KeyError, match="weg"):
            write_crossreference(refer("weg"), numbering.by_id(numbered), {})
