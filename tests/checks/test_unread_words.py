# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Unmarked English is not checked as Dutch; the Dutch around it is."""

from __future__ import annotations

import pytest

from jvom.checks.run import check_texts
from jvom.checks.settings import Overrides
from jvom.settings import Settings
from tests.checks.reading import TODAY, fragment


def found(typed: str) -> list[str]:
    report = check_texts([fragment(typed)], Settings(), TODAY, Overrides(select=("LNG003", "LNG010")))
    return [each.code for each in report.findings]


class Describe_unmarked_english:
    @pytest.mark.parametrize(
        "typed",
        [
            "The mission shall protect civilians and use mailing lists to inform the public.",
            "De Raad zei: “The efficient use of mailing lists and web sites has to be promoted.”",
            "Zijn woorden: ‘We must be up to date with the mailing lists.’ Dat was alles.",
        ],
    )
    def it_is_not_checked_as_dutch(self, typed):
        assert found(typed) == []

    def but_the_dutch_around_it_is(self):
        typed = (
            "De grens bewaking faalt: “The border police must act on the mailing lists.” De lid staten niet."
        )

        assert found(typed) == ["LNG010", "LNG010"]

    def and_a_term_makes_no_sentence_english(self):
        assert found("Het beleid van de and for the grens bewaking is van de regering.") == ["LNG010"]
