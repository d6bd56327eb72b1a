# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What keeps a PDF from being accessible is told, and such a PDF is not sealed."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from jvom.cli.app import run
from jvom.cli.inaccessible_pdfs import inaccessible
from jvom.layout import pdf
from jvom.layout.pdf_ua import claims_pdf_ua
from jvom.layout.result import Obstacles
from tests.cli.workspaces import change, finish, make_workspace, start
from tests.contents import basis

NONE_HAS_IT = "\U0010fffd"  # a private character, the last there is


class Describe_a_character_that_no_font_has:
    def it_is_named_by_a_build_and_refused_by_a_seal(self, tmp_path: Path, soffice: Path) -> None:
        folder = make_workspace(tmp_path)
        change(folder / "content/2025/nota.md", "De rapportage volgt", f"De rapportage {NONE_HAS_IT} volgt")
        program = ("--soffice", str(soffice))

        status, _, said = finish(
            start(folder, "build", "--no-check", "--pdf", "--only", "nota,brief-eerste-kamer", *program)
        )

        assert status == 0
        [line] = [line for line in said.splitlines() if "lettertype" in line]
        assert line.startswith("content/2025/nota.md:")
        made = folder / "build/2025"
        assert not claims_pdf_ua((made / "nota.pdf").read_bytes())
        assert claims_pdf_ua((made / "brief-eerste-kamer.pdf").read_bytes())

        again, _, said_again = finish(
            start(folder, "build", "--no-check", "--pdf", "--only", "nota,brief-eerste-kamer", *program)
        )
        assert (again, said_again.count("geen lettertype")) == (0, 1)  # also when the PDF was laid out before

        status, _, said = finish(start(folder, "seal", *program))
        assert status == 2
        assert "geen lettertype heeft het teken" in said
        assert not list(made.glob("*.zip"))

    def it_is_told_at_each_place(self) -> None:
        characters = {"nota": "\u0178", "openbaar/nota": "\u0178", "rapport": "V"}
        problems = inaccessible(basis(), {name: Obstacles((each,)) for name, each in characters.items()})
        assert str(problems[0].span) == "nota.pdf"
        assert all(".md:" in str(problem.span) or ".yml:" in str(problem.span) for problem in problems[1:])
        assert len(problems) == 6


class Describe_a_link_outside_the_structure:
    def it_is_named_by_a_build_and_refused_by_a_seal(
        self,
        tmp_path: Path,
        soffice: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Of a PDF as LibreOffice made it, one link is taken out of the structure."""
        monkeypatch.chdir(make_workspace(tmp_path))
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        change(Path("content/2025/brief.md"), "Hierbij", "Zie <https://www.defensie.nl>. Hierbij")
        finish_pdf = pdf.finish
        monkeypatch.setattr(
            pdf, "finish", lambda made, properties: finish_pdf(without_link(made), properties)
        )
        place = "content/2025/brief.md:6:"

        status = run(
            ["build", "--no-check", "--pdf", "--only", "brief-eerste-kamer", "--soffice", str(soffice)]
        )
        said = capsys.readouterr().err
        assert status == 0
        assert [line for line in said.splitlines() if place in line and "buiten de structuur" in line], said
        assert not claims_pdf_ua(Path("build/2025/brief-eerste-kamer.pdf").read_bytes())

        status = run(["seal", "--soffice", str(soffice)])
        said = capsys.readouterr().err
        assert status == 2
        assert "«https://www.defensie.nl/» in brief-eerste-kamer.pdf" in said
        assert not list(Path("build").rglob("*.zip"))


class Describe_a_pdf_of_which_nothing_is_known:
    def it_is_told_too(self) -> None:
        [problem] = inaccessible(basis(), {"openbaar/nota": Obstacles()})
        assert (str(problem.span), "toegankelijk" in str(problem.what)) == ("openbaar/nota.pdf", True)


def without_link(made: pikepdf.Pdf) -> pikepdf.Pdf:
    """Return the PDF with its links to the web out of the structure."""
    for page in made.pages:
        for link in page.get("/Annots", ()):
            if "/A" in link and "/StructParent" in link:
                del link.StructParent
    return made
