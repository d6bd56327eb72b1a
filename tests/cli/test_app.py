# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The command line as a user types it: help, mistakes, languages, completion, and its imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jvom.cli.app import VERBS, module_of, run


def build(*arguments: str) -> int:
    """Build without a layout engine: these tests do not depend on pages."""
    return run(["build", "--pages", "estimate", *arguments])


class Describe_the_command_line:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["bouw"], "het commando «bouw» bestaat niet; "),
            (["bild"], "het commando «bild» bestaat niet; bedoelde u «build»?"),
            (["build", "--dratf"], "de optie --dratf bestaat niet; bedoelde u «--draft»?"),
            (["build", "vorig"], "vorig: dit is geen dossier; kies uit: 2025"),
            (["check", "nota.docx"], "nota.docx: dit is geen dossier; noem een dossier, zoals 2025"),
            (["seal", "content/vorig/"], "vorig: dit is geen dossier; kies uit: 2025"),
            (["check", "2025", "2024"], "2025 2024: dit is meer dan één dossier; noem een dossier"),
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
            (["check", "vorig"], "vorig: dit is geen dossier; kies uit: 2025"),
            (["check", "--as-of", "2026-02-30"], "--as-of: de datum 2026-02-30 bestaat niet"),
        ],
    )
    def it_says_what_is_wrong_with_arguments(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
    ) -> None:
        assert run(arguments) == 2
        captured = capsys.readouterr()
        assert captured.err.startswith(said)
        assert captured.out == ""

    def it_shows_help_in_dutch(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert build("--help") == 0
        text = capsys.readouterr().out
        assert text.startswith("Gebruik: jvom build [OPTIES] [DOSSIER]")
        assert "Opties:" in text
        assert "Toont deze uitleg." in text

    def it_marks_what_is_required_in_dutch(self, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
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
        workspace: Path,
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
    def it_shows_help_in_english_when_asked(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
    ) -> None:
        assert run(arguments) == 0
        text = capsys.readouterr().out
        assert text.startswith("Usage: jvom build [OPTIONS] [DOSSIER]")

    def it_speaks_english_in_an_english_locale(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANG", "en_GB.UTF-8")
        assert build("2024") == 2
        assert "choose from: 2025" in capsys.readouterr().err

    def it_shows_help_when_nothing_is_asked(
        self, workspace: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run([]) == 2
        assert "Commando's:" in capsys.readouterr().out

    def it_never_shows_a_traceback_unless_asked(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object, **__: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("jvom.files.deliver", broken)
        assert build() == 2
        assert capsys.readouterr().err.splitlines()[-1] == (
            "dit is een fout van jvom zelf (ZeroDivisionError); herhaal het met --debug en meld wat er staat"
        )
        assert build("--debug") == 2
        assert "Traceback" in capsys.readouterr().err

    def it_reports_that_it_was_stopped(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stopped(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("jvom.files.deliver", stopped)
        assert build() == 130
        assert "afgebroken; de bestanden die er al stonden zijn onveranderd" in capsys.readouterr().err

    @pytest.mark.parametrize(
        "arguments",
        [["build", "--json", "--onzin"], ["build", "--onzin", "--json"], ["seal", "--json", "--out"],
         ["verify", "--json"], ["bouw", "--json"], ["build", "--json", "--lang", "fr"],
         ["check", "--output-format", "json", "--onzin"], ["check", "--onzin", "--output-format=json"],
         ["templates", "x", "--json"]],
        ids=" ".join,
    )  # fmt: skip
    def it_tells_a_program_in_json_of_a_wrong_call(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
    ) -> None:
        assert run(arguments) == 2
        said = capsys.readouterr()
        (problem,) = json.loads(said.out)["problems"]
        assert problem["message"]
        assert said.err == ""

    def it_tells_a_program_in_json_of_a_bug(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object, **__: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("jvom.files.deliver", broken)
        assert build("--json") == 2
        (problem,) = json.loads(capsys.readouterr().out)["problems"]
        assert "fout van jvom zelf (ZeroDivisionError)" in problem["message"]

    def it_draws_on_a_terminal_only_and_without_colours_when_asked(
        self, workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
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

    def it_shows_its_version_without_importing_what_verbs_need(self, project: Path) -> None:
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
        assert {name for name in modules if name.startswith(room)} == set(map(module_of, verbs))
        # Help needs no module that does the work.
        assert "--help" not in arguments or not modules & {"jvom.checks", "docx", "lxml", "yaml"}

    @pytest.mark.parametrize(
        ("shell", "environment"),
        [
            ("bash", {"COMP_WORDS": "jvom bu", "COMP_CWORD": "1"}),
            ("zsh", {"_TYPER_COMPLETE_ARGS": "jvom bu"}),
            ("fish", {"_TYPER_COMPLETE_ARGS": "jvom bu", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}),
        ],
    )
    def it_completes_in_the_shell(self, workspace: Path, shell: str, environment: dict[str, str]) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "jvom"],
            env={**os.environ, "_JVOM_COMPLETE": f"complete_{shell}", **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        assert "build" in done.stdout
        assert "templates" not in done.stdout
