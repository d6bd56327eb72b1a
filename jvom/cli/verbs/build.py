# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verb ``jvom build``."""

# No `from __future__ import annotations` here: Typer evaluates the annotations, and their help texts exist
# only once the language is known.

from pathlib import Path
from typing import Annotated

import typer

from jvom.cli.arguments import PAGES, read_choice, read_names, read_year
from jvom.cli.calling import called
from jvom.cli.options import Options
from jvom.cli.terminal import Terminal
from jvom.messages import msg
from jvom.source import Gathered


def register(app: typer.Typer, options: Options, terminal: Terminal) -> None:
    """Add the verb to the app, its help in the language of `options`."""
    option = options.option

    @options.verb(app, "build", msg("Maakt de brieven, de nota en het rapport als Word-documenten."))
    def build(
        year: Annotated[str, options.year] = "",
        only: Annotated[
            str,
            option(metavar=msg("NAAM,..."), text=msg("Alleen deze documenten, zoals rapport,nota.")),
        ] = "",
        out: Annotated[
            Path | None,
            option(metavar=msg("MAP"), text=msg("De map voor de documenten (anders: build/<jaar>).")),
        ] = None,
        content: Annotated[Path, options.content] = Path("content"),
        templates: Annotated[Path, options.templates] = Path("templates"),
        draft: Annotated[bool, option("--draft", text=msg("Zet CONCEPT op elke bladzijde."))] = False,
        pages: Annotated[
            str,
            option(
                metavar=msg("SOORT"),
                text=msg("Hoe paginanummers bepaald worden: auto (zo goed als kan), exact, estimate."),
            ),
        ] = "auto",
        pdf: Annotated[bool, option("--pdf", text=msg("Maakt van elk document ook een PDF."))] = False,
        soffice: Annotated[Path | None, options.soffice] = None,
        no_check: Annotated[
            bool,
            option("--no-check", text=msg("Slaat de controle op fouten over die eraan voorafgaat.")),
        ] = False,
        public: Annotated[
            bool,
            option("--public", text=msg("Maakt ook de openbare versie, zonder persoonsgegevens.")),
        ] = False,
        json: Annotated[bool, options.json] = False,
    ) -> int:
        terminal.for_program = json
        wrong = Gathered()
        choice = wrong.of(lambda: read_choice("--pages", pages, PAGES)) or "auto"
        names = wrong.of(lambda: read_names("--only", only)) or ()
        asked = wrong.of(lambda: read_year(year))
        folders = (content, templates)
        with called(choice, soffice, folders, asked, only, draft, public, pdf, unless=wrong) as standby:
            from jvom.cli.build import Request
            from jvom.cli.build import build as build_dossier

            return build_dossier(
                terminal,
                Request(
                    year=asked,
                    only=names,
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
                    problems=tuple(wrong.problems),
                ),
                standby,
            )
