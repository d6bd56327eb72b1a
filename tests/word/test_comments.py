# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import docx
import pypandoc
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from jvom.ooxml.names import qn
from jvom.plan import Cell, Comment, CommentEnd, CommentStart, Hyperlink, Inline, Note, Paragraph, Run, Table
from tests.waiting import LIMIT
from tests.word.lint import lint
from tests.word.shorthand import shorthand

PART = "word/comments.xml"
ASKED = Comment(1, "Klopt dit nog?\nZie de brief.", "Directie Operaties", date(2026, 3, 4))
UNSIGNED = Comment(2, "Met <haken> & zo.")


def on(comment: Comment, *content: Inline) -> tuple[Inline, ...]:
    return (CommentStart(comment), *content, CommentEnd(comment))


def body(*content: Inline) -> Paragraph:
    return Paragraph("BodyText", content)


def two_comments() -> Sequence[Paragraph | Table]:
    link = Hyperlink("https://www.un.org", (Run("un.org"),))
    cell = Cell((Paragraph("Tabeltekst", (Run("Cel"), *on(UNSIGNED))),))
    return (
        body(Run("Er zijn "), *on(ASKED, Run("elf", style="Emphasis"), link), Run(" waarnemers.")),
        Table("Rapporttabel", (1.0,), (), ((cell,),), "Tabel", ""),
    )


class Describe_a_comment:
    def it_encloses_what_it_is_about_and_is_referred_to_behind_it(self, build):
        built = build({"rapport": (body(Run("Er zijn "), *on(ASKED, Run("elf")), Run(".")),)})

        assert shorthand(built.xpath("//w:p[.//w:commentReference]")[0]) == (
            'w:p/(w:pPr/w:pStyle{w:val=BodyText},w:r/w:t"Er zijn ",w:commentRangeStart{w:id=0},w:r/w:t"elf",'
            'w:commentRangeEnd{w:id=0},w:r/w:commentReference{w:id=0},w:r/w:t".")'
        )

    def it_says_who_made_it_and_when_and_has_a_paragraph_a_line(self, build):
        [comment] = build({"rapport": (body(*on(ASKED, Run("elf"))),)}).root(PART)

        assert shorthand(comment) == (
            "w:comment{w:id=0,w:author=Directie Operaties,w:date=2026-03-04T00:00:00Z,w:initials=DO}/"
            '(w:p/(w:r/w:annotationRef,w:r/w:t"Klopt dit nog?"),w:p/w:r/w:t"Zie de brief.")'
        )

    def it_may_have_a_time(self, build):
        comment = Comment(1, "Nu.", "A", datetime(2026, 3, 4, 9, 30))

        [written] = build({"rapport": (body(*on(comment)),)}).root(PART)

        assert written.get(qn("w:date")) == "2026-03-04T09:30:00Z"

    def it_has_no_date_or_initials_when_nobody_gave_them(self, build):
        [comment] = build({"rapport": (body(*on(UNSIGNED, Run("x"))),)}).root(PART)

        assert dict(comment.attrib) == {qn("w:id"): "0", qn("w:author"): ""}

    def it_may_run_on_into_a_later_paragraph(self, build):
        first = body(CommentStart(ASKED), Run("Een."))

        built = build({"rapport": (first, body(Run("Twee."), CommentEnd(ASKED)))})

        assert lint(built.data) == []
        assert len(built.root(PART)) == 1

    @pytest.mark.parametrize(
        "content",
        [(CommentStart(ASKED),), (CommentEnd(ASKED),), (*on(ASKED), *on(ASKED))],
        ids=["without end", "without start", "twice"],
    )
    def it_is_a_bug_of_the_plan_when_it_does_not_begin_and_end_once(self, build, content):
        with pytest.raises(ValueError, match="comment"):
            build({"rapport": (body(*content),)})

    def it_is_a_bug_of_the_plan_in_a_footnote(self, build):
        with pytest.raises(ValueError, match="allows none"):
            build({"rapport": (body(Note((Paragraph("FootnoteText", on(ASKED)),))),)})


class Describe_a_file_with_comments:
    def it_is_sound(self, build, tmp_path):
        file = build({"rapport": two_comments()}).data
        (tmp_path / "x.docx").write_bytes(file)

        assert lint(file) == []
        assert [str(each) for each in OpenXmlValidator().validate(str(tmp_path / "x.docx")).errors] == []

    def it_satisfies_the_open_xml_sdk(self, build, tmp_path, ooxml_validator):
        (tmp_path / "x.docx").write_bytes(build({"rapport": two_comments()}).data)

        run = subprocess.run(
            [ooxml_validator, tmp_path / "x.docx"], capture_output=True, text=True, timeout=LIMIT
        )

        assert run.returncode == 0, run.stdout

    def it_shows_them_to_pandoc(self, build, tmp_path):
        (tmp_path / "x.docx").write_bytes(build({"rapport": two_comments()}).data)

        read = pypandoc.convert_file(
            str(tmp_path / "x.docx"), "json", format="docx", extra_args=["--track-changes=all"]
        )

        assert {"Directie Operaties", "2026-03-04T00:00:00Z"} <= set(strings(json.loads(read)))

    def it_shows_them_to_python_docx(self, build):
        opened = docx.Document(io.BytesIO(build({"rapport": two_comments()}).data))

        assert [(each.author, each.text) for each in opened.comments] == [
            ("Directie Operaties", "Klopt dit nog?\nZie de brief."),
            ("", "Met <haken> & zo."),
        ]

    def it_shows_them_to_libreoffice(self, build, soffice, tmp_path):
        (tmp_path / "x.docx").write_bytes(build({"rapport": two_comments()}).data)

        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            [
                soffice,
                profile,
                "--headless",
                "--convert-to",
                "odt",
                "--outdir",
                tmp_path,
                tmp_path / "x.docx",
            ],
            check=True,
            capture_output=True,
            timeout=LIMIT,
        )

        with zipfile.ZipFile(tmp_path / "x.odt") as archive:
            content = etree.fromstring(archive.read("content.xml"))
        found = content.findall(".//{*}annotation")
        assert [[p.xpath("string()") for p in each.iter("{*}p")] for each in found] == [
            ["Klopt dit nog?", "Zie de brief."],
            ["Met <haken> & zo."],
        ]
        assert [each.findtext("{*}creator") for each in found] == ["Directie Operaties", None]


class Describe_a_file_without_comments:
    def it_has_no_part_for_them(self, build):
        built = build({"rapport": (body(Run("x")),)})

        assert PART not in zipfile.ZipFile(io.BytesIO(built.data)).namelist()


def strings(node: object) -> list[str]:
    if isinstance(node, dict):
        return [text for each in node.values() for text in strings(each)]
    if isinstance(node, list):
        return [text for each in node for text in strings(each)]
    return [node] if isinstance(node, str) else []
