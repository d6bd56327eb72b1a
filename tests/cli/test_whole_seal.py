# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A seal with PDFs and exact page numbers, by LibreOffice."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest
from msgspec import UNSET

from jvom.cli.app import run
from jvom.ooxml.archive import pack
from jvom.sealing.printed_seal import grouped
from tests.cli.submissions import FOUR, SEALED, manifest, members


class Describe_a_whole_seal:
    def it_has_pdfs_and_exact_pages_and_can_be_rebuilt(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], soffice: Path
    ) -> None:
        assert run(["seal"]) == 0
        made = manifest(workspace / SEALED)
        assert (made.layout.pages, made.layout.program, made.layout.pdf) == ("exact", "LibreOffice", True)
        assert made.layout.fonts
        names = {each.name for each in made.outputs}
        assert {f"{folder}{name}.pdf" for folder in ("", "openbaar/") for name in FOUR} <= names
        assert "openbaar/inventarislijst.pdf" in names
        assert made.checklist_pdf is not UNSET
        assert run(["verify", SEALED, "--content", "content"]) == 0
        assert "dezelfde bytes" in capsys.readouterr().out

    def it_has_its_seal_in_a_template_of_before_on_two_lines(
        self, workspace: Path, soffice: Path, pdftotext: Path
    ) -> None:
        template = workspace / "templates/controlelijst.docx"
        with zipfile.ZipFile(template) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        style = b'<w:pStyle w:val="Zegel"/>'
        assert parts["word/document.xml"].count(style) == 1
        parts["word/document.xml"] = parts["word/document.xml"].replace(style, b'<w:pStyle w:val="Veld"/>')
        template.write_bytes(pack((name, [data]) for name, data in parts.items()))
        assert run(["seal"]) == 0
        (workspace / "lijst.pdf").write_bytes(members(workspace / SEALED)["controlelijst.pdf"])
        command = [str(pdftotext), "-layout", "lijst.pdf", "-"]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert grouped(manifest(workspace / SEALED).seal) not in said
        assert grouped(manifest(workspace / SEALED).seal) in " ".join(said.split())
        assert run(["verify", SEALED]) == 0

    def it_is_not_made_when_its_seal_is_shown_in_other_letters(
        self, workspace: Path, soffice: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        template = workspace / "templates/controlelijst.docx"
        with zipfile.ZipFile(template) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        before, name, after = parts["word/styles.xml"].partition(b'w:styleId="Zegel"')
        capitals = after.replace(b"</w:style>", b"<w:rPr><w:caps/></w:rPr></w:style>", 1)
        parts["word/styles.xml"] = before + name + capitals
        template.write_bytes(pack((name, [data]) for name, data in parts.items()))
        assert run(["seal"]) == 2
        said = capsys.readouterr().err
        assert "controlelijst.pdf: in de PDF van de controlelijst is het zegel niet terug te vinden" in said
        assert not (workspace / SEALED).exists()
