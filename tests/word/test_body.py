# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.plan import (
    Hyperlink,
    Inline,
    LineBreak,
    NewSection,
    Note,
    NumberReference,
    Paragraph,
    Run,
    Sequence,
)
from tests.word.shorthand import PORTRAIT, Built, p, sdt, section


def body(text: str = "Tekst.", **more: object) -> Paragraph:
    return Paragraph("BodyText", (Run(text),), **more)  # type: ignore[arg-type]


def blocks(built: Built) -> list[str]:
    """Return the report's chapters in shorthand: the blocks between two section ends."""
    cover, end, *_ = (index for index, each in enumerate(built.body()) if "w:sectPr" in each)
    return built.body()[cover + 1 : end]


def with_content(build, *content: Inline) -> str:
    [block] = blocks(build({"rapport": (Paragraph("BodyText", content),)}))
    return block.removeprefix("w:p/(w:pPr/w:pStyle{w:val=BodyText},").removesuffix(")")


class Describe_a_paragraph:
    def it_has_its_style(self, build):
        assert blocks(build({"rapport": (body(),)})) == [
            'w:p/(w:pPr/w:pStyle{w:val=BodyText},w:r/w:t"Tekst.")'
        ]

    def it_has_its_bookmark_around_its_text(self, build):
        heading = Paragraph("Heading1", (Run("Kop"),), heading=1, number="1.", bookmark="_Ref_kop")

        [said] = blocks(build({"rapport": (heading,)}))

        assert said == (
            "w:p/(w:pPr/w:pStyle{w:val=Heading1},w:bookmarkStart{w:id=1,w:name=_Ref_kop},"
            'w:r/w:t"Kop",w:bookmarkEnd{w:id=1})'
        )

    def it_counts_in_its_sequence(self, build):
        built = build({"rapport": (Paragraph("ListNumber", (Run("een"),), sequence=Sequence(1)),)})

        assert "w:numPr/(w:ilvl{w:val=0},w:numId{w:val=5})" in blocks(built)[0]

    def it_may_be_close_to_what_follows(self, build):
        [said] = blocks(
            build({"rapport": (Paragraph("ListNumber", (), sequence=Sequence(1), no_space_after=True),)})
        )

        assert said.index("w:numPr") < said.index("w:spacing{w:after=0}")

    def it_has_the_distance_from_a_table_of_text_under_one(self, build):
        beside = Paragraph("ListNumber", (Run("een"),), under_table=True, over_table=True)

        [said] = blocks(build({"rapport": (beside,)}))

        assert "w:spacing{w:before=240,w:after=240}" in said


class Describe_inlines:
    def they_carry_style_and_language(self, build):
        assert with_content(build, Run("capacity building", "Emphasis", "en")) == (
            'w:r/(w:rPr/(w:rStyle{w:val=Emphasis},w:lang{w:val=en-GB}),w:t"capacity building")'
        )

    def they_break_the_line(self, build):
        assert with_content(build, Run("a"), LineBreak(), Run("b")) == 'w:r/w:t"a",w:r/w:br,w:r/w:t"b"'

    def they_refer_to_a_heading_with_the_number_already_there(self, build):
        heading = Paragraph("Heading1", (Run("Kop"),), heading=1, number="1.", bookmark="_Ref_kop")
        reference = Paragraph("BodyText", (Run("paragraaf\u00a0"), NumberReference("_Ref_kop", "1")))

        assert blocks(build({"rapport": (heading, reference)}))[1] == (
            'w:p/(w:pPr/w:pStyle{w:val=BodyText},w:r/w:t"paragraaf\u00a0",w:r/w:fldChar{w:fldCharType=begin},'
            'w:r/w:instrText" REF _Ref_kop \\r \\h ",w:r/w:fldChar{w:fldCharType=separate},w:r/w:t"1",'
            "w:r/w:fldChar{w:fldCharType=end})"
        )

    def they_refer_in_lower_case_within_a_sentence(self, build):
        said = with_content(build, NumberReference("_Ref_bijlage", "bijlage 1", lower=True))

        assert 'w:instrText" REF _Ref_bijlage \\r \\h \\* Lower "' in said

    def they_link_in_the_style_of_links(self, build):
        assert with_content(build, Hyperlink("https://www.eerstekamer.nl", (Run("site"),))) == (
            'w:hyperlink{r:id=rIdLink1,w:history=1}/w:r/(w:rPr/w:rStyle{w:val=Hyperlink},w:t"site")'
        )

    def they_keep_the_style_of_a_linked_word_that_has_its_own(self, build):
        said = with_content(build, Hyperlink("https://www.un.org", (Run("UN", "Emphasis", "en"),)))

        assert "w:rPr/(w:rStyle{w:val=Emphasis},w:lang{w:val=en-GB})" in said

    def they_refuse_a_note_within_a_note(self, build):
        inner = Note((Paragraph("FootnoteText", (Run("b"),)),))

        with pytest.raises(ValueError, match="footnote where Word allows none"):
            build({"rapport": (Paragraph("BodyText", (Note((Paragraph("FootnoteText", (inner,)),)),)),)})

    def they_refuse_a_note_in_a_header(self, build):
        with pytest.raises(ValueError, match="footnote where Word allows none"):
            build(text={"koptekst": (Note((Paragraph("FootnoteText", (Run("b"),)),)),)})

    def they_refuse_characters_that_xml_cannot_hold(self, build):
        with pytest.raises(ValueError, match="no XML"):
            with_content(build, Run("a\x0bb"))


class Describe_blocks:
    def they_have_a_paragraph_between_two_tables(self, build, make_table):
        built = build({"rapport": (make_table("a"), make_table("b"), body())})

        assert [each.partition("/")[0] for each in blocks(built)] == ["w:tbl", "w:p", "w:tbl", "w:p"]

    def they_refuse_a_section_where_there_are_none(self, build, make_template):
        cell = f"<w:tc>{sdt('tekst', p())}{p()}</w:tc>"
        table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
        template = make_template(table + section(PORTRAIT))

        with pytest.raises(ValueError, match="a new section outside the body"):
            build({"tekst": (body(), NewSection(True), body())}, template=template)
