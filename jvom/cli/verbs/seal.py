# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom seal``: check, build everything, and put it in one file that can be proven later."""

import os
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec.structs import replace

from jvom.cli.arguments import ENGINES, Engine, one_of, read_day, read_dossier_argument
from jvom.cli.prestart import PrestartedOffice, prestarted_office
from jvom.cli.recovery import Places, output_folders
from jvom.cli.shared_options import Content, Dossier, Json, Soffice, Templates
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Option, Options, Verb
from jvom.dossier_ids import DossierId
from jvom.messages import msg
from jvom.source import CannotRun, Problem, ProblemCollector, Span

if TYPE_CHECKING:
    from jvom.cli.submission import Submission
    from jvom.findings import Report


class SealOptions(Options, frozen=True, kw_only=True):
    """What is asked of a seal; `dossier` "" is the newest, `as_of` None the day of presentation."""

    dossier: Dossier = ""
    out: Annotated[
        Path | None, Option(msg("De map voor het bestand (anders: build/<dossier>)."), msg("MAP"))
    ] = None
    content: Content = Path("content")
    templates: Templates = Path("templates")
    as_of: Annotated[
        date | None,
        Option(
            msg("De dag waarop het dossier nagelezen wordt (anders: die van aanbieding)."),
            msg("DATUM"),
            read=read_day,
        ),
    ] = None
    pages: Annotated[
        Engine,
        Option(
            msg("Hoe paginanummers bepaald worden: exact (met LibreOffice), estimate."),
            msg("SOORT"),
            read=one_of(ENGINES),
        ),
    ] = "exact"
    no_pdf: Annotated[bool, Option(msg("Verzegelt zonder PDF's."))] = False
    soffice: Soffice = None
    sign: Annotated[
        Path | None,
        Option(msg("Ondertekent met deze ssh-sleutel, of met een uit de agent (.pub)."), msg("SLEUTEL")),
    ] = None
    force: Annotated[bool, Option(msg("Vervangt een verzegelde indiening die er al is."))] = False
    json: Json = False

    @property
    def places(self) -> Places:
        """The folders that documents are written into."""
        return Places(written=output_folders(self.out, self.project))


def seal(terminal: Terminal, options: SealOptions) -> int:
    """Seal the submission of a dossier, show what is in it, and return the exit status.

    Findings at error level give status 1 and no file. Raises CannotRun for everything else that keeps it from
    being made: also exact pages that can't be had, and a submission that is sealed already.
    """
    gathered = ProblemCollector(options.problems)
    place = gathered.of(partial(read_dossier_argument, options.content, options.dossier))
    content, id = place or (options.content, None)
    options = replace(options, content=content, problems=tuple(gathered.problems))
    asked = ("seal", id, options.no_pdf)
    folders = (content, options.templates)
    with prestarted_office(
        options.pages, options.soffice, folders, *asked, problems=options.problems
    ) as office:
        return _seal(terminal, options, id, office)


def _seal(
    terminal: Terminal, options: SealOptions, asked: DossierId | None, office: PrestartedOffice | None
) -> int:
    from jvom.cli.dossiers import built_folder, tell_of_sisters
    from jvom.cli.plans import source_date_epoch
    from jvom.cli.repository import repository_of
    from jvom.cli.signatures import sign, signature_path, signing_problems
    from jvom.cli.submission import Recipe, make_submission
    from jvom.cli.submission_inputs import InputPaths
    from jvom.files import deliver
    from jvom.findings import Report
    from jvom.reading.dossier_folders import find_dossier
    from jvom.sealing.manifest import encode

    gathered = ProblemCollector(options.problems)
    id = gathered.of(lambda: find_dossier(options.content, asked))
    epoch = gathered.of(source_date_epoch)
    if options.pages != "exact" and not options.no_pdf:
        what = msg("met geschatte paginanummers maakt jvom geen PDF")
        gathered.problems.append(Problem(Span("--pages"), what, msg("geef ook --no-pdf")))
    if options.sign:
        gathered.problems += signing_problems(options.sign)
    if id is None:
        raise CannotRun(gathered.problems)
    folder = built_folder(options.out, options.project, id)
    path = folder / f"indiening-{id}.zip"
    signature = signature_path(path)
    if not options.force and os.path.lexists(path):
        what = msg("er is al een verzegelde indiening")
        advice = msg("bewaar die elders, of geef --force om die te vervangen")
        raise CannotRun([*gathered.problems, Problem(Span(path.as_posix()), what, advice)])
    if not options.force and options.sign and os.path.lexists(signature):
        what = msg("er is al een handtekening")
        advice = msg("bewaar die elders, of geef --force om die te vervangen")
        raise CannotRun([*gathered.problems, Problem(Span(signature.as_posix()), what, advice)])
    paths = InputPaths(options.content, id, options.templates)
    recipe = Recipe(
        paths=paths,
        as_of=options.as_of,
        pages=options.pages,
        pdf=not options.no_pdf,
        epoch=epoch,
        repository=lambda inputs: repository_of(paths, inputs),
        soffice=options.soffice,
    )
    tell_of_sisters(terminal, options.content, asked, id)
    made = make_submission(terminal, recipe, office=office, problems=gathered.problems)
    if isinstance(made, Report):
        _show_errors(terminal, made, json=options.json)
        return Status.FINDINGS
    data = made.data
    files = {path.name: data}
    if options.sign:
        terminal.clear_progress()
        terminal.inform(msg("Ondertekenen met {key}", key=options.sign.as_posix()))
        files[signature.name] = sign(encode(made.manifest), options.sign)
    deliver(folder, files, replace=options.force, delivered=terminal.note_delivery)
    if options.json:
        _write_json(terminal, made, path, data, signature if options.sign else None)
    else:
        _show(terminal, made, path)
        if options.sign:
            terminal.write(msg("Handtekening: {path}", path=signature.as_posix()))
    if not options.sign and os.path.lexists(signature):
        terminal.inform(
            msg(
                "{path} is van een eerdere indiening en hoort niet bij deze: haal het weg, of geef --sign.",
                path=signature.as_posix(),
            )
        )
    return Status.DONE


def _show_errors(terminal: Terminal, report: "Report", *, json: bool) -> None:
    """Show the errors because of which nothing is sealed."""
    from msgspec.structs import replace

    from jvom.findings import Severity
    from jvom.output.formats import writer

    if json:
        terminal.write(writer("json")(report, terminal.translate).rstrip("\n"))
    else:
        errors = tuple(each for each in report.findings if each.severity is Severity.ERROR)
        terminal.write_error(writer("concise")(replace(report, findings=errors), terminal.translate))
    terminal.inform(msg("Er is niets verzegeld. Herstel eerst de fouten."))


def _write_json(
    terminal: Terminal, made: "Submission", path: Path, data: bytes, signature: Path | None
) -> None:
    from jvom.sealing.manifest import digest

    terminal.write_json(
        {
            "schema_version": 1,
            "dossier": str(made.manifest.id),
            "year": made.manifest.year,
            "path": path.as_posix(),
            "sha256": digest(path.name, data).sha256,
            "warnings": len(made.warnings),
            "suppressed": len(made.report.suppressed),
            "signature": signature and signature.as_posix(),
            "manifest": made.manifest,
        }
    )


def _show(terminal: Terminal, made: "Submission", path: Path) -> None:
    """Show what is sealed: its files, the warnings of the check, and in what it falls short."""
    from msgspec.structs import replace

    from jvom.cli.tables import show_files, write_size
    from jvom.output.formats import writer
    from jvom.sealing.manifest import digests

    manifest = made.manifest
    show_files(terminal, digests(made.files))
    if made.warnings:
        report = replace(made.report, findings=made.warnings)
        terminal.write_error(writer("concise")(report, terminal.translate))
    size = sum(map(len, made.sources.values()))
    terminal.write(
        msg(
            "bron/: de {count} bestanden waarvan dit gemaakt is, ongelakt ({size})",
            count=len(made.sources),
            size=write_size(terminal, size),
        )
    )
    terminal.write(msg("Verzegeld: {path}", path=path.as_posix()))
    terminal.write(msg("Zegel: {seal}", seal=manifest.seal))
    if manifest.layout.pages != "exact":
        terminal.inform(msg("Dit is een beperkt zegel: de paginanummers zijn niet exact."))
    if not manifest.layout.pdf:
        terminal.inform(msg("Dit is een beperkt zegel: er zijn geen PDF's bij."))
    if manifest.repository is None:
        terminal.inform(msg("De teksten staan niet in git: het zegel noemt geen commit."))
    elif not manifest.repository.clean:
        terminal.inform(msg("De teksten zijn anders dan in de laatste commit; het zegel zegt dat."))


VERB = Verb(msg("Leest na, maakt alles, en verzegelt het in één bestand om in te dienen."), SealOptions, seal)
