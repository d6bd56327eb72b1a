# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The Typer app: the verbs and their options, in the user's language; what each does is a file of its own."""

# No `from __future__ import annotations` here: Typer evaluates the annotations of the verbs, and their help
# texts exist only once the language is known.

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from typer.exceptions import TyperException

from jvom import __version__
from jvom.cli.arguments import GlobalOptions, usage_message
from jvom.cli.help import command_class, group_class
from jvom.cli.language import chosen, translator
from jvom.cli.terminal import Terminal
from jvom.messages import Message, did_you_mean, msg
from jvom.source import CannotRun, Problem, Span

if TYPE_CHECKING:
    from jvom.cli.standby import Standby

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
INTERRUPTED = 130
_STOPPED = msg("afgebroken; de bestanden die er al stonden zijn onveranderd")

Verb = TypeVar("Verb", bound=Callable[..., int])

PAGES = ("auto", "exact", "approximate", "estimate")
EXACT = ("auto", "exact")
VERBS = ("build", "check", "seal", "verify", "rule", "rules", "templates", "schema")


def run(arguments: list[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 findings, 2 could not run."""
    options = GlobalOptions(arguments)
    terminal = Terminal(translator(chosen(options.language, os.environ)))
    if options.problem is not None:
        terminal.tell(options.problem)
        return COULD_NOT_RUN
    try:
        verb = next((word for word in options.rest[:1] if word in VERBS), "")
        status: int | None = app(terminal, options.debug, only=verb)(
            options.rest, prog_name="jvom", standalone_mode=False
        )
    except TyperException as error:
        terminal.tell(usage_message(error, VERBS))
    except CannotRun as error:
        if "--json" in options.rest:
            terminal.json_problems(error.problems)
        else:
            terminal.complain(error.problems)
    except (KeyboardInterrupt, typer.Abort):
        terminal.tell(_STOPPED)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # who reads us has gone: nothing more to say
        return DONE
    except Exception as error:  # what is not the user's to mend is a bug: told, not thrown at them
        terminal.bug(error, options.debug)
    else:
        if status == INTERRUPTED:  # Typer's own answer to Ctrl-C
            terminal.tell(_STOPPED)
        return status or DONE
    return COULD_NOT_RUN


def app(terminal: Terminal, debugging: bool = False, only: str = "") -> typer.Typer:
    """Return the app, its help in the terminal's language; `debugging` shows where a fault of jvom is.

    With the verb that was typed as `only`, it knows no other: each takes Typer a moment to make.
    """
    command = command_class(terminal.translate)

    def say(message: Message) -> str:
        return message.format(terminal.translate)

    def option(*names: str, text: Message, metavar: Message | None = None, **more: Any) -> Any:
        if metavar is not None:
            more["metavar"] = say(metavar)
        return typer.Option(*names, help=say(text), show_default=False, **more)

    def verb(name: str, text: Message) -> Callable[[Verb], Verb]:
        if only not in ("", name):
            return lambda function: function
        return made.command(name, cls=command, help=say(text), options_metavar=say(msg("[OPTIES]")))

    year = typer.Argument(
        metavar=say(msg("JAAR")), help=say(msg("Het jaar van het dossier; zonder jaar het nieuwste."))
    )
    content = option(metavar=msg("MAP"), text=msg("De map met de teksten (anders: content)."))
    templates = option(metavar=msg("MAP"), text=msg("De map met de Word-sjablonen (anders: templates)."))
    soffice = option(
        metavar=msg("PAD"), text=msg("Het programma van LibreOffice, als dat niet in PATH staat.")
    )
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
        lang: Annotated[str, option("--lang", metavar=Message("nl|en"), text=msg("De taal van jvom."))] = "",
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
            str, option(metavar=msg("NAAM,..."), text=msg("Alleen deze documenten, zoals rapport,nota."))
        ] = "",
        out: Annotated[
            Path | None,
            option(metavar=msg("MAP"), text=msg("De map voor de documenten (anders: build/<jaar>).")),
        ] = None,
        content: Annotated[Path, content] = Path("content"),
        templates: Annotated[Path, templates] = Path("templates"),
        draft: Annotated[bool, option("--draft", text=msg("Zet CONCEPT op elke bladzijde."))] = False,
        pages: Annotated[
            str,
            option(
                metavar=msg("SOORT"),
                text=msg(
                    "Hoe paginanummers bepaald worden: auto (zo goed als kan), exact, approximate, estimate."
                ),
            ),
        ] = "auto",
        pdf: Annotated[bool, option("--pdf", text=msg("Maakt van elk document ook een PDF."))] = False,
        soffice: Annotated[Path | None, soffice] = None,
        no_check: Annotated[
            bool, option("--no-check", text=msg("Slaat de controle op fouten over die eraan voorafgaat."))
        ] = False,
        public: Annotated[
            bool,
            option("--public", text=msg("Maakt ook de openbare versie, zonder persoonsgegevens.")),
        ] = False,
        json: Annotated[bool, json] = False,
    ) -> int:
        choice = _choice(pages)
        with _standby(choice, soffice, (content, templates), year, only, draft, public, pdf) as standby:
            from jvom.cli.build import Request
            from jvom.cli.build import build as build_dossier

            return build_dossier(
                terminal,
                Request(
                    year=year,
                    only=_names(only),
                    out=out,
                    content=content,
                    templates=templates,
                    draft=draft,
                    check=not no_check,
                    public=public,
                    pages=choice,
                    pdf=pdf,
                    soffice=soffice,
                    json=json,
                ),
                standby,
            )

    @verb("check", msg("Leest het dossier na als de strengste redacteur, jurist en rekenaar."))
    def check(
        subjects: Annotated[
            list[str] | None,
            typer.Argument(
                metavar=say(msg("[JAAR | BESTAND ...]")),
                help=say(
                    msg("Het jaar van het dossier (zonder jaar het nieuwste), of met --text bestanden.")
                ),
            ),
        ] = None,
        text: Annotated[
            bool,
            option("--text", text=msg("Leest losse bestanden na: Markdown, tekst of Word, zonder dossier.")),
        ] = False,
        select: Annotated[str, option(metavar=msg("REGEL,..."), text=msg("Alleen deze regels."))] = "",
        ignore: Annotated[str, option(metavar=msg("REGEL,..."), text=msg("Deze regels niet."))] = "",
        fail_on: Annotated[
            str,
            option(
                metavar=msg("ZWAARTE"),
                text=msg("Vanaf welke zwaarte de status 1 is: error, warning, info of never."),
            ),
        ] = "error",
        output_format: Annotated[
            str,
            option(
                metavar=msg("VORM"),
                text=msg("full, concise, grouped, json, sarif, github, gitlab, junit of html."),
            ),
        ] = "full",
        output_file: Annotated[
            Path | None, option(metavar=msg("BESTAND"), text=msg("Schrijft de bevindingen in dit bestand."))
        ] = None,
        fix: Annotated[bool, option("--fix", text=msg("Herstelt wat veilig te herstellen is."))] = False,
        unsafe_fixes: Annotated[
            bool, option("--unsafe-fixes", text=msg("Herstelt ook wat u daarna moet nakijken."))
        ] = False,
        diff: Annotated[bool, option("--diff", text=msg("Toont wat --fix zou veranderen."))] = False,
        statistics: Annotated[bool, option("--statistics", text=msg("Toont aantallen per regel."))] = False,
        add_ignore: Annotated[
            str,
            option(metavar=msg("REDEN"), text=msg("Onderdrukt alles wat nu gevonden wordt, met deze reden.")),
        ] = "",
        as_of: Annotated[
            str,
            option(
                metavar=msg("DATUM"), text=msg("De dag waarop het dossier nagelezen wordt (anders: vandaag).")
            ),
        ] = "",
        built: Annotated[
            bool, option("--built", text=msg("Leest ook de gemaakte Word-bestanden en de sjablonen na."))
        ] = False,
        out: Annotated[
            Path | None,
            option(metavar=msg("MAP"), text=msg("De map met de documenten (anders: build/<jaar>).")),
        ] = None,
        templates: Annotated[Path, templates] = Path("templates"),
        content: Annotated[Path, content] = Path("content"),
    ) -> int:
        from jvom.cli.check import Request
        from jvom.cli.check import check as check_dossier

        names = tuple(subjects or ())
        return check_dossier(
            terminal,
            Request(
                year=None if text else _year(names),
                texts=tuple(map(Path, names)) if text else (),
                content=content,
                select=_names(select),
                ignore=_names(ignore),
                fail_on=fail_on,
                output_format=output_format,
                output_file=output_file,
                fix=fix,
                unsafe_fixes=unsafe_fixes,
                diff=diff,
                statistics=statistics,
                add_ignore=add_ignore,
                as_of=_day(as_of),
                built=built,
                out=out,
                templates=templates,
                debug=debugging,
            ),
        )

    @verb("seal", msg("Leest het dossier na, maakt alles, en verzegelt het in één bestand om in te dienen."))
    def seal(
        year: Annotated[int | None, year] = None,
        out: Annotated[
            Path | None,
            option(metavar=msg("MAP"), text=msg("De map voor het bestand (anders: build/<jaar>).")),
        ] = None,
        content: Annotated[Path, content] = Path("content"),
        templates: Annotated[Path, templates] = Path("templates"),
        as_of: Annotated[
            str,
            option(
                metavar=msg("DATUM"),
                text=msg("De dag waarop het dossier nagelezen wordt (anders: die van aanbieding)."),
            ),
        ] = "",
        pages: Annotated[
            str,
            option(
                metavar=msg("SOORT"),
                text=msg("Hoe paginanummers bepaald worden: exact (met LibreOffice), approximate, estimate."),
            ),
        ] = "exact",
        no_pdf: Annotated[bool, option("--no-pdf", text=msg("Verzegelt zonder PDF's."))] = False,
        soffice: Annotated[Path | None, soffice] = None,
        force: Annotated[
            bool, option("--force", text=msg("Vervangt een verzegelde indiening die er al is."))
        ] = False,
        json: Annotated[bool, json] = False,
    ) -> int:
        with _standby(pages, soffice, (content, templates), "seal", year, no_pdf) as standby:
            from jvom.cli.seal import Request
            from jvom.cli.seal import seal as seal_submission

            return seal_submission(
                terminal,
                Request(
                    year=year,
                    content=content,
                    templates=templates,
                    out=out,
                    as_of=_day(as_of),
                    pages=pages,
                    pdf=not no_pdf,
                    soffice=soffice,
                    force=force,
                    json=json,
                ),
                standby,
            )

    @verb("verify", msg("Gaat na of een verzegelde indiening onveranderd is."))
    def verify(
        path: Annotated[
            Path,
            typer.Argument(metavar=say(msg("BESTAND")), help=say(msg("Het bestand dat «jvom seal» maakte."))),
        ],
        content: Annotated[
            Path | None,
            option(
                metavar=msg("MAP"),
                text=msg("Maakt de indiening opnieuw uit de teksten in deze map en vergelijkt de bytes."),
            ),
        ] = None,
        templates: Annotated[Path, templates] = Path("templates"),
        soffice: Annotated[Path | None, soffice] = None,
        json: Annotated[bool, json] = False,
    ) -> int:
        from jvom.cli.verify import Request
        from jvom.cli.verify import verify as verify_submission

        return verify_submission(
            terminal,
            Request(path=path, content=content, templates=templates, soffice=soffice, json=json),
        )

    @verb("rule", msg("Legt een regel uit."))
    def rule(
        name: Annotated[
            str,
            typer.Argument(
                metavar=say(msg("REGEL")), help=say(msg("De code of naam van een regel, zoals MAN002."))
            ),
        ],
    ) -> int:
        from jvom.cli.rules import rule as show_rule

        return show_rule(terminal, name)

    @verb("rules", msg("Toont alle regels."))
    def rules(
        json: Annotated[bool, json] = False,
        write: Annotated[
            bool,
            option("--write", hidden=True, text=msg("Maakt de bladzijden van de regels in de broncode.")),
        ] = False,
    ) -> int:
        from jvom.cli.rules import rules as show_rules

        return show_rules(terminal, json, write)

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
            Path, option(metavar=msg("MAP"), text=msg("De map voor de schema's (anders: schema)."))
        ] = Path("schema"),
    ) -> int:
        from jvom.cli.schema import schema

        return schema(terminal, out)

    return made


def _standby(
    pages: str, soffice: Path | None, folders: tuple[Path, ...], *asked: object
) -> "AbstractContextManager[Standby | None]":
    """Return the LibreOffice that starts while jvom reads, None when exact pages are not asked for."""
    if pages not in EXACT:
        return nullcontext()
    # Before the imports of the verb, which take as long as LibreOffice.
    from jvom.cli.standby import Standby

    return Standby(soffice, folders, *asked)


def _names(typed: str) -> tuple[str, ...]:
    """Read names with commas between them."""
    return tuple(name.strip() for name in typed.split(",") if name.strip())


def _year(subjects: tuple[str, ...]) -> int | None:
    if not subjects:
        return None
    if len(subjects) == 1 and subjects[0].isdecimal():
        return int(subjects[0])
    raise CannotRun(
        [
            Problem(
                Span(" ".join(subjects)),
                msg("dit is geen jaar"),
                msg("noem een jaar, zoals 2025, of geef bestanden op met --text"),
            )
        ]
    )


def _choice(typed: str) -> Any:
    if typed in PAGES:
        return typed
    raise CannotRun(
        [Problem(Span("--pages"), msg("«{value}» kan hier niet", value=typed), did_you_mean(typed, PAGES))]
    )


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise CannotRun(
            [
                Problem(
                    Span("--as-of"),
                    msg("de datum {value} bestaat niet", value=typed),
                    msg("schrijf 2026-05-20"),
                )
            ]
        ) from None
