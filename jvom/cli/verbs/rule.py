# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The verb ``jvom rule``."""

# No `from __future__ import annotations` here: Typer evaluates the annotations, and their help texts exist
# only once the language is known.

from typing import Annotated

import typer

from jvom.cli.options import Options
from jvom.cli.terminal import Terminal
from jvom.messages import msg


def register(app: typer.Typer, options: Options, terminal: Terminal) -> None:
    """Add the verb to the app, its help in the language of `options`."""

    @options.verb(app, "rule", msg("Legt een regel uit, in het Nederlands."))
    def rule(
        name: Annotated[
            str,
            options.argument(metavar=msg("REGEL"), text=msg("De code of naam van een regel, zoals MAN002.")),
        ],
    ) -> int:
        from jvom.cli.rules import rule as show_rule

        return show_rule(terminal, name)
