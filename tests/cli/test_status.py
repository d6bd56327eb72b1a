# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom status`` as users run it."""

from __future__ import annotations

import builtins
import io
import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jvom.cli.app import run
from tests.cli.workspaces import change

ON = ("--as-of", "2026-03-24")


@pytest.fixture
def content(workspace: Path) -> Path:
    """Return a dossier with a planning, an outline, a draft of CDS that is late, and a text in review."""
    folder = workspace / "content" / "2025"
    path = folder / "dossier.yml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + "\nplanning:\n  texts: 2026-03-20\n  review: 2026-04-10\n  owners: {DJZ: 2026-03-27}\n",
        encoding="utf-8",
    )
    for name, owner, status in (
        ("unifil", "CDS", "draft"),
        ("untso", "[DGB, DJZ]", "outline"),
        ("inleiding", "DGB", "review"),
    ):
        text = folder / "rapport" / f"{name}.md"
        change(text, "owner: DGB", f"owner: {owner}")
        change(text, "status: final", f"status: {status}")
    return workspace / "content"


def lines(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> list[str]:
    """Return what is printed, the columns of each line with bars between them."""
    assert run(["status", *words, *ON]) == status
    printed = capsys.readouterr().out.splitlines()
    return [" | ".join(filter(None, line.split("  "))) for line in printed]


def value(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert run(["status", *words, *ON, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert run(["status", *words]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    return error.splitlines()


class Describe_status:
    def it_shows_each_text_and_the_totals_of_each_owner(self, content, capsys):
        found = [[cell.strip() for cell in line.split("|")] for line in lines(capsys, "2025")]

        assert found[0] == [
            (
                "Jaarlijkse voortgangsrapportage overige missiebijdragen 2025, "
                "op 24 maart 2026; aanbieding 20 mei 2026"
            )
        ]
        assert found[2][:6] == ["tekst", "eigenaar", "status", "klaar op", "nog", "woorden"]
        by_name = {row[0]: row for row in found}
        assert by_name["2.1.1 UNIFIL (Libanon)"][1:5] == ["CDS", "concept", "20 mrt 2026", "4 dagen te laat"]
        assert [row[1:5] for name, row in by_name.items() if name.startswith("2.1.2")] == [
            ["DGB en DJZ", "schets", "27 mrt 2026", "3 dagen"]
        ]
        assert by_name["1 Inleiding"][1:5] == ["DGB", "nakijken", "10 apr 2026", "17 dagen"]
        assert by_name["CDS"][1:7] == ["1", "0", "1", "0", "0", "1"]
        assert by_name["alle teksten"][1:7] == ["9", "1", "1", "1", "6", "1"]

    def it_shows_those_of_an_owner_or_what_is_late(self, content, capsys):
        assert [each["id"] for each in value(capsys, "--owner", "DJZ,CDS")["texts"]] == ["unifil", "untso"]
        assert [each["id"] for each in value(capsys, "2025", "--late")["texts"]] == ["unifil"]
        assert value(capsys, "--late", "--owner", "DJZ")["texts"] == []
        assert "Geen teksten." in lines(capsys, "--late", "--owner", "DJZ")

    def it_fails_on_what_is_late_when_asked(self, content, capsys):
        lines(capsys, "--fail-on", "late", status=1)
        lines(capsys, "--fail-on", "late", "--owner", "DGB", status=0)
        lines(capsys, "--fail-on", "never", status=0)

    def it_gives_a_program_everything(self, content, capsys):
        change(
            content / "2025" / "rapport" / "unifil.md", "status: draft", "status: draft\ncarried_from: 2024"
        )
        change(content / "2025" / "figures.yml", "value: 11,", "value: null,")

        found = value(capsys, "2025")

        unifil = next(each for each in found["texts"] if each["id"] == "unifil")
        assert (found["dossier"], found["as_of"], found["presentation"]) == (
            "2025",
            "2026-03-24",
            "2026-05-20",
        )
        assert (unifil["due"], unifil["days_left"], unifil["late"]) == ("2026-03-20", -4, True)
        assert (unifil["carried_from"], unifil["number"], unifil["owners"]) == (2024, "2.1.1", ["CDS"])
        assert any("untso_staff" in each["open_figures"] for each in found["texts"])
        assert found["owners"]["CDS"]["late"] == 1
        assert unifil["errors"] >= 1  # it is not final

    def it_compares_with_the_year_before(self, content, capsys):
        shutil.copytree(content / "2025", content / "2024")
        change(content / "2024" / "dossier.yml", "year: 2025", "year: 2024")
        path = content / "2024" / "rapport" / "unifil.md"
        path.write_text("---\ntitle: UNIFIL\n---\n\nVorig jaar vier woorden.\n", encoding="utf-8")
        change(content / "2024" / "dossier.yml", "            - id: untso\n", "")
        (content / "2024" / "rapport" / "untso.md").unlink()

        found = {each["id"]: each["words_last_year"] for each in value(capsys, "2025")["texts"]}

        assert (found["unifil"], found["untso"]) == (4, None)
        assert found["nota"] > 10

    def it_speaks_english(self, content, capsys):
        assert run(["--lang", "en", "status", "2025", *ON]) == 0
        out = capsys.readouterr().out

        assert "on 24 March 2026; presentation 20 May 2026" in out
        assert "20 Mar 2026" in out
        assert "4 days late" in out
        assert "DGB and DJZ" in out

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (
                ["--owner", "DJS"],
                ["--owner: «DJS» levert in dit dossier geen tekst; bedoelde u «DJZ»?"],
            ),
            (
                ["2031", "--as-of", "24-3-2026", "--fail-on", "nooit", "--output-file", "bord.pdf"],
                [
                    "--as-of: «24-3-2026» is geen datum zoals 2026-05-20; schrijf 2026-05-20",
                    "--fail-on: deze optie kent geen «nooit»; kies uit: late, never",
                    (
                        "bord.pdf: deze vorm kent jvom niet; "
                        "laat de naam eindigen op .html (een bord) of .xlsx (een werkblad)"
                    ),
                ],
            ),
            (["2031"], ["content/2031: er is geen dossier 2031; kies uit: 2025"]),
        ],
    )
    def but_it_refuses_what_it_can_not_show(self, content, capsys, words, said):
        assert refused(capsys, *words) == said


class Describe_the_file_of_a_status:
    def it_is_a_board(self, content, capsys):
        lines(capsys, "2025", "--output-file", "bord.html")

        page = Path("bord.html").read_text(encoding="utf-8")
        assert page.startswith("<!doctype html>")
        assert "2.1.1 UNIFIL (Libanon)" in page
        assert "Het internationale mandaat van UNIFIL eindigt" in page

    def it_is_a_workbook(self, content, capsys):
        lines(capsys, "2025", "--output-file", "stand.xlsx", "--owner", "CDS")

        book = openpyxl.load_workbook(io.BytesIO(Path("stand.xlsx").read_bytes()))
        assert book["Teksten"]["B2"].value == "UNIFIL (Libanon)"
        assert book["Teksten"].max_row == 2

    def it_says_what_to_install_for_a_workbook(self, content, capsys, monkeypatch):
        import_ = builtins.__import__

        def without(name: str, *rest: Any) -> Any:
            if name.startswith("openpyxl"):
                raise ImportError(name)
            return import_(name, *rest)

        monkeypatch.setattr(builtins, "__import__", without)

        assert refused(capsys, "--output-file", "stand.xlsx") == [
            (
                "stand.xlsx: openpyxl is niet geïnstalleerd; installeer het met pip install 'jvom[office]', "
                "pipx install --force 'jvom[office]' of uv tool install 'jvom[office]', "
                "of maak een bord (.html), dat altijd kan"
            )
        ]
        assert not Path("stand.xlsx").exists()

    def it_is_left_alone_when_it_can_not_be_written(self, content, capsys):
        Path("bord.html").mkdir()

        (said,) = refused(capsys, "--output-file", "bord.html")

        assert said.startswith("bord.html: ")
