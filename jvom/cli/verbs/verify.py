# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verb ``jvom verify``."""

# No `from __future__ import annotations` here: Typer evaluates the annotations, and their help texts exist
# only once the language is known.

from pathlib import Path
from typing import Annotated

import typer

from jvom.cli.options import Options
from jvom.cli.terminal import Terminal
from jvom.messages import msg


def register(app: typer.Typer, options: Options, terminal: Terminal) -> None:
    """Add the verb to the app, its help in the language of `options`."""
    option = options.option

    @options.verb(app, "verify", msg("Gaat na of een verzegelde indiening onveranderd is."))
    def verify(
        path: Annotated[
            Path,
            options.argument(metavar=msg("BESTAND"), text=msg("Het bestand dat «jvom seal» maakte.")),
        ],
        content: Annotated[
            Path | None,
            option(
                metavar=msg("MAP"),
                text=msg("Maakt de indiening opnieuw uit de teksten in deze map en vergelijkt de bytes."),
            ),
        ] = None,
        templates: Annotated[Path, options.templates] = Path("templates"),
        soffice: Annotated[Path | None, options.soffice] = None,
        json: Annotated[bool, options.json] = False,
    ) -> int:
        terminal.for_program = json
        from jvom.cli.verify import Request
        from jvom.cli.verify import verify as verify_submission

        return verify_submission(
            terminal,
            Request(path=path, content=content, templates=templates, soffice=soffice, json=json),
        )
