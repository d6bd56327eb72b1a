# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile

import pytest
from msgspec.structs import replace

from jvom.layout.estimate import estimate
from jvom.layout.geometry import SectionEnd, read_geometry
from jvom.layout.lines import break_lines
from jvom.plan import Cell, NewSection, Note, Paragraph, Run, Table
from jvom.widths import UNITS_PER_EM, bold, regular
from tests.layout.plans import chapter, lines, section, small

# A page of the report has room for 55 lines of 12 points; a chapter's heading takes 44 points.
FULL = 51


class Describe_estimate:
    def it_begins_after_cover_and_contents(self, template):
        estimated = estimate(small(chapter(1), lines(3)), template)

        assert estimated.pages == {"_Ref_hoofdstuk_1": 3}
        assert estimated.total == 3

    def it_begins_a_page_with_each_chapter(self, template):
        estimated = estimate(small(chapter(1), lines(3), chapter(2), lines(FULL + 5), chapter(3)), template)

        assert list(estimated.pages.values()) == [3, 4, 6]

    def it_keeps_a_heading_with_its_text(self, template):
        fits = estimate(small(chapter(1), lines(45), section("1.1"), lines(2)), template)
        heading_alone_fits = estimate(small(chapter(1), lines(48), section("1.1"), lines(2)), template)

        assert fits.pages["_Ref_paragraaf_1_1"] == 3
        assert heading_alone_fits.pages["_Ref_paragraaf_1_1"] == 4

    def it_keeps_headings_together(self, template):
        estimated = estimate(
            small(chapter(1), lines(45), section("1.1"), section("1.1.1"), lines(2)), template
        )

        assert estimated.pages["_Ref_paragraaf_1_1"] == estimated.pages["_Ref_paragraaf_1_1_1"] == 4

    def it_keeps_the_rows_of_a_region_together(self, template):
        def rows(*styles: str) -> Table:
            made = tuple((Cell((Paragraph(style, (Run("Een cel"),)),)),) for style in styles)
            return Table("Rapporttabel", (1.0,), (), made, "Titel", "Omschrijving")

        held = rows(*["TabeltekstBijVolgende"] * 9, "Tabeltekst")
        loose = rows(*["Tabeltekst"] * 10)
        below = lines(40), section("1.1"), lines(2)
        assert estimate(small(chapter(1), lines(45), loose, *below), template).total == 4
        assert estimate(small(chapter(1), lines(45), held, *below), template).total == 5

    def it_leaves_no_line_alone_at_the_top_of_a_page(self, template):
        """51 of 52 lines fit; the last takes another along, so the 53 after them need a third page."""
        document = small(chapter(1), lines(52), lines(53))

        assert estimate(document, template).total == 5

    def it_makes_room_for_footnotes_on_their_page(self, template):
        note = Note(tuple(lines(1, "FootnoteText") for _ in range(12)))
        called = Paragraph("BodyText", (Run("Een woord"), note))
        without = estimate(small(chapter(1), lines(1), lines(40), section("1.1"), lines(2)), template)
        with_note = estimate(small(chapter(1), called, lines(40), section("1.1"), lines(2)), template)

        assert without.pages["_Ref_paragraaf_1_1"] == 3
        assert with_note.pages["_Ref_paragraaf_1_1"] == 4

    def it_counts_rows_and_repeats_header_rows(self, template):
        row = (Cell((Paragraph("Tabeltekst", (Run("woord"),)),)),)
        header = (Cell((Paragraph("Tabelkop", (Run("kop"),)),)),)

        def document(rows):
            table = Table("Rapporttabel", (1.0,), (header,), (row,) * rows, "Titel", "Omschrijving")
            return small(chapter(1), table, section("1.1"), lines(1))

        few, many = estimate(document(20), template), estimate(document(100), template)

        assert few.pages["_Ref_paragraaf_1_1"] == 3
        assert many.pages["_Ref_paragraaf_1_1"] == 5

    def it_lets_a_merged_cell_span_rows(self, template):
        def cell(text: str, rows: int = 1) -> Cell:
            return Cell((Paragraph("Tabeltekst", (Run(text),)),), rows=rows)

        rows = (
            (cell("een streek", 2), cell("lang " * 60)),
            (cell("kort"),),
            (cell("een streek"), cell("kort")),
        )
        table = Table("Rapporttabel", (0.1, 0.9), (), rows, "Titel", "Omschrijving")

        assert estimate(small(chapter(1), table), template).total == 3

    def it_turns_the_page_for_appendices(self, template):
        appendix = Paragraph("KopBijlage", (Run("Bijlage"),), 1, "Bijlage 1", "_Ref_bijlage")
        document = small(chapter(1), lines(3), appendices=(NewSection(True), appendix, lines(3)))

        assert estimate(document, template).pages["_Ref_bijlage"] == 4

    def it_finds_every_heading_of_the_report(self, report, template):
        estimated = estimate(report, template)
        entries = [entry for block in report.blocks["inhoud"] for entry in block.entries]

        numbers = [estimated.pages[entry.bookmark] for entry in entries]
        assert numbers == sorted(numbers)
        assert numbers[-1] <= estimated.total
        assert estimated.total >= 17

    def it_needs_nothing_heavy(self):
        """No python-docx, no PDF library: imports slow down every build."""
        code = (
            "import sys, jvom.layout.estimate; "
            "print(sorted({'docx', 'pikepdf', 'pypdfium2', 'subprocess', 'tempfile'} & set(sys.modules)))"
        )
        said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

        assert said.strip() == "[]"


def with_document(template, change):
    """Return the template with the markup of its text changed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template.data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()) if name == "word/document.xml" else data)
    return replace(template, data=written.getvalue())


class Describe_geometry:
    def it_reads_what_styles_and_their_bases_say(self, template):
        body = read_geometry(template).paragraph("BodyText")

        assert (body.size, body.line, body.before, body.after) == (9.0, 12.0, 0.0, 12.0)
        assert body.hyphens
        assert body.widow_control

    def it_has_the_width_that_tables_get(self, template):
        """A gutter for the binding narrows the text."""
        bound = with_document(template, lambda markup: re.sub(r'w:gutter="\d+"', 'w:gutter="400"', markup))

        def widths(looks):
            return [place.page.width for place in looks.places if isinstance(place, SectionEnd)]

        assert widths(read_geometry(bound)) == [width - 20 for width in widths(read_geometry(template))]

    def it_reads_headings(self, template):
        heading = read_geometry(template).paragraph("Heading1")

        assert heading.page_break_before
        assert heading.keep_next
        assert not heading.hyphens
        assert heading.size > 12

    def it_takes_indents_from_lists(self, template):
        assert read_geometry(template).paragraph("ListBullet").left > 0

    def it_takes_an_unknown_style_for_the_default_one(self, template):
        looks = read_geometry(template)

        assert looks.paragraph("Onbekend") == looks.paragraph("Normal")

    def it_knows_bold_character_styles(self, template):
        looks = read_geometry(template)

        assert looks.is_bold("Strong")
        assert not looks.is_bold("Emphasis")

    @pytest.mark.parametrize("value", ["", "x", "12pt", "nan", "1e999"])
    def it_ignores_an_invalid_number(self, template, value):
        written = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(template.data)) as old, zipfile.ZipFile(written, "w") as new:
            for part in old.namelist():
                xml = re.sub(rb'="-?[0-9]+"', f'="{value}"'.encode(), old.read(part))
                new.writestr(
                    part, xml if part.startswith("word/") and part.endswith(".xml") else old.read(part)
                )

        looks = read_geometry(replace(template, data=written.getvalue()))

        assert looks.paragraph("BodyText").size > 0
        assert looks.table("Tabelhuisstijl").left >= 0


class Describe_break_lines:
    @pytest.mark.parametrize("count", [1, 2, 7])
    def it_counts_lines(self, template, count):
        looks = read_geometry(template)
        content = lines(count).content

        broken = break_lines(content, looks.paragraph("BodyText"), 368, looks.is_bold, looks.hyphenation)

        assert broken.count == count

    def it_hyphenates_words_as_dutch_does(self, template):
        """With the second word whole, it takes two lines more."""
        looks = read_geometry(template)
        content = (Run("kort " + "verantwoordelijkheid " * 3),)
        body, heading = looks.paragraph("BodyText"), looks.paragraph("Normal")
        no_hyphens = looks.paragraph("TOC1")

        def count(look):
            return break_lines(content, look, 120 + look.left + look.right, looks.is_bold, looks.hyphenation)

        assert body.hyphens
        assert heading.hyphens
        assert not no_hyphens.hyphens
        assert count(body).count < count(no_hyphens).count

    def it_breaks_a_word_at_a_soft_hyphen_which_has_no_width_elsewhere(self, template):
        looks = read_geometry(template)
        look = looks.paragraph("TOC1")

        def count(text, fitting):
            widths = bold if look.bold else regular
            wide = look.first + (widths[fitting] + 1) * look.size / UNITS_PER_EM + look.left + look.right
            return break_lines((Run(text),), look, wide, looks.is_bold, looks.hyphenation).count

        assert not look.hyphens
        assert count("ver\u00adant\u00adwoor\u00adding", "verantwoording") == 1
        assert count("aaaa bbbbbbbb cccc", "aaaa bbbb-") == 3
        assert count("aaaa bbbb\u00adbbbb cccc", "aaaa bbbb-") == 2
        assert count("bbbb\u00adbbbb", "bbbb-") == 2

    def it_notes_the_line_of_a_note(self, template):
        looks = read_geometry(template)
        note = Note((Paragraph("FootnoteText", (Run("noot"),)),))
        content = (*lines(3).content, note)

        broken = break_lines(content, looks.paragraph("BodyText"), 368, looks.is_bold, looks.hyphenation)

        assert broken.notes == {3: [note]}

    def it_breaks_a_word_that_is_longer_than_a_line(self, template):
        looks = read_geometry(template)
        content = (Run("x" * 300),)

        broken = break_lines(content, looks.paragraph("BodyText"), 368, looks.is_bold, looks.hyphenation)

        assert 4 <= broken.count <= 6
