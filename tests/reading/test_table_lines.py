# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.reading.fragment import read_fragment
from jvom.text import Heading, Table, Text

TABLE = "| Jaar | Aantal |\n| --- | ---: |\n| 2025 | 12 |\n"
MARK = "{.liggend}\n"


def read(text: str):
    return read_fragment("x", text.encode(), "x.md")


class Describe_the_line_beside_a_table:
    @pytest.mark.parametrize(
        "text",
        [f"{TABLE}\n{MARK}", f"{TABLE}{MARK}", f"{MARK}\n{TABLE}", f"Woord.\n\n{TABLE}\n{MARK}\nNa.\n"],
    )
    def it_sets_the_table_landscape(self, text):
        fragment, problems = read(text)

        assert problems == []
        [table] = [each for each in fragment.blocks if isinstance(each, Table)]
        assert table.landscape
        lines = text.splitlines()
        assert {lines[table.span.line - 1], lines[table.span.end_line - 1]} > {"{.liggend}"}

    def it_belongs_to_the_table_above_it_before_the_one_below(self):
        fragment, problems = read(f"{TABLE}\n{MARK}\n{TABLE}\n{MARK}\n{TABLE}")

        assert problems == []
        assert [each.landscape for each in fragment.blocks if isinstance(each, Table)] == [True, True, False]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (MARK, "x.md:1:1: deze regel hoort bij geen tabel"),
            (f"{TABLE}\nWoord.\n\n{MARK}", "x.md:7:1: deze regel hoort bij geen tabel"),
            (f"{TABLE}\n{MARK}\n{MARK}", "x.md:7:1: deze regel hoort bij geen tabel"),
            (f"{TABLE}\n{{.staand}}\n", "x.md:5:1: het kenmerk {.staand} is onbekend"),
            (f"{TABLE}{{.staand}}\n", "x.md:4:1: het kenmerk {.staand} is onbekend"),
        ],
    )
    def it_is_refused_where_it_says_nothing(self, text, said):
        _, problems = read(text)

        assert [f"{each.span}: {each.what}" for each in problems] == [said]


class Describe_a_heading:
    def it_may_be_landscape(self):
        fragment, problems = read("## Overzicht {.liggend}\n\nWoord.\n")

        assert problems == []
        [heading, _] = fragment.blocks
        assert isinstance(heading, Heading)
        assert heading.landscape
        assert heading.content == (Text("Overzicht", heading.span),)
        assert (heading.span.column, heading.span.end_column) == (4, 13)

    def it_may_not_have_other_attributes(self):
        _, [problem] = read("## Overzicht {.staand}\n")

        assert str(problem.span) == "x.md:1:14"
