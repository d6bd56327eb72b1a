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

import msgspec
import pytest

from jvom.cli.app import VERBS, run
from jvom.findings import Report
from jvom.model import Dossier
from jvom.settings import Settings

BASE = Path(__file__).resolve().parents[1] / "dossiers" / "basis"
FOUR = ["brief-eerste-kamer.docx", "brief-tweede-kamer.docx", "nota.docx", "rapport.docx"]


@pytest.fixture
def house(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a small dossier and the templates, and go there."""
    shutil.copytree(BASE, tmp_path / "content")
    shutil.copytree(project / "templates", tmp_path / "templates", ignore=shutil.ignore_patterns("mak*"))
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def build(*arguments: str) -> int:
    """Build without a layout engine: what these tests look at does not depend on pages."""
    return run(["build", "--pages", "estimate", *arguments])


def built(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


class Describe_build:
    def it_makes_the_four_documents_and_tells_what_is_in_them(
        self, house: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert build("2025") == 0
        assert sorted(built(house / "build/2025")) == FOUR
        heads, *rows = capsys.readouterr().out.splitlines()
        assert heads.split() == ["bestand", "woorden", "koppen", "voetnoten", "grootte"]
        assert [row.split()[0] for row in rows] == [f"build/2025/{name}" for name in FOUR]

    @pytest.mark.parametrize(("language", "mark"), [("nl", ","), ("en", ".")])
    def it_tells_their_size_as_the_language_writes_numbers(
        self, house: Path, capsys: pytest.CaptureFixture[str], language: str, mark: str
    ) -> None:
        assert build("2025", "--only", "nota", "--lang", language) == 0
        size = capsys.readouterr().out.splitlines()[1].split()[-2]
        assert size.replace(mark, "", 1).isdecimal()
        assert mark in size

    def it_takes_the_newest_year_when_none_is_named(self, house: Path) -> None:
        (house / "content/2024").mkdir()
        assert build() == 0
        assert (house / "build/2025").is_dir()

    def it_says_that_the_page_numbers_are_estimated(
        self, house: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        build()
        assert "geschat" in capsys.readouterr().err

    def it_makes_some_documents_alone(self, house: Path) -> None:
        assert build("--only", "nota,brief-eerste-kamer") == 0
        assert sorted(built(house / "build/2025")) == ["brief-eerste-kamer.docx", "nota.docx"]

    def it_refuses_a_document_that_does_not_exist(
        self, house: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert build("--only", "noto") == 2
        assert "het document «noto» bestaat niet; bedoelde u «nota»?" in capsys.readouterr().err

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems want names in Unicode")
    def it_takes_folders_whose_names_are_no_utf_8(
        self, house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(house / "cache"))
        (house / "content").rename(house / "te\udcffksten")
        arguments = ["build", "--content", "te\udcffksten", "--out", "uit\udcfe", "--json"]

        assert run([*arguments, "--soffice", "geen", "--pages", "auto"]) == 0
        assert "uit\\udcfe/nota.docx" in [
            file["path"] for file in json.loads(capsys.readouterr().out)["files"]
        ]
        (house / "te\udcffksten/2025/nota.md").unlink()
        assert run(arguments) == 2
        (problem,) = json.loads(capsys.readouterr().out)["problems"]
        assert problem["path"] == "te\\udcffksten/2025/nota.md"

    def it_tells_each_problem_in_one_line(self, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (house / "content/2025/figures.yml").write_text("figures:\n  a: |\n    een\n    twee\n")
        assert build() == 2
        first = capsys.readouterr().err.splitlines()[0]
        assert first.startswith("content/2025/figures.yml:2:6: hier hoort een blok")
        assert first.endswith("; nu staat er: een\\ntwee\\n")

    def it_writes_where_it_is_told_to(self, house: Path) -> None:
        assert build("--out", "elders/hier") == 0
        assert sorted(built(house / "elders/hier")) == FOUR
        assert not (house / "build").exists()

    def it_tells_a_program_what_it_made(self, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert build("--json") == 0
        result = json.loads(capsys.readouterr().out)
        assert result["schema_version"] == 1
        assert [file["path"] for file in result["files"]] == [f"build/2025/{name}" for name in FOUR]
        assert result["files"][3]["size"] == len((house / "build/2025/rapport.docx").read_bytes())

    def it_gives_the_same_bytes_anywhere_and_any_time(self, house: Path, project: Path) -> None:
        def elsewhere(folder: str, **environment: str) -> dict[str, bytes]:
            command = [sys.executable, "-m", "jvom", "build", "--no-check", "--pages", "estimate"]
            # A folder in which the files were made in another order.
            moved = house / folder / "kopie"
            for path in sorted(house.joinpath("content").rglob("*"), reverse=True):
                if path.is_file():
                    target = moved / path.relative_to(house / "content")
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, target)
            out = house / folder / "uit"
            command = [*command, "--out", str(out), "--content", str(moved), "--templates", "templates"]
            env = {**os.environ, "PYTHONPATH": str(project), **environment}
            subprocess.run(command, check=True, env=env, capture_output=True, cwd=house)
            return built(out)

        first = elsewhere("a", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1")
        second = elsewhere("b", TZ="America/Lima", LC_ALL="nl_NL.UTF-8", PYTHONHASHSEED="2")
        assert first == second

    def it_honours_source_date_epoch(self, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        build("--out", "a")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
        build("--out", "b")
        from docx import Document

        assert Document(str(house / "a/nota.docx")).core_properties.created.year == 2026
        assert Document(str(house / "b/nota.docx")).core_properties.created.year == 2001

    @pytest.mark.parametrize("moment", ["abc", "-5", "1.5", "99999999999999999", "253402300800", "²"])
    def it_refuses_a_source_date_epoch_that_is_no_moment(
        self, house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, moment: str
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        for command in ("build", "seal"):
            assert run([command]) == 2
            assert capsys.readouterr().err == (
                f"SOURCE_DATE_EPOCH: «{moment}» is geen aantal seconden sinds 1970; "
                "geef een getal, of laat het weg\n"
            )

    def it_tells_of_documents_of_an_earlier_time(
        self, house: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        build("--public")
        assert "Niet van deze keer" not in capsys.readouterr().err
        for name in ("nota.pdf", "brief-senaat.docx", "openbaar/oud.pdf", "~$nota.docx", "notitie.txt"):
            (house / "build/2025" / name).write_bytes(b"eerder")
        build("--public")
        assert capsys.readouterr().err.splitlines()[-2] == (
            "Niet van deze keer, en dus misschien anders: build/2025/brief-senaat.docx, "
            "build/2025/nota.pdf, build/2025/openbaar/oud.pdf"
        )

    def it_puts_concept_on_a_draft(self, house: Path) -> None:
        import zipfile

        assert build("--draft") == 0
        for name in FOUR:
            with zipfile.ZipFile(house / "build/2025" / name) as package:
                headers = [part for part in package.namelist() if part.startswith("word/header")]
                assert headers
                assert all("CONCEPT" in package.read(part).decode() for part in headers)


class Describe_a_build_that_cannot_run:
    def it_tells_every_problem_of_texts_data_and_templates_in_order_and_touches_nothing(
        self, house: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        build()
        before = built(house / "build/2025")
        capsys.readouterr()
        (house / "content/2025/rapport/slotbeschouwing.md").write_text(
            "---\ntitle: Slot\n---\n\n<b>vet</b> {{ weg }}\n"
        )
        (house / "content/2025/figures.yml").write_text(
            "figures: {x: {type: count, value: veel, source: y}}\n"
        )
        (house / "templates/nota.docx").write_bytes(b"geen zip")
        assert build() == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        lines = captured.err.splitlines()
        assert [line.split(": ")[0] for line in lines] == [
            "content/2025/figures.yml:1:35",
            "content/2025/rapport/slotbeschouwing.md:5:1",
            "content/2025/rapport/slotbeschouwing.md:5:7",
            "templates/nota.docx",
        ]
        assert built(house / "build/2025") == before

    def it_tells_those_of_arguments_and_settings_with_them(
        self, house: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (house / "content/jvom.yml").write_text("onzin: ja\n")
        with (house / "content/2025/nota.md").open("a") as nota:
            nota.write("\n{{ weg }}\n")
        assert run(["build", "--pages", "foo", "--only", "bar"]) == 2
        places = [line.split(":")[0] for line in capsys.readouterr().err.splitlines()]
        assert places == ["--only", "--pages", "content/2025/nota.md", "content/jvom.yml"]

    def it_tells_a_program_the_problems_too(self, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (house / "content/2025/nota.md").unlink()
        assert build("--json") == 2
        (problem,) = json.loads(capsys.readouterr().out)["problems"]
        assert problem["path"] == "content/2025/nota.md"

    def it_does_not_build_what_must_not_be_sent(
        self, house: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = house / "content/2025/rapport/slotbeschouwing.md"
        path.write_text(path.read_text() + "\nDe missie eindigt op d.d. XX.\n")
        assert build() == 1
        assert not (house / "build").exists()
        assert "slotbeschouwing.md:" in capsys.readouterr().err
        assert build("--no-check") == 0
        assert build("--draft") == 0

    def it_names_a_year_that_is_near(self, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert build("2024") == 2
        assert capsys.readouterr().err == ("content/2024: er is geen dossier van 2024; bedoelde u «2025»?\n")

    def it_says_where_content_should_be(self, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
        shutil.rmtree(house / "content")
        assert build() == 2
        assert capsys.readouterr().err.startswith("content: deze map bestaat niet; ga naar de map")


class Describe_the_command_line:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["bouw"], "het commando «bouw» bestaat niet; "),
            (["bild"], "het commando «bild» bestaat niet; bedoelde u «build»?"),
            (["build", "--dratf"], "de optie --dratf bestaat niet; bedoelde u «--draft»?"),
            (["build", "vorig"], "vorig: dit is geen jaar; noem een jaar, zoals 2025"),
            (["seal", "2025/"], "2025/: dit is geen jaar; noem een jaar, zoals 2025"),
            (["check", "2025", "2024"], "2025 2024: dit is meer dan één jaar; noem een jaar"),
            (["check", "--as-of", "20-5-2026"], "--as-of: «20-5-2026» is geen datum zoals 2026-05-20"),
            (["check", "--text", "content"], "content: dit is een map; noem de bestanden die erin staan"),
            (["check", "--text"], "--text: hier ontbreken de bestanden; noem ze, zoals «jvom check --text"),
            (["build", "--pages", "foo"], "--pages: deze optie kent geen «foo»; kies uit: "),
            (["seal", "--pages", "auto"], "--pages: deze optie kent geen «auto»; kies uit: "),
            (["build", "--out"], "achter --out ontbreekt de waarde; zie --help"),
            (["build", "--pdf=ja"], "achter --pdf hoort geen waarde; zie --help"),
            (["build", "2025", "nota", "x"], "hier staat te veel: nota x; zie --help"),
            (["verify"], "hier ontbreekt BESTAND; zie --help"),
            (["rule"], "hier ontbreekt REGEL; zie --help"),
            (
                ["build", "--only", "rapport,", "nota"],
                "--only: achter «rapport,» ontbreekt een naam; typ geen spatie achter een komma",
            ),
            (["check", "--select", "MAN, ", "RES"], "--select: achter «MAN, » ontbreekt een naam; typ geen"),
            (["--lang", "de", "build"], "--lang kent geen «de»; kies nl of en"),
            (["check", "vorig"], "vorig: dit is geen jaar; noem een jaar"),
            (["check", "--as-of", "2026-02-30"], "--as-of: de datum 2026-02-30 bestaat niet"),
        ],
    )
    def it_says_what_is_wrong_with_arguments(
        self, house: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
    ) -> None:
        assert run(arguments) == 2
        captured = capsys.readouterr()
        assert captured.err.startswith(said)
        assert captured.out == ""

    def it_helps_in_dutch(self, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert build("--help") == 0
        text = capsys.readouterr().out
        assert text.startswith("Gebruik: jvom build [OPTIES] [JAAR]")
        assert "Opties:" in text
        assert "Toont deze uitleg." in text

    def it_helps_in_dutch_with_what_must_be_there(
        self, house: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["rule", "--help"]) == 0
        text = capsys.readouterr().out
        assert "[verplicht]" in text
        assert "required" not in text

    @pytest.mark.parametrize(
        ("shell", "status", "said"),
        [
            ("bash", 0, "Het aanvullen met Tab staat aan ("),
            (None, 2, "aanvullen met Tab kan alleen in bash, zsh, fish en PowerShell"),
        ],
    )
    def it_says_in_dutch_that_completion_is_installed(
        self,
        house: Path,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        shell: str | None,
        status: int,
        said: str,
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: shell)
        assert run(["--install-completion"]) == status
        captured = capsys.readouterr()
        assert (captured.out + captured.err).startswith(said)
        assert "completion installed" not in captured.out

    @pytest.mark.parametrize(
        "arguments", [["--lang", "en", "build", "--help"], ["build", "--help", "--lang=en"]]
    )
    def it_helps_in_english_when_asked(
        self, house: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
    ) -> None:
        assert run(arguments) == 0
        text = capsys.readouterr().out
        assert text.startswith("Usage: jvom build [OPTIONS] [YEAR]")

    def it_speaks_english_in_an_english_locale(
        self, house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANG", "en_GB.UTF-8")
        assert build("2024") == 2
        assert "did you mean «2025»?" in capsys.readouterr().err

    def it_shows_help_when_nothing_is_asked(self, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run([]) == 2
        assert "Commando's:" in capsys.readouterr().out

    def it_never_shows_a_traceback_unless_asked(
        self, house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object, **__: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("jvom.cli.build.deliver", broken)
        assert build() == 2
        assert capsys.readouterr().err.splitlines()[-1] == (
            "dit is een fout van jvom zelf (ZeroDivisionError); herhaal het met --debug en meld wat er staat"
        )
        assert build("--debug") == 2
        assert "Traceback" in capsys.readouterr().err

    def it_says_that_it_was_stopped(
        self, house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stopped(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("jvom.cli.build.deliver", stopped)
        assert build() == 130
        assert "afgebroken; de bestanden die er al stonden zijn onveranderd" in capsys.readouterr().err

    def it_draws_on_a_terminal_only_and_without_colours_when_asked(
        self, house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build()
        assert "\x1b[" not in capsys.readouterr().out
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        build()
        assert "\x1b[" in capsys.readouterr().out
        monkeypatch.setenv("NO_COLOR", "1")
        build()
        assert "\x1b[" not in capsys.readouterr().out

    def it_tells_its_version_with_nothing_of_what_the_verbs_need(self, project: Path) -> None:
        code = (
            "import sys; sys.argv = ['jvom', '--version']\n"
            "from jvom.__main__ import main; main(); print(*sys.modules)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
        )
        version, modules = done.stdout.splitlines()
        assert version.startswith("jvom ")
        assert not {"typer", "docx", "msgspec", "yaml", "re"} & set(modules.split())

    @pytest.mark.parametrize(
        ("arguments", "verbs"),
        [(["rule", "MAN001"], {"rule"}), (["schema", "--help"], {"schema"}), (["--help"], set(VERBS))],
    )
    def it_imports_no_verb_but_the_one_that_is_typed(
        self, project: Path, arguments: list[str], verbs: set[str]
    ) -> None:
        code = f"import sys; from jvom.cli.app import run\nrun({arguments}); print(); print(*sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
        )
        modules = set(done.stdout.splitlines()[-1].split())
        room = "jvom.cli.verbs."
        assert {name.removeprefix(room) for name in modules if name.startswith(room)} == verbs
        # Help needs nothing of what does the work.
        assert "--help" not in arguments or not modules & {"jvom.checks", "docx", "lxml", "yaml"}

    @pytest.mark.parametrize(
        ("shell", "environment"),
        [
            ("bash", {"COMP_WORDS": "jvom bu", "COMP_CWORD": "1"}),
            ("zsh", {"_TYPER_COMPLETE_ARGS": "jvom bu"}),
            ("fish", {"_TYPER_COMPLETE_ARGS": "jvom bu", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}),
        ],
    )
    def it_completes_in_the_shell(self, house: Path, shell: str, environment: dict[str, str]) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "jvom"],
            env={**os.environ, "_JVOM_COMPLETE": f"complete_{shell}", **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        assert "build" in done.stdout
        assert "templates" not in done.stdout


class Describe_the_check_before_a_build:
    def it_does_not_pass_when_a_rule_is_broken(
        self, house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
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
        assert not (house / "build").exists()

    def it_reads_on_the_day_of_presentation(self, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from jvom.checks import run as checks_run

        days = []
        check = checks_run.check_before_build

        def noted(dossier: Dossier, settings: Settings, as_of: date) -> Report:
            days.append(as_of)
            return check(dossier, settings, as_of)

        monkeypatch.setattr(checks_run, "check_before_build", noted)
        assert build() == 0
        assert days == [date(2026, 5, 20)]

    def it_says_nothing_of_page_numbers_that_nothing_prints(
        self, house: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert build("--only", "nota") == 0
        assert "paginanummers" not in capsys.readouterr().err


class Describe_a_check_that_cannot_run:
    def it_tells_all_problems_at_once_too(self, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (house / "content/2025/rapport/slotbeschouwing.md").write_text(
            "---\ntitle: Slot\n---\n\n<b>vet</b> en {{ weg }}.\n"
        )
        assert run(["check"]) == 2
        places = [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()]
        assert places[:2] == [
            "content/2025/rapport/slotbeschouwing.md:5:1",
            "content/2025/rapport/slotbeschouwing.md:5:7",
        ]
        assert "content/2025/rapport/slotbeschouwing.md:5:15" in places
