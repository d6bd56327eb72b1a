# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a submission holds of its texts, data and templates, and making it again of these alone."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from jvom.cli.app import run
from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import CHECKLIST, SOURCES, encode
from jvom.sealing.manifest import sealed as sealed_manifest
from jvom.sealing.printed_seal import print_seal, without_seal
from jvom.sealing.verification import open_submission
from tests.cli.earlier_formats import leave_out_sources, reseal
from tests.cli.later_years import bring_up_to_date
from tests.cli.submissions import SEALED
from tests.cli.workspaces import LESSER, change, finish, start
from tests.rich_dossiers import write_rich_dossier
from tests.sealing.shorthand import first_format
from tests.test_pictures import png


def held(path: Path) -> dict[str, bytes]:
    """Return what a submission holds in its folder of sources, by the names below that."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith(SOURCES)]
        return {name.removeprefix(SOURCES): archive.read(name) for name in names}


def rebuilt_elsewhere(path: Path, folder: Path, **more: str) -> str:
    """Return what is said when a submission is made again in a folder with nothing else."""
    shutil.copy(path, folder / "indiening.zip")
    status, said, error = finish(start(folder, "verify", "indiening.zip", "--rebuild", **more))
    assert status == 0, error
    return said


class Describe_the_sources_in_a_submission:
    def they_are_the_texts_data_and_templates_that_it_was_made_of(self, workspace: Path) -> None:
        (workspace / "content/2025/rapport/los").mkdir()
        (workspace / "content/2025/rapport/los/idee.txt").write_text("Niet voor de Kamer.", encoding="utf-8")
        (workspace / "content/2025/rapport/concept.png").write_bytes(png())
        (workspace / "content/aantekening.txt").write_text("Niet voor de Kamer.", encoding="utf-8")
        assert run(["seal", *LESSER]) == 0
        found = held(workspace / SEALED)
        assert found == {name: (workspace / name).read_bytes() for name in found}
        texts = {path.relative_to(workspace).as_posix() for path in (workspace / "content").rglob("*.md")}
        assert texts | {"content/2025/dossier.yml", "content/missions.yml", "templates/nota.docx"} <= set(
            found
        )
        assert not any(name.endswith((".txt", ".png")) for name in found)

    def they_have_no_other_dossier_but_the_data_of_a_sister(self, workspace: Path) -> None:
        for other in ("2025-althea", "2026", "2024-althea"):
            shutil.copytree(workspace / "content/2025", workspace / "content" / other)
        change(workspace / "content/2025-althea/dossier.yml", "reference: MINDEF", "reference: ALTHEA")
        assert run(["seal", "2025", *LESSER]) == 0
        others = {
            name for name in held(workspace / SEALED) if name[:12] != "content/2025" or "althea" in name
        }
        assert {name for name in others if name.count("/") > 1} == {"content/2025-althea/dossier.yml"}

    def they_are_refused_names_that_not_every_system_keeps_apart(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in ("kaart.png", "Kaart.png"):
            (workspace / "content/2025/rapport" / name).write_bytes(png())
        with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
            file.write("\n![Een kaart.](kaart.png)\n\n![Nog een kaart.](Kaart.png)\n")
        assert run(["seal", *LESSER]) == 2
        assert "een ander bestand heeft dezelfde naam, op hoofdletters" in capsys.readouterr().err

    def they_are_counted_on_the_screen(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        run(["seal", *LESSER])
        count = len(held(workspace / SEALED))
        assert f"bron/: de {count} bestanden waarvan dit gemaakt is, ongelakt (" in capsys.readouterr().out
        run(["verify", SEALED])
        assert f"is onveranderd: 13 bestanden, {count} in bron/, en het manifest" in capsys.readouterr().out


class Describe_a_submission_made_again_of_its_sources:
    @pytest.fixture
    def empty(self, tmp_path_factory: pytest.TempPathFactory) -> Path:
        return tmp_path_factory.mktemp("elders")

    def it_has_the_same_bytes_with_nothing_else_at_hand(self, workspace: Path, empty: Path) -> None:
        (workspace / "content/2025/rapport/kaart.png").write_bytes(png())
        with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
            file.write("\n![Een kaart.](kaart.png)\n\n<!-- jvom: ignore[LNG001] zo -->\n\nDat is te samen.\n")
        assert run(["seal", *LESSER]) == 0
        said = rebuilt_elsewhere(workspace / SEALED, empty, TZ="Asia/Tokyo", LC_ALL="C", TMPDIR=str(empty))
        assert "Opnieuw gemaakt uit indiening.zip/bron: dezelfde bytes" in said
        assert {path.name for path in empty.iterdir()} <= {"indiening.zip", "cache"}

    def it_takes_nothing_from_the_folder_it_is_in(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert run(["seal", *LESSER]) == 0
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")
        (workspace / "content/jvom.yml").write_text("x: [\n", encoding="utf-8")
        (workspace / "templates/nota.docx").unlink()
        before = sorted(workspace.rglob("*"))
        monkeypatch.setenv("TMPDIR", str(workspace / "cache"))
        monkeypatch.setattr(tempfile, "tempdir", None)
        assert run(["verify", SEALED, "--rebuild"]) == 0
        assert sorted(workspace.rglob("*")) == before

    def it_was_checked_beside_other_years_and_dossiers(
        self, workspace: Path, empty: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["new", "2026"]) == 0
        bring_up_to_date(workspace / "content/2026")
        shutil.copytree(workspace / "content/2026", workspace / "content/2026-althea")
        change(workspace / "content/2026-althea/dossier.yml", "reference: MINDEF", "reference: ALTHEA")
        shutil.copytree(workspace / "content/2025", workspace / "content/2025-althea")
        for path in ("2025/rapport/oud.png", "2025/rapport/vorig.png", "2026/rapport/nieuw.png"):
            (workspace / "content" / path).write_bytes(png())
        (workspace / "content/2025/rapport/concept.docx").write_bytes(b"PK")
        with (workspace / "content/2025/rapport/unifil.md").open("a", encoding="utf-8") as file:
            file.write("\n![Een kaart.](oud.png)\n")
        (workspace / "content/jvom.yml").write_text(
            "per-file-ignores: {2025-althea/rapport/*.md: [LNG]}\n", encoding="utf-8"
        )
        capsys.readouterr()
        assert run(["seal", "2026", *LESSER]) == 0, capsys.readouterr().err
        sealed = workspace / "build/2026/indiening-2026.zip"
        found = {name for name in held(sealed) if name.endswith((".png", ".docx")) and "content" in name}
        assert found == {"content/2026/rapport/nieuw.png"}
        with zipfile.ZipFile(sealed) as archive:
            report = json.loads(archive.read("controle.json"))
        assert "VRG013" in {each["code"] for each in report["findings"]}
        rebuilt_elsewhere(sealed, empty)
        assert run(["verify", str(sealed), "--content", "content"]) == 0

    def it_was_checked_beside_an_earlier_submission(
        self, workspace: Path, empty: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert run(["seal", *LESSER]) == 0
        assert run(["new", "2026"]) == 0
        bring_up_to_date(workspace / "content/2026")
        shutil.move(workspace / SEALED, workspace / "content/archief.zip")
        shutil.rmtree(workspace / "content/2025")
        data = workspace / "content/2026/dossier.yml"
        change(data, "year: 2026\n", "year: 2026\nprevious: archief.zip\n")
        assert run(["seal", "2026", *LESSER]) == 0
        sealed = workspace / "build/2026/indiening-2026.zip"
        assert "content/archief.zip" in held(sealed)
        rebuilt_elsewhere(sealed, empty)

    @pytest.mark.parametrize(
        "seed", [1, *(pytest.param(seed, marks=pytest.mark.fuzz) for seed in range(2, 40))]
    )
    def it_may_have_everything_that_the_format_has(
        self, tmp_path_factory: pytest.TempPathFactory, empty: Path, seed: int
    ) -> None:
        folder = tmp_path_factory.mktemp("rijk")
        write_rich_dossier(folder, seed)
        # Its texts are drawn by chance, and would not pass a check.
        (folder / "content/jvom.yml").write_text("select: [VRG]\n", encoding="utf-8")
        status, _, error = finish(start(folder, "seal", *LESSER))
        assert status == 0, error
        rebuilt_elsewhere(folder / SEALED, empty, TZ="Pacific/Auckland", PYTHONHASHSEED="3")

    def it_has_pdfs_and_exact_pages(self, workspace: Path, empty: Path, soffice: Path) -> None:
        assert run(["seal"]) == 0
        rebuilt_elsewhere(workspace / SEALED, empty)

    def it_is_another_when_its_sources_were_changed_and_sealed_anew(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Whoever has jvom can seal other texts beside these documents, which are not made of them."""
        assert run(["seal", *LESSER]) == 0
        reseal(workspace / SEALED, "content/2025/brief.md", b"uw Kamer", b"de Kamer")
        assert run(["verify", SEALED]) == 0
        capsys.readouterr()
        assert run(["verify", SEALED, "--rebuild"]) == 1
        assert (
            "brief-eerste-kamer.docx: opnieuw gemaakt wordt dit een ander bestand" in capsys.readouterr().err
        )

    def it_names_the_submission_when_its_sources_no_longer_fit(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert run(["seal", *LESSER]) == 0
        made, files = open_submission((workspace / SEALED).read_bytes(), SEALED)
        inputs = tuple(each for each in made.inputs if each.name != "content/abbreviations.yml")
        del files[f"{SOURCES}content/abbreviations.yml"]
        files[CHECKLIST] = without_seal(files[CHECKLIST], made.seal)
        anew = sealed_manifest(replace(made, inputs=inputs))
        files[CHECKLIST] = print_seal(files[CHECKLIST], anew.seal)
        (workspace / SEALED).write_bytes(bundle(encode(anew), files))
        capsys.readouterr()
        assert run(["verify", SEALED, "--rebuild"]) == 2
        said = capsys.readouterr().err
        assert said.startswith(f"{SEALED}/bron/content/abbreviations.yml: dit bestand ontbreekt")

    @pytest.mark.parametrize("option", ["--content", "--templates"])
    def it_is_not_made_of_a_folder_too(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], option: str
    ) -> None:
        run(["seal", *LESSER])
        capsys.readouterr()
        assert run(["verify", SEALED, "--rebuild", option, "elders"]) == 2
        assert "met --rebuild komen teksten en sjablonen uit bron/" in capsys.readouterr().err

    def it_reports_to_a_program_in_json(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        run(["seal", *LESSER])
        capsys.readouterr()
        assert run(["verify", SEALED, "--rebuild", "--json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert (said["whole"], said["rebuilt"], said["has_sources"]) == (True, True, True)


class Describe_a_submission_of_before_sources:
    def it_is_verified_and_says_what_it_lacks(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["seal", *LESSER]) == 0
        leave_out_sources(workspace / SEALED)
        capsys.readouterr()
        assert run(["verify", SEALED]) == 0
        said = capsys.readouterr()
        assert "is onveranderd: 13 bestanden en het manifest" in said.out
        assert "In deze indiening zit geen bron/" in said.err
        assert run(["verify", SEALED, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["has_sources"] is False
        assert run(["verify", SEALED, "--rebuild"]) == 2
        assert f"{SEALED}: deze indiening heeft geen «bron/»" in capsys.readouterr().err
        assert run(["verify", SEALED, "--content", "content"]) == 0
        assert "Opnieuw gemaakt uit content: dezelfde bytes" in capsys.readouterr().out
        change(workspace / "content/2025/brief.md", "uw Kamer", "de Kamer")
        assert run(["verify", SEALED, "--content", "content"]) == 1

    def it_may_be_of_the_first_format(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (workspace / "oud.zip").write_bytes(first_format())
        assert run(["verify", "oud.zip"]) == 0
        said = capsys.readouterr().err
        assert "niet de peildatum" in said
        assert "In deze indiening zit geen bron/" in said
