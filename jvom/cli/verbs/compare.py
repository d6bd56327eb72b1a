# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom compare``: what changed between two dossiers, as revisions in the documents themselves."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jvom.cli.recovery import Places, output_folders
from jvom.cli.shared_options import Content, Json, Templates
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, ProblemCollector

if TYPE_CHECKING:
    from jvom.cli.comparison import Comparison
    from jvom.dossier_ids import DossierId


class CompareOptions(Options, frozen=True, kw_only=True):
    """What is compared; `new` "" is the dossier in `content` with the id of the old one."""

    old: Annotated[str, Argument(msg("Het oude dossier, of de map ervan."), msg("OUD"))]
    new: Annotated[
        str,
        Argument(
            msg("Het nieuwe dossier, of de map ervan; anders dat van dezelfde naam in content."),
            msg("[NIEUW]"),
        ),
    ] = ""
    out: Annotated[
        Path | None,
        Option(msg("De map voor de documenten (anders: build/<dossier>/wijzigingen)."), msg("MAP")),
    ] = None
    public: Annotated[bool, Option(msg("Vergelijkt de openbare versies, zonder persoonsgegevens."))] = False
    content: Content = Path("content")
    templates: Templates = Path("templates")
    json: Json = False

    @property
    def places(self) -> Places:
        """The texts that are compared, and the folders that documents are written into."""
        return Places((self.content,), output_folders(self.out))


def compare(terminal: Terminal, options: CompareOptions) -> int:
    """Write each document with its changes as revisions, show what was made, and return the exit status.

    That is 0 with differences too. Raises CannotRun with every problem of both sides and of the templates;
    then nothing is written.
    """
    from jvom.cli.compared_sides import dossier_side, read_side, refuse_same
    from jvom.cli.comparison import compare_documents, read_templates
    from jvom.cli.dossiers import built_folder
    from jvom.comparing.change_list import CONTRACT as CHANGE_LIST
    from jvom.documents.dossier import CONTRACTS, contracts
    from jvom.files import deliver

    gathered = ProblemCollector(options.problems)
    read = partial(read_side, options.content, public=options.public)
    old = gathered.of(lambda: read(options.old))
    new = None
    if options.new:
        new = gathered.of(lambda: read(options.new))
    elif old is not None:
        same = old.id
        new = gathered.of(lambda: dossier_side(options.content, same, public=options.public))
    if old is not None and new is not None:
        gathered.of(partial(refuse_same, old, new, options.old))
        needed = tuple(dict.fromkeys((*contracts(old.dossier), *contracts(new.dossier))))
    else:
        needed = CONTRACTS
    needed = (*needed, CHANGE_LIST)
    templates = gathered.of(lambda: read_templates(options.templates, needed))
    if old is None or new is None or templates is None or gathered.problems:
        raise CannotRun(gathered.problems)
    made = compare_documents(old, new, templates)
    folder = options.out or built_folder(None, new.id) / "wijzigingen"
    deliver(folder, made.files, delivered=terminal.note_delivery)
    _show(terminal, options, (old.id, new.id), folder, made)
    return Status.DONE


def _show(
    terminal: Terminal,
    options: CompareOptions,
    ids: "tuple[DossierId, DossierId]",
    folder: Path,
    made: "Comparison",
) -> None:
    if options.json:
        terminal.write_json(
            {
                "schema_version": 1,
                "old": str(ids[0]),
                "new": str(ids[1]),
                "files": [(folder / name).as_posix() for name in made.files],
                "documents": made.documents,
                "changes": made.changes,
            }
        )
        return
    from jvom.cli.comparison import STATES
    from jvom.cli.numbers import write_number
    from jvom.cli.tables import show_table

    heads = (msg("bestand"), msg("toestand"), msg("wijzigingen"))
    rows = [
        (
            (folder / f"{each.name}.docx").as_posix(),
            terminal.translated(STATES[each.state]),
            write_number(each.revisions, terminal.language),
        )
        for each in made.documents
    ]
    show_table(terminal, heads, rows)
    terminal.inform(
        msg("Wat er veranderde staat op een rij in {path}.", path=(folder / "wijzigingen.docx").as_posix())
    )
    terminal.inform(msg("De wijzigingen zijn in Word te lezen onder Controleren, alle markeringen."))


VERB = Verb(msg("Toont wat er veranderde, als wijzigingen in de documenten."), CompareOptions, compare)
