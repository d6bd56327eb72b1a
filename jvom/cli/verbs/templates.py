# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verb ``jvom templates``."""

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

    @options.verb(app, "templates", msg("Toont wat de sjablonen moeten hebben en gaat na of dat er is."))
    def verify_templates(
        templates: Annotated[Path, options.templates] = Path("templates"),
        json: Annotated[bool, options.json] = False,
    ) -> int:
        terminal.for_program = json
        from jvom.cli.templates import templates as show_templates

        return show_templates(terminal, templates, json)
