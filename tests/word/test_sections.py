# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from lxml import etree

from jvom.ooxml.sections import text_width
from jvom.plan import NewSection, Paragraph, Run
from tests.word.shorthand import LANDSCAPE, PORTRAIT, Built, p, r, root, sdt, section


def text(words: str) -> Paragraph:
    return Paragraph("BodyText", (Run(words),))


APPENDIX = Paragraph("KopBijlage", (Run("Mandaten"),), heading=1, number="Bijlage 1")


def outline(built: Built) -> list[str]:
    """Return the body in a few words: each block's text, each section's orientation and header."""
    found = []
    for block in built.xpath("/w:document/w:body/*"):
        words = "".join(block.xpath(".//w:t/text()", namespaces=block.nsmap))
        if words:
            found.append(words)
        for each in block.xpath("descendant-or-self::w:sectPr", namespaces=block.nsmap):
            size = each.find("w:pgSz", each.nsmap)
            lies = int(size.get(f"{{{each.nsmap['w']}}}w")) > int(size.get(f"{{{each.nsmap['w']}}}h"))
            edges = "+" if each.find("w:headerReference", each.nsmap) is not None else "-"
            found.append(f"[{'landscape' if lies else 'portrait'}{edges}]")
    return found


REPORT = {"rapport": (text("rapport"),), "afkortingen": (), "inhoud": ()}


class Describe_the_sections_of_a_report:
    def they_are_those_of_the_template(self, build):
        built = build({**REPORT, "bijlagen": (NewSection(True), APPENDIX)})

        assert outline(built)[1:] == ["[portrait-]", "rapport", "[portrait+]", "Mandaten", "[landscape+]"]

    def they_end_upright_without_appendices(self, build):
        built = build({**REPORT, "bijlagen": ()})

        assert outline(built)[1:] == ["[portrait-]", "rapport", "[portrait+]"]
        assert built.body()[-2] == 'w:p/(w:pPr/w:pStyle{w:val=BodyText},w:r/w:t"rapport")'

    def they_keep_the_paragraph_after_a_last_table(self, build, make_table):
        built = build({"rapport": (text("rapport"), make_table("b")), "bijlagen": ()})

        assert built.body()[-2].startswith("w:p/")
        assert built.body()[-1].startswith("w:sectPr/")

    def they_turn_within_the_chapters_and_back(self, build):
        turned = (text("een"), NewSection(True), text("twee"), NewSection(False), text("drie"))
        built = build({"rapport": turned, "afkortingen": (), "inhoud": (), "bijlagen": ()})

        assert outline(built)[2:] == [
            "een", "[portrait+]", "twee", "[landscape+]", "drie", "[portrait+]",
        ]  # fmt: skip

    def they_continue_upright_after_the_appendix(self, build):
        built = build({**REPORT, "bijlagen": (NewSection(True), APPENDIX, NewSection(False), text("na"))})

        assert outline(built)[2:] == [
            "rapport",
            "[portrait+]",
            "Mandaten",
            "[landscape+]",
            "na",
            "[portrait+]",
        ]

    def they_turn_as_often_as_the_plan_says(self, build):
        turns = (NewSection(False), text("a"), NewSection(True), text("b"), NewSection(True), text("c"))

        built = build({**REPORT, "bijlagen": turns})

        assert outline(built)[4:] == ["a", "[portrait+]", "b", "[landscape+]", "c", "[landscape+]"]

    def they_turn_in_the_report_itself(self, build):
        turns = (text("a"), NewSection(True), text("b"), NewSection(False), text("c"))

        built = build({"rapport": turns, "bijlagen": (APPENDIX,)})

        assert outline(built)[2:] == [
            *("a", "[portrait+]"),
            *("b", "[landscape+]"),
            *("c", "[portrait+]"),
            *("Mandaten", "[landscape+]"),
        ]

    def they_are_never_empty(self, build):
        built = build(
            {**REPORT, "bijlagen": (NewSection(False), NewSection(True), APPENDIX, NewSection(False))}
        )

        assert outline(built)[4:] == ["Mandaten", "[landscape+]"]

    def they_stay_when_the_template_has_only_one(self, build, make_template):
        template = make_template(sdt("tekst", p()) + section(PORTRAIT))

        assert build({"tekst": ()}, template=template).body()[-1].startswith("w:sectPr/")

    def they_are_closed_by_a_paragraph_in_the_template_s_style(self, build):
        built = build({**REPORT, "bijlagen": (APPENDIX, NewSection(False), text("na"))})

        assert built.body()[-3].startswith("w:p/w:pPr/(w:pStyle{w:val=BodyText},w:sectPr/")

    def they_continue_the_page_numbers(self, build, make_template):
        start = '<w:pgNumType w:start="1"/>'
        template = make_template(sdt("a", p()) + section(f'<w:type w:val="oddPage"/>{PORTRAIT}{start}'))

        built = build(
            {"a": (text("a"), NewSection(True), text("b"), NewSection(False), text("c"))}, template=template
        )

        first, second, third = built.xpath("//w:sectPr")
        assert first.find("w:pgNumType", first.nsmap).get(f"{{{first.nsmap['w']}}}start") == "1"
        for later in (second, third):
            assert later.find("w:pgNumType", later.nsmap).attrib == {}
            assert later.find("w:type", later.nsmap) is None

    @pytest.mark.parametrize("size", [PORTRAIT, ""])
    def they_turn_the_page_themselves_when_the_template_has_no_landscape_one(
        self, build, make_template, size
    ):
        template = make_template(sdt("a", p()) + section(size))

        built = build({"a": (NewSection(True), text("a"))}, template=template)

        assert built.xpath("//w:pgSz/@w:w") == ["16838"]
        assert built.xpath("//w:pgSz/@w:h") == ["11906"]
        assert built.xpath("//w:pgSz/@w:orient") == ["landscape"]

    def they_may_be_missing_from_a_template(self, build, make_template):
        built = build({"a": (NewSection(True), text("a"))}, template=make_template(sdt("a", p())))

        assert built.xpath("//w:sectPr/w:pgSz/@w:orient") == ["landscape"]

    def they_are_removed_from_the_middle_too_when_empty(self, build, make_template):
        template = make_template(
            p(r("a"))
            + p(section(PORTRAIT)).replace("<w:p>", "<w:p><w:pPr>").replace("</w:p>", "</w:pPr></w:p>")
            + sdt("b", p())
            + f"<w:p><w:pPr>{section(LANDSCAPE)}</w:pPr></w:p>"
            + p(r("c"))
            + section(PORTRAIT)
        )

        assert outline(build({"b": ()}, template=template)) == ["a", "[portrait-]", "c", "[portrait-]"]


class Describe_text_width:
    @pytest.mark.parametrize(
        ("properties", "width"),
        [
            (PORTRAIT, 11906 - 2880),
            (LANDSCAPE, 16838 - 2880),
            ("", 11906 - 2880),
            (PORTRAIT.replace('gutter="0"', 'gutter="500"'), 11906 - 2880 - 500),
            (PORTRAIT + '<w:cols w:num="2" w:space="1000"/>', (9026 - 1000) // 2),
            (
                PORTRAIT
                + '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="3000"/><w:col w:w="5000"/></w:cols>',
                3000,
            ),
            (PORTRAIT.replace('w:w="11906"', 'w:w="breed"'), 11906 - 2880),
        ],
    )
    def it_is_the_page_without_its_margins(self, properties, width):
        [element] = etree.fromstring(root("body", section(properties)).encode())

        assert text_width(element) == width
