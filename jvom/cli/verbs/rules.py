# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verb ``jvom rules``."""

# No `from __future__ import annotations` here: Typer evaluates the annotations, and their help texts exist
# only once the language is known.

from typing import Annotated

import typer

from jvom.cli.options import Options
from jvom.cli.terminal import Terminal
from jvom.messages import msg


def register(app: typer.Typer, options: Options, terminal: Terminal) -> None:
    """Add the verb to the app, its help in the language of `options`."""
    option = options.option

    @options.verb(app, "rules", msg("Toont alle regels."))
    def rules(
        json: Annotated[bool, options.json] = False,
        write: Annotated[
            bool,
            option("--write", hidden=True, text=msg("Maakt de bladzijden van de regels in de broncode.")),
        ] = False,
    ) -> int:
        terminal.for_program = json
        from jvom.cli.rules import rules as show_rules

        return show_rules(terminal, json, write)
