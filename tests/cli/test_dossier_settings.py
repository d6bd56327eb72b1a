# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier of another shape beside the usual one: checked, built and sealed by its own settings."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.workspaces import LESSER, change, make_workspace
from tests.contents import SISTERS


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with templates and content: dossier 2025 and 2025-althea, of another shape."""
    make_workspace(tmp_path)
    shutil.copytree(SISTERS, tmp_path / "content", dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], id: str) -> list[str]:
    """Return code and place of each finding of `jvom check`."""
    run(["check", id, "--output-format", "json", "--as-of", "2026-04-24"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [f"{each['code']} {each['path']}" for each in findings]


@pytest.mark.usefixtures("workspace")
class Describe_a_dossier_of_another_shape:
    @pytest.mark.parametrize("id", ["2025", "2025-althea"])
    def it_is_checked_by_its_own_settings(self, capsys, id):
        assert checked(capsys, id) == []

    def it_is_built(self):
        assert run(["build", "2025-althea", "--pages", "estimate"]) == 0
        assert sorted(path.name for path in Path("build/2025-althea").iterdir()) == [
            "brief-tweede-kamer.docx",
            "nota.docx",
            "rapport.docx",
        ]

    def it_is_not_built_by_those_of_the_house(self, capsys):
        Path("content/2025-althea/jvom.yml").unlink()

        assert run(["build", "2025-althea", "--pages", "estimate"]) == 1
        assert "STR005" in capsys.readouterr().err

    def it_reports_problems_of_its_settings_with_those_of_its_texts(self, capsys):
        change(Path("content/2025-althea/jvom.yml"), "tweede dinsdag", "tweede feestdag")
        Path("content/2025-althea/brief.md").unlink()

        assert run(["build", "2025-althea", "--pages", "estimate"]) == 2
        error = capsys.readouterr().err
        assert "content/2025-althea/jvom.yml:4:24: «feestdag» kan hier niet staan" in error
        assert "content/2025-althea/brief.md: dit bestand ontbreekt" in error


@pytest.mark.usefixtures("workspace")
class Describe_a_sister_that_cannot_be_read:
    def it_is_a_note_in_the_check_of_the_other(self, capsys):
        Path("content/2025-althea/dossier.yml").write_text("year: [\n")

        assert checked(capsys, "2025") == ["LET017 content/2025-althea/dossier.yml"]
        assert run(["check", "2025"]) == 0

    def it_does_not_prevent_a_build_of_the_other(self):
        Path("content/2025-althea/jvom.yml").write_text("onzin: ja\n")

        assert run(["build", "2025", "--pages", "estimate", "--only", "nota"]) == 0


class Describe_a_seal_beside_a_sister:
    def it_is_the_same_anywhere_and_lists_the_inputs_of_its_check(self, workspace, monkeypatch):
        # A warning about the sister: other days, under the same calendar.
        text = (workspace / "content/2025-althea/jvom.yml").read_text(encoding="utf-8")
        (workspace / "content/2025-althea/jvom.yml").write_text(f"report:{text.partition('report:')[2]}")
        assert run(["seal", "2025", *LESSER]) == 0
        (workspace / "elders").mkdir()
        monkeypatch.chdir(workspace / "elders")
        elsewhere = ["--content", "../content", "--templates", "../templates"]
        assert run(["seal", "2025", *LESSER, *elsewhere]) == 0

        first, second = (workspace / below / "build/2025/indiening-2025.zip" for below in (".", "elders"))
        assert first.read_bytes() == second.read_bytes()
        with zipfile.ZipFile(first) as sealed:
            manifest = json.loads(sealed.read("manifest.json"))
            report = json.loads(sealed.read("controle.json"))
        assert {"content/2025-althea/dossier.yml", "content/2025-althea/jvom.yml"} < {
            each["name"] for each in manifest["inputs"]
        }
        assert "LET013" in {each["code"] for each in report["findings"]}
        assert run(["verify", str(first), *elsewhere]) == 0

    def it_cannot_be_rebuilt_after_a_change_in_those_inputs(self, workspace, capsys):
        assert run(["seal", "2025", *LESSER]) == 0
        change(workspace / "content/2025-althea/dossier.yml", "A.B. de Vries", "A.B. de Vriesz")

        assert run(["verify", "build/2025/indiening-2025.zip", "--content", "content"]) == 1
        assert "content/2025-althea/dossier.yml" in capsys.readouterr().err
