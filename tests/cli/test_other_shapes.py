# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers that lack a document: read, checked, built, made public, sealed and verified all the same."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.workspaces import LESSER, make_workspace

LETTERS = ["brief-eerste-kamer.docx", "brief-tweede-kamer.docx"]
LACKS: list[tuple[tuple[str, ...], list[str]]] = [
    (("nota",), [*LETTERS, "rapport.docx"]),
    (("report",), [*LETTERS, "nota.docx"]),
]
LACKS += [(("nota", "report"), LETTERS)]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with a small dossier and the templates."""
    make_workspace(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def take_out(workspace: Path, *keys: str) -> None:
    """Take keys of dossier.yml out, with what belongs to them: texts, templates, mandates."""
    path = workspace / "content/2025/dossier.yml"
    for key in keys:
        data, count = re.subn(rf"(?m)^{key}:\n(?:[ #].*\n|\n)+", "", path.read_text())
        assert count == 1
        path.write_text(data)
    if "nota" in keys:
        (workspace / "content/2025/nota.md").unlink()
        (workspace / "templates/nota.docx").unlink()
    if "report" in keys:
        shutil.rmtree(workspace / "content/2025/rapport")
        (workspace / "content/2025/mandates.yml").unlink()
        (workspace / "templates/rapport.docx").unlink()


@pytest.mark.parametrize(("lacks", "made"), LACKS)
class Describe_a_dossier_without:
    def it_is_built_with_its_public_version(self, workspace, lacks, made):
        take_out(workspace, *lacks)

        assert run(["build", "--pages", "estimate", "--public"]) == 0
        assert sorted(path.name for path in Path("build/2025").glob("*.docx")) == made
        public = sorted(path.name for path in Path("build/2025/openbaar").glob("*.docx"))
        assert public == sorted([*made, "inventarislijst.docx"])

    def it_is_read_without_problems(self, workspace, lacks, made, capsys):
        take_out(workspace, *lacks)

        assert run(["check", "--as-of", "2026-05-20"]) == 0
        assert capsys.readouterr().out == "Alles in orde.\n"

    def it_is_read_back_as_it_was_built(self, workspace, lacks, made, capsys):
        take_out(workspace, *lacks)
        run(["build", "--pages", "estimate"])
        capsys.readouterr()

        assert run(["check", "--built", "--as-of", "2026-05-20"]) == 0
        assert capsys.readouterr().out == "Alles in orde.\n"

    def it_is_sealed_and_made_again(self, workspace, lacks, made, capsys):
        take_out(workspace, *lacks)

        assert run(["seal", *LESSER]) == 0
        with zipfile.ZipFile("build/2025/indiening-2025.zip") as archive:
            manifest = json.loads(archive.read("manifest.json"))
        names = [each["name"] for each in manifest["outputs"]]
        assert [name for name in names if name.endswith(".docx") and "/" not in name] == sorted(made)
        assert manifest["checklist"]["name"] == "controlelijst.docx"
        assert run(["verify", "build/2025/indiening-2025.zip", "--content", "content"]) == 0

    def it_knows_only_the_documents_it_has(self, workspace, lacks, made, capsys):
        take_out(workspace, *lacks)
        absent = "nota" if "nota" in lacks else "rapport"

        assert run(["build", "--only", absent, "--pages", "estimate"]) == 2
        assert f"het document «{absent}» bestaat niet" in capsys.readouterr().err


class Describe_what_is_left_over:
    @pytest.mark.parametrize(
        ("key", "name", "place"), [("nota", "nota.md", "nota.md"), ("report", "rapport/kfor.md", "rapport")]
    )
    def it_is_an_error_when_dossier_yml_does_not_name_it(self, workspace, capsys, key, name, place):
        take_out(workspace, key)
        path = workspace / "content/2025" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Tekst.\n")

        assert run(["build", "--pages", "estimate"]) == 2
        assert capsys.readouterr().err == (
            f"content/2025/{place}: dossier.yml heeft geen «{key}:», dus maakt jvom hier niets van; "
            "vul die gegevens in dossier.yml in, of haal dit weg\n"
        )

    def it_is_an_error_the_other_way_round(self, workspace, capsys):
        (workspace / "content/2025/nota.md").unlink()

        assert run(["build", "--pages", "estimate"]) == 2
        assert capsys.readouterr().err == (
            "content/2025/nota.md: dit bestand ontbreekt; maak het aan, of haal «nota:» uit dossier.yml\n"
        )

    def it_may_be_the_mandates_of_a_letter(self, workspace, capsys):
        mandates = (workspace / "content/2025/mandates.yml").read_bytes()
        take_out(workspace, "report")
        (workspace / "content/2025/mandates.yml").write_bytes(mandates)

        assert run(["check", "--as-of", "2026-05-20"]) == 0
        assert capsys.readouterr().out == "Alles in orde.\n"


class Describe_a_dossier_with_one_recipient:
    def it_has_one_letter(self, workspace, capsys):
        path = workspace / "content/2025/dossier.yml"
        data, count = re.subn(r"(?m)^    - id: eerste-kamer\n(?:      .*\n)+", "", path.read_text())
        assert count == 1
        path.write_text(data)

        assert run(["check", "--as-of", "2026-05-20"]) == 0
        assert run(["build", "--pages", "estimate"]) == 0
        assert sorted(path.name for path in Path("build/2025").iterdir()) == [
            "brief-tweede-kamer.docx", "nota.docx", "rapport.docx",
        ]  # fmt: skip
