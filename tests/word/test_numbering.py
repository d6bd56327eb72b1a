# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from lxml import etree

from jvom.plan import Paragraph, Run, Sequence
from jvom.word.numbering import Numbering
from jvom.word.styles import StyleNumbering, TemplateStyles
from tests.word.shorthand import Built, numbering_xml, root, shorthand, styles_xml


def item(style: str, sequence: Sequence) -> Paragraph:
    return Paragraph(style, (Run("punt"),), sequence=sequence)


def numbers(built: Built) -> list[tuple[str, str]]:
    """Return list and level of each paragraph that has them."""
    return [
        (
            each.find("w:numId", each.nsmap).get(f"{{{each.nsmap['w']}}}val"),
            each[0].get(f"{{{each.nsmap['w']}}}val"),
        )
        for each in built.xpath("//w:numPr")
    ]


def lists(built: Built) -> list[str]:
    return [
        shorthand(each) for each in built.xpath("/w:numbering/w:num[w:lvlOverride]", "word/numbering.xml")
    ]


def tree(tag: str, content: str) -> etree._Element:
    return etree.fromstring(root(tag, content).encode())


class Describe_a_numbered_list:
    def it_restarts_with_each_sequence(self, build):
        first, second = Sequence(1), Sequence(2, start=4)

        built = build({"rapport": tuple(item("ListNumber", each) for each in (first, first, second))})

        assert numbers(built) == [("5", "0"), ("5", "0"), ("6", "0")]
        assert lists(built) == [
            f"w:num{{w:numId={num}}}/(w:abstractNumId{{w:val=4}},"
            f"w:lvlOverride{{w:ilvl=0}}/w:startOverride{{w:val={start}}})"
            for num, start in ((5, 1), (6, 4))
        ]

    def it_keeps_the_level_of_its_style(self, build):
        built = build({"rapport": (item("ListNumber2", Sequence(1)),)})

        assert numbers(built) == [("5", "1")]

    def it_looks_as_the_template_says_even_if_that_is_without_numbers(self, build):
        assert numbers(build({"rapport": (item("BodyText", Sequence(1)),)})) == []


class Describe_Numbering:
    def it_finds_a_level_by_the_style_that_the_list_names(self):
        styles = TemplateStyles(
            tree(
                "styles",
                '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
            )
        )
        numbering = tree(
            "numbering",
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/>'
            '<w:lvl w:ilvl="1"><w:pStyle w:val="A"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:numIdMacAtCleanup w:val="1"/>',
        )

        found = Numbering(styles, numbering)

        assert 'w:ilvl w:val="1"' in found.properties("A", Sequence(1))
        assert found.suffix("A") == "nothing"
        assert [shorthand(each).partition("/")[0] for each in numbering] == [
            "w:abstractNum{w:abstractNumId=0}", "w:num{w:numId=1}", "w:num{w:numId=2}",
            "w:numIdMacAtCleanup{w:val=1}",
        ]  # fmt: skip

    def it_knows_what_separates_a_number_from_its_text(self):
        numbering = Numbering(
            TemplateStyles(tree("styles", styles_xml())), tree("numbering", numbering_xml())
        )

        found = {
            style: numbering.suffix(style) for style in ("Heading2", "KopBijlage", "BodyText", "Onbekend")
        }

        assert found == {"Heading2": "tab", "KopBijlage": "space", "BodyText": "tab", "Onbekend": "tab"}

    def it_works_without_a_numbering_part(self):
        numbering = Numbering(TemplateStyles(tree("styles", styles_xml())), None)

        assert numbering.properties("ListNumber", Sequence(1)) == ""
        assert numbering.suffix("Heading1") == "tab"


class Describe_Styles:
    def they_inherit_numbering(self):
        styles = TemplateStyles(
            tree(
                "styles",
                '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
                '<w:style w:styleId="B"><w:basedOn w:val="A"/>'
                '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>',
            )
        )

        assert styles.numbering("A") == StyleNumbering("7", "2")

    def they_may_be_circular(self):
        circle = "".join(
            f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
            for a, b in (("A", "B"), ("B", "A"))
        )

        assert TemplateStyles(tree("styles", circle)).numbering("A") is None

    def they_have_names_and_headings(self):
        styles = TemplateStyles(tree("styles", styles_xml()))

        assert styles.label("KopBijlage") == "Kop bijlage"
        assert styles.label("Onbekend") == "Onbekend"
        assert styles.is_heading("Heading2", 2)
        assert not styles.is_heading("Heading2", 1)
        assert not styles.is_heading("KopBijlage", 1)
