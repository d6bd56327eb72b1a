# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from lxml import etree

from jvom.ooxml.names import NAMESPACES
from jvom.plan import Hyperlink, LineBreak, Paragraph, Run
from jvom.word.controls import controls, number
from tests.word.shorthand import PORTRAIT, p, r, root, sdt, section

END = section(PORTRAIT)
GRID = '<w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'


def row(*cells: str) -> str:
    return f"<w:tbl>{GRID}<w:tr>{''.join(cells)}</w:tr></w:tbl>"


def cell(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{content}</w:tc>'


@pytest.fixture
def first_block(build, make_template):
    """Return a function that fills the template's body and gives its first block in shorthand."""

    def fill(body: str, **more: object) -> str:
        built = build(more.get("blocks"), more.get("text"), template=make_template(body + END))
        return str(built.body()[0]) if len(built.body()) > 1 else ""

    return fill


class Describe_text_in_a_control:
    def it_replaces_the_placeholder_in_a_line(self, first_block):
        said = first_block(
            p(r("Datum") + sdt("datum", r("dag", '<w:rStyle w:val="PlaceholderText"/>')), "Quote"),
            text={"datum": (Run("20 mei 2026"),)},
        )

        assert said == (
            'w:p/(w:pPr/w:pStyle{w:val=Quote},w:r/w:t"Datum",'
            'w:sdt/(w:sdtPr/(w:tag{w:val=datum},w:id{w:val=1}),w:sdtContent/w:r/w:t"20 mei 2026"))'
        )

    def it_keeps_the_paragraph_that_the_control_is_around(self, first_block):
        said = first_block(
            sdt("titel", p(r("Titel"), "Title") + p(r("meer"))), text={"titel": (Run("JVOM"),)}
        )

        assert said.endswith('w:sdtContent/w:p/(w:pPr/w:pStyle{w:val=Title},w:r/w:t"JVOM"))')

    def it_keeps_the_cell_that_the_control_is_around(self, first_block):
        said = first_block(row(sdt("a", cell(p(r("x"), "Quote"))), cell(p())), text={"a": (Run("b"),)})

        assert (
            "w:sdtContent/w:tc/(w:tcPr/w:tcW{w:w=3000,w:type=dxa},"
            'w:p/(w:pPr/w:pStyle{w:val=Quote},w:r/w:t"b"))' in said
        )

    def it_has_lines(self, first_block):
        said = first_block(sdt("adres", p()), text={"adres": (Run("a"), LineBreak(), Run("b"))})

        assert 'w:p/(w:r/w:t"a",w:r/w:br,w:r/w:t"b")' in said

    def it_looks_as_the_control_says(self, first_block):
        said = first_block(
            p(sdt("a", r("x"), '<w:rPr><w:rStyle w:val="Strong"/><w:caps/><w:lang w:val="nl-NL"/></w:rPr>')),
            text={"a": (Run("b"), Run("c", "Emphasis", "en"))},
        )

        assert 'w:r/(w:rPr/(w:rStyle{w:val=Strong},w:caps),w:t"b")' in said
        assert 'w:r/(w:rPr/(w:rStyle{w:val=Emphasis},w:caps,w:lang{w:val=en-GB}),w:t"c")' in said

    def it_looks_like_the_earlier_content_unless_that_was_a_placeholder(self, first_block):
        held = r("x", '<w:rStyle w:val="Strong"/>')

        real = first_block(p(sdt("a", held, placeholder=False)), text={"a": (Run("b"),)})
        placeholder = first_block(p(sdt("a", held)), text={"a": (Run("b"),)})

        assert 'w:r/(w:rPr/w:rStyle{w:val=Strong},w:t"b")' in real
        assert 'w:sdtContent/w:r/w:t"b"' in placeholder

    @pytest.mark.parametrize(
        ("kind", "content", "said"),
        [
            ("<w:text/>", (Run("a"),), ",w:text)"),
            ("<w:text/>", (Run("a"), LineBreak(), Run("b")), ",w:text{w:multiLine=1})"),
            ("<w:text/>", (Run("a"), Run("b", "Strong")), "w:id{w:val=1})"),
            ("<w:text/>", (Hyperlink("https://x.nl", (Run("a"),)),), "w:id{w:val=1})"),
            ('<w:date w:fullDate="2020-01-01T00:00:00Z"/>', (Run("a"),), ",w:date)"),
        ],
    )
    def it_keeps_a_control_of_a_kind_that_can_contain_it(self, first_block, kind, content, said):
        properties = first_block(p(sdt("a", r("x"), kind)), text={"a": content}).partition(",w:sdtContent")[0]

        assert properties.endswith(said)

    def it_is_never_replaced_by_data_that_the_control_was_bound_to(self, first_block):
        binding = '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/>'
        binding += '<w:placeholder><w:docPart w:val="x"/></w:placeholder>'

        said = first_block(p(sdt("a", r("x"), binding)), text={"a": (Run("b"),)})

        assert "w:sdtPr/(w:tag{w:val=a},w:id{w:val=1})" in said

    def it_fills_every_control_with_the_tag_in_body_header_and_footer(self, build, make_template):
        template = make_template(
            p(sdt("datum", r("x"))) + p(sdt("datum", r("x"))) + END,
            header=p(sdt("datum", r("x"))),
            footer=sdt("datum", p(r("x"))),
        )

        built = build(text={"datum": (Run("20 mei"),)}, template=template)

        assert built.text() == ["20 mei", "20 mei"]
        assert built.text("word/header.xml") == built.text("word/footer.xml") == ["20 mei"]


class Describe_blocks_in_a_control:
    def they_replace_all_content(self, first_block):
        blocks = (Paragraph("BodyText", (Run("a"),)), Paragraph("Quote", (Run("b"),)))

        said = first_block(
            row(cell(sdt("tekst", p(r("x")) + p(r("y")))), cell(p())), blocks={"tekst": blocks}
        )

        assert (
            "w:sdt/(w:sdtPr/(w:tag{w:val=tekst},w:id{w:val=1}),w:sdtContent/("
            'w:p/(w:pPr/w:pStyle{w:val=BodyText},w:r/w:t"a"),w:p/(w:pPr/w:pStyle{w:val=Quote},w:r/w:t"b"))))'
        ) in said

    def they_lose_the_control_when_they_are_pages_of_the_body(self, first_block):
        """LibreOffice 25.2 crashes on a link to the first block in such a control."""
        said = first_block(sdt("tekst", p()), blocks={"tekst": (Paragraph("Quote", (Run("a"),)),)})

        assert said == 'w:p/(w:pPr/w:pStyle{w:val=Quote},w:r/w:t"a")'

    def they_keep_the_control_of_a_building_block(self, first_block):
        kind = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'

        said = first_block(sdt("tekst", p(), kind), blocks={"tekst": (Paragraph("Quote", (Run("a"),)),)})

        assert said.startswith("w:sdt/")

    def they_are_in_the_cell_that_the_control_is_around(self, first_block, make_table):
        said = first_block(row(sdt("a", cell(p())), cell(p())), blocks={"a": (make_table("b"),)})

        assert "w:tcPr/w:tcW{w:w=3000,w:type=dxa},w:tbl/" in said
        assert "w:tblW{w:w=3000," in said
        assert 'w:r/w:t"b")))),w:p)),w:tc/' in said  # A cell ends in a paragraph.

    def they_take_the_width_of_the_cell_that_the_control_is_in(self, first_block, make_table):
        said = first_block(row(cell(sdt("a", p())), cell(p())), blocks={"a": (make_table("b"),)})

        assert "w:tblW{w:w=3000," in said

    def they_do_not_fit_in_a_line(self, first_block):
        with pytest.raises(ValueError, match="can contain no blocks"):
            first_block(p(sdt("a", r("x"))), blocks={"a": (Paragraph("BodyText", ()),)})

    @pytest.mark.parametrize("after", ["", row(cell(p()), cell(p())) + p()])
    def they_have_a_paragraph_after_a_last_table_where_word_requires_one(
        self, build, make_template, make_table, after
    ):
        built = build({"a": (make_table("b"),)}, template=make_template(sdt("a", p()) + after + END))

        assert built.body()[1] == "w:p"

    def they_need_none_where_there_is_one(self, build, make_template, make_table):
        built = build({"a": (make_table("b"),)}, template=make_template(sdt("a", p()) + p(r("na")) + END))

        assert built.body()[1] == 'w:p/w:r/w:t"na"'


class Describe_an_empty_value:
    @pytest.mark.parametrize("empty", [(), (Run(""),)])
    def it_removes_the_control(self, first_block, empty):
        assert first_block(p(r("Datum") + sdt("a", r("x"))), text={"a": empty}) == 'w:p/w:r/w:t"Datum"'

    def it_removes_the_paragraph_too_when_nothing_else_is_in_it(self, first_block):
        said = first_block(p(sdt("a", r("x")) + r(" ") + "<w:r><w:tab/></w:r>") + p(r("na")), text={"a": ()})

        assert said == 'w:p/w:r/w:t"na"'

    @pytest.mark.parametrize(
        "beside",
        [r("Datum"), '<w:r><w:br w:type="page"/></w:r>', '<w:r><w:sym w:font="x" w:char="F0"/></w:r>'],
    )
    def it_leaves_a_paragraph_with_something_else(self, first_block, beside):
        assert "w:sdt" not in first_block(p(beside + sdt("a", r("x"))), text={"a": ()})
        assert first_block(p(beside + sdt("a", r("x"))), text={"a": ()}).startswith("w:p/")

    def it_leaves_the_paragraph_that_ends_a_section(self, build, make_template):
        template = make_template(
            f"<w:p><w:pPr>{END}</w:pPr>{sdt('a', r('x'))}</w:p>{p(r('na'))}{END}",
        )

        assert build(text={"a": ()}, template=template).body()[0].startswith("w:p/w:pPr/w:sectPr/")

    def it_leaves_a_cell_with_an_empty_paragraph(self, first_block):
        inside = first_block(row(cell(p(sdt("a", r("x")), "Quote")), cell(p())), text={"a": ()})
        around = first_block(row(sdt("a", cell(p(r("x"), "Quote") + p())), cell(p())), text={"a": ()})
        blocks = first_block(row(cell(sdt("a", p())), cell(p())), blocks={"a": ()})

        empty = "w:tc/(w:tcPr/w:tcW{w:w=3000,w:type=dxa},w:p/w:pPr/w:pStyle{w:val=Quote})"
        assert empty in inside
        assert empty in around
        assert blocks.count("w:tc/(w:tcPr/w:tcW{w:w=3000,w:type=dxa},w:p)") == 2

    def it_removes_only_its_own_paragraph_from_a_cell(self, first_block):
        said = first_block(row(cell(p(r("x")) + p(sdt("a", r("x")))), cell(p())), text={"a": ()})

        assert 'w:tcW{w:w=3000,w:type=dxa},w:p/w:r/w:t"x"),w:tc' in said

    def it_leaves_a_header_with_an_empty_paragraph(self, build, make_template):
        template = make_template(p() + END, header=sdt("a", p(sdt("b", r("x")))), footer=p(sdt("b", r("x"))))

        built = build(text={"b": ()}, template=template)

        assert built.text("word/header.xml") == built.text("word/footer.xml") == [""]

    def it_removes_a_control_with_nothing_else_in_it(self, first_block):
        said = first_block(sdt("buiten", p(sdt("a", r("x"))), placeholder=False) + p(r("na")), text={"a": ()})

        assert said == 'w:p/w:r/w:t"na"'


class Describe_a_control_that_is_not_in_the_plan:
    def it_is_removed_when_it_shows_its_placeholder(self, first_block):
        assert first_block(p(sdt("x", r("Klik hier"))) + p(r("na"))) == 'w:p/w:r/w:t"na"'

    def it_stays_when_it_has_content(self, first_block):
        assert 'w:t"vast"' in first_block(p(sdt("x", r("vast"), placeholder=False)))


class Describe_levels:
    @pytest.mark.parametrize(
        ("body", "levels"),
        [
            (sdt("a", p()), ["block"]),
            (p(sdt("a", r("x"))), ["run"]),
            (sdt("a", sdt("b", p(sdt("c", sdt("d", r("x")))))), ["block", "block", "run", "run"]),
            (row(cell(sdt("a", p())), sdt("b", cell(sdt("c", p())))), ["block", "cell", "block"]),
            (f"<w:tbl>{GRID}{sdt('a', f'<w:tr>{cell(p())}{cell(p())}</w:tr>')}</w:tbl>", ["row"]),
            (p(f'<w:hyperlink w:anchor="x">{sdt("a", r("x"))}</w:hyperlink>'), ["run"]),
        ],
    )
    def they_follow_from_the_place_of_a_control(self, body, levels):
        element = etree.fromstring(root("document", f"<w:body>{body}</w:body>").encode())

        assert [control.level for control in controls(element)] == levels


class Describe_numbers:
    def they_differ_in_all_parts(self):
        parts = [
            etree.fromstring(
                root("hdr", sdt("a", p()) + "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr></w:sdt>").encode()
            )
            for _ in range(2)
        ]

        number(parts)

        ids = [part.xpath("//w:sdtPr/w:id/@w:val", namespaces=NAMESPACES) for part in parts]
        assert ids == [["1", "2"], ["3", "4"]]
