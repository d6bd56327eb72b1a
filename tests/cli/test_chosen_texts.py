# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A check of some texts of a dossier: the whole dossier is read, and findings elsewhere are left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.workspaces import change

SLIP = "\nDe missie is te samen met partners ten allen tijde actief.\n"
SOME = ("--select", "LNG001,PLH001", "--as-of", "2026-04-24", "--output-format", "concise")


@pytest.fixture
def content(workspace: Path) -> Path:
    """Return a dossier with mistakes in two sections and the nota; DOPS owns one, and co-owns another."""
    folder = workspace / "content" / "2025"
    for name in ("rapport/unifil", "rapport/untso", "nota"):
        path = folder / f"{name}.md"
        path.write_text(path.read_text(encoding="utf-8") + SLIP, encoding="utf-8")
    change(folder / "rapport" / "unifil.md", "owner: DGB", "owner: [DGB, DOPS]")
    change(folder / "rapport" / "untso.md", "owner: DGB", "owner: DOPS")
    return workspace / "content"


def reported_in(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> list[str]:
    """Return the files in which something was found, or else the errors."""
    assert run(["check", *words, *SOME]) == status
    out, error = capsys.readouterr()
    lines = [line for line in (out if status != 2 else error).splitlines() if ": " in line or ":" in line]
    return lines if status == 2 else sorted({line.partition(":")[0] for line in lines})


class Describe_a_check_of_some_texts:
    @pytest.mark.parametrize(
        ("words", "files"),
        [
            (["2025"], ["nota.md", "rapport/unifil.md", "rapport/untso.md"]),
            (["2025", "rapport/unifil.md"], ["rapport/unifil.md"]),
            (["2025", "unifil", "nota"], ["nota.md", "rapport/unifil.md"]),
            (["content/2025/rapport/unifil.md"], ["rapport/unifil.md"]),
            (["content/2025", "content/2025/nota.md"], ["nota.md"]),
            (
                ["content/2025/rapport/unifil.md", "rapport/untso.md"],
                ["rapport/unifil.md", "rapport/untso.md"],
            ),
            (["--owner", "DOPS"], ["rapport/unifil.md", "rapport/untso.md"]),
            (["2025", "--owner", "DGB"], ["nota.md", "rapport/unifil.md"]),
            (["2025", "unifil", "untso", "--owner", "DGB"], ["rapport/unifil.md"]),
            (["2025", "dossier.yml"], []),
        ],
    )
    def it_reports_only_those(self, content, capsys, words, files):
        assert reported_in(capsys, *words) == [f"content/2025/{name}" for name in files]

    @pytest.mark.parametrize("folder", [".", "2025", "2025/rapport"])
    def it_finds_the_dossier_from_within(self, content, capsys, monkeypatch, folder):
        monkeypatch.chdir(content / folder)
        path = {".": "2025/nota.md", "2025": "nota.md", "2025/rapport": "../nota.md"}[folder]

        (found,) = reported_in(capsys, path)

        assert Path(found).resolve() == content / "2025" / "nota.md"

    def it_reads_the_dossier_whole(self, content, capsys):
        """Mistakes in a text that depend on another text are found too."""
        assert run(["check", "2025", "untso", "--select", "ABR", "--output-format", "json"]) == 0
        alone = json.loads(capsys.readouterr().out)["findings"]
        assert run(["check", "2025", "--select", "ABR", "--output-format", "json"]) == 0
        whole = json.loads(capsys.readouterr().out)["findings"]

        assert alone == [each for each in whole if each["path"].endswith("untso.md")]

    def it_fails_on_these_texts_alone(self, content, capsys):
        path = content / "2025" / "nota.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nHet bedrag is XX.\n", encoding="utf-8")

        assert reported_in(capsys, "2025", "unifil") == ["content/2025/rapport/unifil.md"]
        assert reported_in(capsys, "2025", "nota", status=1) == ["content/2025/nota.md"]

    def it_fixes_only_these_texts(self, content, capsys):
        before = (content / "2025" / "nota.md").read_bytes()

        run(["check", "2025", "unifil", "--fix", *SOME])

        assert "te samen" not in (content / "2025" / "rapport" / "unifil.md").read_text(encoding="utf-8")
        assert (content / "2025" / "nota.md").read_bytes() == before

    @pytest.mark.parametrize(
        ("words", "lines"),
        [
            (
                ["2025", "unifill", "rapport/onbekend.md"],
                [
                    (
                        "rapport/onbekend.md: dossier 2025 heeft geen tekst «rapport/onbekend.md»; "
                        "bedoelde u «rapport/inzet.md»?"
                    ),
                    "unifill: dossier 2025 heeft geen tekst «unifill»; bedoelde u «unifil»?",
                ],
            ),
            (
                ["2025", "--owner", "DOSP"],
                ["--owner: «DOSP» levert in dit dossier geen tekst; bedoelde u «DOPS»?"],
            ),
            (
                ["2025", "nota", "--owner", "DOPS"],
                ["--owner: deze teksten levert DOPS niet; noem de teksten, of de eigenaar"],
            ),
            (
                ["content/2025/nota.md", "content/2026/nota.md"],
                [
                    (
                        "content/2026/nota.md: deze tekst is van een ander dossier dan 2025; "
                        "lees elk dossier met een eigen commando"
                    )
                ],
            ),
            (
                ["2025", "2026"],
                [
                    (
                        "2025 2026: dit is meer dan één dossier; noem een dossier, zoals 2025; "
                        "losse bestanden leest «jvom check --text»"
                    )
                ],
            ),
            (
                ["los.md"],
                [
                    (
                        "los.md: dit is geen dossier; noem een dossier, zoals 2025; "
                        "losse bestanden leest «jvom check --text»"
                    )
                ],
            ),
            (
                ["--text", "los.md", "--owner", "DGB"],
                [
                    (
                        "--owner: teksten buiten een dossier hebben geen eigenaar; "
                        "laat --owner weg, of noem een dossier"
                    )
                ],
            ),
        ],
    )
    def but_it_refuses_what_is_no_text_of_the_dossier(self, content, capsys, words, lines):
        (content / "2026").mkdir()
        (content / "2026" / "dossier.yml").write_text("", encoding="utf-8")
        (content.parent / "los.md").write_text("Tekst.\n", encoding="utf-8")

        assert reported_in(capsys, *words, status=2) == lines
