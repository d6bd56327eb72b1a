# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier compared with those of earlier years, in the content and in a sealed submission."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.later_years import bring_up_to_date, next_year
from tests.cli.workspaces import LESSER, change


def found(capsys: pytest.CaptureFixture[str]) -> set[str]:
    """Return the codes that a check wrote in its concise form."""
    return {line.split()[1] for line in capsys.readouterr().out.splitlines() if "VRG" in line}


CHECK = ("check", "2026", "--select", "VRG", "--output-format", "concise")


class Describe_a_dossier_of_a_later_year:
    def it_is_compared_with_the_earlier_one_beside_it(self, workspace, capsys):
        next_year(workspace / "content")

        assert run([*CHECK]) == 1
        assert {"VRG001", "VRG002", "VRG003", "VRG005"} <= found(capsys)

    def it_is_not_built_with_what_was_left_of_last_year(self, workspace, capsys):
        next_year(workspace / "content")

        assert run(["build", "2026", "--pages", "estimate"]) == 1
        assert "VRG003" in capsys.readouterr().err
        assert run(["seal", "2026", *LESSER]) == 1

    def it_is_not_when_it_is_the_first(self, workspace, capsys):
        next_year(workspace / "content")
        change(workspace / "content/2026/dossier.yml", "year: 2026\n", "year: 2026\nfirst: true\n")

        assert run([*CHECK]) == 0
        assert found(capsys) == set()


class Describe_a_sealed_submission_of_an_earlier_year:
    @pytest.fixture
    def sealed(self, workspace: Path) -> Path:
        """Return the workspace with a dossier of 2026 alone, and the submission of 2025 in archief.zip."""
        assert run(["seal", "2025", *LESSER]) == 0
        shutil.move(workspace / "build/2025/indiening-2025.zip", workspace / "archief.zip")
        next_year(workspace / "content")
        shutil.rmtree(workspace / "content/2025")
        return workspace

    def it_is_compared_with_when_asked(self, sealed, capsys):
        capsys.readouterr()

        assert run([*CHECK]) == 0
        assert found(capsys) == set()
        assert run([*CHECK, "--against", "archief.zip"]) == 1
        assert found(capsys) == {"VRG001", "VRG003"}

    def it_is_compared_with_always_when_the_dossier_names_it(self, sealed, capsys):
        shutil.move(sealed / "archief.zip", sealed / "content/archief.zip")
        change(sealed / "content/2026/dossier.yml", "year: 2026\n", "year: 2026\nprevious: archief.zip\n")
        capsys.readouterr()

        assert run([*CHECK, "--output-format", "full"]) == 1
        assert "content/archief.zip/rapport.docx" in capsys.readouterr().out
        assert run(["build", "2026", "--pages", "estimate"]) == 1
        assert "VRG001" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("previous", "said"),
        [
            ("nee.zip", "content/2026/dossier.yml:3:11: dit is niet te lezen (het bestaat niet)"),
            ("../archief.zip", "content/2026/dossier.yml:3:11: deze indiening staat niet in content"),
        ],
    )
    def it_must_be_among_the_content_and_there(self, sealed, capsys, previous, said):
        change(sealed / "content/2026/dossier.yml", "year: 2026\n", f"year: 2026\nprevious: {previous}\n")
        capsys.readouterr()

        assert run([*CHECK]) == 2
        assert said in capsys.readouterr().err

    def it_must_be_one(self, workspace, capsys):
        assert run(["check", "2025", "--against", "content/2025/nota.md"]) == 2
        assert "content/2025/nota.md: dit is geen zip-bestand" in capsys.readouterr().err


class Describe_the_way_of_a_new_year:
    def it_goes_from_a_list_of_things_to_do_to_a_seal(self, workspace, capsys):
        assert run(["new", "2026"]) == 0
        assert run(["seal", "2026", *LESSER]) == 1

        bring_up_to_date(workspace / "content/2026")

        assert run(["seal", "2026", *LESSER]) == 0, capsys.readouterr().err
        submission = "build/2026/indiening-2026.zip"
        assert run(["verify", submission, "--content", "content"]) == 0, capsys.readouterr().err

    def it_is_verified_with_the_year_before_it(self, workspace, capsys):
        run(["new", "2026"])
        bring_up_to_date(workspace / "content/2026")
        assert run(["seal", "2026", *LESSER]) == 0
        change(workspace / "content/2025/rapport/unifil.md", "bleef gespannen", "bleef rustig")
        capsys.readouterr()

        assert run(["verify", "build/2026/indiening-2026.zip", "--content", "content"]) != 0
        assert "content/2025/rapport/unifil.md" in capsys.readouterr().err
