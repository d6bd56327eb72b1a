# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.registers."""

from __future__ import annotations

import pytest

from jvom.analysis.phrases import Phrase
from jvom.analysis.registers import Mention, Register, Registered
from tests.checks.reading import texts

HOUSE = Register(
    (
        Registered("mission", "althea", ("EUFOR Althea", "Althea")),
        Registered("mission", "kfor", ("KFOR", "Kosovo Force")),
        Registered("place", "Zr.Ms. De Ruyter", ("Zr.Ms. De Ruyter",)),
    )
)


def named(text: str, kind: str = "mission") -> list[tuple[str, str]]:
    view = texts(text)
    for passage in view.passages:
        passage.register = HOUSE
    return [(each.text, each.value("x", Mention).id) for each in Phrase(f"x={{{kind}}}").find(view)]


class Describe_a_register:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("De EUFOR Althea en KFOR.", [("EUFOR Althea", "althea"), ("KFOR", "kfor")]),
            ("De Kosovo-Force en de Kosovo\nForce.", [("Kosovo-Force", "kfor"), ("Kosovo Force", "kfor")]),
            ("Het KFOR-mandaat, geen EU-KFOR.", [("KFOR", "kfor")]),
            ("De kfor, Kosovo, Force.", []),
        ],
    )
    def it_tells_what_a_text_names(self, text, found):
        assert named(text) == found

    def it_takes_the_marks_of_a_name(self):
        assert named("Op Zr.Ms. De Ruyter.", "place") == [("Zr.Ms. De Ruyter", "Zr.Ms. De Ruyter")]
