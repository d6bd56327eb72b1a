# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The whole file: always the same bytes, and readable by other programs."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import msgspec
import pypandoc
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from jvom.plan import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Hyperlink,
    Inline,
    NewSection,
    Note,
    NumberReference,
    Paragraph,
    Run,
    Sequence,
    Table,
)
from jvom.word.package import build
from jvom.word.template import Template, open_template
from tests.waiting import LIMIT
from tests.word.lint import lint
from tests.word.shorthand import document

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PAGES = {"_Ref_inleiding": 3, "_Ref_nmi": 4, "_Ref_mandaten": 9}


def body(*content: Inline) -> Paragraph:
    return Paragraph("BodyText", content)


def note(text: str) -> Note:
    return Note((Paragraph("FootnoteText", (Run(text),)),))


def cell(*content: Inline, style: str = "Tabeltekst", columns: int = 1, rows: int = 1) -> Cell:
    return Cell((Paragraph(style, content),), columns, rows)


def heading(style: str, level: int, number: str, text: str, bookmark: str) -> Paragraph:
    return Paragraph(style, (Run(text),), heading=level, number=number, bookmark=bookmark)


def a_report() -> Document:
    """Return a plan with everything that a report can have."""
    entries = (
        ContentsEntry(1, "1.", (Run("Inleiding"),), "_Ref_inleiding"),
        ContentsEntry(2, "1.1.", (Run("NMI"),), "_Ref_nmi"),
        ContentsEntry(1, "Bijlage 1", (Run("Mandaten"),), "_Ref_mandaten"),
    )
    numbered = [Paragraph("ListNumber", (Run(text),), sequence=Sequence(1)) for text in ("een", "twee")]
    blocks: dict[str, tuple[Block, ...]] = {
        "afkortingen": (
            Paragraph("KopZonderNummer", (Run("Afkortingen"),)),
            Table(
                "Rapporttabel",
                (0.3, 0.7),
                (),
                ((cell(Run("NMI")), cell(Run("NATO Mission Iraq"))),),
                "A",
                "B",
            ),
        ),
        "inhoud": (Contents(Paragraph("TOCHeading", (Run("Inhoud"),)), entries),),
        "rapport": (
            heading("Heading1", 1, "1.", "Inleiding", "_Ref_inleiding"),
            body(
                Run("Zie paragraaf\u00a0"), NumberReference("_Ref_nmi", "1.1"), note("Eerste noot."), Run(".")
            ),
            heading("Heading2", 2, "1.1.", "NMI", "_Ref_nmi"),
            body(Run("De "), Run("mission", "Emphasis", "en"), Run(" staat op "), LINK, Run(".")),
            *numbered,
            Paragraph("ListBullet", (Run("punt"),)),
        ),
        "bijlagen": (
            NewSection(landscape=True),
            heading("KopBijlage", 1, "Bijlage 1", "Mandaten", "_Ref_mandaten"),
            Table(
                "Rapporttabel",
                (0.2, 0.3, 0.5),
                (
                    (
                        cell(Run("Regio"), style="Tabelkop"),
                        cell(Run("Missie"), note("Tabelnoot."), style="Tabelkop", columns=2),
                    ),
                ),
                (
                    (cell(Run("Irak"), rows=2), cell(Run("NMI")), cell(Run("15"))),
                    (cell(Run("OIR")), cell(Run("120"))),
                ),
                "Mandaten",
                "Alle mandaten per regio",
            ),
        ),
    }
    text: dict[str, tuple[Inline, ...]] = {
        "titel": (Run("JVOM 2025"),),
        "datum": (Run("20 mei 2026"),),
        "koptekst": (Run("JVOM"),),
        "concept": (),
    }
    return document(blocks, text)


LINK = Hyperlink("https://www.nato.int/nmi", (Run("nato.int"),))


@pytest.fixture(scope="module")
def file(report: Template) -> bytes:
    return build(a_report(), report, PAGES)


class Describe_the_file:
    def it_is_sound(self, file, tmp_path):
        (tmp_path / "rapport.docx").write_bytes(file)

        assert [str(each) for each in lint(file)] == []
        assert [
            str(each) for each in OpenXmlValidator().validate(str(tmp_path / "rapport.docx")).errors
        ] == []

    def it_satisfies_the_open_xml_sdk(self, file, tmp_path, ooxml_validator):
        (tmp_path / "rapport.docx").write_bytes(file)

        run = subprocess.run(
            [ooxml_validator, tmp_path / "rapport.docx"], capture_output=True, text=True, timeout=LIMIT
        )

        assert run.returncode == 0, run.stdout

    def it_begins_with_the_content_types_and_continues_by_name(self, file):
        first, *others = zipfile.ZipFile(io.BytesIO(file)).namelist()

        assert first == "[Content_Types].xml"
        assert others == sorted(others)

    def it_does_not_reveal_when_and_where_it_was_made(self, file):
        for info in zipfile.ZipFile(io.BytesIO(file)).infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.create_system, info.external_attr, info.extra, info.comment) == (
                0,
                0o644 << 16,
                b"",
                b"",
            )

    def it_is_the_same_in_another_process_with_another_hash_seed_and_time_zone(self, file, tmp_path):
        program = (
            "import hashlib, sys; sys.path.insert(0, sys.argv[1])\n"
            "from jvom.source import Span\n"
            "from jvom.word.package import build\n"
            "from jvom.word.template import read_template\n"
            "from tests.word.shorthand import report_members, zipped\n"
            "from tests.word.test_package import PAGES, a_report\n"
            "template = read_template(zipped(report_members()), Span('x'))\n"
            "sys.stdout.buffer.write(build(a_report(), template, PAGES))\n"
        )
        environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}

        run = subprocess.run(
            [sys.executable, "-c", program, str(TEMPLATES.parent)],
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            check=True,
        )

        assert run.stdout == file

    def it_differs_when_the_plan_does(self, file, report):
        assert build(a_report(), report, {**PAGES, "_Ref_nmi": 5}) != file


@pytest.fixture(scope="module")
def read(file: bytes, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the file as pandoc reads it, as its tree."""
    path = tmp_path_factory.mktemp("pandoc") / "rapport.docx"
    path.write_bytes(file)
    return json.loads(pypandoc.convert_file(str(path), "json"))


class Describe_what_pandoc_reads:
    def it_sees_the_headings_in_order(self, read):
        headings = [(each["c"][0], words(each["c"][2])) for each in every("Header", read)]

        assert headings == [(1, "Inleiding"), (2, "NMI")]

    def it_sees_the_footnotes_those_in_a_table_header_too(self, read):
        assert [words(each["c"]) for each in every("Note", read)] == ["Eerste noot.", "Tabelnoot."]

    def it_sees_links_within_and_outward(self, read):
        targets = [each["c"][2][0] for each in every("Link", read)]

        assert "https://www.nato.int/nmi" in targets
        assert sum(target.startswith("#") for target in targets) >= 3

    def it_sees_the_spans_of_the_table(self, read):
        *_, table = every("Table", read)
        _, _, _, (_, head), [(_, _, _, rows)], _ = table["c"]

        assert [
            [(row_span, column_span) for _, _, row_span, column_span, _ in row[1]] for row in (*head, *rows)
        ] == [
            [(1, 1), (1, 2)],
            [(2, 1), (1, 1), (1, 1)],
            [(1, 1), (1, 1)],
        ]

    def it_sees_the_cached_numbers_and_pages(self, read):
        said = words(read["blocks"])

        assert "Zie paragraaf\u00a01.1" in said
        assert "Mandaten 9" in said.replace("\t", " ")

    def it_sees_the_lists(self, read):
        assert len(list(every("OrderedList", read))) >= 1
        assert len(list(every("BulletList", read))) == 1


def every(kind: str, node: Any) -> Iterator[Any]:
    """Yield the elements of a kind in pandoc's tree, in order."""
    if isinstance(node, dict):
        if node.get("t") == kind:
            yield node
        for value in node.values():
            yield from every(kind, value)
    elif isinstance(node, list):
        for value in node:
            yield from every(kind, value)


def words(node: Any) -> str:
    if isinstance(node, dict):
        if node.get("t") == "Str":
            return str(node["c"])
        if node.get("t") in ("Space", "SoftBreak"):
            return " "
        return words(node.get("c", []))
    return "".join(map(words, node)) if isinstance(node, list) else ""


class Describe_what_python_docx_reads:
    def it_opens_the_file(self, file):
        opened = docx.Document(io.BytesIO(file))

        assert opened.core_properties.title == "Titel & al"
        assert opened.core_properties.author == ""
        assert opened.core_properties.last_modified_by == ""
        assert [section.orientation for section in opened.sections] == [0, 0, 1]


class Describe_what_libreoffice_shows:
    def it_lays_out_every_section_in_its_own_way(self, soffice, tmp_path):
        """Making a PDF at all is part of the test: see the title of a control in controls.py."""
        plan = a_report()
        more: tuple[Block, ...] = (NewSection(landscape=False), body(Run("Na de bijlage.")))
        plan = msgspec.structs.replace(
            plan, blocks={**plan.blocks, "bijlagen": plan.blocks["bijlagen"] + more}
        )
        (tmp_path / "x.docx").write_bytes(build(plan, open_template(TEMPLATES / "rapport.docx"), PAGES))

        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            [
                soffice,
                profile,
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                tmp_path,
                tmp_path / "x.docx",
            ],
            check=True,
            capture_output=True,
            timeout=LIMIT,
        )

        pdf = pypdfium2.PdfDocument(tmp_path / "x.pdf")
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
        assert [page.get_width() > page.get_height() for page in pdf] == [*[False] * 4, True, False]
        for page, words in enumerate(
            ["JVOM 2025", "Afkortingen", "Inhoud", "Inleiding", "Bijlage 1", "Na de"]
        ):
            assert words in pages[page]
        assert "Pagina 6 van 6" in pages[5]
        pdf.close()


class Describe_the_templates_that_come_with_jvom:
    @pytest.mark.parametrize("name", ["brief", "nota", "rapport"])
    def they_can_be_filled(self, name, tmp_path):
        template = open_template(TEMPLATES / f"{name}.docx")
        text: dict[str, tuple[Inline, ...]] = {}
        blocks: dict[str, tuple[Block, ...]] = {}
        for control in template.controls:
            if control.level == "run":
                text[control.tag] = (Run(control.tag),)
            else:
                blocks[control.tag] = (body(Run(control.tag)),)
        if name == "rapport":
            blocks |= a_report().blocks

        file = build(document(blocks, text), template, PAGES)

        (tmp_path / "x.docx").write_bytes(file)
        assert [str(each) for each in lint(file)] == []
        assert [str(each) for each in OpenXmlValidator().validate(str(tmp_path / "x.docx")).errors] == []

    @pytest.mark.parametrize("name", ["brief", "nota", "rapport"])
    def they_can_be_left_empty(self, name, tmp_path):
        template = open_template(TEMPLATES / f"{name}.docx")
        empty: dict[str, tuple[()]] = {control.tag: () for control in template.controls}

        file = build(document({}, empty), template, {})

        (tmp_path / "x.docx").write_bytes(file)
        assert [str(each) for each in lint(file)] == []
        assert [str(each) for each in OpenXmlValidator().validate(str(tmp_path / "x.docx")).errors] == []
