# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The mark of the mission that a paragraph or an item of a list is about."""

from __future__ import annotations

import pytest

from jvom.model import Fragment
from jvom.reading.fragment import read_fragment
from jvom.text import List, Paragraph, Quote, Text, mission_marks, walk_blocks


def read(text: str) -> Fragment:
    fragment, problems = read_fragment("tekst", text.encode(), "tekst.md")
    assert [str(each.what) for each in problems] == []
    return fragment


def problems(text: str) -> list[str]:
    _, found = read_fragment("tekst", text.encode(), "tekst.md")
    return [f"{each.span.line}:{each.span.column}: {each.what}; {each.advice}" for each in found]


def marks(text: str) -> list[tuple[str, int, int, int]]:
    """Return mission, line, first column and end column of each mark."""
    found = mission_marks(read(text).all_blocks)
    return [(each.mission, each.span.line, each.span.column, each.span.end_column) for each in found]


def words(text: str) -> str:
    return "".join(each.value for each in walk_blocks(read(text).all_blocks) if isinstance(each, Text))


class Describe_the_mark_of_a_mission:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("{mission=eumm} Zij ziet toe.", [("eumm", 1, 1, 15)]),
            ('{mission="eumm"} Zij ziet toe.', [("eumm", 1, 1, 17)]),
            ("{mission=eumm}\nZij ziet toe.", [("eumm", 1, 1, 15)]),
            ("Een.\n\n{mission=eu-sdi-gog} Zij\nziet *toe*.", [("eu-sdi-gog", 3, 1, 21)]),
            ("- {mission=a} een\n- twee\n  - {mission=b} drie\n", [("a", 1, 3, 14), ("b", 3, 5, 16)]),
            ("1. {mission=a} een\n\n   {mission=b} vervolg\n", [("a", 1, 4, 15), ("b", 3, 4, 15)]),
            ("> {mission=a} Zij ziet toe.", [("a", 1, 3, 14)]),
            ("Een.[^n]\n\n[^n]: {mission=a} Noot.", [("a", 3, 7, 18)]),
        ],
    )
    def it_has_its_place(self, text, expected):
        assert marks(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "{mission=a} Zij ziet toe.",
            "{mission=a}\nZij ziet toe.",
            "- {mission=a} Zij ziet toe.",
            "> {mission=a} Zij ziet toe.",
        ],
    )
    def it_is_no_part_of_the_words(self, text):
        assert words(text) == "Zij ziet toe."

    def it_leaves_the_words_in_their_place(self):
        (paragraph,) = read("{mission=a} Zij *ziet* toe.").blocks

        assert isinstance(paragraph, Paragraph)
        assert [(each.span.column, each.span.end_column) for each in paragraph.content][:2] == [
            (13, 17),
            (17, 23),
        ]

    def it_may_be_before_the_mark_of_what_is_withheld(self):
        (paragraph,) = read('{mission=a} {.gelakt grond="5.1.2i"} Zij ziet toe.').blocks

        assert isinstance(paragraph, Paragraph)
        assert paragraph.about is not None
        assert paragraph.about.typed == "{mission=a}"
        assert len(paragraph.content) == 1

    def it_stays_when_a_list_or_quotation_is_withheld(self):
        fragment = read(
            '{.gelakt grond="5.1.2i"}\n- {mission=a} een\n\n{.gelakt grond="5.2"}\n> {mission=b} twee\n'
        )

        assert [type(each) for each in fragment.blocks] == [List, Quote]
        assert [each.mission for each in mission_marks(fragment.blocks)] == ["a", "b"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Zij {mission=eumm} ziet toe.", "1:5: «{mission=eumm}» zegt hier niet waar de tekst over gaat"),
            ("{missie=eumm} Zij ziet toe.", "1:1: «{missie=eumm}» zegt hier niet waar de tekst over gaat"),
            ("{mission=} Zij ziet toe.", "1:1: «{mission=}» zegt hier niet waar de tekst over gaat"),
            (
                "## Kop {mission=eumm}\n\nTekst.",
                "1:8: «{mission=eumm}» zegt hier niet waar de tekst over gaat",
            ),
            (
                "| {mission=a} x |\n| --- |\n| y |",
                "1:3: «{mission=a}» zegt hier niet waar de tekst over gaat",
            ),
        ],
    )
    def it_is_refused_elsewhere(self, text, expected):
        advice = "zet {mission=unifil} helemaal vooraan in een alinea of een punt van een lijst"
        assert problems(text) == [f"{expected}; {advice}"]

    @pytest.mark.parametrize(
        "text", ["{mission=eumm}", "{mission=eumm}\n\nZij ziet toe.", "{mission=eumm}\n- een\n- twee"]
    )
    def it_needs_words(self, text):
        advice = "zet het kenmerk vooraan in de alinea of het punt, zonder lege regel ertussen"
        assert problems(text) == [f"1:1: hier staat niets dat over een missie gaat; {advice}"]

    def it_is_words_when_escaped(self):
        assert words("\\{mission=eumm\\} Zij ziet toe.") == "{mission=eumm} Zij ziet toe."
