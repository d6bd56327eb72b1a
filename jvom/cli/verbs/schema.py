# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verb ``jvom schema``."""

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

    @options.verb(
        app, "schema", msg("Schrijft de schema's waarmee een editor de gegevensbestanden aanvult en nakijkt.")
    )
    def write_schemas(
        out: Annotated[
            Path, option(metavar=msg("MAP"), text=msg("De map voor de schema's (anders: schema)."))
        ] = Path("schema"),
    ) -> int:
        from jvom.cli.schema import schema

        return schema(terminal, out)
