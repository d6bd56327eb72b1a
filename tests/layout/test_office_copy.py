# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import zipfile

from lxml import etree

from jvom.layout.office_copy import office_copy
from jvom.layout.result import Job
from jvom.plan import NumberReference, Paragraph, Run
from jvom.word.markup import name
from jvom.word.package import build
from tests.layout.plans import chapter, small


def main_part(file: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def refers(lower: bool) -> Paragraph:
    reference = NumberReference("_Ref_hoofdstuk_1", "bijlage 1" if lower else "1", lower)
    return Paragraph("BodyText", (Run("zie "), reference, Run(".")))


class Describe_the_copy_for_LibreOffice:
    def it_is_the_file_itself_when_there_is_nothing_to_change(self, template):
        document = small(chapter(1), refers(lower=False))
        file = build(document, template, {"_Ref_hoofdstuk_1": 3})

        assert office_copy(file, Job(document, template)) is file

    def it_has_a_link_where_a_reference_is_in_small_letters(self, template):
        document = small(chapter(1), refers(lower=True), refers(lower=False))
        file = build(document, template, {"_Ref_hoofdstuk_1": 3})
        before, after = main_part(file), main_part(office_copy(file, Job(document, template)))

        codes = [code.text or "" for code in after.iter(name("w:instrText"))]
        links = [
            "".join(each.text or "" for each in link.iter(name("w:t")))
            for link in after.iter(name("w:hyperlink"))
            if link.get(name("w:anchor")) == "_Ref_hoofdstuk_1"
        ]
        assert "bijlage 1" in links
        assert [code for code in codes if " REF " in code] == [r" REF _Ref_hoofdstuk_1 \r \h "]
        texts = ["".join(each.text or "" for each in root.iter(name("w:t"))) for root in (before, after)]
        assert texts[0] == texts[1]

    def it_leaves_the_marks_of_the_other_fields_in_pairs(self, template):
        document = small(chapter(1), refers(lower=True), refers(lower=False))
        file = build(document, template, {"_Ref_hoofdstuk_1": 3})
        copy = main_part(office_copy(file, Job(document, template)))

        marks = [mark.get(name("w:fldCharType")) for mark in copy.iter(name("w:fldChar"))]
        assert marks.count("begin") == marks.count("separate") == marks.count("end") > 0
