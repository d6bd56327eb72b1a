# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io

import pypandoc
import pytest
from docx import Document

from jvom.documents.dossier import documents
from jvom.layout.estimate import estimate
from jvom.model import Fragment
from jvom.reading.word.numbering import format_number
from jvom.reading.word.reader import read_word
from jvom.text import (
    FieldResult,
    Heading,
    Link,
    List,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Term,
    Text,
    walk_blocks,
)
from jvom.word.package import build
from jvom.word.template import open_template
from tests.contents import read_dossier
from tests.word.shorthand import numbering_xml, p, package_members, r, rels, root, section, styles_xml, zipped

AUTHOR = 'w:id="1" w:author="J. de Wit" w:date="2026-04-01T00:00:00Z"'


def read(body: str, **members: str | bytes) -> Fragment:
    """Return the fragment of a Word file with this body; other parts by their name with _ for /."""
    parts = package_members(body + section(""))
    for name, content in members.items():
        parts[f"word/{name}.xml"] = content
    return read_word("proef", zipped(parts), "proef.docx")


def words(fragment: Fragment) -> list[str]:
    return list(fragment.lines)


def places(fragment: Fragment) -> list[str]:
    return [str(place) for place in fragment.places]


def number(num: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def item(text: str, num: int, level: int = 0) -> str:
    return f"<w:p><w:pPr>{number(num, level)}</w:pPr>{r(text)}</w:p>"


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText> {code} </w:instrText></w:r>"
    return f"{mark('begin')}{instruction}{mark('separate')}{result}{mark('end')}"


class Describe_headings_and_places:
    def they_have_the_number_that_word_prints(self):
        fragment = read(
            p(r("Inleiding"), "Heading1")
            + p(r("Inzet"), "Heading1")
            + p(r("Europa"), "Heading2")
            + p(r("Afrika"), "Heading2")
            + p(r("Mali"), "Heading3")
            + p(r("Tekst."))
            + p(r("Kop"), "Tussenkop2")
            + p(r("Rechtsbasis"), "KopBijlage")
        )

        headings = [block for block in fragment.blocks if isinstance(block, Heading)]
        assert [(each.number, each.level) for each in headings] == [
            ("1", 1), ("2", 1), ("2.1", 2), ("2.2", 2), ("2.2.1", 3),
        ]  # fmt: skip
        assert places(fragment)[5] == "alinea 6, onder 2.2.1 Mali"
        # Without an outline level it merely looks like a heading.
        assert isinstance(fragment.blocks[6], Paragraph)

    @pytest.mark.parametrize(
        ("label", "id_", "level"),
        [("heading 2", "X", 2), ("Kop 3", "Kop3", 3), ("Überschrift 1", "X", 1), ("Eigen kop", "Kop2", 2)],
    )
    def they_are_known_in_any_language(self, label, id_, level):
        style = f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{label}"/></w:style>'

        fragment = read(p(r("Kop"), id_), styles=root("styles", styles_xml() + style))

        (heading,) = fragment.blocks
        assert isinstance(heading, Heading)
        assert heading.level == level

    def they_have_an_outline_level_of_their_own_or_that_of_what_their_style_is_based_on(self):
        style = (
            '<w:style w:type="paragraph" w:styleId="Mijn"><w:name w:val="Mijn"/>'
            '<w:basedOn w:val="Heading2"/></w:style>'
        )
        own = f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{r("Los")}</w:p>'
        body = f'<w:p><w:pPr><w:pStyle w:val="Mijn"/><w:outlineLvl w:val="9"/></w:pPr>{r("Tekst")}</w:p>'

        fragment = read(p(r("Kop"), "Mijn") + own + body, styles=root("styles", styles_xml() + style))

        assert [getattr(block, "level", 0) for block in fragment.blocks] == [2, 1, 0]

    def they_give_the_place_in_two_steps_without_a_number(self):
        plain = '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Over de missie</w:t></w:r></w:p>'

        fragment = read(p(r("UNIFIL"), "Heading1") + plain + p(r("Tekst.")))

        assert places(fragment)[2] == "alinea 3, onder 1 UNIFIL, Over de missie"

    def they_leave_the_title_to_the_fragment(self):
        fragment = read(p(r("Verslag"), "Title") + p(r("Tekst.")))

        assert fragment.front.title == "Verslag"
        assert len(fragment.blocks) == 1

    def they_are_not_those_of_a_table_of_contents(self):
        toc = p(field('TOC \\o "1-3"', r("1 Inleiding 3")), "TOC1") + p(r("2 Inzet 4"), "TOC2")

        assert words(read(toc + p(r("Tekst.")))) == ["Tekst."]


class Describe_lists:
    def they_are_nested_by_level(self):
        fragment = read(item("een", 4) + item("a", 4, 1) + item("b", 4, 1) + item("twee", 4) + p(r("Tekst.")))

        (list_, _) = fragment.blocks
        assert isinstance(list_, List)
        assert [each.number for each in list_.items] == ["1.", "2."]
        inner = list_.items[0].blocks[1]
        assert isinstance(inner, List)
        assert [each.number for each in inner.items] == ["a.", "b."]

    def they_continue_and_restart(self):
        again = (
            '<w:num w:numId="9"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
        )

        fragment = read(
            item("een", 4) + p(r("Tekst.")) + item("twee", 4) + item("zeven", 9) + item("acht", 9),
            numbering=root("numbering", numbering_xml() + again),
        )

        lists = [block for block in fragment.blocks if isinstance(block, List)]
        assert [[each.number for each in list_.items] for list_ in lists] == [["1."], ["2."], ["7.", "8."]]

    def they_have_bullets_that_are_not_numbers(self):
        (list_,) = read(item("een", 3) + item("twee", 3)).blocks

        assert isinstance(list_, List)
        assert not list_.ordered

    @pytest.mark.parametrize(
        ("count", "form", "text"),
        [
            (27, "lowerLetter", "aa"),
            (4, "upperRoman", "IV"),
            (1994, "lowerRoman", "mcmxciv"),
            (3, "decimalZero", "03"),
            (3, "ordinal", "3e"),
            (5, "chicago", "5"),
        ],
    )
    def they_are_written_as_word_does(self, count, form, text):
        assert format_number(count, form) == text


class Describe_runs:
    def they_are_one_text_when_they_look_alike(self):
        (paragraph,) = read(p(r("De mis") + r("sie is ") + r("verlengd."))).blocks

        assert isinstance(paragraph, Paragraph)
        assert [each.value for each in paragraph.content if isinstance(each, Text)] == [
            "De missie is verlengd."
        ]

    def and_when_only_ignored_elements_separate_them(self):
        (paragraph,) = read(p(r("Dat ") + r("wordt door hen", "<w:i/>") + r(" gedaan."))).blocks

        assert isinstance(paragraph, Paragraph)
        assert [each.value for each in paragraph.content if isinstance(each, Text)] == [
            "Dat wordt door hen gedaan."
        ]

    def they_know_their_characters(self):
        fragment = read(p(r("Eerst. ") + r("Dan", "<w:b/>") + r(" vet.")))

        strong = next(each for each in walk_blocks(fragment.blocks) if isinstance(each, Strong))
        assert (strong.span.line, strong.span.column, strong.span.end_column) == (1, 8, 11)
        assert fragment.lines[0][7:10] == "Dan"

    def they_are_terms_when_they_are_foreign(self):
        fragment = read(
            p(
                r("De ")
                + r("train the trainer", "<w:i/>")
                + r(" en de ")
                + r("Force de paix", '<w:lang w:val="fr-FR"/>')
                + r(" en ")
                + r("dat wordt door het niet", '<w:lang w:val="en-US"/>')
                + r(".")
            )
        )

        terms = [each for each in walk_blocks(fragment.blocks) if isinstance(each, Term)]
        assert [each.language for each in terms] == ["en", "fr"]

    def they_show_results_of_fields_and_words_of_links(self):
        rid = '<w:hyperlink r:id="rIdLink">' + r("het verslag") + "</w:hyperlink>"
        parts = package_members(
            p(r("Zie paragraaf ") + field("REF _Ref1 \\r", r("2.3.1")) + r(" en ") + rid)
            + p(field('HYPERLINK "https://www.un.org"', r("de VN")))
            + section("")
        )
        link = rels(
            ("rIdLink", "hyperlink", "https://www.defensie.nl"), external=("https://www.defensie.nl",)
        )
        relations = str(parts["word/_rels/document.xml.rels"])
        parts["word/_rels/document.xml.rels"] = relations.replace(
            "</Relationships>", link[link.index("<Relationship ") :]
        )

        fragment = read_word("proef", zipped(parts), "proef.docx")

        inlines = walk_blocks(fragment.blocks)
        assert [each.value for each in inlines if isinstance(each, FieldResult)] == ["2.3.1"]
        assert [each.address for each in inlines if isinstance(each, Link)] == [
            "https://www.defensie.nl",
            "https://www.un.org",
        ]
        assert words(fragment)[0] == "Zie paragraaf 2.3.1 en het verslag"

    def they_are_read_as_if_changes_were_accepted(self):
        fragment = read(
            p(
                r("Het loopt ")
                + f"<w:ins {AUTHOR}>{r('door')}</w:ins>"
                + f"<w:del {AUTHOR}><w:r><w:delText>af</w:delText></w:r></w:del>"
                + r(".")
            )
            + f"<w:p><w:pPr><w:rPr><w:del {AUTHOR}/></w:rPr></w:pPr>{r('Een ')}</w:p>"
            + p(r("alinea."))
        )

        assert words(fragment) == ["Het loopt door.", "Een alinea."]
        assert fragment.word is not None
        assert [(each.kind, each.text, each.author) for each in fragment.word.traces] == [
            ("invoeging", "door", "J. de Wit"),
            ("verwijdering", "af", "J. de Wit"),
        ]

    def they_are_read_once_in_text_boxes(self):
        box = "<w:txbxContent>" + p(r("In het vak.")) + "</w:txbxContent>"
        both = (
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
        )

        fragment = read(p(r("Ervoor.") + f"<w:r>{both}</w:r>") + p(r("Erna.")))

        assert words(fragment) == ["Ervoor.", "In het vak.", "Erna."]
        assert places(fragment)[1] == "alinea 2 (tekstvak)"

    def they_are_read_in_content_controls(self):
        inline = f"<w:sdt><w:sdtContent>{r('20 mei')}</w:sdtContent></w:sdt>"
        block = f"<w:sdt><w:sdtContent>{p(r('Tekst.'))}</w:sdtContent></w:sdt>"

        assert words(read(p(r("Op ") + inline + r(".")) + block)) == ["Op 20 mei.", "Tekst."]


class Describe_tables:
    def they_have_merged_cells(self):
        def cell(text: str, properties: str = "") -> str:
            return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text)) if text else p()}</w:tc>"

        wide, first, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
        rows = (
            f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Regio')}{cell('Missie', wide)}</w:tr>"
            f"<w:tr>{cell('Oost', first)}{cell('UNIFIL')}{cell('')}</w:tr>"
            f"<w:tr>{cell('', below)}{cell('UNTSO')}{cell('11')}</w:tr>"
        )

        fragment = read(p(r("De tabel:")) + f"<w:tbl>{rows}</w:tbl>")

        table = fragment.blocks[1]
        assert isinstance(table, Table)
        assert table.headed
        assert [len(row) for row in (table.header, *table.rows)] == [3, 3, 3]
        assert table.rows[1][0].covered
        assert table.rows[1][0].content == table.rows[0][0].content
        assert not table.rows[0][2].content
        assert not table.rows[0][2].covered
        assert places(fragment)[1] == "alinea 2 (tabel 1, rij 1)"


class Describe_empty_paragraphs:
    def they_are_counted_after_the_words_before_them(self):
        table = f"<w:tbl><w:tr><w:tc>{p(r('Cel'))}</w:tc></w:tr></w:tbl>"
        body = (
            p() + p(r("Een.")) + p() + p(r("Twee.")) + p() * 3 + table + p() + p(r("Drie.")) + table + p() * 2
        ) + p(r("Vier."))

        word = read(body).word

        assert word is not None
        lines = read(body).lines
        assert [(lines[blank.span.line - 1], blank.count) for blank in word.blanks] == [
            ("Een.", 1),
            ("Twee.", 3),
            ("Cel", 1),
        ]

    @pytest.mark.parametrize(("count", "counted"), [(1, []), (3, [2])])
    def but_the_last_ends_the_last_section(self, count, counted):
        word = read(p(r("Een.")) + p() * count).word

        assert word is not None
        assert [blank.count for blank in word.blanks] == counted

    @pytest.mark.parametrize(
        "what",
        [
            '<w:r><w:br w:type="page"/></w:r>',
            "<w:r><w:drawing><w:txbxContent>" + p(r("Vak.")) + "</w:txbxContent></w:drawing></w:r>",
            f"<w:pPr>{section('')}</w:pPr>",
        ],
        ids=["page break", "text box", "section"],
    )
    def and_what_has_no_words_but_does_something_is_not_empty(self, what):
        word = read(p(r("Een.")) + p(what) + p(r("Twee."))).word

        assert word is not None
        assert word.blanks == ()


class Describe_notes_and_margins:
    def it_includes_notes_with_their_number_and_section(self):
        notes = "".join(
            f'<w:footnote w:id="{id_}"{kind}>{p(r(text))}</w:footnote>'
            for id_, kind, text in ((0, ' w:type="separator"', ""), (5, "", "Tweede."), (6, "", "Eerste."))
        )
        mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'

        parts = package_members(
            p(r("Kop"), "Heading1") + p(r("A") + mark.format(6) + r("B") + mark.format(5)) + section(""),
            footnotes=notes,
        )
        fragment = read_word("proef", zipped(parts), "proef.docx")

        assert [(each.label, fragment.lines[each.span.line - 1]) for each in fragment.footnotes] == [
            ("1", "Eerste."),
            ("2", "Tweede."),
        ]
        assert [each.label for each in walk_blocks(fragment.blocks) if isinstance(each, NoteMark)] == [
            "1",
            "2",
        ]
        assert places(fragment)[-1] == "voetnoot 2, onder 1 Kop"

    def it_includes_headers_and_footers(self):
        parts = package_members(p(r("Tekst.")) + section(""), header=p(r("CONCEPT")), footer=p(r("Pagina")))

        fragment = read_word("proef", zipped(parts), "proef.docx")

        assert len(fragment.blocks) == 1
        assert fragment.word is not None
        assert len(fragment.word.margins) == 2
        assert places(fragment) == ["alinea 1", "koptekst", "voettekst"]


class Describe_files_of_other_programs:
    def they_read_as_the_source_of_pandoc(self, tmp_path):
        source = (
            "---\ntitle: Verslag\nlang: nl\n---\n\n# Inzet\n\nDe *task force*[^1] is **groot**.\n\n"
            "1. een\n2. twee\n\n> Een citaat.\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: Een noot.\n"
        )
        pypandoc.convert_text(source, "docx", format="md", outputfile=str(tmp_path / "a.docx"))

        fragment = read_word("a", (tmp_path / "a.docx").read_bytes(), "a.docx")

        assert fragment.front.title == "Verslag"
        assert [type(block) for block in fragment.blocks] == [Heading, Paragraph, List, Quote, Table]
        table = fragment.blocks[-1]
        assert isinstance(table, Table)
        assert table.headed
        assert fragment.lines[fragment.footnotes[0].span.line - 1].strip() == "Een noot."
        assert any(isinstance(each, Term) for each in walk_blocks(fragment.blocks))

    def they_read_when_python_docx_made_them(self, png):
        document = Document()
        document.add_heading("Inzet", 2)
        document.add_paragraph("een", style="List Bullet")
        document.add_picture(io.BytesIO(png))
        file = io.BytesIO()
        document.save(file)

        fragment = read_word("a", file.getvalue(), "a.docx")

        assert [type(block) for block in fragment.blocks] == [Heading, List, Paragraph]
        (picture,) = [each for each in walk_blocks(fragment.blocks) if isinstance(each, Picture)]
        assert picture.alternative == ""

    def they_read_as_we_built_them(self, project):
        (plan,) = documents(read_dossier(project / "content", 2025), ("rapport",))
        template = open_template(project / "templates" / "rapport.docx")
        data = build(plan, template, estimate(plan, template).pages)

        fragment = read_word("rapport", data, "rapport.docx")

        headings = {
            each.number: fragment.lines[each.span.line - 1]
            for each in fragment.blocks
            if isinstance(each, Heading)
        }
        assert headings["1"] == "Inleiding"
        assert headings["2.3.1"].startswith("UNIFIL")
        assert headings["Bijlage 1"].startswith("Rechtsbasis")
        assert all(block.headed for block in fragment.blocks if isinstance(block, Table))
        assert any("onder 2.3.1 UNIFIL" in place for place in places(fragment))


@pytest.fixture
def png() -> bytes:
    from tests.checks.examples import _pixel

    return _pixel()
