# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier compared with those of earlier years, in the content and in a sealed submission."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from pathlib import Path

import pytest

from jvom.cli.app import run
from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import encode
from jvom.sealing.verification import open_submission
from tests.cli.earlier_formats import leave_out_sources, reseal
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
        assert {"VRG001", "VRG002", "VRG003", "VRG005"} <= found(capsys)

    def it_says_no_less_and_no_more_than_the_dossier_itself(self, sealed, capsys):
        run([*CHECK, "--against", "archief.zip"])
        against_submission = capsys.readouterr().out
        with zipfile.ZipFile("archief.zip") as archive:
            archive.extractall("uit")
        shutil.copytree("uit/bron/content/2025", sealed / "content/2025")
        run([*CHECK])

        assert capsys.readouterr().out == against_submission

    def it_is_compared_with_always_when_the_dossier_names_it(self, sealed, capsys):
        shutil.move(sealed / "archief.zip", sealed / "content/archief.zip")
        change(sealed / "content/2026/dossier.yml", "year: 2026\n", "year: 2026\nprevious: archief.zip\n")
        capsys.readouterr()

        assert run([*CHECK, "--output-format", "full"]) == 1
        said = capsys.readouterr().out
        assert "content/archief.zip/bron/content/2025/rapport/unifil.md:2:8" in said
        assert tempfile.gettempdir() + "/jvom" not in said
        assert run(["build", "2026", "--pages", "estimate"]) == 1
        assert "VRG001" in capsys.readouterr().err

    def it_brings_the_years_that_it_was_compared_with(self, workspace, capsys):
        shutil.copytree(workspace / "content/2025", workspace / "content/2024")
        old = workspace / "content/2024/dossier.yml"
        text = old.read_text().replace("2026-0", "2025-0").replace("MINDEF2026", "OUD2026")
        old.write_text(
            text.replace("year: 2025", "year: 2024").replace("2025-05, to: 2025-04", "2024-05, to: 2025-04")
        )
        (workspace / "content/jvom.yml").write_text("ignore: [VRG]\n", encoding="utf-8")
        assert run(["seal", "2025", *LESSER]) == 0, capsys.readouterr().err
        (workspace / "content/jvom.yml").unlink()
        next_year(workspace / "content")
        shutil.rmtree(workspace / "content/2025")
        shutil.rmtree(workspace / "content/2024")
        data = workspace / "content/2026/dossier.yml"
        data.write_text(data.read_text().replace("MINDEF2026", "OUD2026"))
        capsys.readouterr()

        run([*CHECK, "--against", "build/2025/indiening-2025.zip", "--output-format", "full"])

        said = capsys.readouterr().out
        assert "VRG001" in said
        assert "build/2025/indiening-2025.zip/bron/content/2024/dossier.yml:" in said

    def it_is_nearer_than_an_earlier_dossier(self, sealed, capsys):
        with zipfile.ZipFile("archief.zip") as archive:
            archive.extractall("uit")
        shutil.copytree("uit/bron/content/2025", sealed / "content/2023")
        old = sealed / "content/2023/dossier.yml"
        old.write_text(old.read_text().replace("year: 2025", "year: 2023"))
        capsys.readouterr()

        run([*CHECK, "--against", "archief.zip", "--output-format", "full"])

        said = capsys.readouterr().out
        assert "archief.zip/bron/content/2025/rapport/unifil.md" in said
        assert "content/2023/rapport" not in said

    def its_texts_are_counted_in_the_status(self, sealed, capsys):
        shutil.move(sealed / "archief.zip", sealed / "content/archief.zip")
        change(sealed / "content/2026/dossier.yml", "year: 2026\n", "year: 2026\nprevious: archief.zip\n")
        capsys.readouterr()

        run(["status", "2026", "--json"])

        texts = {each["id"]: each for each in json.loads(capsys.readouterr().out)["texts"]}
        assert texts["unifil"]["words"] == texts["unifil"]["words_last_year"] > 0

    def it_is_refused_when_its_sources_were_changed(self, sealed, capsys):
        manifest, files = open_submission(Path("archief.zip").read_bytes(), "archief.zip")
        name = "bron/content/2025/figures.yml"
        Path("archief.zip").write_bytes(bundle(encode(manifest), {**files, name: b"figures: {}\n"}))

        assert run([*CHECK, "--against", "archief.zip"]) == 2
        assert f"archief.zip/{name}: dit bestand ontbreekt of is veranderd" in capsys.readouterr().err

    def it_is_read_from_its_documents_without_its_sources(self, sealed, capsys):
        leave_out_sources(sealed / "archief.zip")
        capsys.readouterr()

        assert run([*CHECK, "--against", "archief.zip"]) == 1
        assert found(capsys) == {"VRG001", "VRG003"}
        run([*CHECK, "--against", "archief.zip", "--output-format", "full"])
        assert "archief.zip/rapport.docx" in capsys.readouterr().out

    def it_is_read_from_its_documents_when_its_sources_are_of_another_time(self, sealed, capsys):
        """Such as a key that dossier.yml no longer has: whoever sealed it can't mend it."""
        reseal(
            sealed / "archief.zip",
            "content/2025/dossier.yml",
            b"year: 2025\n",
            b"year: 2025\nlang: geleden\n",
        )
        capsys.readouterr()

        assert run([*CHECK, "--against", "archief.zip"]) == 1
        assert {"VRG001", "VRG003", "VRG015"} <= found(capsys)

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
