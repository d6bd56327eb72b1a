# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The marks of what the public version must not show."""

from __future__ import annotations

import pytest

from jvom.model import Fragment
from jvom.reading.fragment import read_fragment
from jvom.resolving.withheld import without_ground
from jvom.text import (
    List,
    Paragraph,
    Picture,
    Quote,
    Table,
    Withheld,
    contents_of,
    walk_blocks,
    withheld_whole,
)

WHOLE = '{.gelakt grond="5.1.2i"}'
NOTHING = (
    "hier staat niets om te lakken; zet het direct boven de alinea, de lijst, de tabel, het citaat of de "
    "afbeelding, of vooraan in een kop, een punt van een lijst, een cel van een rij of een voetnoot"
)
NOTHING_BELOW = (f"{WHOLE}\n\nEen alinea.", f"{WHOLE}\n## Kop", f"{WHOLE}\n\n<!-- opmerking: x -->\n\n- een")


def read(text: str) -> Fragment:
    fragment, problems = read_fragment("x", text.encode(), "x.md")
    assert [f"{each.span}: {each.what}" for each in problems] == []
    return fragment


def wrong(text: str) -> list[str]:
    return [
        f"{each.span}: {each.what}; {each.advice}" for each in read_fragment("x", text.encode(), "x.md")[1]
    ]


def marks(fragment: Fragment) -> list[tuple[str | None, bool, str]]:
    """Return ground, wholeness and typed words of each mark."""
    return [
        (each.ground, each.whole, "".join(fragment.lines[each.span.line - 1])[each.span.column - 1 :])
        for each in walk_blocks(fragment.all_blocks)
        if isinstance(each, Withheld)
    ]


class Describe_marked_words:
    @pytest.mark.parametrize(
        ("typed", "ground"),
        [
            ("[a]{.persoonsgegeven}", None),
            ('[a]{.gelakt grond="5.1.2i"}', "5.1.2i"),
            ('[a]{ .gelakt  grond="5.1.1b" }', "5.1.1b"),
            ('[a]{grond="5.2" .gelakt}', "5.2"),
            ("[a]{.gelakt}", ""),
        ],
    )
    def they_have_a_ground(self, typed, ground):
        assert [mark[:2] for mark in marks(read(typed))] == [(ground, False)]

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            (
                'Zo [a]{.gelakt grond="5.1.2z"}.',
                "x.md:1:4: «5.1.2z» is geen grond van de Wet open overheid; bedoelde u «5.1.2i»?",
            ),
            (
                'Zo [a]{.gelakt grond="5.2.1"}.',
                "x.md:1:4: «5.2.1» is geen grond van de Wet open overheid; bedoelde u «5.2»?",
            ),
            (
                '[a]{.persoonsgegeven grond="5.1.2i"}',
                (
                    "x.md:1:1: de grond van een persoonsgegeven staat vast: 5.1.2e; "
                    f"haal de grond weg, of schrijf {WHOLE}"
                ),
            ),
            (
                '[a]{.gelakt reden="x"}',
                (
                    "x.md:1:1: dit kenmerk is onbekend; "
                    f"bij tekst tussen haken hoort {{.persoonsgegeven}} of {WHOLE}"
                ),
            ),
            (
                f"Zo []{WHOLE}.",
                "x.md:1:4: hier staat niets om te lakken; zet de tekst tussen de haken",
            ),
        ],
    )
    def they_are_refused_with_one_clear_error(self, typed, problem):
        assert wrong(typed) == [problem]

    @pytest.mark.parametrize(
        "typed",
        [
            'Bel [a] {.gelakt grond="5.1.2i"}.',
            'Bel a {.gelakt grond="5.1.2i"}.',
            "Bel [a]{gelakt}.",
            "Bel [a].gelakt.",
            "Bel [a]{.gelakt grond=5.1.2i}.",
            "Bel [a]{.gelakt grond=“5.1.2i”}.",
            "Bel {.gelakt.",
        ],
    )
    def they_are_not_half_typed(self, typed):
        problems = wrong(typed)
        assert len(problems) == 1
        assert "» lakt niets; zet rechte haken om de woorden" in problems[0]

    @pytest.mark.parametrize("typed", ["Het is gelakt.", "De (gelakt) tekst is [gelakt]{.persoonsgegeven}."])
    def but_the_word_itself_is_a_word(self, typed):
        assert wrong(typed) == []


class Describe_a_mark_of_a_whole_block:
    @pytest.mark.parametrize(
        ("typed", "count"),
        [
            (f"{WHOLE} Een alinea\nop twee regels.\n\nEen andere.", 1),
            (f"{WHOLE}\nEen alinea.", 1),
            (f"## {WHOLE} Een kop\n\nTekst.", 1),
            (f"> Een.\n>\n> {WHOLE} Twee.", 1),
            (f"- een\n- {WHOLE} twee\n- drie", 1),
            (f"1. {WHOLE} een\n2. twee", 1),
            (f"- {WHOLE} een\n  - binnen\n\n  vervolg\n- twee", 3),
            (f"| A | B |\n| --- | --- |\n| {WHOLE} a | b |\n| c | d |", 2),
            (f"| A | B |\n| --- | --- |\n| | {WHOLE} b |\n| c | d |", 2),
            (f"| {WHOLE} A | B |\n| --- | --- |\n| c | d |", 2),
            (f"Noot.[^a]\n\n[^a]: {WHOLE} Een.\n\n    Twee.", 2),
        ],
    )
    def it_covers_all_of_that_block_and_nothing_else(self, typed, count):
        fragment = read(typed)
        found = marks(fragment)
        assert [mark[:2] for mark in found] == [("5.1.2i", True)] * count
        assert len(list(contents_of(fragment.all_blocks))) > count or "op twee regels" not in typed

    def it_withholds_a_picture_with_its_words(self):
        (block,) = read(f'{WHOLE}\n![Wat te zien is.](a.png "Bijschrift")').blocks
        assert isinstance(block, Paragraph)
        mark = withheld_whole(block.content)
        assert mark is not None
        assert isinstance(mark.content[0], Picture)

    def it_gives_words_their_place_in_the_file(self):
        for typed, line, column in (
            (f"{WHOLE}\nEen alinea.", 2, 1),
            (f"{WHOLE}  Een alinea.", 1, len(WHOLE) + 3),
            (f"- {WHOLE} Een", 1, len(WHOLE) + 4),
            (f"| A |\n| --- |\n| {WHOLE} x \\| Een |", 3, len(WHOLE) + 4),
        ):
            fragment = read(typed)
            first = next(
                each.content[0] for each in walk_blocks(fragment.blocks) if isinstance(each, Withheld)
            )
            assert (first.span.line, first.span.column) == (line, column)

    def it_may_lack_its_ground_for_now(self):
        assert marks(read("{.gelakt} Een alinea."))[0][:2] == ("", True)

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            (
                '{.gelakt grond="5.1.3"} Een.',
                (
                    "x.md:1:1: «5.1.3» is geen grond van de Wet open overheid; kies uit: 5.1.1a, 5.1.1b, "
                    "5.1.1c, 5.1.1d, 5.1.1e, 5.1.2a, 5.1.2b, 5.1.2c, …"
                ),
            ),
            (
                '{.gelakt grond="5.1.2 E"} Een.',
                "x.md:1:1: «5.1.2 E» is geen grond van de Wet open overheid; bedoelde u «5.1.2e»?",
            ),
            (
                "{.gelakt groun=5.1.2i} Een.",
                f"x.md:1:1: dit kenmerk is onbekend; schrijf vóór een hele alinea {WHOLE}",
            ),
            *((typed, f"x.md:1:1: {NOTHING}") for typed in NOTHING_BELOW),
            (f"- {WHOLE}", f"x.md:1:3: {NOTHING}"),
            (f"Tekst.\n\n{WHOLE}", f"x.md:3:1: {NOTHING}"),
            (f"- {WHOLE}\n  - twee", "x.md:1:1: dit lijstitem heeft geen tekst; vul het aan of haal het weg"),
            (
                f"{WHOLE}\n3. drie\n4. vier",
                (
                    "x.md:1:1: deze lijst zou gewone tekst worden: hij begint niet bij 1; "
                    f"zet een lege regel tussen {WHOLE} en de lijst"
                ),
            ),
            *(
                (
                    f"{WHOLE}\n{line}\n\n| A |\n| --- |\n| b |",
                    (
                        "x.md:1:1: het kenmerk van een hele tabel staat direct boven de tabel zelf; "
                        f"zet {WHOLE} onder deze regel; een bijschrift gaat mee"
                    ),
                )
                for line in (": Bij", ": Bij {#tab-x}", "{.liggend}", "{#tab-x}")
            ),
            (
                f"{WHOLE}\n| A |\n| --- |\n| {{{{ mandates }}}} |",
                (
                    "x.md:1:1: een tabel met {{ mandates }} is niet als geheel te lakken; "
                    "laat de tabel weg, of lak een gewone tabel"
                ),
            ),
            (
                f'| A | B |\n| --- | --- |\n| {WHOLE} a | {{.gelakt grond="5.2"}} b |',
                (
                    "x.md:3:32: deze rij is al als geheel gelakt, op een andere grond; "
                    "een rij heeft een grond; zet anders haken om de woorden in elke cel"
                ),
            ),
        ],
    )
    def it_is_refused_with_one_clear_error(self, typed, problem):
        assert wrong(typed) == [problem]

    @pytest.mark.parametrize("gap", ["\n", "\n\n", " \n", "\n\n\n"])
    @pytest.mark.parametrize(
        ("below", "count"),
        [
            ("- een\n- twee\n  1. drie\n\n  vervolg\n- vier", 5),
            ("1. een\n2. twee", 2),
            ("> Een.\n>\n> ![Wat.](a.png)", 2),
            ("| A | B |\n| --- | --- |\n| b | c |", 4),
            ("| A | B |\n| --- | --- |\n| b | c |\n: Bij *schrift* {#tab-x}", 5),
            ("| A | B |\n| --- | --- |\n| b | c |\n\n: Bij *schrift* {#tab-x}", 5),
            ('* een\n* {.gelakt grond="5.2"} twee', 2),
            ('> [Een]{.gelakt grond="5.2"} en.', 2),
        ],
    )
    def it_covers_all_of_the_list_table_or_quotation_below_it(self, below, gap, count):
        before, block, after = read(f"Voor.\n\n{WHOLE}{gap}{below}\n\nNa.").blocks
        assert isinstance(block, List | Quote | Table)
        assert block.withheld is not None
        assert (block.withheld.ground, block.withheld.content, block.span.line) == ("5.1.2i", (), 3)
        marked = [each for each in walk_blocks((block,)) if isinstance(each, Withheld)]
        assert len(marked) == count
        assert all(withheld_whole(each) for each in contents_of((block,)))
        assert not [each for each in walk_blocks((before, after)) if isinstance(each, Withheld)]

    def it_covers_a_table_with_the_caption_above_it(self):
        (table,) = read(f": Bij {{#tab-x}}\n\n{WHOLE}\n| A |\n| --- |\n| b |").blocks
        assert isinstance(table, Table)
        assert table.withheld is not None
        assert withheld_whole(table.caption) is not None

    def it_covers_a_list_within_an_item(self):
        (items,) = read(f"- een\n\n  {WHOLE}\n  - twee\n  - drie\n- vier").blocks
        assert isinstance(items, List)
        assert items.withheld is None
        (inner,) = items.items[0].blocks[1:]
        assert isinstance(inner, List)
        assert inner.withheld is not None

    @pytest.mark.parametrize("below", ["- een\n- twee", "> een", "| A |\n| --- |\n| b |"])
    def it_is_told_once_when_it_has_no_ground(self, below):
        assert [each.span.line for each in without_ground(read(f"{{.gelakt}}\n{below}"))] == [1]
        assert list(without_ground(read(f"{WHOLE}\n{below}"))) == []

    def it_leaves_lists_and_tables_what_they_are(self):
        items, table = read(f"- {WHOLE} a\n\n| A |\n| --- |\n| {WHOLE} b |").blocks
        assert isinstance(items, List)
        assert isinstance(table, Table)
