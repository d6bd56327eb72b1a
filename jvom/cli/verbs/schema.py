# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom schema``: the JSON Schemas of the data files, for an editor."""

from pathlib import Path
from typing import Annotated

from jvom.cli.recovery import Places
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Option, Options, Verb
from jvom.messages import msg


class SchemaOptions(Options, frozen=True, kw_only=True):
    """Where the schemas are written."""

    out: Annotated[Path, Option(msg("De map voor de schema's (anders: schema)."), msg("MAP"))] = Path(
        "schema"
    )

    @property
    def places(self) -> Places:
        """The folder of the schemas."""
        return Places(written=(self.out,))


def schema(terminal: Terminal, options: SchemaOptions) -> int:
    """Write the schemas and return the exit status; raises CannotRun when they can't be written."""
    from jvom.files import deliver

    files = all_schemas()
    deliver(options.out, files, delivered=terminal.note_delivery)
    folder = options.out.as_posix()
    terminal.inform(msg("{count} schema's staan in {folder}", count=len(files), folder=folder))
    return Status.DONE


def all_schemas() -> dict[str, bytes]:
    """Return each schema as the bytes of its file: of what is typed, and of the inventory that jvom makes."""
    from jvom.documents.inventory import CONTRACT, Inventory
    from jvom.reading.schemas import schema_of, schemas

    return schemas() | {f"{CONTRACT.template}.schema.json": schema_of(Inventory)}


VERB = Verb(
    msg("Schrijft de schema's waarmee een editor de gegevensbestanden aanvult en nakijkt."),
    SchemaOptions,
    schema,
)
