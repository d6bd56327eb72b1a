# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jvom.cli.app import run
from tests.cli.workspaces import change
from tests.comparing.decisions import accepted, rejected, words
from tests.conftest import PROJECT

FOUR = ["brief-eerste-kamer.docx", "brief-tweede-kamer.docx", "nota.docx", "rapport.docx"]


@pytest.fixture
def other(workspace: Path) -> Path:
    """Return another version of the dossier, in a content of its own."""
    folder = Path(shutil.copytree("content", "ander")) / "2025"
    change(folder / "rapport/unifil.md", "bleef gespannen", "werd rustiger")
    change(folder / "nota.md", "De", "Al de")
    return folder


class Describe_compare:
    def it_writes_each_document_with_its_changes(self, workspace, other, capsys):
        assert run(["build", "2025", "--pages", "estimate", "--out", "oud"]) == 0
        assert run(["build", "ander/2025", "--pages", "estimate", "--out", "nieuw", "--no-check"]) == 0

        assert run(["compare", "2025", "ander/2025", "--out", "uit"]) == 0

        assert set(FOUR) <= {path.name for path in Path("uit").iterdir()}
        for name in FOUR:
            revised, old, new = (Path(folder, name).read_bytes() for folder in ("uit", "oud", "nieuw"))
            assert words(accepted(revised)) == words(new)
            assert words(rejected(revised)) == words(old)
        said = capsys.readouterr().out.splitlines()
        assert any(line.split()[:2] == ["rapport", "gewijzigd"] for line in said)
        assert any(line.split()[:2] == ["brief-eerste-kamer", "ongewijzigd"] for line in said)

    def it_takes_the_new_one_from_content(self, workspace, other):
        assert run(["compare", "ander/2025"]) == 0

        folder = Path("build/2025/wijzigingen")
        assert set(FOUR) <= {path.name for path in folder.iterdir()}
        assert "gespannen." in words(accepted((folder / "rapport.docx").read_bytes()))

    def it_gives_the_same_bytes_each_time(self, workspace, other):
        for out in ("een", "twee"):
            assert run(["compare", "2025", "ander/2025", "--out", out]) == 0

        for name in FOUR:
            assert Path("een", name).read_bytes() == Path("twee", name).read_bytes()

    def it_tells_a_program_what_it_made(self, workspace, other, capsys):
        assert run(["compare", "2025", "ander/2025", "--out", "uit", "--json"]) == 0

        said = json.loads(capsys.readouterr().out)
        assert said["schema_version"] == 1
        assert " 2025, van " in said["old"]
        states = {each["name"]: (each["state"], each["revisions"] > 0) for each in said["documents"]}
        assert states["rapport"] == ("changed", True)
        assert states["brief-eerste-kamer"] == ("unchanged", False)

    def it_shows_what_only_one_side_has(self, workspace, other, capsys):
        change(other / "dossier.yml", "id: tweede-kamer", "id: derde-kamer")

        assert run(["compare", "2025", "ander/2025", "--out", "uit"]) == 0

        gone = Path("uit/brief-tweede-kamer.docx").read_bytes()
        assert "Hierbij" in words(rejected(gone))
        assert "Hierbij" not in words(accepted(gone))
        made = Path("uit/brief-derde-kamer.docx").read_bytes()
        assert "Hierbij" in words(accepted(made))
        assert "Hierbij" not in words(rejected(made))
        said = capsys.readouterr().out
        assert "vervallen" in said
        assert "nieuw" in said


class Describe_the_list_of_changes:
    def it_is_a_file_beside_the_documents(self, workspace, other):
        assert run(["compare", "2025", "ander/2025", "--out", "uit"]) == 0

        said = " ".join(words(Path("uit/wijzigingen.docx").read_bytes()))
        assert "UNIFIL (Libanon) gewijzigd 2 2" in said

    def it_says_when_nothing_changed(self, workspace):
        shutil.copytree("content", "zelfde")

        assert run(["compare", "zelfde/2025"]) == 0

        said = words(Path("build/2025/wijzigingen/wijzigingen.docx").read_bytes())
        assert "Er zijn geen verschillen.".split() == said[said.index("Er") :][:4]


class Describe_the_other_forms:
    def they_are_a_page_with_both_texts(self, workspace, other, capsys):
        assert run(["compare", "2025", "ander/2025", "--out", "uit", "--output-format", "html"]) == 0

        assert [path.name for path in Path("uit").iterdir()] == ["wijzigingen.html"]
        made = Path("uit/wijzigingen.html").read_text(encoding="utf-8")
        assert "<ins>werd rustiger</ins>" in made
        assert "Gemaakt: uit/wijzigingen.html" in capsys.readouterr().err

    def they_are_json_on_standard_output(self, workspace, other, capsys):
        assert run(["compare", "2025", "ander/2025", "--output-format", "json"]) == 0

        said = json.loads(capsys.readouterr().out)
        assert not Path("build").exists()
        (nota, unifil) = said["changes"]["sections"]
        assert (nota["document"], nota["state"]) == ("nota", "changed")
        assert (unifil["title"], unifil["added"], unifil["removed"]) == ("UNIFIL (Libanon)", 2, 2)

    def they_are_json_in_a_file(self, workspace, other, capsys):
        assert run(["compare", "2025", "ander/2025", "--output-format", "json", "--out", "uit"]) == 0

        said = json.loads(Path("uit/wijzigingen.json").read_text(encoding="utf-8"))
        assert said["schema_version"] == 1
        assert "rapport" in capsys.readouterr().out

    def they_are_no_others(self, workspace, other, capsys):
        assert run(["compare", "2025", "ander/2025", "--output-format", "pdf"]) == 2

        assert "deze optie kent geen «pdf»" in capsys.readouterr().err


class Describe_what_is_not_public:
    @pytest.fixture(autouse=True)
    def marked(self, workspace: Path, other: Path) -> None:
        change(other / "rapport/unifil.md", "De adviseur", "[Jan de Vries]{.persoonsgegeven}")

    def it_is_said_on_each_page_of_the_documents_that_hold_it(self, workspace):
        assert run(["compare", "2025", "ander/2025", "--out", "uit"]) == 0

        assert words(Path("uit/rapport.docx").read_bytes()).count("OPENBAAR") >= 2
        assert "OPENBAAR" not in words(Path("uit/brief-eerste-kamer.docx").read_bytes())

    def but_the_public_versions_hold_none(self, workspace):
        assert run(["compare", "2025", "ander/2025", "--out", "uit", "--public"]) == 0

        said = words(Path("uit/rapport.docx").read_bytes())
        assert "OPENBAAR" not in said
        assert "Vries" not in said
        assert "gelakt" in said

    def it_is_said_when_only_the_old_one_held_it(self, workspace):
        assert run(["compare", "ander/2025", "--out", "uit"]) == 0

        assert "OPENBAAR" in words(Path("uit/rapport.docx").read_bytes())


class Describe_what_can_not_be_compared:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["2025"], "oud en nieuw zijn hetzelfde dossier; noem twee dossiers"),
            (["2025", "content/2025"], "oud en nieuw zijn hetzelfde dossier"),
            (["2025", "2031"], "er is geen dossier 2031"),
            (["--templates", "weg", "2025", "ander/2025"], "het sjabloon ontbreekt"),
        ],
    )
    def it_is_told(self, workspace, other, capsys, arguments, said):
        assert run(["compare", *arguments]) == 2

        assert said in capsys.readouterr().err
        assert not Path("build").exists()

    def it_is_told_together_with_all_that_is_wrong(self, workspace, other, capsys):
        change(other / "rapport/unifil.md", "title:", "titel:")

        assert run(["compare", "2031", "ander/2025", "--templates", "weg"]) == 2

        said = capsys.readouterr().err
        assert "er is geen dossier 2031" in said
        assert "ander/2025/rapport/unifil.md:2" in said
        assert "weg/rapport.docx" in said


class Describe_the_dossier_in_content:
    def it_is_unchanged_against_itself(self, tmp_path, capsys):
        copy = Path(shutil.copytree(PROJECT / "content", tmp_path / "kopie")) / "2025"
        places = ["--content", str(PROJECT / "content"), "--templates", str(PROJECT / "templates")]

        assert run(["compare", str(copy), "2025", *places, "--out", str(tmp_path / "uit"), "--json"]) == 0

        assert {each["revisions"] for each in json.loads(capsys.readouterr().out)["documents"]} == {0}
