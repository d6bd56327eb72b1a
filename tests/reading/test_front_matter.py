# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The data above a text, and data that are not at the top."""

from __future__ import annotations

import pytest

from jvom.source import Span
from tests.reading.shorthand import PATH, good, misplaced, read, shown, simple


class Describe_front_matter:
    def it_reads_its_fields(self):
        front = good(
            "---\ntitle: UNIFIL (Libanon)\nmission: unifil\nowner: DGB\nstatus: final\n---\ntekst"
        ).front

        assert (front.title, front.mission, front.owner, front.status) == (
            "UNIFIL (Libanon)", "unifil", "DGB", "final",
        )  # fmt: skip
        assert front.at.value("mission") == Span(PATH, 3, 10, 3, 16)
        assert front.at.keys["status"].line == 5

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            (
                "De *force*{lang=fr} in {{ jaar }}",
                ["De ", ("term", "fr", "force"), " in ", ("figure", "jaar")],
            ),
            ('"1. *Een*: twee"', ["1. ", ("term", "en", "Een"), ": twee"]),
            ("'- # > a'", ["- # > a"]),
            ("'[x]: y'", ["[x]: y"]),
        ],
    )
    def it_reads_the_title_as_a_line_of_words(self, typed, found):
        fragment = good(f"---\ntitle: {typed}\n---\n")

        assert simple(fragment.title) == found
        assert misplaced(fragment) == []

    @pytest.mark.parametrize(
        ("typed", "line"),
        [
            *(("tekst", 1), ("---\n---\ntekst", 3), ("---\nstatus: final\n---\n\ntekst", 4)),
            *(("---\nstatus: final\n...\ntekst", 4), ("----\nstatus: final\n----  \ntekst", 4)),
        ],
    )
    def it_says_where_the_text_below_begins(self, typed, line):
        assert good(typed).body_line == line

    def it_needs_none(self):
        assert good("tekst").front.status == "draft"
        assert good("---\n---\ntekst").front.title == ""
        assert good("").blocks == ()

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            ("---\ntitle: a\n", "1:1: het blok met gegevens bovenaan wordt niet afgesloten"),
            ("---\ntitel: a\n---\n", "2:1: onbekende sleutel «titel»"),
            ("---\nstatus: af\n---\n", "2:9: «af» kan hier niet staan"),
            ("---\ntitle: a: b\n---\n", "2:9: in deze waarde staat een dubbele punt"),
            ("---\n- a\n---\n", "2:1: hier hoort een blok met sleutels en waarden"),
            ("---\ntitle: |\n  a\n  b\n---\n", "2:8: een titel is een regel tekst"),
            ("---\ntitle: een *twee*\n  drie *vier\n---\n", "2:8: een titel is een regel tekst"),
            ("---\ntitle: >-\n  een\n---\n", "2:8: een titel is een regel tekst"),
            ("---\ntitle: '  '\n---\n", "2:8: een titel is een regel tekst"),
            ("---\ntitle: <b>a</b>\n---\n", "2:8: HTML hoort niet in de tekst"),
            ("---\ntitle: a ![b](c.png)\n---\n", "2:10: een afbeelding kan hier niet staan"),
            ("---\ntitle: a\x07b\n---\n", "2:9: hier staat een onzichtbaar stuurteken (U+0007)"),
        ],
    )
    def it_is_refused_in_its_place(self, typed, problem):
        _, problems = read(typed)

        assert problem in shown(problems)


class Describe_a_front_matter_that_is_not_at_the_top:
    KEYS = "title: A\nowner: DGB\n"

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            (f"\n---\n{KEYS}---\n\nTekst.", "2:1: boven de gegevens staat een lege regel"),
            (f"\n \n---\n\n{KEYS}---\n\nTekst.", "3:1: boven de gegevens staat een lege regel"),
            (f"—\n{KEYS}---\n\nTekst.", "1:1: «—» zijn geen drie streepjes"),
            (f"—-\n{KEYS}—-\n\nTekst.", "1:1: «—-» zijn geen drie streepjes"),
            (f"\n---\n{KEYS}–\n\nTekst.", "5:1: «–» zijn geen drie streepjes"),
        ],
    )
    def it_gives_one_message(self, typed: str, problem: str) -> None:
        fragment, problems = read(typed)

        assert shown(problems) == [problem]
        assert len(fragment.blocks) == 1

    @pytest.mark.parametrize("typed", ["—\n\nTekst.\n", "— Zo: dit.\n\nTekst\n", "—\nkop: a\n"])
    def but_dashes_may_stand_above_words(self, typed: str) -> None:
        assert not [each for each in shown(read(typed)[1]) if "gegevens" in each or "streepjes" in each]
