# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the text of a fragment to final words in styles."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jvom.documents.bookmarks import bookmark_of
from jvom.documents.content import Writer
from jvom.documents.spacing import keep_with_next
from jvom.model import Day, ImageFile
from jvom.plan import Paragraph, Run, Table, plain_text
from jvom.resolving.integrity import MAX_HEADING
from tests.contents import basis, fragment
from tests.documents.writing import listed, shown, written


def words(text: str) -> str:
    """Return how the only paragraph of a text is written."""
    (line,) = written(text)
    return line.partition(": ")[2]


class Describe_words:
    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("De *force* en *terme*{lang=fr}.", "De <Emphasis en|force> en <Emphasis fr|terme>."),
            ("**Let op**: *a **b** c*", "<Strong|Let op>: <Emphasis en|a ><Strong en|b><Emphasis en| c>"),
            ("a\nb  \nc", "a b/c"),
            ("[x *y*](https://z.nl)", "(<Hyperlink|x ><Emphasis en|y> https://z.nl)"),
            ("<https://z.nl/a-1>", "(<Hyperlink|https://z.nl/a-1> https://z.nl/a-1)"),
            ("De heer [A. de Vries]{.persoonsgegeven}.", "De heer A. de Vries."),
            ("In totaal {{ deployed_total }} x {{ expenditure }}.", "In totaal twaalf x €·2,4·miljoen."),
            ("{{ deployed_total }} militairen. {{ untso_staff }} x", "Twaalf militairen. Elf x"),
            ("Tot {{ council }} of {{ presentation }}", "Tot 8·mei of 20·mei·2026"),
            ("Zie [@kst-29521-493].", "Zie Kamerstuk·29·521, nr.·493."),
            ("[@kst-29521-493, datum]", "Kamerstuk·29·521, nr.·493 van 4·april·2025"),
            ("Zie [](#untso).", "Zie paragraaf·[2.1.2 _Ref_untso]."),
            ("[](#untso) gaat erover.", "Paragraaf·[2.1.2 _Ref_untso] gaat erover."),
            ("Zo. [](#rechtsbasis) ook", "Zo. [Bijlage·1 _Ref_rechtsbasis] ook"),
            ("Zie o.a. [](#untso) en (zie: [](#inzet))",
             "Zie o.a. paragraaf·[2.1.2 _Ref_untso] en (zie: hoofdstuk·[2 _Ref_inzet])"),
            ("in [](#rechtsbasis)", "in [bijlage·1 _Ref_rechtsbasis klein]"),
            ("[](#unifil..untso) a", "Paragrafen·[2.1.1 _Ref_unifil] tot en met [2.1.2 _Ref_untso] a"),
            ("tekst[^n] na\n\n[^n]: Noot {{ council }}.\n\n    Twee.", "tekst{Noot·8·mei. / Twee.} na"),
        ],
    )  # fmt: skip
    def they_are_final(self, typed, printed):
        assert words(typed) == printed

    def they_begin_a_sentence_with_the_capital_of_a_month(self):
        figures = dict(basis().figures.figures)
        figures["begin"] = Day(value=date(2025, 5, 1), source="x", form="maand-jaar")
        data = msgspec.structs.replace(basis().figures, figures=figures)
        dossier = msgspec.structs.replace(basis(), figures=data)

        (paragraph,) = Writer(dossier).blocks(fragment("inzet", "{{ begin }} was het begin, {{ begin }}."))

        assert isinstance(paragraph, Paragraph)
        assert plain_text(paragraph.content).replace("\u00a0", " ") == "Mei 2025 was het begin, mei 2025."

    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("zei \"*yes*\" en 'nee'", "zei “<Emphasis en|yes>” en ‘nee’"),
            ("nr. **493**", "nr.·<Strong|493>"),
            ("20 *mei* 2026", "20·<Emphasis en|mei>·2026"),
            ("**2014**-2019", "<Strong|2014>–2019"),
            ("artikel\n100 van", "artikel·100 van"),
            ("artikel  \n100 van", "artikel/100 van"),
            ('"a[^n]"\n\n[^n]: "b"', "“a{“b”}”"),
            ("Zr.Ms. *De Ruyter*", "Zr.Ms.·<Emphasis en|De·Ruyter>"),
            ("{{ unifil_staff }}-3 x 10-20", "Een-3 x 10–20"),
        ],
    )
    def they_are_typeset_across_runs(self, typed, printed):
        assert words(typed) == printed

    @given(
        st.lists(
            st.sampled_from(["a", '"', "'", "-", "1", "20 mei", "*b*", "**c**", "nr. ", " ", "{{ council }}"])
        )
    )
    def they_are_typeset_as_if_there_were_no_runs(self, pieces):
        from jvom.dutch.typography import typeset

        text = "x" + "".join(pieces) + "x"
        assume(
            "*b**" not in text and "c**" + "*" not in text
        )  # side by side, their asterisks make other pairs
        (block,) = Writer(basis()).blocks(fragment("inzet", text))
        assert isinstance(block, Paragraph)
        plain = plain_text(block.content)

        assert plain == typeset(plain)

    def they_join_when_they_look_the_same(self):
        (block,) = Writer(basis()).blocks(fragment("inzet", "a \\* b &amp; c"))

        assert isinstance(block, Paragraph)
        assert block.content == (Run("a * b & c"),)


class Describe_blocks:
    def they_have_styles_that_suit_their_neighbours(self):
        assert written(
            "Een.\n\nAanloop:\n\n- a\n- b\n\nNa.\n\nBij de tabel:\n\n"
            "| c |\n| - |\n| d |\n\nEronder.\n\n> Citaat\n"
        ) == [
            "BodyText: Een.",
            "AanloopOpsomming: Aanloop:",
            "ListBullet: a",
            "ListBullet: b",
            "BodyText: Na.",
            "AlineaBijVolgende: Bij de tabel:",
            "= c",
            "| d",
            "AlineaNaTabel: Eronder.",
            "Quote: Citaat",
        ]

    def they_are_lists_that_count_separately(self):
        assert written("3. a\n\n   b\n   - c\n\n     d\n4. e\n\ntussen\n\n1. f\n   1. g\n") == [
            "ListNumber 1: a",
            "ListContinue: b",
            "ListBullet2: c",
            "ListContinue2: d",
            "ListNumber 1: e",
            "AanloopOpsomming: tussen",
            "ListNumber 2: f",
            "ListNumber2 3: g",
        ]

    @pytest.mark.parametrize(
        ("typed", "close"),
        [
            ("- a\n- b\n    - c\n    - d\n- e\n", "b d"),
            ("1. a\n    - b\n2. c\n\n   d\n    - e\n\n      f\n3. g\n", "a b d"),
            ("- a\n    1. b\n\nc\n\n- d\n\n1. e\n", "a"),
        ],
        ids=["back and forth", "with paragraphs that go on", "lists that follow each other"],
    )
    def they_are_lists_without_space_between_their_levels(self, typed, close):
        blocks = Writer(basis()).blocks(fragment("inzet", typed))

        closed = [
            shown(block.content) for block in blocks if isinstance(block, Paragraph) and block.no_space_after
        ]
        assert closed == close.split()

    def they_are_sub_headings_below_the_heading_of_their_section(self):
        assert written("## a\n\n### b\n", level=1) == ["Tussenkop2: a", "Tussenkop3: b"]
        assert written("## a\n\n### b\n", level=3) == ["Tussenkop4: a", "Tussenkop5: b"]
        headings = Writer(basis()).blocks(fragment("inzet", "### a"), 3)
        assert [b.heading for b in headings if isinstance(b, Paragraph)] == [MAX_HEADING]

    def they_are_tables_with_notes_in_their_header(self):
        (table,) = Writer(basis()).blocks(
            fragment("inzet", "| a[^n] | *b* |\n|-|-|\n| c \\| d | |\n\n[^n]: Noot.")
        )

        assert isinstance(table, Table)
        assert listed([table]) == ["= a{Noot.} | <Emphasis en|b>", "| c | d | "]
        assert (table.title, table.description) == ("a", "Tabel met de kolommen: a, b.")
        assert sum(table.widths) == pytest.approx(1)
        assert {p.style for row in table.header for cell in row for p in cell.paragraphs} == {"Tabelkop"}

    def they_are_tables_with_numbers_aligned_right(self):
        (table,) = Writer(basis()).blocks(fragment("inzet", "| a | b |\n| :- | -: |\n| c | 1 |\n"))

        assert isinstance(table, Table)
        styles = [cell.paragraphs[0].style for row in (*table.header, *table.rows) for cell in row]
        assert styles == ["Tabelkop", "TabelkopGetal", "Tabeltekst", "Tabelgetal"]

    def they_keep_away_from_tables(self):
        typed = "## a\n\n| b |\n| - |\n| c |\n\n## d\n\n| e |\n| - |\n| f |\n\n- g\n- h\n\n> i\n"
        blocks = Writer(basis()).blocks(fragment("inzet", typed))

        apart = [
            (shown(block.content), block.under_table, block.over_table)
            for block in blocks
            if isinstance(block, Paragraph) and (block.under_table or block.over_table)
        ]
        assert apart == [("a", False, True), ("d", True, True), ("g", True, False)]

    def they_keep_away_from_a_table_too_when_they_lead_in_what_follows(self):
        table = "| b |\n| - |\n| c |\n"
        typed = f"{table}\nd\n\n{table}\ne:\n\n- f\n\n{table}\ng\n"
        blocks = Writer(basis()).blocks(fragment("inzet", typed))

        leading = [block for block in blocks if isinstance(block, Paragraph)]
        assert [(shown(block.content), block.style, block.under_table) for block in leading] == [
            ("d", "AlineaBijVolgende", True),
            ("e:", "AanloopOpsomming", True),
            ("f", "ListBullet", False),
            ("g", "AlineaNaTabel", False),
        ]

    def they_are_images_that_fit_the_page(self):
        read = fragment("inzet", "![een kaart](kaart.png \"Een 'kaart' van 2014-2019\")")
        path = "content/2025/rapport/kaart.png"
        image = ImageFile(data=b"x", extension="png", width=250.0, height=100.0)
        dossier = msgspec.structs.replace(basis(), images={path: image})

        assert listed(Writer(dossier).blocks(read)) == [
            "Afbeelding: ![een kaart 125x50]", "Caption: Een ‘kaart’ van 2014–2019",
        ]  # fmt: skip

    def and_the_last_may_be_kept_with_what_follows(self):
        one, two = Paragraph("BodyText", (Run("a"),)), Paragraph("BodyText", (Run("b"),))

        assert [b.style for b in keep_with_next((one, two)) if isinstance(b, Paragraph)] == [
            "BodyText", "AlineaBijVolgende",
        ]  # fmt: skip
        assert keep_with_next(()) == ()
        assert keep_with_next((Paragraph("Quote", ()),)) == (Paragraph("Quote", ()),)


class Describe_lines_of_data:
    def they_are_typeset(self):
        writer = Writer(basis())

        assert shown(writer.words("Postbus 20701, 'nr. 5'")) == "Postbus 20701, ‘nr.·5’"
        assert writer.words("") == ()
        assert shown(writer.lines(("a", "b"))) == "a/b"


def _is_id(text: str) -> bool:
    return text.replace("-", "_").strip("_") == text.replace("-", "_") and "__" not in text.replace("-", "_")


class Describe_bookmark_of:
    @given(st.sets(st.text("ab-_", min_size=1, max_size=60).filter(_is_id), min_size=2, max_size=3))
    def it_differs_for_every_section_and_is_valid_in_word(self, ids):
        names = {bookmark_of(id) for id in ids}

        assert len(names) == len(ids)
        assert all(len(name) <= 40 and name.replace("_", "a").isalnum() and name[0] == "_" for name in names)

    def it_distinguishes_a_hyphen_from_an_underscore(self):
        assert bookmark_of("a-b") != bookmark_of("a_b")
        assert bookmark_of("a" * 60 + "-een") != bookmark_of("a" * 60 + "-twee")
