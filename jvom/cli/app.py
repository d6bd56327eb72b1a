# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The Typer app: the verbs and their options, in the user's language; what each does is a file of its own."""

# No `from __future__ import annotations` here: Typer evaluates the annotations of the verbs, and their help
# texts exist only once the language is known.

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from typer.exceptions import TyperException

from jvom import __version__
from jvom.cli.arguments import GlobalOptions, usage_message
from jvom.cli.help import command_class, group_class
from jvom.cli.language import chosen, translator
from jvom.cli.terminal import Terminal
from jvom.messages import Message, msg
from jvom.source import CannotRun

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
INTERRUPTED = 130

Verb = TypeVar("Verb", bound=Callable[..., int])

VERBS = ("build", "templates", "schema")


def run(arguments: list[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 findings, 2 could not run."""
    options = GlobalOptions(arguments)
    terminal = Terminal(translator(chosen(options.language, os.environ)))
    if options.problem is not None:
        terminal.tell(options.problem)
        return COULD_NOT_RUN
    try:
        status: int | None = app(terminal)(options.rest, prog_name="jvom", standalone_mode=False)
    except TyperException as error:
        terminal.tell(usage_message(error, VERBS))
    except CannotRun as error:
        if "--json" in options.rest:
            terminal.json_problems(error.problems)
        else:
            terminal.complain(error.problems)
    except (KeyboardInterrupt, typer.Abort):
        terminal.tell(msg("afgebroken; de bestanden die er al stonden zijn onveranderd"))
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # who reads us has gone: nothing more to say
        return DONE
    except Exception as error:  # what is not the user's to mend is a bug: told, not thrown at them
        terminal.bug(error, options.debug)
    else:
        return status or DONE
    return COULD_NOT_RUN


def app(terminal: Terminal) -> typer.Typer:
    """Return the app, its help in the terminal's language."""
    command = command_class(terminal.translate)

    def say(message: Message) -> str:
        return message.format(terminal.translate)

    def option(*names: str, text: Message, **more: Any) -> Any:
        return typer.Option(*names, help=say(text), show_default=False, **more)

    def verb(name: str, text: Message) -> Callable[[Verb], Verb]:
        return made.command(name, cls=command, help=say(text), options_metavar=say(msg("[OPTIES]")))

    year = typer.Argument(
        metavar="JAAR", help=say(msg("Het jaar van het dossier; zonder jaar het nieuwste."))
    )
    content = option(metavar="MAP", text=msg("De map met de teksten (anders: content)."))
    templates = option(metavar="MAP", text=msg("De map met de Word-sjablonen (anders: templates)."))
    json = option("--json", text=msg("Geeft het resultaat voor een programma."))

    made = typer.Typer(
        cls=group_class(terminal.translate),
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
        lang: Annotated[str, option("--lang", metavar="nl|en", text=msg("De taal van jvom."))] = "",
        debug: Annotated[bool, option("--debug", text=msg("Toont waar een fout van jvom zelf zit."))] = False,
    ) -> None:
        del lang, debug  # GlobalOptions has taken them out; they are here for the help
        if version:
            terminal.say(f"jvom {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            terminal.say(context.get_help())
            raise typer.Exit(COULD_NOT_RUN)

    @verb("build", msg("Maakt de brieven, de nota en het rapport als Word-documenten."))
    def build(
        year: Annotated[int | None, year] = None,
        only: Annotated[
            str, option(metavar="NAAM,...", text=msg("Alleen deze documenten, zoals rapport,nota."))
        ] = "",
        out: Annotated[
            Path | None, option(metavar="MAP", text=msg("De map voor de documenten (anders: build/<jaar>)."))
        ] = None,
        content: Annotated[Path, content] = Path("content"),
        templates: Annotated[Path, templates] = Path("templates"),
        draft: Annotated[bool, option("--draft", text=msg("Zet CONCEPT op elke bladzijde."))] = False,
        json: Annotated[bool, json] = False,
    ) -> int:
        from jvom.cli.build import Request
        from jvom.cli.build import build as build_dossier

        names = tuple(name.strip() for name in only.split(",") if name.strip())
        return build_dossier(
            terminal,
            Request(
                year=year, only=names, out=out, content=content, templates=templates, draft=draft, json=json
            ),
        )

    @verb("templates", msg("Toont wat de sjablonen moeten hebben en gaat na of zij dat hebben."))
    def verify_templates(
        templates: Annotated[Path, templates] = Path("templates"),
        json: Annotated[bool, json] = False,
    ) -> int:
        from jvom.cli.templates import templates as show_templates

        return show_templates(terminal, templates, json)

    @verb("schema", msg("Schrijft de schema's waarmee een editor de gegevensbestanden aanvult en nakijkt."))
    def write_schemas(
        out: Annotated[
            Path, option(metavar="MAP", text=msg("De map voor de schema's (anders: schema)."))
        ] = Path("schema"),
    ) -> int:
        from jvom.cli.schema import schema

        return schema(terminal, out)

    return made
