# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom compare``: what changed between two dossiers, as revisions in the documents themselves."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, get_args

import msgspec

from jvom.cli.arguments import one_of
from jvom.cli.recovery import Places, output_folders
from jvom.cli.shared_options import Content, Json, Templates
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, ProblemCollector

if TYPE_CHECKING:
    from jvom.cli.compared_sides import Side
    from jvom.cli.comparison import Comparison

Format: TypeAlias = Literal["docx", "html", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)


class CompareOptions(Options, frozen=True, kw_only=True):
    """What is compared; `new` "" is the dossier in `content` with the id of the old one."""

    old: Annotated[
        str,
        Argument(
            msg("Het oude: dossier, map, verzegelde indiening, Word-bestand of revisie van git."),
            msg("OUD"),
        ),
    ]
    new: Annotated[
        str,
        Argument(
            msg("Het nieuwe, op dezelfde manieren; anders het dossier van die naam in content."),
            msg("[NIEUW]"),
        ),
    ] = ""
    out: Annotated[
        Path | None,
        Option(msg("De map voor de documenten (anders: build/<dossier>/wijzigingen)."), msg("MAP")),
    ] = None
    public: Annotated[bool, Option(msg("Vergelijkt de openbare versies, zonder persoonsgegevens."))] = False
    output_format: Annotated[
        Format,
        Option(
            msg("docx (wijzigingen van Word), html (oud en nieuw naast elkaar) of json."),
            msg("VORM"),
            read=one_of(FORMATS),
        ),
    ] = "docx"
    content: Content = Path("content")
    templates: Templates = Path("templates")
    json: Json = False

    @property
    def places(self) -> Places:
        """The texts that are compared, and the folders that documents are written into."""
        return Places((self.content,), output_folders(self.out, self.project))


def compare(terminal: Terminal, options: CompareOptions) -> int:
    """Write each document with its changes as revisions, show what was made, and return the exit status.

    That is 0 with differences too. Raises CannotRun with every problem of both sides and of the templates;
    then nothing is written.
    """
    from jvom.cli.comparison import compare_documents, page_file, read_templates, word_files
    from jvom.comparing.change_list import CONTRACT as CHANGE_LIST
    from jvom.documents.dossier import CONTRACTS, contracts
    from jvom.files import deliver

    gathered = ProblemCollector(options.problems)
    sides = gathered.of(lambda: _sides(options))
    dossiers = [side.dossier for side in sides or () if side.dossier]
    needed = [each for dossier in dossiers for each in contracts(dossier)] if sides else list(CONTRACTS)
    templates = gathered.of(
        lambda: read_templates(options.templates, tuple(dict.fromkeys((*needed, CHANGE_LIST))))
    )
    if sides is None or templates is None or gathered.problems:
        raise CannotRun(gathered.problems)
    made = compare_documents(*sides, templates)
    id = sides[1].id or sides[0].id
    folder = options.out or options.project / "build" / (str(id) if id else "") / "wijzigingen"
    if options.output_format == "json":
        said = _as_json(made)
        if options.out is None:
            terminal.write_json(said)
            return Status.DONE
        files = {"wijzigingen.json": msgspec.json.format(msgspec.json.encode(said)) + b"\n"}
    else:
        files = page_file(made) if options.output_format == "html" else word_files(made, templates)
    deliver(folder, files, delivered=terminal.note_delivery)
    _show(terminal, options, [(folder / name).as_posix() for name in files], made)
    return Status.DONE


def _sides(options: CompareOptions) -> "tuple[Side, Side]":
    """Return the old side and the new; raises CannotRun with the problems of both."""
    from jvom.cli.compared_sides import dossier_side, read_side, refuse_same
    from jvom.reading.dossier_folders import find_dossier

    gathered = ProblemCollector()
    new = None
    if options.new:
        new = gathered.of(lambda: read_side(options.content, options.new, public=options.public))
    like = new.id if new else None
    old = gathered.of(lambda: read_side(options.content, options.old, public=options.public, like=like))
    if not options.new and old is not None:
        id = old.id
        new = gathered.of(
            lambda: dossier_side(options.content, find_dossier(options.content, id), public=options.public)
        )
    if old is None or new is None:
        raise CannotRun(gathered.problems)
    refuse_same(old, new, options.old)
    return old, new


def _as_json(made: "Comparison") -> dict[str, object]:
    return {
        "schema_version": 1,
        "old": made.compared.old,
        "new": made.compared.new,
        "documents": made.documents,
        "changes": made.changes,
        "withheld": sorted(made.withheld),
    }


def _show(terminal: Terminal, options: CompareOptions, paths: list[str], made: "Comparison") -> None:
    if options.json:
        terminal.write_json({**_as_json(made), "files": paths})
        return
    from jvom.cli.comparison import STATES
    from jvom.cli.numbers import write_number
    from jvom.cli.tables import show_table

    heads = (msg("document"), msg("toestand"), msg("wijzigingen"))
    rows = [
        (each.name, terminal.translated(STATES[each.state]), write_number(each.revisions, terminal.language))
        for each in made.documents
    ]
    show_table(terminal, heads, rows)
    terminal.inform(msg("Gemaakt: {paths}", paths=", ".join(paths)))
    if options.output_format == "docx":
        terminal.inform(msg("De wijzigingen zijn in Word te lezen onder Controleren, alle markeringen."))


VERB = Verb(msg("Toont wat er veranderde, als wijzigingen in de documenten."), CompareOptions, compare)
