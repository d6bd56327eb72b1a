# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.reading.fragment import read_fragment
from jvom.text import FigureUse, Heading, Paragraph, Picture, Table, Text, walk, walk_blocks

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


class Describe_the_caption_of_a_table:
    @pytest.mark.parametrize(
        "text",
        [
            f"{TABLE}\n: Inzet per *year* {{#tab-inzet .liggend}}\n",
            f"{TABLE}: Inzet per *year* {{#tab-inzet .liggend}}\n",
            f": Inzet per *year* {{.liggend #tab-inzet}}\n\n{TABLE}",
            f": Inzet per *year* {{#tab-inzet}}\n\n{TABLE}\n{MARK}",
        ],
        ids=["below", "right below", "above", "with the other line below"],
    )
    def it_is_on_a_line_beside_it(self, text):
        fragment, problems = read(text)

        assert problems == []
        [table] = fragment.blocks
        assert isinstance(table, Table)
        assert (table.name, table.landscape) == ("tab-inzet", True)
        words = [each for each in walk(table.caption) if isinstance(each, Text)]
        assert [each.value for each in words] == ["Inzet per ", "year"]
        lines = text.split("\n")
        assert all(lines[each.span.line - 1][each.span.column - 1 :].startswith(each.value) for each in words)

    def it_may_go_on_on_the_next_line(self):
        fragment, problems = read(f"{TABLE}\n: Inzet per jaar,\nin aantallen {{#tab-inzet}}\n")

        assert problems == []
        [table] = fragment.blocks
        assert isinstance(table, Table)
        assert [each.value for each in table.caption if isinstance(each, Text)] == [
            "Inzet per jaar,",
            "in aantallen",
        ]
        assert table.span.end_line == 6

    def it_is_read_by_who_reads_all_words(self):
        fragment, _ = read(f"{TABLE}\n: Inzet van {{{{ deployed_total }}}}\n")

        assert any(isinstance(each, FigureUse) for each in walk_blocks(fragment.blocks))

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (": Inzet per jaar\n", "x.md:1:1: deze regel hoort bij geen tabel"),
            (f"{TABLE}\n: {{#tab-a}}\n", "x.md:5:1: dit bijschrift is leeg"),
            (f"{TABLE}\n: Inzet {{#inzet}}\n", "x.md:5:1: «inzet» kan geen naam zijn voor verwijzingen"),
            (f"{TABLE}\n: Inzet {{#tab-Ä}}\n", "x.md:5:1: «tab-Ä» kan geen naam zijn voor verwijzingen"),
            (f"{TABLE}\n: A\n\n: B\n", "x.md:7:1: deze regel hoort bij geen tabel"),
        ],
    )
    def it_is_refused_when_it_is_not_one(self, text, said):
        _, problems = read(text)

        assert [f"{each.span}: {each.what}" for each in problems] == [said]


class Describe_the_name_of_a_picture:
    def it_is_behind_it(self):
        fragment, problems = read('![Een kaart.](kaart.png "Kaart"){#fig-kaart}\n')

        assert problems == []
        [paragraph] = fragment.blocks
        assert isinstance(paragraph, Paragraph)
        [picture] = paragraph.content
        assert isinstance(picture, Picture)
        assert (picture.name, picture.caption, picture.path) == ("fig-kaart", "Kaart", "kaart.png")
        assert picture.span.end_column == 45

    @pytest.mark.parametrize("name", ["kaart", "tab-kaart", "fig-", "fig-Kaart"])
    def but_not_every_name_will_do(self, name):
        _, [problem] = read(f"![Een kaart.](kaart.png){{#{name}}}\n")

        assert (
            f"{problem.span}: {problem.what}" == f"x.md:1:25: «{name}» kan geen naam zijn voor verwijzingen"
        )


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
