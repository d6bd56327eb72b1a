# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date

import pytest

from jvom.reading.remarks import in_yaml, remark
from jvom.source import Span
from jvom.text import Paragraph, Remark, Text
from tests.reading.shorthand import cut, good, read, shown

NOWHERE = Span("x")


def words(text: str) -> list[str]:
    """Return the words of the paragraphs of a text."""
    return [
        "".join(each.value for each in block.content if isinstance(each, Text))
        for block in good(text).blocks
        if isinstance(block, Paragraph)
    ]


class Describe_a_remark:
    @pytest.mark.parametrize(
        ("typed", "author", "day", "said"),
        [
            ("opmerking: klopt dit?", "", None, "klopt dit?"),
            ("Opmerking (DGB): klopt dit?", "DGB", None, "klopt dit?"),
            ("opmerking (DGB, 2026-03-04): klopt: ja?", "DGB", date(2026, 3, 4), "klopt: ja?"),
            ("opmerking van J. Jansen, 4 maart 2026: x", "J. Jansen", date(2026, 3, 4), "x"),
            ("opmerking (4-3-2026): x", "", date(2026, 3, 4), "x"),
            ("opmerking (Jansen, DGB): x", "Jansen, DGB", None, "x"),
            ("opmerking (DGB, 31 februari 2026): x", "DGB, 31 februari 2026", None, "x"),
            ("opmerking:\n  een\n  twee\n\n  drie\n", "", None, "een twee\ndrie"),
        ],
    )
    def it_may_have_a_name_and_a_date(self, typed, author, day, said):
        assert remark(typed, NOWHERE) == Remark(said, author, day, NOWHERE)

    @pytest.mark.parametrize(
        "typed", ["jvom: ignore[X] y", "opmerkingen: x", "een opmerking: x", "klopt dit?"]
    )
    def it_is_none_when_it_begins_otherwise(self, typed):
        assert remark(typed, NOWHERE) is None


class Describe_a_remark_in_a_text:
    def it_is_kept_with_its_place(self):
        fragment = good("Elf<!-- opmerking: echt? --> man.\n\n<!-- opmerking: en dit? -->\n\nJa.\n")

        assert [(each.text, each.within) for each in fragment.remarks] == [
            ("echt?", True),
            ("en dit?", False),
        ]
        assert [cut(fragment.lines, each.span) for each in fragment.remarks] == [
            "<!-- opmerking: echt? -->",
            "<!-- opmerking: en dit? -->",
        ]

    @pytest.mark.parametrize(
        "typed",
        [
            "Er zijn elf <!-- opmerking: x --> waarnemers.",
            "Er zijn elf<!-- opmerking: x --> waarnemers.",
            "Er zijn elf <!-- opmerking: x -->waarnemers.",
            "Er zijn elf waarnemers <!-- opmerking: x -->.",
            "Er zijn elf waarnemers. <!-- opmerking: x -->",
            "Er zijn <!-- opmerking: x --> <!-- opmerking: y --> elf waarnemers.",
        ],
    )
    def it_leaves_the_words_around_it_as_they_are_without_it(self, typed):
        assert words(typed) == ["Er zijn elf waarnemers."]

    def it_leaves_the_places_of_those_words_right(self):
        fragment = good("Elf <!-- opmerking: x --> waarnemers.")
        [block] = fragment.blocks
        assert isinstance(block, Paragraph)

        typed = [cut(fragment.lines, each.span) for each in block.content if isinstance(each, Text)]

        assert typed == ["Elf", " waarnemers."] or typed == ["Elf ", "waarnemers."]

    def it_may_run_over_lines_and_stand_in_a_list_a_note_and_the_front_matter(self):
        fragment = good(
            "---\ntitle: Titel\nowner: DGB  # opmerking: of DOPS?\n---\n\n- punt <!-- opmerking: een -->\n\n"
            "Woord[^a].\n\n[^a]: Noot. <!-- opmerking: twee -->\n\n<!-- opmerking:\ndrie\n-->\n"
        )

        assert [each.text for each in fragment.remarks] == ["of DOPS?", "een", "twee", "drie"]

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            ("Een <!-- opmerking: --> twee.", "1:5: deze opmerking is leeg"),
            ("<!-- klopt dit? -->", "1:1: HTML hoort niet in de tekst"),
            (
                "<!-- opmerking: x --> Tekst.",
                "1:1: achter een opmerking aan het begin van een regel kan geen tekst staan",
            ),
            ("Een\n<!-- opmerking: x -->\ntwee.", "2:1: deze opmerking zou de alinea in tweeën delen"),
        ],
    )
    def it_must_say_something_and_change_nothing(self, typed, problem):
        assert shown(read(typed)[1]) == [problem]


class Describe_a_remark_in_data:
    def it_stands_behind_or_above_a_key_and_may_go_on(self):
        found, problems = in_yaml(
            "# opmerking (DGB): een\n#  en verder\n# gewoon\na: 1  # opmerking: twee\nb: x\n", "d.yml", 10
        )

        assert problems == []
        assert [(each.author, each.text, each.span) for each in found] == [
            ("DGB", "een en verder", Span("d.yml", 10, 1, 11, 13)),
            ("", "twee", Span("d.yml", 13, 7, 13, 24)),
        ]

    @pytest.mark.parametrize(
        "typed",
        [
            'a: "x # opmerking: y"\n',
            "a: |\n  x\n  # opmerking: y\n",
            "a: x#opmerking: y\n",
            "# de opmerking: y\n",
        ],
    )
    def it_is_none_within_a_value_or_another_comment(self, typed):
        assert in_yaml(typed, "d.yml") == ((), [])

    def it_must_say_something(self):
        assert shown(in_yaml("a: 1 # opmerking:\n", "d.yml")[1]) == ["1:6: deze opmerking is leeg"]
