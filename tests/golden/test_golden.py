# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of built documents, character by character. `pytest tests/golden --renew` rewrites them: look at
the pages, and at the difference, before you commit.
"""

from __future__ import annotations

import shutil
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from jvom.documents.dossier import documents
from jvom.layout.estimate import estimate
from jvom.resolving.integrity import problems
from jvom.word.package import build
from jvom.word.template import open_template
from tests.contents import read_dossier

HERE = Path(__file__).parent
BASE = HERE.parent / "dossiers" / "basis"
FOUR = ("brief-eerste-kamer", "brief-tweede-kamer", "nota", "rapport")

# These come from the template unchanged; templates/ has its own tests.
FROM_TEMPLATE = ("styles.xml", "theme1.xml", "fontTable.xml", "webSettings.xml")


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = (b"\x00" + b"\xff" * ((width + 7) // 8)) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


def every_form(folder: Path) -> Path:
    """Return the base dossier with a section that has every form of text, and an upright appendix."""
    content = folder / "content"
    shutil.copytree(BASE, content)
    report = content / "2025" / "rapport"
    shutil.copy(HERE / "vormen.md", report)
    shutil.copy(HERE / "vrije-bijlage.md", report)
    (report / "vierkant.png").write_bytes(png(72, 72))
    path = content / "2025" / "dossier.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("    - id: slotbeschouwing\n", "    - id: vormen\n    - id: slotbeschouwing\n")
    text = text.replace("orientation: liggend}\n", "orientation: liggend}\n    - id: vrije-bijlage\n")
    path.write_text(text, encoding="utf-8")
    return content


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, project: Path) -> dict[str, bytes]:
    dossier = read_dossier(every_form(tmp_path_factory.mktemp("golden")), 2025)
    assert problems(dossier) == ()
    made = {}
    for document in documents(dossier):
        template = open_template(project / "templates" / f"{document.template}.docx")
        made[document.file] = build(document, template, estimate(document, template).pages)
    return made


def canonical(part: str, data: bytes) -> str:
    """Return a part as canonical XML (C14N), with each element on a line so that differences are readable."""
    if not part.endswith((".xml", ".rels")):
        return f"{len(data)} bytes, CRC-32 {zlib.crc32(data):08x}\n"
    root = etree.fromstring(data)
    etree.indent(root, space=" ")
    written = BytesIO()
    root.getroottree().write_c14n(written)
    return written.getvalue().decode() + "\n"


def parts(document: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(document)) as package:
        return {
            name: canonical(name, package.read(name))
            for name in package.namelist()
            if not name.endswith(FROM_TEMPLATE)
        }


@pytest.mark.parametrize("name", FOUR)
class Describe_a_built_document:
    def it_is_the_golden_one(
        self, name: str, built: dict[str, bytes], request: pytest.FixtureRequest
    ) -> None:
        folder = HERE / name
        made = parts(built[name])
        if request.config.getoption("--renew"):
            shutil.rmtree(folder, ignore_errors=True)
            for part, text in made.items():
                path = folder / part.replace("[", "").replace("]", "")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        golden = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in folder.rglob("*")
            if path.is_file()
        }
        assert {part.replace("[", "").replace("]", ""): text for part, text in made.items()} == golden
