# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A new folder for dossiers: what is in it, and that it works."""

from __future__ import annotations

import json

import pytest

from jvom.cli.app import run
from tests.conftest import PROJECT


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(capsys, *arguments):
    """Return the findings of a check."""
    capsys.readouterr()
    run(["check", *arguments, "--output-format", "json"])
    return json.loads(capsys.readouterr().out)["findings"]


class Describe_a_new_folder:
    def it_has_registers_templates_and_a_dossier(self, here, capsys):
        assert run(["init", "dossiers", "--year", "2026"]) == 0

        made = {path.relative_to(here / "dossiers").as_posix() for path in here.rglob("*") if path.is_file()}
        assert {
            ".gitattributes",
            ".gitignore",
            ".github/workflows/dossier.yml",
            ".gitlab-ci.yml",
            ".vscode/settings.json",
            "Makefile",
            "README.md",
            "content/missions.yml",
            "content/2026/dossier.yml",
            "content/2026/rapport/kfor.md",
            "schema/dossier.schema.json",
            "templates/rapport.docx",
        } <= made
        assert capsys.readouterr().out.splitlines() == [
            "cd dossiers",
            "jvom status 2026",
            "jvom build 2026 --draft",
            "jvom check 2026",
        ]

    def it_is_built_as_a_draft(self, here):
        run(["init", "--year", "2026"])

        assert run(["build", "--draft", "--pages", "estimate"]) == 0
        assert {path.name for path in (here / "build/2026").glob("*.docx")} == {
            "brief-eerste-kamer.docx",
            "brief-tweede-kamer.docx",
            "nota.docx",
            "rapport.docx",
        }
        assert run(["build", "--pages", "estimate"]) == 1

    def it_lacks_nothing_but_what_is_open(self, here, capsys):
        run(["init", "--year", "2026"])

        found = checked(capsys)
        assert {each["code"] for each in found} == {"PLH001", "PLH003", "PLH008", "PLH011"}
        texts = len(list((here / "content/2026").rglob("*.md")))
        assert sum(each["code"] == "PLH008" for each in found) == texts

    def it_is_shaped_as_the_example(self, here):
        run(["init", "--year", "2027"])

        def outline(path):
            return [line for line in path.read_text(encoding="utf-8").splitlines() if "id: " in line]

        made = here / "content/2027/dossier.yml"
        assert outline(made)[2:] == outline(PROJECT / "content/2025/dossier.yml")[2:]
        assert "period: {from: 2027-05, to: 2028-04}" in made.read_text(encoding="utf-8")
        text = (here / "content/2027/rapport/rechtsbasis.md").read_text(encoding="utf-8")
        assert "{{ mandates }}" in text
        assert "[^" not in text

    def it_may_have_the_example(self, here, capsys, monkeypatch):
        assert run(["init", "--from-example"]) == 0

        assert run(["build", "--pages", "estimate"]) == 0
        found = checked(capsys, "--as-of", "2026-05-20")
        monkeypatch.chdir(PROJECT)
        assert found == checked(capsys, "--as-of", "2026-05-20")

    def it_overwrites_nothing(self, here, capsys):
        (here / "Makefile").write_text("mijn\n", encoding="utf-8")
        (here / "content").mkdir()
        (here / "content/names.yml").write_text("mijn\n", encoding="utf-8")

        assert run(["init", "--year", "2026"]) == 2
        assert capsys.readouterr().err.splitlines() == [
            "Makefile: dit is er al, en wordt niet overschreven; haal het weg, of noem een andere map",
            (
                "content/names.yml: dit is er al, en wordt niet overschreven; "
                "haal het weg, of noem een andere map"
            ),
        ]
        assert sorted(path.name for path in here.rglob("*")) == ["Makefile", "content", "names.yml"]

    def it_is_not_made_where_dossiers_are(self, here, capsys):
        run(["init", "--year", "2026"])
        capsys.readouterr()

        assert run(["init", "--year", "2027"]) == 2
        assert capsys.readouterr().err == (
            ".: hier zijn al dossiers; begin een nieuw jaar met «jvom new», of noem een andere map\n"
        )

    @pytest.mark.parametrize("year", ["26", "jaar", "1999", "２０２６"])
    def it_is_of_a_year(self, here, capsys, year):
        assert run(["init", "--year", year]) == 2
        assert capsys.readouterr().err == f"--year: «{year}» is geen jaar zoals 2026; typ vier cijfers\n"
        assert list(here.iterdir()) == []

    def it_is_either_of_a_year_or_the_example(self, here, capsys):
        assert run(["init", "--year", "2026", "--from-example"]) == 2
        assert capsys.readouterr().err == (
            "--year: het voorbeeld heeft zijn eigen jaar; laat --year of --from-example weg\n"
        )
        assert list(here.iterdir()) == []


class Describe_a_year_after_the_first:
    def it_begins_from_it(self, here):
        run(["init", "--year", "2026"])

        assert run(["new", "2027"]) == 0
        assert run(["build", "2027", "--draft", "--pages", "estimate"]) == 0
