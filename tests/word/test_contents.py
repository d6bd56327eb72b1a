# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.plan import Contents, ContentsEntry, Paragraph, Run
from jvom.word.contents import contents_code
from tests.word.shorthand import PORTRAIT, Built, p, sdt, section, shorthand

TITLE = Paragraph("TOCHeading", (Run("Inhoud"),))


def heading(style: str, bookmark: str, level: int = 1) -> Paragraph:
    return Paragraph(style, (Run(bookmark),), heading=level, number="1.", bookmark=bookmark)


def entry(bookmark: str, number: str = "1.", level: int = 1, *more: Run) -> ContentsEntry:
    return ContentsEntry(level, number, (Run("Kop"), *more), bookmark)


def lines(built: Built) -> list[str]:
    return [shorthand(each) for each in built.xpath("//w:sdt[w:sdtPr/w:tag/@w:val='inhoud']/w:sdtContent/*")]


PAGE = (
    'w:r/w:tab,w:r/w:fldChar{{w:fldCharType=begin}},w:r/w:instrText" PAGEREF {0} \\h ",'
    'w:r/w:fldChar{{w:fldCharType=separate}},w:r/w:t"{1}",w:r/w:fldChar{{w:fldCharType=end}}'
)


class Describe_the_table_of_contents:
    def it_is_one_field_whose_entries_link_to_their_headings(self, build):
        built = build(
            {
                "inhoud": (Contents(TITLE, (entry("a", "1."), entry("b", "1.1.", 2))),),
                "rapport": (heading("Heading1", "a"), heading("Heading2", "b", 2)),
            },
            pages={"a": 3, "b": 14},
        )

        title, first, second = lines(built)
        assert title == 'w:p/(w:pPr/w:pStyle{w:val=TOCHeading},w:r/w:t"Inhoud")'
        assert first == (
            "w:p/(w:pPr/w:pStyle{w:val=TOC1},w:r/w:fldChar{w:fldCharType=begin},"
            'w:r/w:instrText" TOC \\o "1-3" \\h \\z ",w:r/w:fldChar{w:fldCharType=separate},'
            'w:hyperlink{w:anchor=a,w:history=1}/(w:r/w:t"1.",w:r/w:tab,w:r/w:t"Kop",'
            f"{PAGE.format('a', 3)}))"
        )
        assert second == (
            "w:p/(w:pPr/w:pStyle{w:val=TOC2},"
            'w:hyperlink{w:anchor=b,w:history=1}/(w:r/w:t"1.1.",w:r/w:tab,w:r/w:t"Kop",'
            f"{PAGE.format('b', 14)}),w:r/w:fldChar{{w:fldCharType=end}})"
        )

    def it_includes_headings_of_other_styles_by_name(self, build):
        built = build(
            {
                "inhoud": (Contents(TITLE, (entry("a"), entry("b", "Bijlage 1"))),),
                "rapport": (heading("Heading1", "a"),),
                "bijlagen": (heading("KopBijlage", "b"),),
            },
            pages={"a": 3, "b": 14},
        )

        assert ' TOC \\o "1-3" \\h \\z \\t "Kop bijlage;1" ' in lines(built)[1]

    def it_puts_a_space_after_a_number_that_has_a_space_after_it(self, build):
        built = build(
            {
                "inhoud": (Contents(TITLE, (entry("b", "Bijlage 1"),)),),
                "bijlagen": (heading("KopBijlage", "b"),),
            },
            pages={"b": 14},
        )

        assert 'w:r/w:t"Bijlage 1",w:r/w:t" ",w:r/w:t"Kop"' in lines(built)[1]

    def it_keeps_the_language_of_a_word(self, build):
        built = build(
            {
                "inhoud": (Contents(TITLE, (entry("a", "1.", 1, Run("training", "Emphasis", "en")),)),),
                "rapport": (heading("Heading1", "a"),),
            },
            pages={"a": 1},
        )

        assert 'w:rPr/(w:rStyle{w:val=Emphasis},w:lang{w:val=en-GB}),w:t"training"' in lines(built)[1]

    def it_is_a_field_even_without_entries(self, build):
        built = build({"inhoud": (Contents(TITLE, ()),)})

        assert lines(built)[1].count("w:fldChar{") == 3

    def it_separates_styles_with_the_separator_of_the_settings(self, build, make_template):
        template = make_template(
            sdt("inhoud", p(), "<w:docPartObj/>") + sdt("rapport", p()) + section(PORTRAIT),
            settings='<w:listSeparator w:val=","/>',
        )

        built = build(
            {"inhoud": (Contents(TITLE, (entry("b"),)),), "rapport": (heading("KopBijlage", "b"),)},
            template=template,
            pages={"b": 1},
        )

        assert '\\t "Kop bijlage,1"' in lines(built)[1]

    def it_needs_a_page(self, build):
        with pytest.raises(KeyError, match="a"):
            build({"inhoud": (Contents(TITLE, (entry("a"),)),), "rapport": (heading("Heading1", "a"),)})

    def it_asks_for_no_update(self, build):
        built = build(
            {"inhoud": (Contents(TITLE, (entry("a"),)),), "rapport": (heading("Heading1", "a"),)},
            pages={"a": 1},
        )

        assert built.xpath("//@w:dirty") == []
        assert built.xpath("//w:updateFields", "word/settings.xml") == []


class Describe_contents_code:
    def it_names_every_other_style_with_its_level(self):
        code = contents_code([("Kop bijlage", 1), ("Kop sub", 2)], ";")

        assert code == r'TOC \o "1-3" \h \z \t "Kop bijlage;1;Kop sub;2"'
