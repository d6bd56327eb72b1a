# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The Typer app: a list of verbs, each a file of its own in `verbs`, and how a run ends."""

# No `from __future__ import annotations` here: Typer evaluates the annotations of the verbs, and their help
# texts exist only once the language is known.

import os
import sys
from importlib import import_module
from typing import Annotated

import typer
from typer.exceptions import TyperException

from jvom import __version__
from jvom.cli.arguments import GlobalOptions, usage_message
from jvom.cli.help import group_class
from jvom.cli.language import chosen, translator
from jvom.cli.options import Options
from jvom.cli.status import Status
from jvom.cli.terminal import NobodyReads, OutputLost, Terminal
from jvom.messages import Message, msg
from jvom.source import CannotRun

_LOST = msg("naar de uitvoer kan niet geschreven worden; maak ruimte, of geef een ander bestand")
_STOPPED = msg("afgebroken; de bestanden die er al stonden zijn onveranderd")

_STANDARD_ERROR = 2

VERBS = ("build", "check", "seal", "verify", "rule", "rules", "templates", "schema")


def run(arguments: list[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 findings, 2 could not run."""
    _open_what_is_closed()
    options = GlobalOptions(arguments)
    language = chosen(options.language, os.environ)
    terminal = Terminal(translator(language), language=language, debug=options.debug)
    if sys.stdout is None:  # closed before the run began, as with >&-
        terminal.tell(_LOST)
        return Status.COULD_NOT_RUN
    if options.problem is not None:
        terminal.tell(options.problem)
        return Status.COULD_NOT_RUN
    try:
        terminal.prepare()
        verb = next((word for word in options.rest[:1] if word in VERBS), "")
        status = _answer(app(terminal, only=verb), options.rest, terminal)
        terminal.flush()
    except TyperException as error:
        terminal.tell(usage_message(error, VERBS))
    except (KeyboardInterrupt, typer.Abort):
        terminal.tell(_STOPPED)
        return Status.INTERRUPTED
    except OutputLost as error:
        # What still waits to be written goes nowhere, so that the end of the run does not trip over it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if isinstance(error, NobodyReads):
            return Status.DONE
        terminal.tell(_LOST)
    except Exception as error:  # what is not the user's to mend is a bug: told, not thrown at them
        terminal.bug(error)
    else:
        if status == Status.INTERRUPTED:  # Typer's own answer to Ctrl-C
            terminal.tell(_STOPPED)
        return status or Status.DONE
    return Status.COULD_NOT_RUN


def _open_what_is_closed() -> None:
    """Open on nothing what was closed before the run began, as standard error with ``2>&-``.

    Else the first file that is opened would take its place, and what programs complain of.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        pass
    os.close(handle)
    if sys.stderr is None:  # and it stays open as long as the run
        sys.stderr = open(_STANDARD_ERROR, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115


def _answer(app: typer.Typer, words: list[str], terminal: Terminal) -> int | None:
    """Run the verb that was typed, and return its exit status; what keeps it from running is told."""
    try:
        status: int | None = app(words, prog_name="jvom", standalone_mode=False)
    except CannotRun as error:
        terminal.refuse(error.problems)
        return Status.COULD_NOT_RUN
    return status


def app(terminal: Terminal, only: str = "") -> typer.Typer:
    """Return the app, its help in the terminal's language.

    With the verb that was typed as `only`, it knows no other: each takes Typer a moment to make.
    """
    options = Options(terminal)
    say, option = options.say, options.option
    made = typer.Typer(
        cls=group_class(terminal),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=say(
            msg("Maakt het dossier van de voortgangsrapportage overige missiebijdragen en leest het na.")
        ),
        invoke_without_command=True,
        options_metavar=say(msg("[OPTIES]")),
        subcommand_metavar=say(msg("COMMANDO")),
        context_settings={"help_option_names": ["--help", "-h"]},
    )

    @made.callback()
    def every_verb(
        context: typer.Context,
        version: Annotated[bool, option("--version", text=msg("Toont de versie."), is_eager=True)] = False,
        lang: Annotated[str, option("--lang", metavar=Message("nl|en"), text=msg("De taal van jvom."))] = "",
        debug: Annotated[bool, option("--debug", text=msg("Toont waar een fout van jvom zelf zit."))] = False,
    ) -> None:
        del lang, debug  # GlobalOptions has taken them out; they are here for the help
        if version:
            terminal.say(f"jvom {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            terminal.say(context.get_help())
            raise typer.Exit(Status.COULD_NOT_RUN)

    for name in [only] if only else VERBS:
        import_module(f"jvom.cli.verbs.{name}").register(made, options, terminal)
    return made
