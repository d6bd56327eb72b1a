# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The place of the emblem: gone where nothing is in it, kept where a house put its own."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from jvom.word.template import open_template
from tests.cli.workspaces import finish, make_workspace, start
from tests.word.lint import lint

Judge = Callable[[Iterable[Path]], dict[Path, list[str]]]
KINDS = ("brief", "nota", "rapport")
POINTS_PER_MM = 72 / 25.4


def blue() -> bytes:
    """Return a picture of one blue dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    dot = zlib.compress(b"\0\x14\x3c\x78")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


def put_in_emblem(template: Path) -> None:
    """Put a picture in the control, as Word does."""
    with zipfile.ZipFile(template) as old:
        members = {name: old.read(name) for name in old.namelist()}
    members["word/media/header1.png"] = blue()
    header = members["word/header1.xml"].decode()
    filled = re.sub(r'(<w:tag w:val="embleem"/><w:id w:val="\d+"/>)<w:showingPlcHdr/>', r"\1", header)
    assert filled != header
    members["word/header1.xml"] = filled.encode()
    with zipfile.ZipFile(template, "w") as new:
        for name, data in members.items():
            new.writestr(name, data)


@pytest.fixture(scope="module", params=[False, True], ids=["without", "with"])
def built(request: pytest.FixtureRequest, soffice: Path, tmp_path_factory: pytest.TempPathFactory):
    """Return whether the templates of a house have an emblem, and its documents."""
    folder = make_workspace(tmp_path_factory.mktemp("huis"))
    for kind in KINDS if request.param else ():
        put_in_emblem(folder / "templates" / f"{kind}.docx")
    options = ["--no-check", "--pdf", "--soffice", str(soffice), "--out", "uit"]
    status, _, error = finish(start(folder, "build", *options))
    assert status == 0, error
    return request.param, folder / "uit"


def blue_places(pdf: Path) -> list[tuple[int, tuple[float, ...]]]:
    """Return on which page there is a picture, and where: left, top, width and height in millimetres."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            for each in page.get_objects():
                if isinstance(each, pypdfium2.PdfImage):
                    left, bottom, right, top = each.get_bounds()
                    sizes = (left, page.get_height() - top, right - left, top - bottom)
                    found.append((number, tuple(round(size / POINTS_PER_MM, 1) for size in sizes)))
    return found


class Describe_the_emblem:
    def it_hangs_from_the_top_of_the_first_page_alone(self, built):
        has_emblem, folder = built
        for pdf in sorted(folder.glob("*.pdf")):
            places = blue_places(pdf)
            if not has_emblem:
                assert places == []
                continue
            [(page, (left, top, width, height))] = places
            assert page == 1
            assert (left, width, height) == pytest.approx((98.5, 13.0, 37.0), abs=0.3)
            assert top == pytest.approx(0.0, abs=0.3)

    def it_is_beside_the_wordmark_and_above_the_text(self, built):
        _, folder = built
        with pypdfium2.PdfDocument(folder / "nota.pdf") as document:
            page = document[0].get_textpage()
            text = page.get_text_range()
            left, *_ = page.get_charbox(text.index("Ministerie van Defensie"))
            aan = page.get_charbox(text.index("Aan"))
        assert left / POINTS_PER_MM == pytest.approx(113.5, abs=0.5)
        assert (297 - aan[3] / POINTS_PER_MM) == pytest.approx(43.1, abs=0.3)

    def it_leaves_documents_accessible(self, built, verapdf: Judge):
        _, folder = built
        failed = verapdf(sorted(folder.glob("*.pdf")))
        assert {path.name: rules for path, rules in failed.items() if rules} == {}

    def it_leaves_documents_valid(self, built):
        has_emblem, folder = built
        for file in sorted(folder.glob("*.docx")):
            assert [str(each) for each in OpenXmlValidator().validate(str(file)).errors] == []
            assert lint(file.read_bytes()) == []
            with zipfile.ZipFile(file) as archive:
                pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
                header = archive.read("word/header1.xml").decode()
            assert len(pictures) == has_emblem
            assert ('descr="Embleem van het ministerie"' in header) == has_emblem
            assert ("framePr" in header) == has_emblem

    def it_is_in_the_templates_of_letters_nota_and_report(self, project):
        for kind in KINDS:
            template = open_template(project / "templates" / f"{kind}.docx")
            assert "embleem" in {control.tag for control in template.controls}
