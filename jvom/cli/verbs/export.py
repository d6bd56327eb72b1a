# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom export``: a Word file of each text, for those who write and judge it."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jvom.cli.arguments import read_day, read_names
from jvom.cli.chosen_texts import Subjects, read_subjects
from jvom.cli.recovery import Places, output_folders
from jvom.cli.shared_options import Content, Json, Templates
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Argument, Option, Options, Verb
from jvom.messages import msg
from jvom.source import CannotRun, ProblemCollector

if TYPE_CHECKING:
    from jvom.cli.build_inputs import BuildInputs


class ExportOptions(Options, frozen=True, kw_only=True):
    """What is exported: of a dossier, the newest by default, all texts, those named, or those of owners."""

    subjects: Annotated[
        tuple[str, ...],
        Argument(
            msg("Het dossier (anders het nieuwste), en de teksten, zoals nmi of nota (anders alle)."),
            msg("[DOSSIER] [TEKST ...]"),
        ),
    ] = ()
    owner: Annotated[
        tuple[str, ...],
        Option(msg("Alleen de teksten van deze eigenaren."), msg("EIGENAAR,..."), read=read_names),
    ] = ()
    out: Annotated[
        Path | None,
        Option(msg("De map voor de bestanden (anders: build/<dossier>/uitvraag)."), msg("MAP")),
    ] = None
    last_year: Annotated[bool, Option(msg("Zet onder elke tekst die van het vorige jaar, in grijs."))] = False
    with_findings: Annotated[
        bool, Option(msg("Zet de bevindingen van de controle als opmerkingen in de tekst."))
    ] = False
    as_of: Annotated[
        date | None,
        Option(
            msg("De dag waarop --with-findings naleest (anders: die van aanbieding)."),
            msg("DATUM"),
            read=read_day,
        ),
    ] = None
    content: Content = Path("content")
    templates: Templates = Path("templates")
    json: Json = False

    @property
    def places(self) -> Places:
        """The folders that the files are written into."""
        return Places(written=output_folders(self.out, self.project))

    def place(self) -> Subjects:
        """Return the dossier and the texts in it that were named; raises CannotRun."""
        first = self.subjects[0] if self.subjects else ""
        if not first or first[:4].isdigit() or Path(first).suffix or Path(first).is_dir():
            return read_subjects(self.content, self.subjects)
        # The name of a text alone: it is one of the newest dossier.
        return Subjects(self.content, None, self.subjects)


def export(terminal: Terminal, options: ExportOptions) -> int:
    """Write a Word file of each text that is asked for, and return the exit status.

    Raises CannotRun with all that is wrong with options, dossier and template; then nothing is written.
    """
    from jvom.cli.build_inputs import read_build_inputs
    from jvom.cli.dossiers import built_folder, tell_of_sisters
    from jvom.cli.exported_texts import choose, earlier_dossier, found_in, numbers_of, request_of
    from jvom.exchange.request import CONTRACT, file_name, plan_request
    from jvom.files import deliver
    from jvom.resolving.numbering import sections
    from jvom.word.package import build

    gathered = ProblemCollector(options.problems)
    subjects = gathered.of(options.place) or Subjects(options.content, None)
    content, asked = subjects.content, subjects.id
    inputs = read_build_inputs(content, asked, options.templates, alone=CONTRACT, problems=gathered.problems)
    tell_of_sisters(terminal, content, asked, inputs.id)
    dossier = inputs.dossier
    named = Subjects(content, inputs.id, subjects.texts)
    chosen = gathered.of(partial(choose, dossier, named, options.owner)) or ()
    last_year = gathered.of(partial(earlier_dossier, content, inputs.id)) if options.last_year else None
    if gathered.problems:
        raise CannotRun(gathered.problems)
    report = None
    if options.with_findings:
        from jvom.cli.before_sending import check_before_seal

        report = check_before_seal(inputs.to_check, options.as_of or dossier.data.presentation_date)
    numbered = sections(dossier)
    numbers = numbers_of(numbered)
    files: dict[str, bytes] = {}
    for text in chosen:
        found = found_in(text, report, terminal.translate)
        request = request_of(text, numbered, inputs.settings, last_year, found)
        plan, _ = plan_request(dossier, str(inputs.id), request, numbers)
        files[file_name(str(inputs.id), text.section)] = build(plan, inputs.templates[CONTRACT.template], {})
    folder = options.out or built_folder(None, options.project, inputs.id) / "uitvraag"
    deliver(folder, files, delivered=terminal.note_delivery)
    _show(terminal, options, inputs, folder, files, [each.section for each in chosen])
    return Status.DONE


def _show(
    terminal: Terminal,
    options: ExportOptions,
    inputs: "BuildInputs",
    folder: Path,
    files: dict[str, bytes],
    sections: list[str],
) -> None:
    made = [(folder / name).as_posix() for name in files]
    if options.json:
        terminal.write_json(
            {
                "schema_version": 1,
                "dossier": str(inputs.id),
                "year": inputs.id.year,
                "files": [
                    {"path": path, "section": section} for path, section in zip(made, sections, strict=True)
                ],
            }
        )
        return
    for path in made:
        terminal.write(path)
    terminal.inform(msg("Word houdt in deze bestanden elke wijziging bij, met wie en wanneer."))


VERB = Verb(msg("Maakt van teksten Word-bestanden om rond te sturen."), ExportOptions, export)
