# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The options and arguments that several verbs have, as types of their fields."""

from datetime import date
from pathlib import Path
from typing import Annotated

from jvom.cli.arguments import read_day, read_program
from jvom.cli.verb import Argument, Option
from jvom.messages import msg

Dossier = Annotated[
    str,
    Argument(
        msg("Het dossier, zoals 2025 of 2026-althea, of de map ervan; anders het nieuwste."), msg("[DOSSIER]")
    ),
]
"""The id or the folder of a dossier, as typed (see `read_dossier_argument`); "" for the newest."""

Content = Annotated[Path, Option(msg("De map met de teksten (anders: content)."), msg("MAP"))]
"""The folder of the texts."""

Templates = Annotated[Path, Option(msg("De map met de Word-sjablonen (anders: templates)."), msg("MAP"))]
"""The folder of the templates."""

Soffice = Annotated[
    Path | None,
    Option(msg("Het programma van LibreOffice, als dat niet in PATH staat."), msg("PAD"), read=read_program),
]
"""The program of LibreOffice; None to look for it."""

AsOf = Annotated[
    date | None,
    Option(msg("De dag waarop het dossier nagelezen wordt (anders: vandaag)."), msg("DATUM"), read=read_day),
]
"""The day that a check reads the dossier as of; None for today."""

Json = Annotated[bool, Option(msg("Geeft het resultaat voor een programma."))]
"""Whether a program reads the result."""
