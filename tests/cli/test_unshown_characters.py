# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A character that no font has: the PDF with it claims nothing, and is not sealed."""

from __future__ import annotations

from pathlib import Path

from jvom.cli.unshown_characters import unshown_problems
from jvom.layout.pdf_ua import claims_pdf_ua
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
        problems = unshown_problems(
            basis(), {"nota": ("\u0178",), "openbaar/nota": ("\u0178",), "rapport": ("V",)}
        )
        assert str(problems[0].span) == "nota.pdf"
        assert all(".md:" in str(problem.span) or ".yml:" in str(problem.span) for problem in problems[1:])
        assert len(problems) == 6
