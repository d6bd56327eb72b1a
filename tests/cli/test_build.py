# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from jvom.cli.app import run
from jvom.findings import Report
from jvom.model import Dossier
from jvom.settings import Settings
from jvom.word.texts import document_texts

FOUR = ["brief-eerste-kamer.docx", "brief-tweede-kamer.docx", "nota.docx", "rapport.docx"]


def build(*arguments: str) -> int:
    """Build without a layout engine: these tests don't depend on pages."""
    return run(["build", "--pages", "estimate", *arguments])


def built(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


class Describe_build:
    def it_makes_the_four_documents_and_summarizes_them(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert build("2025") == 0
        assert sorted(built(workspace / "build/2025")) == FOUR
        heads, *rows = capsys.readouterr().out.splitlines()
        assert heads.split() == ["bestand", "woorden", "koppen", "voetnoten", "grootte"]
        assert [row.split()[0] for row in rows] == [f"build/2025/{name}" for name in FOUR]

    @pytest.mark.parametrize(("language", "mark"), [("nl", ","), ("en", ".")])
    def it_gives_their_size_in_the_number_format_of_the_language(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], language: str, mark: str
    ) -> None:
        assert build("2025", "--only", "nota", "--lang", language) == 0
        size = capsys.readouterr().out.splitlines()[1].split()[-2]
        assert size.replace(mark, "", 1).isdecimal()
        assert mark in size

    def it_builds_the_newest_year_by_default(self, workspace: Path) -> None:
        (workspace / "content/2024").mkdir()
        assert build() == 0
        assert (workspace / "build/2025").is_dir()

    def it_says_that_the_page_numbers_are_estimated(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        build()
        assert "geschat" in capsys.readouterr().err

    def it_makes_one_web_page_of_all_documents(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert build("2025", "--html", "--draft") == 0

        page = (workspace / "build/2025/dossier.html").read_text(encoding="utf-8")
        assert page.count("<article ") == len(FOUR)
        assert "CONCEPT" in page
        assert "build/2025/dossier.html" in capsys.readouterr().out
        assert build("2025", "--only", "nota") == 0
        assert "Niet van deze keer" in capsys.readouterr().err

    def it_builds_only_the_documents_asked_for(self, workspace: Path) -> None:
        assert build("--only", "nota,brief-eerste-kamer") == 0
        assert sorted(built(workspace / "build/2025")) == ["brief-eerste-kamer.docx", "nota.docx"]

    def it_refuses_a_document_that_does_not_exist(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert build("--only", "noto") == 2
        assert "het document «noto» bestaat niet; bedoelde u «nota»?" in capsys.readouterr().err

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems want names in Unicode")
    def it_accepts_folders_whose_names_are_not_utf_8(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "content").rename(workspace / "te\udcffksten")
        arguments = ["build", "--content", "te\udcffksten", "--out", "uit\udcfe", "--json"]

        assert run([*arguments, "--pages", "estimate"]) == 0
        assert "uit\\udcfe/nota.docx" in [
            file["path"] for file in json.loads(capsys.readouterr().out)["files"]
        ]
        (workspace / "te\udcffksten/2025/nota.md").unlink()
        assert run(arguments) == 2
        (problem,) = json.loads(capsys.readouterr().out)["problems"]
        assert problem["path"] == "te\\udcffksten/2025/nota.md"

    @pytest.mark.parametrize("pages", ["auto", "exact", "estimate"])
    def it_refuses_a_libreoffice_that_is_not_there(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], pages: str
    ) -> None:
        assert run(["build", "--no-check", "--pages", pages, "--soffice", "/geen/soffice"]) == 2
        assert "--soffice: hier is geen programma: «/geen/soffice»" in capsys.readouterr().err
        assert not (workspace / "build").exists()

    @pytest.mark.parametrize("option", ["--out", "--content", "--templates", "--soffice"])
    def it_takes_no_empty_name_for_the_current_folder(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], option: str
    ) -> None:
        before = sorted(workspace.iterdir())
        for typed in ([option, ""], [f"{option}="]):
            assert run(["build", "--no-check", "--pages", "estimate", *typed]) == 2
            assert capsys.readouterr().err.startswith(f"{option}: hier ")
        assert sorted(workspace.iterdir()) == before

    def it_shows_whole_names_on_a_narrow_terminal(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        for columns in ("40", "60", "200"):
            monkeypatch.setenv("COLUMNS", columns)
            assert run(["build", "--no-check", "--pages", "estimate"]) == 0
            said = capsys.readouterr().out
            assert "build/2025/brief-eerste-kamer.docx" in said
            assert "…" not in said

    def it_reports_each_problem_on_one_line(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "content/2025/figures.yml").write_text("figures:\n  a: |\n    een\n    twee\n")
        assert build() == 2
        first = capsys.readouterr().err.splitlines()[0]
        assert first.startswith("content/2025/figures.yml:2:6: hier hoort een blok")
        assert first.endswith("; nu staat er: een\\ntwee\\n")

    def it_writes_to_the_folder_asked_for(self, workspace: Path) -> None:
        assert build("--out", "elders/hier") == 0
        assert sorted(built(workspace / "elders/hier")) == FOUR
        assert not (workspace / "build").exists()

    def it_reports_to_a_program_in_json(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert build("--json") == 0
        result = json.loads(capsys.readouterr().out)
        assert result["schema_version"] == 1
        assert [file["path"] for file in result["files"]] == [f"build/2025/{name}" for name in FOUR]
        assert result["files"][3]["size"] == len((workspace / "build/2025/rapport.docx").read_bytes())

    def it_gives_the_same_bytes_anywhere_and_any_time(self, workspace: Path, project: Path) -> None:
        def elsewhere(folder: str, **environment: str) -> dict[str, bytes]:
            command = [sys.executable, "-m", "jvom", "build", "--no-check", "--pages", "estimate"]
            # A folder whose files were made in another order.
            moved = workspace / folder / "kopie"
            for path in sorted(workspace.joinpath("content").rglob("*"), reverse=True):
                if path.is_file():
                    target = moved / path.relative_to(workspace / "content")
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, target)
            out = workspace / folder / "uit"
            command = [*command, "--out", str(out), "--content", str(moved), "--templates", "templates"]
            env = {**os.environ, "PYTHONPATH": str(project), **environment}
            subprocess.run(command, check=True, env=env, capture_output=True, cwd=workspace)
            return built(out)

        first = elsewhere("a", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1")
        second = elsewhere("b", TZ="America/Lima", LC_ALL="nl_NL.UTF-8", PYTHONHASHSEED="2")
        assert first == second

    def it_honours_source_date_epoch(self, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        build("--out", "a")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
        build("--out", "b")
        from docx import Document

        assert Document(str(workspace / "a/nota.docx")).core_properties.created.year == 2026
        assert Document(str(workspace / "b/nota.docx")).core_properties.created.year == 2001

    @pytest.mark.parametrize("moment", ["abc", "-5", "1.5", "99999999999999999", "253402300800", "²"])
    def it_refuses_a_source_date_epoch_that_is_not_a_time(
        self,
        workspace: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        moment: str,
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        for command in ("build", "seal"):
            assert run([command]) == 2
            assert capsys.readouterr().err == (
                f"SOURCE_DATE_EPOCH: «{moment}» is geen aantal seconden sinds 1970; "
                "geef een getal, of laat het weg\n"
            )

    def it_warns_of_documents_of_an_earlier_run(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        build("--public")
        assert "Niet van deze keer" not in capsys.readouterr().err
        for name in ("nota.pdf", "brief-senaat.docx", "openbaar/oud.pdf", "~$nota.docx", "notitie.txt"):
            (workspace / "build/2025" / name).write_bytes(b"eerder")
        build("--public")
        assert capsys.readouterr().err.splitlines()[-2] == (
            "Niet van deze keer, en dus misschien anders: build/2025/brief-senaat.docx, "
            "build/2025/nota.pdf, build/2025/openbaar/oud.pdf"
        )

    def it_puts_concept_on_a_draft(self, workspace: Path) -> None:
        import zipfile

        assert build("--draft") == 0
        for name in FOUR:
            with zipfile.ZipFile(workspace / "build/2025" / name) as package:
                headers = [part for part in package.namelist() if part.startswith("word/header")]
                assert headers
                assert all("CONCEPT" in package.read(part).decode() for part in headers)


class Describe_the_day_of_a_build:
    def it_stands_on_a_draft(self, workspace: Path) -> None:
        assert run(["build", "--draft", "--as-of", "2026-03-04", "--only", "nota"]) == 0
        texts = " ".join(document_texts((workspace / "build/2025/nota.docx").read_bytes()))
        assert "4\u00a0maart\u00a02026" in texts

    def it_is_refused_for_what_is_sent(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["build", "--as-of", "2026-03-04"]) == 2
        assert "geef ook --draft" in capsys.readouterr().err


class Describe_a_build_that_cannot_run:
    def it_reports_every_problem_of_texts_data_and_templates_in_order_and_touches_nothing(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        build()
        before = built(workspace / "build/2025")
        capsys.readouterr()
        (workspace / "content/2025/rapport/slotbeschouwing.md").write_text(
            "---\ntitle: Slot\n---\n\n<b>vet</b> {{ weg }}\n"
        )
        (workspace / "content/2025/figures.yml").write_text(
            "figures: {x: {type: count, value: veel, source: y}}\n"
        )
        (workspace / "templates/nota.docx").write_bytes(b"geen zip")
        assert build() == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        lines = captured.err.splitlines()
        assert [line.split(": ")[0] for line in lines] == [
            "content/2025/figures.yml:1:35",
            "content/2025/rapport/slotbeschouwing.md:5:1",
            "templates/nota.docx",
        ]
        assert built(workspace / "build/2025") == before

    def it_reports_those_of_arguments_and_settings_with_them(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "content/jvom.yml").write_text("onzin: ja\n")
        with (workspace / "content/2025/nota.md").open("a") as nota:
            nota.write("\n{{ weg }}\n")
        assert run(["build", "--pages", "foo", "--only", "bar"]) == 2
        places = [line.split(":")[0] for line in capsys.readouterr().err.splitlines()]
        assert places == ["--only", "--pages", "content/2025/nota.md", "content/jvom.yml"]

    def it_reports_the_problems_to_a_program_in_json(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "content/2025/nota.md").unlink()
        assert build("--json") == 2
        (problem,) = json.loads(capsys.readouterr().out)["problems"]
        assert problem["path"] == "content/2025/nota.md"

    def it_does_not_build_what_must_not_be_sent(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = workspace / "content/2025/rapport/slotbeschouwing.md"
        path.write_text(path.read_text() + "\nDe missie eindigt op d.d. XX.\n")
        assert build() == 1
        assert not (workspace / "build").exists()
        assert "slotbeschouwing.md:" in capsys.readouterr().err
        assert build("--no-check") == 0
        assert build("--draft") == 0

    def it_suggests_a_similar_year(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert build("2052") == 2
        assert capsys.readouterr().err == ("content/2052: er is geen dossier 2052; bedoelde u «2025»?\n")

    def it_guesses_no_other_year(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert build("2024") == 2
        assert capsys.readouterr().err == "content/2024: er is geen dossier 2024; kies uit: 2025\n"

    def it_says_where_content_should_be(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        shutil.rmtree(workspace / "content")
        assert build() == 2
        assert capsys.readouterr().err.startswith("content: deze map bestaat niet; ga naar de map")


class Describe_the_check_before_a_build:
    def it_does_not_pass_when_a_rule_is_broken(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from jvom.checks import registry
        from jvom.checks import run as checks_run

        def broken(_: object) -> None:
            raise ZeroDivisionError

        rules = registry.all_rules()
        first = next(rule for rule in rules if rule.severity.word == "error")
        damaged = tuple(
            msgspec.structs.replace(rule, check=broken) if rule is first else rule for rule in rules
        )
        monkeypatch.setattr(checks_run, "all_rules", lambda: damaged)
        assert build() == 2
        assert f"{first.code}: deze regel is stuk" in capsys.readouterr().err
        assert not (workspace / "build").exists()

    def it_checks_as_of_the_day_of_presentation(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from jvom.checks import run as checks_run

        days = []
        check = checks_run.check_before_build

        def noted(dossier: Dossier, settings: Settings, as_of: date, *others: Any) -> Report:
            days.append(as_of)
            return check(dossier, settings, as_of, *others)

        monkeypatch.setattr(checks_run, "check_before_build", noted)
        assert build() == 0
        assert days == [date(2026, 5, 20)]

    def it_is_silent_about_page_numbers_that_no_document_prints(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert build("--only", "nota") == 0
        assert "paginanummers" not in capsys.readouterr().err


class Describe_a_check_that_cannot_run:
    def it_reports_all_problems_at_once_too(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (workspace / "content/2025/rapport/slotbeschouwing.md").write_text(
            "---\ntitle: Slot\n---\n\n<b>vet</b> en {{ weg }}.\n"
        )
        assert run(["check"]) == 2
        places = [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()]
        assert places == [
            "content/2025/rapport/slotbeschouwing.md:5:1",
            "content/2025/rapport/slotbeschouwing.md:5:15",
        ]
