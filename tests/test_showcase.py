# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossier of 2025 in content/: complete, and read by programs other than jvom."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from jvom.cli.app import run
from jvom.model import Count, Dossier, Money
from tests.contents import read_dossier
from tests.waiting import LIMIT
from tests.word.lint import lint

FOUR = ("brief-eerste-kamer", "brief-tweede-kamer", "nota", "rapport")
CHAPTERS = [
    "Inleiding",
    "Expeditionaire inzet van Nederlandse militairen, civiele experts en politiefunctionarissen",
    "Slotbeschouwing",
    "Rechtsbasis, mandaten en nationale kaders",
]


@pytest.fixture(scope="module")
def dossier(project: Path) -> Dossier:
    return read_dossier(project / "content", 2025)


@pytest.fixture(scope="module")
def built(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the four documents, built once."""
    folder = tmp_path_factory.mktemp("2025")
    places = ["--content", str(project / "content"), "--templates", str(project / "templates")]
    assert run(["build", "2025", "--pages", "estimate", "--out", str(folder), *places]) == 0
    return folder


@pytest.fixture(scope="module")
def seen(built: Path) -> dict[str, Any]:
    """Return the report as pandoc reads it."""
    return dict(json.loads(pypandoc.convert_file(str(built / "rapport.docx"), "json")))


def within(tree: Any, kind: str) -> list[Any]:
    """Return every node of a kind in pandoc's tree, in reading order."""
    found = []
    if isinstance(tree, dict):
        if tree.get("t") == kind:
            found.append(tree)
        for value in tree.values():
            found += within(value, kind)
    elif isinstance(tree, list):
        for value in tree:
            found += within(value, kind)
    return found


def words(tree: Any) -> str:
    return "".join(
        node["c"] if node["t"] == "Str" else " "
        for node in _leaves(tree)
        if node["t"] in ("Str", "Space", "SoftBreak")
    ).replace("\u00a0", " ")


def _leaves(tree: Any) -> list[Any]:
    if isinstance(tree, dict):
        if tree.get("t") in ("Str", "Space", "SoftBreak"):
            return [tree]
        return [leaf for value in tree.values() for leaf in _leaves(value)]
    if isinstance(tree, list):
        return [leaf for value in tree for leaf in _leaves(value)]
    return []


class Describe_the_dossier_of_2025:
    def it_has_the_figures_that_parliament_gets(self, dossier: Dossier) -> None:
        deployed, expenditure = (dossier.figures.figures[n] for n in ("deployed_total", "expenditure_total"))
        assert isinstance(deployed, Count)
        assert isinstance(expenditure, Money)
        assert (deployed.value, expenditure.value, expenditure.unit) == (4126, 42.2, "miljoen")

    def it_has_fourteen_rows_and_nine_notes(self, dossier: Dossier) -> None:
        assert len(dossier.mandates.rows) == 14
        assert sum(len(section.footnotes) for section in dossier.sections) == 9

    def it_has_no_findings(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(project)
        assert run(["check", "2025", "--fail-on", "warning", "--as-of", "2026-04-24"]) == 0


class Describe_the_built_report:
    def it_has_some_eight_thousand_words(self, built: Path) -> None:
        text = pypandoc.convert_file(str(built / "rapport.docx"), "plain")
        assert 7500 < len(text.split()) < 9500

    def it_has_nine_notes_for_pandoc(self, seen: dict[str, Any]) -> None:
        assert len(within(seen, "Note")) == 9

    def it_has_its_headings_in_order_for_pandoc(self, seen: dict[str, Any], dossier: Dossier) -> None:
        headings = [(node["c"][0], words(node["c"][2])) for node in within(seen, "Header")]
        titles = [title for level, title in headings if level <= 3 and title in _titles(dossier)]
        assert titles == _titles(dossier)
        assert [title for level, title in headings if level == 1 and title in CHAPTERS] == CHAPTERS
        assert [title for _, title in headings].count("Over de missie") == 12

    def it_has_the_mandate_table_with_its_spans_for_pandoc(self, seen: dict[str, Any]) -> None:
        table = within(seen, "Table")[-1]["c"]
        head, (body,) = table[3], table[4]
        assert len(head[1]) == 1
        rows = body[3]
        assert len(rows) == 14
        assert [(words(row[1][0][4]), row[1][0][2]) for row in rows if len(row[1]) == 5] == [
            ("Midden-Oosten", 7),
            ("Afrika", 3),
            ("Diversen", 4),
        ]
        assert "28 februari 2027" in words(rows[5])

    def it_links_each_line_of_its_contents_to_a_heading(self, seen: dict[str, Any], dossier: Dossier) -> None:
        targets = [node["c"][2][0] for node in within(seen, "Link")]
        anchors = {node["c"][1][0] for node in within(seen, "Header")} | {
            node["c"][0][0] for node in within(seen, "Span")
        }
        inside = [target.removeprefix("#") for target in targets if target.startswith("#")]
        assert len(inside) >= len(dossier.sections)
        assert set(inside) <= anchors


def _titles(dossier: Dossier) -> list[str]:
    from jvom.text import Text, walk

    return ["".join(t.value for t in walk(s.title) if isinstance(t, Text)) for s in dossier.sections]


@pytest.mark.parametrize("name", FOUR)
class Describe_each_built_document:
    def it_is_valid_for_an_audit_of_open_xml(self, name: str, built: Path) -> None:
        result = OpenXmlValidator().validate(str(built / f"{name}.docx"))
        assert [str(error) for error in result.errors] == []

    def it_has_nothing_that_validators_miss(self, name: str, built: Path) -> None:
        assert [str(message) for message in lint((built / f"{name}.docx").read_bytes())] == []

    def it_opens_in_python_docx_with_the_house_as_its_author(self, name: str, built: Path) -> None:
        properties = Document(str(built / f"{name}.docx")).core_properties
        assert (properties.author, properties.last_modified_by) == ("Ministerie van Defensie", "")
        assert properties.language == "nl-NL"
        assert properties.title


@pytest.fixture(scope="module")
def laid_out(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with a PDF of each document, by LibreOffice."""
    import shutil

    program = shutil.which("soffice")
    if program is None:
        return built
    folder = tmp_path_factory.mktemp("pdf")
    profile = tmp_path_factory.mktemp("profile").as_uri()
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={profile}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
            *(str(built / f"{name}.docx") for name in FOUR),
        ],
        check=True,
        capture_output=True,
        timeout=LIMIT,
    )
    return folder


class Describe_the_rendered_pages:
    @pytest.mark.parametrize(
        ("name", "least", "most"),
        [("brief-eerste-kamer", 1, 1), ("brief-tweede-kamer", 1, 1), ("nota", 2, 2), ("rapport", 17, 26)],
    )
    def they_have_the_right_number_of_pages(
        self, name: str, least: int, most: int, laid_out: Path, soffice: Path
    ) -> None:
        assert least <= len(_sizes(laid_out / f"{name}.pdf")) <= most

    def they_are_landscape_only_in_the_appendix(self, laid_out: Path, soffice: Path) -> None:
        lengthwise = [width > height for width, height in _sizes(laid_out / "rapport.pdf")]
        first = lengthwise.index(True)
        assert not any(lengthwise[:first])
        assert all(lengthwise[first:])

    def they_are_numbered_but_for_the_cover(self, laid_out: Path, soffice: Path, pdftotext: Path) -> None:
        text = subprocess.run(
            [pdftotext, "-layout", laid_out / "rapport.pdf", "-"], capture_output=True, text=True, check=True
        ).stdout
        pages = text.rstrip("\f").split("\f")
        assert "Pagina" not in pages[0]
        for number, page in enumerate(pages[1:], 2):
            assert f"Pagina {number} van {len(pages)}" in page


def _sizes(pdf: Path) -> list[tuple[float, float]]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(str(pdf))
    try:
        return [(page.get_width(), page.get_height()) for page in document]
    finally:
        document.close()
