# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The app: the table of verbs, each a file in `verbs`, and how a run ends."""

# No `from __future__ import annotations` here: Typer evaluates the annotations of the callback, whose options
# are local values.

import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Annotated

import typer
from typer.exceptions import TyperException

from jvom import __version__
from jvom.cli.commands import add_commands
from jvom.cli.global_options import GlobalOptions
from jvom.cli.help import group_class
from jvom.cli.interruption import report_interruption
from jvom.cli.language import choose_language, translator
from jvom.cli.status import Status
from jvom.cli.terminal import OutputLost, ReaderGone, Terminal
from jvom.interrupts import was_interrupted
from jvom.messages import msg
from jvom.source import CannotRun, is_known, unreadable

_LOST = msg("naar de uitvoer kan niet geschreven worden; maak ruimte, of geef een ander bestand")
_NO_MEMORY = msg("er is te weinig geheugen; sluit andere programma's, of kijk of een bestand te groot is")

_STANDARD_ERROR = 2

# In the order of the help.
VERBS = (
    "init",
    "new",
    "preview",
    "build",
    "check",
    "compare",
    "status",
    "approve",
    "agenda",
    "export",
    "import",
    "seal",
    "verify",
    "rule",
    "rules",
    "templates",
    "schema",
    "lsp",
)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status."""
    _open_closed_streams()
    options = GlobalOptions(arguments)
    language = choose_language(options.language, os.environ)
    terminal = Terminal(translator(language), language=language, debug=options.debug)
    terminal.for_program = options.for_program
    if sys.stdout is None:  # closed before the run began, as with >&-
        terminal.inform(_LOST)
        return Status.COULD_NOT_RUN
    if options.problem is not None:
        terminal.refuse(options.problem)
        return Status.COULD_NOT_RUN
    try:
        terminal.set_encoding()
        verb = next((word for word in options.rest[:1] if word in VERBS), "")
        status = _run_verb(make_app(terminal, only=verb), options.rest, terminal)
        terminal.flush()
    except TyperException as error:
        from jvom.cli.usage_errors import usage_message

        terminal.refuse(usage_message(error, VERBS))
    except (KeyboardInterrupt, typer.Abort):
        return report_interruption(terminal)
    except OutputLost as error:
        # What is still buffered goes nowhere, so that flushing it at the end of the run does not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if isinstance(error, ReaderGone):
            return Status.DONE
        terminal.inform(_LOST)
    except MemoryError:
        terminal.refuse(_NO_MEMORY)
    except Exception as error:  # what no user can mend is a bug, and gets a message of its own
        if was_interrupted():  # and Python made this error of it
            return report_interruption(terminal)
        terminal.report_bug(error)
    else:
        if status == Status.INTERRUPTED:  # Typer's own answer to Ctrl-C
            return report_interruption(terminal)
        return status or Status.DONE
    return Status.COULD_NOT_RUN


def _open_closed_streams() -> None:
    """Open the null device for each standard stream that is closed, as standard error is after ``2>&-``.

    Otherwise the first file that is opened would get its number, and receive what programs write there.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        pass
    os.close(handle)
    if sys.stderr is None:  # open for as long as the run
        sys.stderr = open(_STANDARD_ERROR, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115


def _run_verb(app: typer.Typer, words: list[str], terminal: Terminal) -> int | None:
    """Run the verb that was typed, or report why it can't run, and return the exit status."""
    try:
        status: int | None = app(words, prog_name="jvom", standalone_mode=False)
    except CannotRun as error:
        terminal.report_problems(error.problems)
        return Status.COULD_NOT_RUN
    except OSError as error:
        # A file that went away, or a folder that was closed, between two looks at it.
        if terminal.debug or not error.filename or not is_known(error):
            raise
        terminal.report_problems([unreadable(os.fsdecode(error.filename), error)])
        return Status.COULD_NOT_RUN
    return status


def make_app(terminal: Terminal, only: str = "") -> typer.Typer:
    """Return the app, its help in the terminal's language; with `only`, it knows no other verb than that."""
    say = terminal.translated
    app = typer.Typer(
        cls=group_class(terminal),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=say(msg("Maakt van teksten en gegevens een dossier voor de Kamers, en leest het na.")),
        invoke_without_command=True,
        options_metavar=say(msg("[OPTIES]")),
        subcommand_metavar=say(msg("COMMANDO")),
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    version_option, lang_option, debug_option = (
        typer.Option(f"--{name}", help=say(text), show_default=False, **more)
        for name, text, more in (
            ("version", msg("Toont de versie."), {"is_eager": True}),
            ("lang", msg("De taal van jvom."), {"metavar": "nl|en"}),
            ("debug", msg("Toont waar een fout van jvom zelf zit."), {}),
        )
    )

    @app.callback()
    def without_verb(
        context: typer.Context,
        version: Annotated[bool, version_option] = False,
        lang: Annotated[str, lang_option] = "",
        debug: Annotated[bool, debug_option] = False,
    ) -> None:
        del lang, debug  # GlobalOptions has read them; they are declared for the help only
        if version:
            terminal.write(f"jvom {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            terminal.write(context.get_help())
            raise typer.Exit(Status.COULD_NOT_RUN)

    # Only what was typed: each verb takes a moment to import and to make a command of.
    names = [only] if only else VERBS
    add_commands(app, {name: import_module(module_of(name)).VERB for name in names}, terminal)
    return app


def module_of(verb: str) -> str:
    """Return the module of a verb; Python has a word of its own for one of them."""
    return f"jvom.cli.verbs.{verb}{'_' if iskeyword(verb) else ''}"
