# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier compared with those of earlier years, in the content and in a sealed submission."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.workspaces import LESSER, change


def next_year(content: Path) -> None:
    """Copy the dossier of 2025 to 2026 with the year and its days changed, and nothing else."""
    shutil.copytree(content / "2025", content / "2026")
    dossier = content / "2026/dossier.yml"
    change(dossier, "year: 2025", "year: 2026")
    change(dossier, "{from: 2025-05, to: 2026-04}", "{from: 2026-05, to: 2027-04}")
    change(dossier, "presentation_date: 2026-05-20", "presentation_date: 2027-05-19")
    change(dossier, "council_of_ministers: 2026-05-08", "council_of_ministers: 2027-05-07")


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
        assert "content/archief.zip:rapport.docx" in capsys.readouterr().out
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


def bring_up_to_date(dossier: Path) -> None:
    """Do what the list of `jvom new` asks, as honest people would."""
    references, days = iter(range(1, 9)), iter(["2027-05-19", "2027-05-19", "2027-04-22", "2027-05-19"])
    values = iter(["14", "2", "12", "2.9", "2027-05-19", "2027-05-07"])
    for name, change_one in {
        "reference: null": lambda: f"reference: MINDEF2027{next(references):07}",
        "date: null": lambda: f"date: {next(days)}",
        "value: null": lambda: f"value: {next(values)}",
    }.items():
        for path in (dossier / "dossier.yml", dossier / "figures.yml"):
            pieces = path.read_text(encoding="utf-8").replace(" # opmerking: bevestigen", "").split(name)
            text = pieces[0] + "".join(change_one() + piece for piece in pieces[1:])
            path.write_text(text, encoding="utf-8")
    for path in dossier.rglob("*.md"):
        text = path.read_text(encoding="utf-8").replace("status: outline", "status: final")
        text = text.replace("carried_from: 2025\n", "").replace("{{ council }} 2026", "{{ council }} 2027")
        text = text.replace("mei 2025 tot en met april 2026", "mei 2026 tot en met april 2027")
        text = text.replace("over 2025", "over 2026").replace(
            "bleef gespannen", "bleef na juni 2026 gespannen"
        )
        if path.parent.name == "rapport":
            text = text.rstrip("\n") + "\n\nIn 2026 veranderde hieraan niets dat de Kamer moet weten.\n"
        path.write_text(text, encoding="utf-8")


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
