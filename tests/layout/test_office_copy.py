# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from jvom.layout.office_copy import office_copy
from jvom.layout.result import Job
from jvom.ooxml.names import qn
from jvom.plan import Comment, CommentEnd, CommentStart, Note, NumberReference, Paragraph, Run
from jvom.word.package import build
from tests.layout.plans import chapter, small


def part(file: bytes, member: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(member))


def main_part(file: bytes) -> etree._Element:
    return part(file, "word/document.xml")


def with_style(file: bytes, old: bytes, new: bytes) -> bytes:
    """Return the file with a change in its styles."""
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as archive, zipfile.ZipFile(copy, "w") as to:
        for info in archive.infolist():
            data = archive.read(info)
            if info.filename == "word/styles.xml":
                assert old in data
                data = data.replace(old, new)
            to.writestr(info.filename, data)
    return copy.getvalue()


def refers(lower: bool) -> Paragraph:
    reference = NumberReference("_Ref_hoofdstuk_1", "bijlage 1" if lower else "1", lower)
    return Paragraph("BodyText", (Run("zie "), reference, Run(".")))


class Describe_the_copy_for_LibreOffice:
    def it_is_the_file_itself_when_there_is_nothing_to_change(self, template):
        document = small(chapter(1), refers(lower=False))
        file = build(document, template, {"_Ref_hoofdstuk_1": 3})

        assert office_copy(file, Job(document, template)) is file

    def it_omits_comments(self, template):
        comment = Comment(1, "Klopt dit?", "DGB")
        commented = Paragraph("BodyText", (CommentStart(comment), Run("Elf."), CommentEnd(comment)))
        document = small(chapter(1), commented)
        file = build(document, template, {"_Ref_hoofdstuk_1": 3})

        copy = main_part(office_copy(file, Job(document, template)))

        assert b"commentReference" in etree.tostring(main_part(file))
        assert b"comment" not in etree.tostring(copy)
        assert "Elf." in str(copy.xpath("string()"))

    def it_has_a_link_where_a_reference_is_in_lower_case(self, template):
        document = small(chapter(1), refers(lower=True), refers(lower=False))
        file = build(document, template, {"_Ref_hoofdstuk_1": 3})
        before, after = main_part(file), main_part(office_copy(file, Job(document, template)))

        codes = [code.text or "" for code in after.iter(qn("w:instrText"))]
        links = [
            "".join(each.text or "" for each in link.iter(qn("w:t")))
            for link in after.iter(qn("w:hyperlink"))
            if link.get(qn("w:anchor")) == "_Ref_hoofdstuk_1"
        ]
        assert "bijlage 1" in links
        assert [code for code in codes if " REF " in code] == [r" REF _Ref_hoofdstuk_1 \r \h "]
        texts = ["".join(each.text or "" for each in root.iter(qn("w:t"))) for root in (before, after)]
        assert texts[0] == texts[1]

    def it_leaves_the_marks_of_the_other_fields_in_pairs(self, template):
        document = small(chapter(1), refers(lower=True), refers(lower=False))
        file = build(document, template, {"_Ref_hoofdstuk_1": 3})
        copy = main_part(office_copy(file, Job(document, template)))

        marks = [mark.get(qn("w:fldCharType")) for mark in copy.iter(qn("w:fldChar"))]
        assert marks.count("begin") == marks.count("separate") == marks.count("end") > 0

    @pytest.mark.parametrize("colour", ["auto", "336699"])
    def it_gives_a_link_in_a_footnote_the_look_of_its_words(self, template, colour):
        reference = NumberReference("_Ref_hoofdstuk_1", "bijlage 1", lower=True)
        note = Note((Paragraph("FootnoteText", (Run("Zie "), reference)),))
        document = small(chapter(1), Paragraph("BodyText", (Run("tekst"), note)))
        file = build(document, template, {"_Ref_hoofdstuk_1": 3})
        if colour != "auto":
            mark = b'<w:name w:val="footnote text"/>'
            file = with_style(file, mark, mark + b'<w:rPr><w:color w:val="336699"/></w:rPr>')

        (link,) = part(office_copy(file, Job(document, template)), "word/footnotes.xml").iter(
            qn("w:hyperlink")
        )
        looks = [
            (etree.QName(each).localname, each.get(qn("w:val"))) for each in next(link.iter(qn("w:rPr")))
        ]
        assert looks == [("color", colour), ("u", "none")]
