# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Every construct of docs/content-format.md, what is refused, and where."""

from __future__ import annotations

import pytest

from jvom.source import Span
from jvom.text import Heading, List, Paragraph, Quote, Suppression, Table, Text
from tests.reading.shorthand import PATH, cut, good, misplaced, read, shown, simple


def line(text: str) -> list[object]:
    """Return the inlines of a text that is one paragraph, without places; they must be in their place."""
    fragment = good(text)
    (block,) = fragment.blocks
    assert isinstance(block, Paragraph)
    assert misplaced(fragment) == []
    return simple(block.content)


class Describe_words:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            (
                "De missie *situational awareness* x",
                ["De missie ", ("term", "en", "situational awareness"), " x"],
            ),
            ("*rapport final*{lang=fr}b", [("term", "fr", "rapport final"), "b"]),
            ('*a*{lang="sr-Latn"}', [("term", "sr-Latn", "a")]),
            ("_a_", [("term", "en", "a")]),
            ("**woorden**", [("strong", "woorden")]),
            ("***a** b*", [("term", "en", ("strong", "a"), " b")]),
            ("**a *b*{lang=fr} c**", [("strong", "a ", ("term", "fr", "b"), " c")]),
            ("2 * 3 en a*b", ["2 * 3 en a*b"]),
            ("[](#nmi)", [("section", ("nmi",), False)]),
            ("[](#nmi,oir)", [("section", ("nmi", "oir"), False)]),
            ("[](#nmi, oir)", [("section", ("nmi", "oir"), False)]),
            ("[](#nmi..lcf)", [("section", ("nmi", "lcf"), True)]),
            ("([](#a-b_c))", ["(", ("section", ("a-b_c",), False), ")"]),
            ("[@kst-29521-493]", [("source", ("kst-29521-493",), False)]),
            ("[@kst-1, datum]", [("source", ("kst-1",), True)]),
            ("[@kst-1; @kst-2]", [("source", ("kst-1", "kst-2"), False)]),
            ("a {{ deployed_total }} b", ["a ", ("figure", "deployed_total"), " b"]),
            ("{{x}}", [("figure", "x")]),
            ("[A. de Vries]{.persoonsgegeven}b", [("personal", "A. de Vries"), "b"]),
            ("[*a* b]{.persoonsgegeven}", [("personal", ("term", "en", "a"), " b")]),
            ("[www.x.nl](https://www.x.nl)", [("link", "https://www.x.nl", "www.x.nl")]),
            ("<https://x.nl/a>.", [("link", "https://x.nl/a", "https://x.nl/a"), "."]),
            ("zie <a@x.nl>", ["zie ", ("link", "mailto:a@x.nl", "a@x.nl")]),
            ("[a **b**](mailto:a@b.nl)", [("link", "mailto:a@b.nl", "a ", ("strong", "b"))]),
            ("a  \nb", ["a", ("space", True), "b"]),
            ("a\\\nb", ["a", ("space", True), "b"]),
            ("a\nb", ["a", ("space", False), "b"]),
            ("AT&amp;T &eacute; \\*a\\* \\[x\\](y)", ["AT&T é *a* [x](y)"]),
            ("a\tb", ["a\tb"]),
            ("  ingesprongen\n  regel", ["ingesprongen", ("space", False), "regel"]),
            ('![wat er te zien is](kaart.png "Bij")', [("picture", "kaart.png", "wat er te zien is", "Bij")]),
            ("![a\n*b*](<een kaart.png>)", [("picture", "een kaart.png", "a b", "")]),
        ],
    )
    def they_are_what_the_format_says(self, typed, found):
        assert line(typed) == found

    def it_gives_the_place_of_each(self):
        fragment = good("Een *terme*{lang=fr}, **twee**\n  en [](#nmi) &eacute;\\*.")
        (block,) = fragment.blocks

        assert isinstance(block, Paragraph)
        assert [cut(fragment.lines, inline.span) for inline in block.content] == [
            "Een ", "*terme*{lang=fr}", ", ", "**twee**", "\n  ",
            "en ", "[](#nmi)", " ", "&eacute;", "\\*", ".",
        ]  # fmt: skip

    def it_joins_words_that_the_parser_split(self):
        (block,) = good("a * b _ c ! d").blocks

        assert isinstance(block, Paragraph)
        assert block.content == (Text("a * b _ c ! d", Span(PATH, 1, 1, 1, 14)),)


class Describe_blocks:
    def it_reads_headings(self):
        fragment = good("## Over *de* missie\n\n### Dieper ##\n\n#### # 4\n")

        assert [(b.level, simple(b.content)) for b in fragment.blocks if isinstance(b, Heading)] == [
            (2, ["Over ", ("term", "en", "de"), " missie"]), (3, ["Dieper"]), (4, ["# 4"]),
        ]  # fmt: skip
        assert [cut(fragment.lines, block.span) for block in fragment.blocks] == [
            "Over *de* missie", "Dieper", "# 4",
        ]  # fmt: skip
        assert misplaced(fragment) == []

    def it_reads_lists_within_lists(self):
        fragment = good("3. een\n   vervolg\n\n   alinea\n   - *diep*\n4. twee\n\n- ander\n")
        numbered, bulleted = fragment.blocks

        assert isinstance(numbered, List)
        assert isinstance(bulleted, List)
        assert (numbered.ordered, numbered.start, bulleted.ordered) == (True, 3, False)
        first, alinea, inner = numbered.items[0].blocks
        assert isinstance(first, Paragraph)
        assert isinstance(alinea, Paragraph)
        assert isinstance(inner, List)
        assert simple(first.content) == ["een", ("space", False), "vervolg"]
        assert [cut(fragment.lines, item.span) for item in numbered.items] == [
            "3. een\n   vervolg\n\n   alinea\n   - *diep*", "4. twee",
        ]  # fmt: skip
        assert misplaced(fragment) == []

    @pytest.mark.parametrize(
        "text",
        [
            "1. een\n\t*twee* #",
            "- een\n\t\t \u3000twee\n\tdrie",
            "- een\n \xa0\ntwee",
            "-  \xa0\neen\n\ttwee\xa0",
        ],
    )
    def it_knows_the_place_of_words_after_a_tab_or_an_unusual_space(self, text):
        assert misplaced(good(text)) == []

    def it_reads_a_quotation(self):
        fragment = good("> een\n> *twee*\nlui\n>\n> drie")
        (quote,) = fragment.blocks

        assert isinstance(quote, Quote)
        assert len(quote.blocks) == 2
        assert misplaced(fragment) == []

    def it_reads_a_table_with_bars_in_its_cells(self):
        fragment = good("| a \\| *b* | c[^n] |\n|:--|--:|\n| x \\\\| *y* |  |\n|q|\n\n[^n]: Noot.")
        (table,) = fragment.blocks

        assert isinstance(table, Table)
        assert [simple(cell.content) for cell in table.header] == [
            ["a | ", ("term", "en", "b")], ["c", ("note", "n")],
        ]  # fmt: skip
        assert [[simple(cell.content) for cell in row] for row in table.rows] == [
            [["x | ", ("term", "en", "y")], []], [["q"], []],
        ]  # fmt: skip
        assert [cut(fragment.lines, cell.span) for cell in (*table.header, *table.rows[0])] == [
            "a \\| *b*", "c[^n]", "x \\\\| *y*", "",
        ]  # fmt: skip
        assert misplaced(fragment) == []

    def it_reads_a_table_without_outer_bars(self):
        fragment = good("  a | *b*\n  --- | ---\n  c | *d*\n")

        assert misplaced(fragment) == []
        (table,) = fragment.blocks
        assert isinstance(table, Table)
        assert [cut(fragment.lines, cell.span) for row in (table.header, *table.rows) for cell in row] == [
            "a", "*b*", "c", "*d*",
        ]  # fmt: skip

    @pytest.mark.parametrize("row", ["| {{ mandates }} | |", "| {{mandates}} |", "{{ mandates }}"])
    def it_reads_a_table_that_data_fills(self, row):
        (table,) = good(f"| a | b |\n| --- | --- |\n{row}\n").blocks

        assert isinstance(table, Table)
        assert (table.filled_with, table.rows) == ("mandates", ())

    def it_fills_no_table_that_has_other_rows(self):
        (table,) = good("| a |\n| --- |\n| {{ mandates }} |\n| b |\n").blocks

        assert isinstance(table, Table)
        assert (table.filled_with, len(table.rows)) == ("", 2)

    def it_reads_footnotes_of_several_paragraphs(self):
        fragment = good("tekst[^kaders]\n\n[^kaders]: Een *a*\n  lui.\n\n    Twee **b**.\n\nVerder.\n")
        (note,) = fragment.footnotes

        assert note.label == "kaders"
        assert cut(fragment.lines, note.span) == "[^kaders]"
        assert [simple(block.content) for block in note.blocks if isinstance(block, Paragraph)] == [
            ["Een ", ("term", "en", "a"), ("space", False), "lui."], ["Twee ", ("strong", "b"), "."],
        ]  # fmt: skip
        assert len(fragment.blocks) == 2
        assert misplaced(fragment) == []

    def it_reads_suppressions(self):
        fragment = good(
            "<!-- jvom: ignore[ABR002, LNG001] een reden -->\n\ntekst <!--jvom:ignore--> x\n\n"
            "<!-- jvom: ignore-file [X] \n lange reden -->\n"
            "<!-- jvom: ignore[Y] --><!-- jvom: ignore[Z] -->\n"
        )

        assert [(s.rules, s.reason, s.whole_file) for s in fragment.suppressions] == [
            (("ABR002", "LNG001"), "een reden", False),
            ((), "", False),
            (("X",), "lange reden", True),
            (("Y",), "", False),
            (("Z",), "", False),
        ]
        assert fragment.suppressions[1] == Suppression((), "", False, Span(PATH, 3, 7, 3, 25))

    def it_reads_the_line_ends_of_windows(self):
        unix = "---\ntitle: Een *a*\n---\n\n## Kop\n\n- a\n  b[^n]\n\n[^n]: *c*\n"

        for other in (unix.replace("\n", "\r\n"), unix.replace("\n", "\r"), "\ufeff" + unix):
            one, same = good(unix), good(other)
            assert (same.blocks, same.footnotes, same.title) == (one.blocks, one.footnotes, one.title)
            assert (same.lines, same.front.at.span) == (one.lines, one.front.at.span)


class Describe_what_is_refused:
    @pytest.mark.parametrize(
        ("typed", "problems"),
        [
            ("a <b>c</b>", ["1:3: HTML hoort niet in de tekst"]),
            ("a\n\n  <div>\nb\n</div>", ["3:3: HTML hoort niet in de tekst"]),
            ("<!-- gewoon -->", ["1:1: HTML hoort niet in de tekst"]),
            ("<!-- jvom: ignroe[A] -->", ["1:1: HTML hoort niet in de tekst"]),
            ("<!-- jvom: ignore[A] --> erachter", ["1:1: HTML hoort niet in de tekst"]),
            (
                "<!-- jvom: ignore[A]",
                ["1:1: deze opmerking wordt niet afgesloten: wat eronder staat, valt weg"],
            ),
            ("# Kop", ["1:1: een kop van niveau 1 (#) staat niet in een fragment"]),
            ("##### Kop", ["1:1: een kop van niveau 5 is te diep"]),
            ("a\n\n##", ["3:1: deze kop is leeg"]),
            ("a\n===", ["1:1: de streepjes onder deze tekst maken er een kop van"]),
            ("a\nb\n---", ["1:1: de streepjes onder deze tekst maken er een kop van"]),
            ("b\n\n<<<<<<< HEAD\na\n=======\nc\n>>>>>>> x\n\n    d", [
                "3:1: hier staan twee versies van de tekst door elkaar (<<<<<<<)",
            ]),
            ("---\ntitle: A\n<<<<<<< HEAD\n---\n\n>>>>>>>\n<<<<<<<\n>>>>>>> x\n>>>>>>> y", [
                "3:1: hier staan twee versies van de tekst door elkaar (<<<<<<<)",
                "7:1: hier staan twee versies van de tekst door elkaar (<<<<<<<)",
                "9:1: hier staan twee versies van de tekst door elkaar (>>>>>>>)",
            ]),
            ("a\n=======\nb", ["1:1: de streepjes onder deze tekst maken er een kop van"]),
            ("a `b` c", ["1:3: programmacode hoort niet in een rapport"]),
            ("a\n\n    b", ["3:5: vier spaties aan het begin maken er programmacode van"]),
            ("```\na\n```", ["1:1: programmacode hoort niet in een rapport"]),
            ("a\n\n***\n", ["3:1: een lijn kan het document niet weergeven"]),
            ("- a\n\n  | b |\n  | - |", ["3:3: dit kan niet binnen een lijst"]),
            ("- b | c\n  --- | ---", [
                "1:1: dit kan niet binnen een lijst", "1:1: dit lijstitem heeft geen tekst",
            ]),
            ("a\n\n1. b\n\n   c | d\n   --- | ---", ["5:4: dit kan niet binnen een lijst"]),
            ("> | b |\n> | - |", ["1:1: dit kan niet binnen een citaat", "1:1: dit citaat is leeg"]),
            ("> - a", ["1:1: dit kan niet binnen een citaat", "1:1: dit citaat is leeg"]),
            ("> a\n>> b", ["2:1: dit kan niet binnen een citaat"]),
            (">", ["1:1: dit citaat is leeg"]),
            ("- a\n\n  ## b", ["3:3: dit kan niet binnen een lijst"]),
            ("- a\n  - b\n    - c", ["3:5: deze lijst zit meer dan 2 niveaus diep"]),
            ("- a\n-\n- c", ["2:1: dit lijstitem heeft geen tekst"]),
            ("- - a", ["1:1: dit lijstitem heeft geen tekst"]),
            ("10000. a", ["1:1: deze lijst begint bij 10000"]),
            ("[](https://x.nl)", ["1:1: deze link heeft geen tekst"]),
            ("[a](javascript:b)", ["1:1: dit is geen webadres: javascript:b"]),
            ("[a](b.docx)", ["1:1: dit is geen webadres: b.docx"]),
            ("[a]()", ["1:1: dit is geen webadres: (leeg)"]),
            ("<ftp://x.nl>", ["1:1: dit is geen webadres: ftp://x.nl"]),
            ("[tekst](#nmi)", ["1:1: een kruisverwijzing heeft geen eigen tekst"]),
            ("[](#)", ["1:1: deze kruisverwijzing is onleesbaar"]),
            ("a [](#A b)", ["1:3: deze kruisverwijzing is onleesbaar"]),
            ("[](#a..b..c)", ["1:1: deze kruisverwijzing is onleesbaar"]),
            ("[](#a,)", ["1:1: deze kruisverwijzing is onleesbaar"]),
            ("[@kst-1, blz. 3]", ["1:1: «blz. 3» kan hier niet staan"]),
            ("[@]", ["1:1: deze bronverwijzing is leeg"]),
            ("[@a; ]", ["1:1: deze bronverwijzing is leeg"]),
            ("a *b*{lang=}", ["1:3: dit kenmerk is onbekend"]),
            ("*b*{.x}", ["1:1: dit kenmerk is onbekend"]),
            ("*b*{lang=fr", ["1:1: dit kenmerk is onbekend"]),
            ("a [b]{.geheim}", ["1:3: dit kenmerk is onbekend"]),
            ("[]{.persoonsgegeven}", ["1:1: dit persoonsgegeven is leeg"]),
            ("[](#nmi) is [#nmi]", ["1:13: «[#nmi]» is geen kruisverwijzing"]),
            ("a ~~b\nc", ["1:3: doorgehaalde tekst (~~) kan het document niet weergeven"]),
            ("a *b* {lang=fr}", ["1:7: «{lang=» hoort bij geen tekst"]),
            ("a [b] {.geheim}", ["1:5: «] {» hoort bij geen tekst"]),
            ("##Kop", ["1:1: deze regel zou met ## en al gedrukt worden"]),
            ("####### Kop", ["1:1: deze regel zou met ####### en al gedrukt worden"]),
            ("a\n##Kop\n##Kop", ["2:1: deze regel zou met ## en al gedrukt worden"]),
            ("a\n\n| b | c |\n| d | e |", ["3:1: deze regel zou met | en al gedrukt worden"]),
            ("a\nb | c\nd | e", ["2:3: deze regel zou met | en al gedrukt worden"]),
            ("b | c\n--- | --- | ---\nd | e", ["1:3: deze regel zou met | en al gedrukt worden"]),
            ("b | c\n---\nd | e", ["1:1: de streepjes onder deze tekst maken er een kop van"]),
            ("• een\n• twee", ["1:1: deze regel zou met • en al gedrukt worden"]),
            ("\uf0b7\teen", ["1:1: deze regel zou met • en al gedrukt worden"]),
            ("De taken:\n▪ een\n▪ twee", ["2:1: deze regel zou met ▪ en al gedrukt worden"]),
            ("o\teen", ["1:1: deze regel zou met o en al gedrukt worden"]),
            ("-een\n-twee", ["1:1: deze regel zou met - en al gedrukt worden"]),
            ("– een", ["1:1: deze regel zou met – en al gedrukt worden"]),
            ("> a\n> | b |", ["2:3: deze regel zou met | en al gedrukt worden"]),
            ("![b [](#nmi)](a.png)", [
                "1:1: de beschrijving of het bijschrift van deze afbeelding heeft opmaak",
            ]),
            ('![b](a.png "Van {{ c }}")', [
                "1:1: de beschrijving of het bijschrift van deze afbeelding heeft opmaak",
            ]),
            ("zie [hier](https://x.nl a b)", ["1:10: deze opmaak is niet af bij «](»"]),
            ("| a | b |\n| - | :-: |\n| c | d |", [
                "2:1: de huisstijl kent geen kolom die in het midden staat"
            ]),
            ("de *term is open", ["1:4: bij «*» ontbreekt het tweede"]),
            ("een **woord* en 5*3 of 5 * 3", ["1:5: bij «*» ontbreekt het tweede"]),
            ("een noot* hier", ["1:9: bij «*» ontbreekt het tweede"]),
            ("tekst[^de noot]", ["1:6: deze opmaak is niet af bij «[^»"]),
            ("in {{ totaal } x", ["1:4: deze opmaak is niet af bij «{{»"]),
            ("a\nvan totaal }}", ["2:12: deze opmaak is niet af bij «}}»"]),
            ("[@kst-1\n]", ["1:1: deze opmaak is niet af bij «[@»"]),
            ("[a]: https://x.nl", ["1:1: deze regel zou niet gedrukt worden: hij geeft een adres een naam"]),
            ("b\n\n[a]: c\n[a]: d\n", [
                "3:1: deze regel zou niet gedrukt worden: hij geeft een adres een naam",
                "4:1: deze regel zou niet gedrukt worden: hij geeft een adres een naam",
            ]),
            ("| |\n| - |\n| a |", ["1:1: deze tabel heeft een lege koprij"]),
            ("| a |\n| - |\n| b | c |", ["3:7: deze rij heeft meer cellen dan de koprij"]),
            ("a | b\n--- | ---\nc | d\ne", ["4:1: deze regel zonder | zou een rij van de tabel worden"]),
            ("[^n]: # a", ["1:1: dit kan niet binnen een voetnoot", "1:1: de voetnoot [^n] is leeg"]),
            ("[^n]:", ["1:1: de voetnoot [^n] is leeg"]),
            ("[^n]: - a", ["1:1: een voetnoot heeft alleen alinea's"]),
            ("- [^n]: a", ["1:1: dit kan niet binnen een lijst", "1:1: dit lijstitem heeft geen tekst"]),
            ("![](a.png)", ["1:1: deze afbeelding heeft geen beschrijving"]),
            *(
                (text, ["1:1: in de tekst bij een afbeelding lakt jvom geen persoonsgegeven"])
                for text in (
                    "![Kaart van [J. de Vries]{.persoonsgegeven}](a.png)",
                    "![Kaart van *[J. de Vries]{.persoonsgegeven}*](a.png)",
                    '![Kaart](a.png "Figuur van [J. de Vries]{.persoonsgegeven}")',
                )
            ),
            ("a ![b](a.png)", ["1:3: een afbeelding kan hier niet staan"]),
            ("*![b](a.png)*", ["1:2: een afbeelding kan hier niet staan"]),
            ("[![b](a.png)](https://x.nl)", ["1:2: een afbeelding kan hier niet staan"]),
            ("## ![b](a.png)", ["1:4: een afbeelding kan hier niet staan", "1:1: deze kop is leeg"]),
            ("- ![b](a.png)", [
                "1:3: een afbeelding kan hier niet staan", "1:1: dit lijstitem heeft geen tekst",
            ]),
            ("| ![b](a.png) |\n| - |\n", [
                "1:3: een afbeelding kan hier niet staan", "1:1: deze tabel heeft een lege koprij",
            ]),
            ("a&#1;b", ["1:2: deze code is geen teken"]),
            ("a&#12;b", ["1:2: deze code is geen teken"]),
            ("a\n\n## b\n# c\n\n`d`\n", [
                "4:1: een kop van niveau 1 (#) staat niet in een fragment",
                "6:1: programmacode hoort niet in een rapport",
            ]),
        ],
    )  # fmt: skip
    def it_is_reported_at_its_place(self, typed, problems):
        fragment, found = read(typed)

        assert shown(found) == problems
        assert all(str(problem.advice) for problem in found)
        assert misplaced(fragment) == []

    @pytest.mark.parametrize(
        "typed",
        [
            "[A. de Vries] {.persoonsgegeven}", "[A. de Vries]\n{.persoonsgegeven}",
            "(A. de Vries){.persoonsgegeven}", "(A. de Vries) {.persoonsgegeven}",
            "[A. de Vries].persoonsgegeven", "(A. de Vries).persoonsgegeven",
            "[A. de Vries]{persoonsgegeven}", "[A. de Vries] (persoonsgegeven)",
            "[A. de Vries]{.persoonsgegeven", "[A. de Vries]{. persoonsgegevens }",
            "A. de Vries{.persoonsgegeven}", "{.persoonsgegeven}[A. de Vries]",
            "*A. de Vries* {.Persoonsgegeven}", "\\[A. de Vries]{.persoonsgegeven}",
            "| a |\n| - |\n| [b] {.persoonsgegeven} |", "a[^n]\n\n[^n]: [b] {.persoonsgegeven}",
            "## [b] {.persoonsgegeven}", "---\ntitle: '[b] {.persoonsgegeven}'\n---\n",
        ],
    )  # fmt: skip
    def it_is_every_mark_of_personal_data_that_would_redact_nothing(self, typed):
        _, (problem,) = read(typed)

        assert "markeert geen persoonsgegeven" in str(problem.what)
        assert str(problem.advice) == "zet rechte haken om de naam, en direct daarachter {.persoonsgegeven}"

    @pytest.mark.parametrize(
        "typed",
        ["De persoonsgegevens (ook bijzondere persoonsgegevens).", "De [...]. Persoonsgegevens [...] ook.",
         "\\# a", "\\| a", "a # b", "a | b\nc", "a \\| b\nc \\| d", "Open: {naam}.", "1 ~ 2",
         "agenten en\n-functionarissen", "-5 graden", "\\-een", "o ja", "het kost -\n– dus – geld", "a • b",
         "a == b", "a =====", "(#MeToo)", "(\\#oir)", "(#1)", "nr. (#)"],
    )  # fmt: skip
    def but_nothing_that_may_be_printed(self, typed):
        assert shown(read(typed)[1]) == []

    @pytest.mark.parametrize(
        ("typed", "advice"),
        [
            (
                "[A. de Vries]{.geheim}",
                'bij tekst tussen haken hoort {.persoonsgegeven} of {.gelakt grond="5.1.2i"}',
            ),
            (
                "•\teen\n•\ttwee",
                "begin een onderdeel van een opsomming met een streepje en een spatie, na een lege regel",
            ),
            ("Zie [](oir).", "bedoelt u een paragraaf, schrijf dan [](#oir)"),
            ("Zie [OIR](rapport/oir.md).", "bedoelt u een paragraaf, schrijf dan [](#oir)"),
            (
                "Zie [defensie](www.defensie.nl).",
                "een webadres begint met https://, zoals https://www.defensie.nl",
            ),
            ("Zie ook (#oir).", "schrijf [](#oir); een backslash voor het hekje drukt het af"),
            ("Zie (#OIR).", "schrijf [](#oir); een backslash voor het hekje drukt het af"),
            (
                "Dit is ==geel==.",
                "haal de tekens weg; een opmerking voor een collega schrijft u als <!-- opmerking: ... -->",
            ),
            (
                "a | b\n---\nc | d",
                "zet onder de koprij van een tabel een regel met --- voor elke kolom: | --- | --- |",
            ),
        ],
    )
    def it_is_answered_with_what_to_type_instead(self, typed, advice):
        problem, *_ = read(typed)[1]

        assert str(problem.advice) == advice

    def it_includes_a_file_of_ten_megabytes(self):
        _, problems = read("a" * 10_000_000)

        assert [(p.span, str(p.what)) for p in problems] == [(Span(PATH), "dit bestand is 10,0 MB groot")]

    def it_may_be_printed_after_a_backslash(self):
        assert line("a \\<b> \\{{ c \\[^d] \\`e\\` !\\[f\\](g)") == ["a <b> {{ c [^d] `e` ![f](g)"]
