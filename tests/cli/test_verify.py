# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""`jvom verify`, as a user meets it."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from jvom.cli.app import run
from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import (
    FIRST_FORMAT,
    SOURCES,
    Layout,
    digests,
    encode,
)
from jvom.sealing.manifest import sealed as sealed_manifest
from jvom.sealing.verification import open_submission
from tests.cli.submissions import SEALED, manifest
from tests.cli.workspaces import LESSER
from tests.sealing.shorthand import first_format


class Describe_verify:
    @pytest.fixture
    def sealed(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> Path:
        assert run(["seal", *LESSER]) == 0
        capsys.readouterr()
        return workspace / SEALED

    def it_says_that_nothing_changed(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["verify", SEALED]) == 0
        said = capsys.readouterr().out
        assert f"{SEALED} is onveranderd: 13 bestanden, 20 in bron/, en het manifest" in said
        assert manifest(sealed).seal in said

    def it_needs_nothing_but_the_file(self, sealed: Path, workspace: Path) -> None:
        for folder in ("content", "templates"):
            shutil.rmtree(workspace / folder)
        assert run(["verify", SEALED]) == 0

    def it_says_what_changed(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        sealed.write_bytes(bundle(encode(made), {**files, "nota.docx": b"?", "meer.txt": b""}))
        assert run(["verify", SEALED]) == 1
        lines = capsys.readouterr().err.splitlines()
        assert [line.partition("; ")[0] for line in lines] == [
            f"{SEALED}/meer.txt: dit bestand hoort er niet bij",
            f"{SEALED}/nota.docx: dit bestand is veranderd na het verzegelen",
        ]

    def it_reports_to_a_program_in_json_too(self, sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["verify", SEALED, "--json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert (said["whole"], said["differences"], said["seal"]) == (True, [], manifest(sealed).seal)
        sealed.write_bytes(sealed.read_bytes() + b"x")
        assert run(["verify", SEALED, "--json"]) in (1, 2)

    @pytest.mark.parametrize("data", [b"", b"geen zip", b"PK\x05\x06" + bytes(18)])
    def it_refuses_what_is_not_a_submission(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], data: bytes
    ) -> None:
        (workspace / "x.zip").write_bytes(data)
        assert run(["verify", "x.zip"]) == 2
        assert capsys.readouterr().err.startswith("x.zip: dit is geen ")

    def it_refuses_a_document_of_the_submission(
        self, sealed: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _, files = open_submission(sealed.read_bytes(), SEALED)
        (workspace / "nota.docx").write_bytes(files["nota.docx"])
        assert run(["verify", "nota.docx"]) == 2
        assert capsys.readouterr().err == (
            "nota.docx: dit is een document, geen verzegelde indiening; "
            "geef het bestand dat «jvom seal» maakte\n"
        )

    def it_refuses_a_missing_file(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["verify", "x.zip"]) == 2
        assert capsys.readouterr().err.startswith("x.zip: dit bestand bestaat niet")

    def it_writes_nothing_from_a_hostile_file(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            archive.writestr("../../weg.txt", b"weg")
        (workspace / "x.zip").write_bytes(written.getvalue())
        before = sorted(workspace.rglob("*"))
        assert run(["verify", "x.zip"]) == 2
        assert "lid «../../weg.txt» wijst buiten het zip-bestand" in capsys.readouterr().err
        assert sorted(workspace.rglob("*")) == before

    def it_reads_a_seal_of_the_former_engine(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = Layout(pages="approximate", pdf=False, program="rdocx", version="0.16.3", fonts=())
        path = workspace / "indiening-2024.zip"
        path.write_bytes(first_format(layout=before))

        assert run(["verify", str(path)]) == 0
        capsys.readouterr()
        assert run(["verify", str(path), "--content", "content"]) == 2
        assert "de paginanummers zijn die van rdocx" in capsys.readouterr().err

    @pytest.mark.parametrize("version", ["1.0\nZegel: 00", "1\x1b[8m", "1\r", "1\u202e", "1" * 99])
    def it_cannot_be_made_to_show_another_seal(
        self, sealed: Path, capsys: pytest.CaptureFixture[str], version: str
    ) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        spoofed = sealed_manifest(replace(made, versions={"jvom": version}))
        sealed.write_bytes(bundle(encode(spoofed), files))
        assert run(["verify", SEALED]) == 2
        assert capsys.readouterr().out == ""

    def it_reads_a_seal_of_the_first_format_and_says_what_that_leaves_open(
        self, sealed: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        made, files = open_submission(sealed.read_bytes(), SEALED)
        files = {name: data for name, data in files.items() if not name.startswith(SOURCES)}
        first = sealed_manifest(replace(made, format=FIRST_FORMAT, checklist=UNSET, outputs=digests(files)))
        sealed.write_bytes(bundle(encode(first), files))
        assert run(["verify", SEALED, "--content", "content"]) == 0
        said = capsys.readouterr()
        assert "Dit zegel is van een eerdere versie van jvom." in said.err
        assert f"Zegel: {first.seal}" in said.out
        assert run(["verify", SEALED, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["covers_everything"] is False

    def it_never_waits_for_a_pipe_or_reads_without_end(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        os.mkfifo(workspace / "pijp.zip")
        (workspace / "nul.zip").symlink_to("/dev/zero")
        os.truncate(os.open(workspace / "groot.zip", os.O_CREAT | os.O_WRONLY), 6_000_000_000)
        for name in ("pijp.zip", "nul.zip", "groot.zip"):
            assert run(["verify", name]) == 2
        assert [line.partition("; ")[0] for line in capsys.readouterr().err.splitlines()] == [
            "pijp.zip: dit is niet te lezen (het is geen gewoon bestand)",
            "nul.zip: dit is niet te lezen (het is geen gewoon bestand)",
            "groot.zip: dit bestand is groter dan 500 MB",
        ]
