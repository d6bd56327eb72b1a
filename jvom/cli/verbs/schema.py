# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom schema``: the JSON Schemas of the data files, for an editor."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jvom.cli.recovery import Places
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun

if TYPE_CHECKING:
    from jvom.reading.schemas import Ids


class SchemaOptions(Options, frozen=True, kw_only=True):
    """Where the schemas are written; with `content` they have the names that its dossiers know."""

    out: Annotated[Path, Option(msg("De map voor de schema's (anders: schema)."), msg("MAP"))] = Path(
        "schema"
    )

    content: Annotated[
        Path | None,
        Option(msg("Zet de namen die in deze map bestaan in de schema's, om uit te kiezen."), msg("MAP")),
    ] = None

    @property
    def places(self) -> Places:
        """The folder of the schemas, and the texts whose names they get."""
        return Places((self.content,) if self.content else (), (self.out,))


def schema(terminal: Terminal, options: SchemaOptions) -> int:
    """Write the schemas and return the exit status.

    Raises CannotRun when they can't be written, or a dossier whose names they are to have can't be read.
    """
    from jvom.files import deliver

    if options.problems:
        raise CannotRun(options.problems)
    files = all_schemas(names_in(options.content) if options.content else None)
    deliver(options.out, files, delivered=terminal.note_delivery)
    folder = options.out.as_posix()
    terminal.inform(msg("{count} schema's staan in {folder}", count=len(files), folder=folder))
    return Status.DONE


def names_in(content: Path) -> "Ids":
    """Return the names that the dossiers under `content` know, of all dossiers together.

    Raises CannotRun with all that keeps the dossiers from being read.
    """
    from jvom.kinds import SECTIONS
    from jvom.reading.dossier import read_partial_dossier
    from jvom.reading.dossier_folders import dossier_ids
    from jvom.reading.schemas import Ids

    known = dossier_ids(content)
    read = [read_partial_dossier(content, id, texts_only=True) for id in known]
    dossiers = [dossier for dossier, _ in read if dossier]
    if len(dossiers) < len(read):
        raise CannotRun([problem for _, problems in read for problem in problems])
    newest = dossiers[-1]
    sections = dict.fromkeys(each.id for dossier in dossiers for each in dossier.sections)
    for id in known:  # a new section has its file before it is in the outline
        sections |= dict.fromkeys(
            path.stem for path in sorted((content / str(id) / SECTIONS.name).glob("*.md"))
        )
    texts = dict.fromkeys(kind for dossier in dossiers for kind in dossier.texts)
    return Ids(
        missions=tuple(mission.id for mission in newest.missions.missions),
        owners=newest.owners.ids if newest.owners else (),
        figures=tuple(dict.fromkeys(id for dossier in dossiers for id in dossier.figures.figures)),
        sections=tuple(sections),
        texts=(*texts, *sections),
    )


def all_schemas(ids: "Ids | None" = None) -> dict[str, bytes]:
    """Return each schema as the bytes of its file: of what is typed, and of the inventory that jvom makes."""
    from jvom.documents.inventory import CONTRACT, Inventory
    from jvom.reading.schemas import schema_of, schemas

    return schemas(ids) | {f"{CONTRACT.template}.schema.json": schema_of(Inventory)}


VERB = Verb(
    msg("Schrijft de schema's waarmee een editor de gegevensbestanden aanvult en nakijkt."),
    SchemaOptions,
    schema,
)
