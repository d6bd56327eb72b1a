# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What `jvom seal` makes, as a user meets it."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from jvom.cli.app import run
from jvom.sealing.manifest import (
    SOURCES,
)
from jvom.word.texts import document_texts
from tests.cli.submissions import FOUR, LISTED, SEALED, manifest, members
from tests.cli.workspaces import LESSER, change


class Describe_seal:
    def it_puts_everything_in_one_file(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["seal", "2025", *LESSER]) == 0
        documents = [f"{name}.docx" for name in FOUR]
        assert {name for name in members(workspace / SEALED) if not name.startswith(SOURCES)} == {
            *("manifest.json", "controle.html", "controle.json", "controlelijst.docx"),
            *documents,
            *(f"openbaar/{name}" for name in (*documents, *LISTED)),
        }
        said = capsys.readouterr().out
        assert f"Verzegeld: {SEALED}" in said
        assert f"Zegel: {manifest(workspace / SEALED).seal}" in said

    def it_leaves_out_the_public_version_of_what_is_classified(self, workspace: Path) -> None:
        data = workspace / "content/2025/dossier.yml"
        change(data, "nota:\n", "nota:\n  classification: Stg. Geheim\n")
        assert run(["seal", "2025", *LESSER]) == 0
        made = members(workspace / SEALED)
        assert "openbaar/rapport.docx" in made
        assert "nota.docx" in made
        assert "openbaar/nota.docx" not in made
        assert "want gerubriceerd: nota (Stg." in " ".join(document_texts(made["controlelijst.docx"]))
        assert run(["verify", str(workspace / SEALED), "--content", "content"]) == 0

    def it_may_have_no_public_version_at_all(self, workspace: Path) -> None:
        data = workspace / "content/2025/dossier.yml"
        change(data, "year: 2025", "classification: Departementaal vertrouwelijk\nyear: 2025")
        assert run(["seal", "2025", *LESSER]) == 0
        assert not any(name.startswith("openbaar/") for name in members(workspace / SEALED))

    def it_lists_its_inputs_and_versions_in_its_manifest(self, workspace: Path) -> None:
        run(["seal", *LESSER])
        made = manifest(workspace / SEALED)
        for each in made.inputs:
            data = (workspace / each.name).read_bytes()
            assert (each.size, each.sha256) == (len(data), sha256(data).hexdigest())
        names = {each.name for each in made.inputs}
        assert {"content/2025/dossier.yml", "content/2025/rapport/unifil.md", "content/missions.yml"} <= names
        assert {f"templates/{name}.docx" for name in ("brief", "nota", "rapport", "controlelijst")} <= names
        assert (made.year, made.as_of.isoformat(), made.repository) == (2025, "2026-05-20", None)
        assert set(made.versions) == {"jvom", "Python", "zlib"}
        assert (made.layout.pages, made.layout.pdf) == ("estimate", False)

    def it_lists_warnings(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (workspace / "content/jvom.yml").write_text("severity: {PLH001: warning}\n", encoding="utf-8")
        with (workspace / "content/2025/nota.md").open("a", encoding="utf-8") as file:
            file.write("\nDe missie eindigt op d.d. XX.\n")
        assert run(["seal", *LESSER]) == 0
        report = json.loads(members(workspace / SEALED)["controle.json"])
        error = capsys.readouterr().err
        assert report["counts"]["warning"] == error.count("content/2025/") > 0
        assert all(each["path"].startswith("content/") for each in report["findings"])

    def it_says_when_it_is_limited(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        run(["seal", *LESSER])
        error = capsys.readouterr().err
        assert "Dit is een beperkt zegel: de paginanummers zijn niet exact." in error
        assert "Dit is een beperkt zegel: er zijn geen PDF's bij." in error
        assert "De teksten staan niet in git: het zegel noemt geen commit." in error

    def it_reports_to_a_program_in_json(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        run(["seal", *LESSER, "--json"])
        said = json.loads(capsys.readouterr().out)
        assert said["sha256"] == sha256((workspace / SEALED).read_bytes()).hexdigest()
        assert said["manifest"]["seal"] == manifest(workspace / SEALED).seal
