# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verb ``jvom check``."""

# No `from __future__ import annotations` here: Typer evaluates the annotations, and their help texts exist
# only once the language is known.

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from jvom.cli.arguments import read_day, read_dossier_argument, read_names
from jvom.cli.options import Options
from jvom.cli.terminal import Terminal
from jvom.messages import msg
from jvom.source import Gathered, Problem, Span


def register(app: typer.Typer, options: Options, terminal: Terminal) -> None:
    """Add the verb to the app, its help in the language of `options`."""
    option = options.option

    @options.verb(
        app, "check", msg("Leest het dossier na als de strengste redacteur, jurist en feitenchecker.")
    )
    def check(
        subjects: Annotated[
            list[str] | None,
            options.argument(
                metavar=msg("[DOSSIER | BESTAND ...]"),
                text=msg("Het dossier, zoals 2025 (anders het nieuwste), of met --text bestanden."),
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
            Path | None,
            option(metavar=msg("BESTAND"), text=msg("Schrijft de bevindingen in dit bestand.")),
        ] = None,
        fix: Annotated[bool, option("--fix", text=msg("Herstelt wat veilig te herstellen is."))] = False,
        unsafe_fixes: Annotated[
            bool, option("--unsafe-fixes", text=msg("Herstelt ook wat u daarna moet nakijken."))
        ] = False,
        diff: Annotated[bool, option("--diff", text=msg("Toont wat --fix zou veranderen."))] = False,
        statistics: Annotated[bool, option("--statistics", text=msg("Toont aantallen per regel."))] = False,
        add_ignore: Annotated[
            str | None,
            option(metavar=msg("REDEN"), text=msg("Onderdrukt alles wat nu gevonden wordt, met deze reden.")),
        ] = None,
        as_of: Annotated[
            str,
            option(
                metavar=msg("DATUM"), text=msg("De dag waarop het dossier nagelezen wordt (anders: vandaag).")
            ),
        ] = "",
        built: Annotated[
            bool,
            option("--built", text=msg("Leest ook de gemaakte Word-bestanden en de sjablonen na.")),
        ] = False,
        out: Annotated[
            Path | None,
            option(metavar=msg("MAP"), text=msg("De map met de documenten (anders: build/<dossier>).")),
        ] = None,
        templates: Annotated[Path, options.templates] = Path("templates"),
        content: Annotated[Path, options.content] = Path("content"),
    ) -> int:
        terminal.for_program = output_format == "json" and output_file is None
        wrong = Gathered()
        names = tuple(subjects or ())
        asked = None
        if not text:
            content, asked = wrong.of(partial(read_dossier_argument, content, *names)) or (content, None)
        if text and not names:
            what, advice = (
                msg("hier ontbreken de bestanden"),
                msg("noem ze, zoals «jvom check --text nota.docx»"),
            )
            wrong.problems.append(Problem(Span("--text"), what, advice))
        day = wrong.of(lambda: read_day("--as-of", as_of))
        selected = wrong.of(lambda: read_names("--select", select)) or ()
        ignored = wrong.of(lambda: read_names("--ignore", ignore)) or ()

        from jvom.cli.check import Request
        from jvom.cli.check import check as check_dossier

        return check_dossier(
            terminal,
            Request(
                dossier_id=asked,
                texts=tuple(map(Path, names)) if text else (),
                content=content,
                select=selected,
                ignore=ignored,
                fail_on=fail_on,
                output_format=output_format,
                output_file=output_file,
                fix=fix,
                unsafe_fixes=unsafe_fixes,
                diff=diff,
                statistics=statistics,
                add_ignore=add_ignore,
                as_of=day,
                built=built,
                out=out,
                templates=templates,
                debug=terminal.debug,
                problems=tuple(wrong.problems),
            ),
        )
