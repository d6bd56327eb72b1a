# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The options and arguments that several verbs have, as types of their fields."""

from pathlib import Path
from typing import Annotated

from jvom.cli.arguments import read_year
from jvom.cli.verb import Argument, Option
from jvom.messages import msg

Year = Annotated[
    int | None,
    Argument(
        msg("Het jaar van het dossier; zonder jaar het nieuwste."),
        msg("[JAAR]"),
        read=lambda _, typed: read_year(typed),
    ),
]
"""The year of a dossier; None for the newest."""

Content = Annotated[Path, Option(msg("De map met de teksten (anders: content)."), msg("MAP"))]
"""The folder of the texts."""

Templates = Annotated[Path, Option(msg("De map met de Word-sjablonen (anders: templates)."), msg("MAP"))]
"""The folder of the templates."""

Soffice = Annotated[
    Path | None, Option(msg("Het programma van LibreOffice, als dat niet in PATH staat."), msg("PAD"))
]
"""The program of LibreOffice; None to look for it."""

Json = Annotated[bool, Option(msg("Geeft het resultaat voor een programma."))]
"""Whether a program reads the result."""
