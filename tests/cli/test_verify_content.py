# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A submission made again of the texts in a folder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from jvom.cli import submission as submission_module
from jvom.cli.app import run
from jvom.layout.surroundings import Surroundings
from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import (
    CHECKLIST,
    encode,
)
from jvom.sealing.manifest import sealed as sealed_manifest
from jvom.sealing.printed_seal import print_seal, without_seal
from jvom.sealing.verification import open_submission
from tests.cli.submissions import SEALED, manifest
from tests.cli.workspaces import LESSER, change, finish, start


class Describe_verify_with_content:
    @pytest.fixture
    def sealed(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> Path:
        assert run(["seal", *LESSER]) == 0
        capsys.readouterr()
        return workspace / SEALED

    def it_says_that_the_folder_of_the_content_is_not_there(
        self, sealed: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["verify", SEALED, "--content", "teksten"]) == 2
        assert capsys.readouterr().err == (
            "teksten: deze map bestaat niet; wijs met --content de map met de teksten aan\n"
        )

    def it_rebuilds_the_same_bytes(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["verify", SEALED, "--content", "content"]) == 0
        assert "Opnieuw gemaakt uit content: dezelfde bytes" in capsys.readouterr().out

    def it_rebuilds_without_the_cache(self, sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Results that the seal itself cached would prove nothing."""
        used: list[object] = []
        make = submission_module._documents

        def documents(*given: Any) -> Any:
            used.extend(each.cache for each in given if isinstance(each, Surroundings))
            return make(*given)

        monkeypatch.setattr(submission_module, "_documents", documents)
        assert run(["verify", SEALED, "--content", "content"]) == 0
        assert used == [None]

    def it_rebuilds_them_elsewhere_and_in_another_language(
        self, sealed: Path, workspace: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        elsewhere = tmp_path_factory.mktemp("elders")
        shutil.copytree(workspace / "content", elsewhere / "teksten")
        places = ["--content", str(elsewhere / "teksten"), "--templates", str(workspace / "templates")]
        command = ["--lang", "en", "verify", str(sealed), *places]
        process = start(elsewhere, *command, TZ="Asia/Tokyo", LC_ALL="C")
        status, _, error = finish(process)
        assert status == 0, error

    def it_rebuilds_them_as_of_the_same_day_and_with_the_same_date(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
        assert run(["seal", *LESSER, "--as-of", "2026-05-01"]) == 0
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
        made = manifest(workspace / SEALED)
        assert (made.source_date_epoch, made.as_of.isoformat()) == (1000000000, "2026-05-01")
        assert run(["verify", SEALED, "--content", "content"]) == 0

    def it_says_which_input_changed(
        self, sealed: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")
        (workspace / "content/abbreviations.yml").unlink()
        assert run(["verify", SEALED, "--content", "content"]) == 1
        lines = capsys.readouterr().err.splitlines()
        assert [line.partition("; ")[0] for line in lines] == [
            "content/2025/brief.md: dit bestand is veranderd na het verzegelen",
            "content/abbreviations.yml: dit bestand ontbreekt",
        ]

    def it_says_which_version_differs(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        files[CHECKLIST] = without_seal(files[CHECKLIST], made.seal)
        older = sealed_manifest(replace(made, versions={**made.versions, "jvom": "0.0.1"}))
        files[CHECKLIST] = print_seal(files[CHECKLIST], older.seal)
        sealed.write_bytes(bundle(encode(older), files))
        assert run(["verify", SEALED]) == 0
        assert run(["verify", SEALED, "--content", "content"]) == 1
        assert "het manifest is anders" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("name", "text"),
        [("jvom.yml", "ignore: []\n"), ("2025/jvom.yml", "x: [\n"), ("names.yml", "names: []\n")],
    )
    def it_names_an_input_that_was_added(
        self, sealed: Path, workspace: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
    ) -> None:
        (workspace / "content" / name).write_text(text, encoding="utf-8")
        assert run(["verify", SEALED, "--content", "content"]) == 1
        said = f"content/{name}: dit bestand is er bijgekomen na het verzegelen"
        assert said in capsys.readouterr().err

    @pytest.mark.parametrize(
        "name", ["content/../../../../etc/passwd", "content//etc/hostname", "/etc/passwd", "elders/x"]
    )
    def it_never_reads_outside_the_content(
        self, sealed: Path, capsys: pytest.CaptureFixture[str], name: str
    ) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        first = replace(made.inputs[0], name=name)
        sealed.write_bytes(bundle(encode(sealed_manifest(replace(made, inputs=(first,)))), files))
        assert run(["verify", SEALED, "--content", "content"]) == 2
        assert "«manifest.json» ontbreekt of klopt niet" in capsys.readouterr().err
