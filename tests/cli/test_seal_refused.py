# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What keeps a seal from being made."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.submissions import SEALED
from tests.cli.workspaces import LESSER, change
from tests.test_pictures import png


class Describe_a_seal_that_is_not_made:
    def it_refuses_a_name_that_shows_as_another(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "content/2025/rapport/kaart\u202egnp.png").write_bytes(png())
        with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
            file.write("\n![Een kaart.](kaart\u202egnp.png)\n")
        assert run(["seal", *LESSER, "--force"]) == 2
        assert "een bestand met deze naam kan niet verzegeld worden" in capsys.readouterr().err

    def it_reads_nothing_that_is_no_input(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        os.truncate(os.open(workspace / "content/2025/film.mov", os.O_CREAT | os.O_WRONLY), 6_000_000_000)
        os.mkfifo(workspace / "content/2025/pijp")
        assert run(["seal", *LESSER]) == 0
        os.truncate(os.open(workspace / "content/abbreviations.yml", os.O_WRONLY), 6_000_000_000)
        assert run(["seal", *LESSER, "--force"]) == 2
        assert "content/abbreviations.yml: dit bestand is 6000,0 MB groot" in capsys.readouterr().err

    def it_is_never_replaced_unless_forced(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        run(["seal", *LESSER])
        before = (workspace / SEALED).read_bytes()
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")
        capsys.readouterr()
        assert run(["seal", *LESSER]) == 2
        assert capsys.readouterr().err == (
            f"{SEALED}: er is al een verzegelde indiening; "
            "bewaar die elders, of geef --force om die te vervangen\n"
        )
        assert (workspace / SEALED).read_bytes() == before
        assert run(["seal", *LESSER, "--force"]) == 0
        assert (workspace / SEALED).read_bytes() != before

    def it_is_not_made_with_errors_in_the_dossier(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = workspace / "content/2025/rapport/slotbeschouwing.md"
        path.write_text(
            path.read_text(encoding="utf-8") + "\nDe missie is te samen op d.d. XX.\n", encoding="utf-8"
        )
        assert run(["seal", *LESSER]) == 1
        assert not (workspace / "build").exists()
        captured = capsys.readouterr()
        assert "slotbeschouwing.md:" in captured.err
        assert "Er is niets verzegeld" in captured.err
        # Only errors prevent a seal.
        assert "te samen" not in captured.err
        assert run(["seal", *LESSER, "--json"]) == 1
        assert json.loads(capsys.readouterr().out)["counts"]["error"] > 0

    def it_is_not_made_when_the_public_version_would_leak(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        change(workspace / "content/2025/dossier.yml", "drafted_by: null", "drafted_by: Qzaaf Xjuw")
        change(workspace / "content/2025/nota.md", "Aanleiding\n\n", "Aanleiding\n\nQzaaf Xjuw meldt het. ")
        assert run(["seal", *LESSER]) == 2
        assert "«Qzaaf Xjuw» is als persoonsgegeven gemarkeerd" in capsys.readouterr().err
        assert not (workspace / "build").exists()

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--pages", "exact", "--soffice", "nergens"], "--soffice: hier is geen programma: «nergens»"),
            (["--pages", "estimate"], "--pages: met geschatte paginanummers maakt jvom geen PDF"),
            (["--pages", "approximate"], "--pages: deze optie kent geen «approximate»"),
            (["--pages", "gegokt"], "--pages: deze optie kent geen «gegokt»"),
            (["--as-of", "2026-02-30"], "--as-of: de datum 2026-02-30 bestaat niet"),
        ],
    )
    def it_is_not_made_with_less_than_asked(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
    ) -> None:
        assert run(["seal", *options]) == 2
        assert capsys.readouterr().err.splitlines()[-1].startswith(said)
        assert not (workspace / "build").exists()

    def it_is_not_made_from_a_text_that_changes_meanwhile(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def slow(*_: object) -> None:
            change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")

        monkeypatch.setattr("jvom.cli.submission.refuse_leaks", slow)
        assert run(["seal", *LESSER]) == 2
        assert (
            capsys.readouterr()
            .err.splitlines()[-1]
            .startswith("content/2025/brief.md: dit bestand veranderde terwijl er verzegeld werd")
        )

    def it_needs_the_template_of_the_checklist(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "templates/controlelijst.docx").unlink()
        assert run(["seal", *LESSER]) == 2
        assert capsys.readouterr().err.startswith("templates/controlelijst.docx: het sjabloon ontbreekt")
        assert run(["build", "--pages", "estimate"]) == 0
