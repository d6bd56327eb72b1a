# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Several dossiers of one year: each built, checked and sealed by its id or its folder."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.workspaces import LESSER, change, make_workspace


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with content and templates: dossier 2025 and its sister 2025-althea."""
    make_workspace(tmp_path)
    shutil.copytree(tmp_path / "content/2025", tmp_path / "content/2025-althea")
    data = tmp_path / "content/2025-althea/dossier.yml"
    data.write_text(re.sub(r"(reference: \S+)", r"\1A", data.read_text()))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*arguments: str) -> int:
    return run(["build", *arguments, "--pages", "estimate"])


class Describe_a_sister:
    @pytest.mark.parametrize(
        "typed", ["2025-althea", "content/2025-althea", "content/2025-althea/", "./content/2025-althea"]
    )
    def it_is_built_by_its_id_or_its_folder(self, workspace, typed):
        assert build(typed, "--only", "nota") == 0
        assert [path.as_posix() for path in Path("build").rglob("*.docx")] == ["build/2025-althea/nota.docx"]

    def it_is_built_where_the_user_is(self, workspace, monkeypatch):
        monkeypatch.chdir(workspace / "content/2025-althea")

        assert build(".", "--only", "nota", "--templates", "../../templates", "--out", "../uit") == 0
        assert (workspace / "content/uit/nota.docx").exists()

    def it_is_not_looked_for_in_two_places(self, workspace, capsys):
        shutil.copytree("content", "elders")

        assert build("content/2025-althea", "--content", "elders") == 2
        assert capsys.readouterr().err == (
            "content/2025-althea: dit dossier staat niet in elders; "
            "laat --content weg, of noem alleen het dossier\n"
        )
        assert build("elders/2025-althea", "--content", "elders/", "--only", "nota") == 0

    def it_is_checked_alone(self, workspace, capsys):
        path = workspace / "content/2025-althea/rapport/slotbeschouwing.md"
        path.write_text(path.read_text() + "\nDe missie eindigt op d.d. XX.\n")

        assert run(["check", "2025", "--select", "PLH001"]) == 0
        assert run(["check", "content/2025-althea", "--select", "PLH001"]) == 1
        assert "content/2025-althea/rapport/slotbeschouwing.md:" in capsys.readouterr().out

    def it_is_named_for_a_program(self, workspace, capsys):
        build("2025-althea", "--only", "nota", "--json")

        told = json.loads(capsys.readouterr().out)
        assert (told["dossier"], told["year"]) == ("2025-althea", 2025)

    def it_is_sealed_and_made_again(self, workspace, capsys):
        assert run(["seal", "2025-althea", *LESSER]) == 0
        path = workspace / "build/2025-althea/indiening-2025-althea.zip"
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read("manifest.json"))
        assert (manifest["year"], manifest["dossier"]) == (2025, "2025-althea")
        assert "content/2025-althea/nota.md" in [each["name"] for each in manifest["inputs"]]

        assert run(["verify", path.as_posix(), "--content", "content"]) == 0

        change(workspace / "content/2025-althea/dossier.yml", "short: ", "short: X")
        assert run(["verify", path.as_posix(), "--content", "content"]) == 1

    def it_is_not_in_the_manifest_of_the_only_dossier_of_a_year(self, workspace, capsys):
        assert run(["seal", "2025", *LESSER]) == 0
        with zipfile.ZipFile(workspace / "build/2025/indiening-2025.zip") as archive:
            assert "dossier" not in json.loads(archive.read("manifest.json"))


class Describe_no_dossier_asked_for:
    def it_names_the_one_that_was_taken(self, workspace, capsys):
        assert build("--only", "nota") == 0
        assert "Dit is dossier 2025; van dat jaar is er ook 2025-althea." in capsys.readouterr().err
        assert build("2025", "--only", "nota") == 0
        assert "althea" not in capsys.readouterr().err

    def it_asks_which_sister_is_meant(self, workspace, capsys):
        (workspace / "content/2025").rename(workspace / "content/2025-oostflank")

        assert build() == 2
        assert capsys.readouterr().err == (
            "content: van 2025 zijn hier meer dossiers; noem er een: 2025-althea, 2025-oostflank\n"
        )
