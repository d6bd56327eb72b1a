# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verb ``jvom seal``."""

# No `from __future__ import annotations` here: Typer evaluates the annotations, and their help texts exist
# only once the language is known.

from pathlib import Path
from typing import Annotated

import typer

from jvom.cli.arguments import ENGINES, read_choice, read_day, read_year
from jvom.cli.calling import called
from jvom.cli.options import Options
from jvom.cli.terminal import Terminal
from jvom.messages import msg
from jvom.source import Gathered


def register(app: typer.Typer, options: Options, terminal: Terminal) -> None:
    """Add the verb to the app, its help in the language of `options`."""
    option = options.option

    @options.verb(app, "seal", msg("Leest na, maakt alles, en verzegelt het in één bestand om in te dienen."))
    def seal(
        year: Annotated[str, options.year] = "",
        out: Annotated[
            Path | None,
            option(metavar=msg("MAP"), text=msg("De map voor het bestand (anders: build/<jaar>).")),
        ] = None,
        content: Annotated[Path, options.content] = Path("content"),
        templates: Annotated[Path, options.templates] = Path("templates"),
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
                text=msg("Hoe paginanummers bepaald worden: exact (met LibreOffice), estimate."),
            ),
        ] = "exact",
        no_pdf: Annotated[bool, option("--no-pdf", text=msg("Verzegelt zonder PDF's."))] = False,
        soffice: Annotated[Path | None, options.soffice] = None,
        force: Annotated[
            bool, option("--force", text=msg("Vervangt een verzegelde indiening die er al is."))
        ] = False,
        json: Annotated[bool, options.json] = False,
    ) -> int:
        terminal.for_program = json
        wrong = Gathered()
        choice = wrong.of(lambda: read_choice("--pages", pages, ENGINES)) or "exact"
        asked = wrong.of(lambda: read_year(year))
        day = wrong.of(lambda: read_day("--as-of", as_of))
        with called(choice, soffice, (content, templates), "seal", asked, no_pdf, unless=wrong) as standby:
            from jvom.cli.seal import Request
            from jvom.cli.seal import seal as seal_submission

            return seal_submission(
                terminal,
                Request(
                    year=asked,
                    content=content,
                    templates=templates,
                    out=out,
                    as_of=day,
                    pages=choice,
                    pdf=not no_pdf,
                    soffice=soffice,
                    force=force,
                    json=json,
                    problems=tuple(wrong.problems),
                ),
                standby,
            )
