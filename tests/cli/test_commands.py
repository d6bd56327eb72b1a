# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A verb is declared once: in its file, and by name in the table."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import pytest
import typer

from jvom.cli.app import VERBS, module_of
from jvom.cli.arguments import one_of, read_names
from jvom.cli.commands import add_commands, declared_fields
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun
from tests.conftest import PROJECT

# What does the work: slow to import, and not needed to declare or to explain a verb.
HEAVY = (
    *("jvom.checks", "jvom.documents", "jvom.dutch", "jvom.layout", "jvom.output", "jvom.plan"),
    *("jvom.reading", "jvom.resolving", "jvom.sealing", "jvom.word", "jvom.model", "jvom.files"),
    *("babel", "docx", "hashlib", "lxml", "markdown_it", "rich", "typer", "yaml"),
)


class PackOptions(Options, frozen=True, kw_only=True):
    parcel: Annotated[Path, Argument(msg("Wat erin moet."), msg("PAKJE"))]
    more: Annotated[tuple[str, ...], Argument(msg("Wat er nog in moet."), msg("[MEER ...]"))] = ()
    only: Annotated[tuple[str, ...], Option(msg("Alleen deze."), msg("NAAM,..."), read=read_names)] = (
        "alles",
    )
    size: Annotated[str, Option(msg("Hoe groot."), read=one_of(("klein", "groot")))] = "groot"
    no_string: Annotated[bool, Option(msg("Zonder touw."))] = False
    to: Annotated[Path | None, Option(msg("Waarheen."), msg("MAP"))] = None
    json: Annotated[bool, Option(msg("Voor een programma."), hidden=True)] = False


def app_with(options: type[Options], terminal: Terminal, got: list[Options]) -> typer.Typer:
    """Return an app with the verb `pak`, which adds the options that it gets to `got` and returns 7."""

    def run(_: Terminal, options: Options) -> int:
        got.append(options)
        return 7

    app = typer.Typer(rich_markup_mode=None)
    app.callback()(lambda: None)
    add_commands(app, {"pak": Verb(msg("Pakt in."), options, run)}, terminal)
    return app


def pack(*words: str) -> tuple[PackOptions, Terminal]:
    """Return the options that a verb gets for these words, and the terminal it gets them with."""
    got: list[Options] = []
    terminal = Terminal(lambda text: text)
    assert app_with(PackOptions, terminal, got)(["pak", *words], standalone_mode=False) == 7
    assert isinstance(got[0], PackOptions)
    return got[0], terminal


class Describe_a_command:
    def it_gives_a_verb_its_options_with_the_defaults_of_the_struct(self) -> None:
        options, _ = pack("doos")
        assert options == PackOptions(parcel=Path("doos"))
        assert isinstance(options.parcel, Path)

    def it_gives_a_verb_what_was_typed_as_the_types_of_its_fields(self) -> None:
        words = "doos a b --only x,y --size klein --no-string --to weg"
        assert pack(*words.split())[0] == PackOptions(
            parcel=Path("doos"),
            more=("a", "b"),
            only=("x", "y"),
            size="klein",
            no_string=True,
            to=Path("weg"),
        )

    def it_keeps_all_problems_of_values_for_the_verb(self) -> None:
        options, _ = pack("doos", "--only", "x,", "--size", "klien", "--no-string")
        assert [str(problem.span) for problem in options.problems] == ["--only", "--size"]
        assert str(options.problems[1].advice) == "bedoelde u «klein»?"
        assert (options.only, options.size, options.no_string) == (("alles",), "groot", True)

    def it_tells_the_terminal_whether_a_program_reads(self) -> None:
        assert not pack("doos")[1].for_program
        assert pack("doos", "--json")[1].for_program

    def it_shows_help_in_the_language_of_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        app_with(PackOptions, Terminal(str.upper), [])(["pak", "--help"], standalone_mode=False)
        shown = capsys.readouterr().out
        assert "--only NAAM,..." in shown
        assert "ALLEEN DEZE." in shown
        assert "--json" not in shown

    def it_refuses_an_invalid_value_without_a_default(self) -> None:
        class Needy(Options, frozen=True, kw_only=True):
            size: Annotated[str, Argument(msg("Hoe groot."), msg("MAAT"), read=one_of(("klein", "groot")))]

        got: list[Options] = []
        with pytest.raises(CannotRun, match="MAAT: deze optie kent geen «reus»"):
            app_with(Needy, Terminal(lambda text: text), got)(["pak", "reus"], standalone_mode=False)
        assert got == []


class Describe_the_table_of_verbs:
    def it_has_every_file_of_the_verbs(self) -> None:
        files = {path.stem for path in (PROJECT / "jvom/cli/verbs").glob("*.py")} - {"__init__"}
        assert sorted(map(module_of, VERBS)) == sorted(f"jvom.cli.verbs.{each}" for each in files)

    @pytest.mark.parametrize("name", VERBS)
    def it_names_files_that_declare_a_verb_whose_every_field_can_be_typed(self, name: str) -> None:
        verb = import_module(module_of(name)).VERB
        assert isinstance(verb, Verb)
        assert set(verb.options.__struct_fields__) - set(declared_fields(verb.options)) <= {
            "problems",
            "project",
            "json",
        }

    @pytest.mark.parametrize("name", VERBS)
    def it_imports_what_does_the_work_only_when_a_verb_runs(self, name: str) -> None:
        code = f"import sys, {module_of(name)}; print(*sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
        )
        assert set(done.stdout.split()).isdisjoint(HEAVY)
