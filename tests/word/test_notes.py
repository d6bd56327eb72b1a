# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from jvom.plan import Cell, Hyperlink, Note, Paragraph, Run, Table
from tests.word.shorthand import PORTRAIT, Built, p, sdt, section, shorthand

PART = "word/footnotes.xml"
END = section(PORTRAIT)
MARK = 'w:r/(w:rPr/w:rStyle{w:val=FootnoteReference},w:footnoteRef),w:r/w:t" "'


def note(*texts: str) -> Note:
    return Note(tuple(Paragraph("FootnoteText", (Run(text),)) for text in texts))


def body(*content: Run | Note) -> Paragraph:
    return Paragraph("BodyText", content)


def notes(built: Built) -> list[str]:
    return [shorthand(each) for each in built.root(PART)]


class Describe_a_footnote:
    def it_is_referred_to_at_its_place(self, build):
        built = build({"rapport": (body(Run("Zo"), note("Noot."), Run(".")),)})

        assert shorthand(built.xpath("//w:p[w:r/w:footnoteReference]")[0]) == (
            'w:p/(w:pPr/w:pStyle{w:val=BodyText},w:r/w:t"Zo",'
            'w:r/(w:rPr/w:rStyle{w:val=FootnoteReference},w:footnoteReference{w:id=1}),w:r/w:t".")'
        )

    def it_begins_with_its_number_and_a_space(self, build):
        built = build({"rapport": (body(note("Noot.")),)})

        assert notes(built)[2] == (
            f'w:footnote{{w:id=1}}/w:p/(w:pPr/w:pStyle{{w:val=FootnoteText}},{MARK},w:r/w:t"Noot.")'
        )

    def it_has_its_number_in_its_first_paragraph_only(self, build):
        built = build({"rapport": (body(note("a", "b")),)})

        assert notes(built)[2].count("w:footnoteRef") == 1 + notes(built)[2].count("FootnoteReference}") - 1
        assert notes(built)[2].endswith('w:p/(w:pPr/w:pStyle{w:val=FootnoteText},w:r/w:t"b"))')

    def it_exists_even_without_text(self, build):
        built = build({"rapport": (body(Note(())),)})

        assert notes(built)[2] == f"w:footnote{{w:id=1}}/w:p/(w:pPr/w:pStyle{{w:val=FootnoteText}},{MARK})"

    def it_links_by_a_relationship_of_its_own_part(self, build):
        link = Hyperlink("https://www.un.org", (Run("un.org"),))

        built = build({"rapport": (body(Note((Paragraph("FootnoteText", (link,)),))),)})

        [relation] = built.root("word/_rels/footnotes.xml.rels")
        assert relation.get("Target") == "https://www.un.org"
        assert relation.get("TargetMode") == "External"
        assert f"r:id={relation.get('Id')}" in notes(built)[2]


class Describe_footnotes:
    def they_count_from_1_in_the_order_of_the_document(self, build, make_template):
        header = Table("Rapporttabel", (1.0,), ((Cell((body(note("tabel")),)),),), (), "", "")
        template = make_template(sdt("b", p()) + sdt("a", p()) + p() + END)

        built = build({"a": (body(note("laatste")),), "b": (body(note("eerste")), header)}, template=template)

        assert built.xpath("//w:footnoteReference/@w:id") == ["1", "2", "3"]
        assert built.text(PART)[2:] == [" eerste", " tabel", " laatste"]

    def they_get_a_part_with_separators_that_the_settings_name(self, build):
        built = build({"rapport": (body(note("Noot.")),)})

        assert notes(built)[:2] == [
            "w:footnote{w:type=separator,w:id=-1}/w:p/w:r/w:separator",
            "w:footnote{w:type=continuationSeparator,w:id=0}/w:p/w:r/w:continuationSeparator",
        ]
        assert shorthand(built.root("word/settings.xml")) == (
            "w:settings/(w:footnotePr/(w:footnote{w:id=-1},w:footnote{w:id=0}),w:listSeparator{w:val=;})"
        )

    def they_get_no_part_when_there_are_none(self, build):
        assert PART not in build({"rapport": (body(Run("a")),)}).archive.namelist()

    def they_keep_the_separators_of_the_template_and_none_of_its_notes(self, build, make_template):
        own = (
            '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:id="4"><w:p/></w:footnote>'
        )
        template = make_template(sdt("a", p()) + END, footnotes=own)

        built = build({"a": (body(note("Noot.")),)}, template=template)

        assert [each.partition("/")[0] for each in notes(built)] == [
            "w:footnote{w:type=separator,w:id=0}",
            "w:footnote{w:id=1}",
        ]
        assert built.xpath("//w:footnotePr", "word/settings.xml") == []

    def they_are_named_once_in_settings_that_name_them_already(self, build, make_template):
        own = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        template = make_template(sdt("a", p()) + END, settings=own)

        built = build({"a": (body(note("Noot.")),)}, template=template)

        assert len(built.xpath("//w:footnotePr", "word/settings.xml")) == 1
