# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom seal``: check, build everything, and put it in one file that can be proven later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
from msgspec.structs import replace

from jvom.checks.run import check
from jvom.cli.contracts import CONTRACTS
from jvom.cli.dossiers import built_folder, year_of
from jvom.cli.inputs import Places, read_inputs, refuse_changed
from jvom.cli.provenance import layout_used, repository_of, versions
from jvom.cli.status import Status
from jvom.cli.steps import (
    PUBLIC,
    epoch_of_environment,
    look_for_leaks,
    planned,
    read,
    refuse_broken,
    tell_if_nothing_is_marked,
)
from jvom.cli.surroundings import surroundings
from jvom.cli.terminal import Terminal
from jvom.documents.public import bars
from jvom.files import deliver
from jvom.findings import CheckedFile, Report, Severity
from jvom.layout.engines import lay_out
from jvom.layout.result import Engine, Job
from jvom.layout.surroundings import Surroundings
from jvom.messages import Message, msg
from jvom.model import Dossier
from jvom.output.formats import writer
from jvom.plan import Document
from jvom.sealing.bundle import bundle
from jvom.sealing.checklist import CONTRACT, Facts, checklist
from jvom.sealing.manifest import CHECKLIST, Manifest, Repository, digest, digests, encode, seal_of
from jvom.settings import Settings
from jvom.source import CannotRun, Gathered, Problem, Span
from jvom.word.package import build as build_package
from jvom.word.template import Template

if TYPE_CHECKING:
    from jvom.cli.standby import Standby
    from jvom.layout.conversion import Conversions

_PREFIX = "openbaar-"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a seal; `year` None is the newest, `as_of` None the day of presentation."""

    year: int | None
    content: Path
    templates: Path
    out: Path | None
    as_of: date | None
    pages: Engine
    pdf: bool
    soffice: Path | None
    force: bool
    json: bool
    problems: tuple[Problem, ...] = ()


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """What makes a submission what it is, beside its content: the same recipe gives the same bytes."""

    places: Places
    as_of: date | None
    pages: Engine
    pdf: bool
    epoch: int | None
    repository: Repository | None
    soffice: Path | None = None


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """A submission that was made: its manifest, its other files by name, and what the check said."""

    manifest: Manifest
    files: Mapping[str, bytes]
    report: Report

    @property
    def data(self) -> bytes:
        """The zip file."""
        return bundle(encode(self.manifest), self.files)


def seal(terminal: Terminal, request: Request, standby: Standby | None = None) -> int:
    """Seal the submission of a year, tell what is in it, and return the exit status.

    Findings at error level give status 1 and no file. Raises CannotRun for everything else that keeps it from
    being made: also exact pages that can't be had, and a seal that is there already.
    """
    gathered = Gathered(request.problems)
    year = gathered.of(lambda: year_of(request.content, request.year))
    epoch = gathered.of(epoch_of_environment)
    if request.pdf and request.pages != "exact":
        what = msg("met geschatte paginanummers maakt jvom geen PDF")
        gathered.problems.append(Problem(Span("--pages"), what, msg("geef ook --no-pdf")))
    if year is None:
        raise CannotRun(gathered.problems)
    folder = built_folder(request.out, year)
    name = f"indiening-{year}.zip"
    if not request.force and (folder / name).exists():
        raise CannotRun([*gathered.problems, _is_sealed(folder / name)])
    recipe = Recipe(
        places=Places(request.content, year, request.templates),
        as_of=request.as_of,
        pages=request.pages,
        pdf=request.pdf,
        epoch=epoch,
        repository=repository_of(request.content),
        soffice=request.soffice,
    )
    made = submission(terminal, recipe, standby=standby, problems=gathered.problems)
    if isinstance(made, Report):
        if request.json:
            terminal.say(writer("json")(made, terminal.translate).rstrip("\n"))
        else:
            errors = tuple(each for each in made.findings if each.severity is Severity.ERROR)
            terminal.note(writer("concise")(replace(made, findings=errors), terminal.translate))
        terminal.tell(msg("Er is niets verzegeld. Herstel eerst de fouten."))
        return Status.FINDINGS
    data = made.data
    deliver(folder, {name: data}, replace=request.force)
    _tell(terminal, made, folder / name, data, json=request.json)
    return Status.DONE


def submission(
    terminal: Terminal,
    recipe: Recipe,
    *,
    afresh: bool = False,
    standby: Standby | None = None,
    problems: Iterable[Problem] = (),
) -> Submission | Report:
    """Make a submission; the report of the check instead when that finds what must not be sent.

    With `afresh` nothing that was laid out before is used; `standby` has LibreOffice started for it. Raises
    CannotRun, with `problems` that were found before.
    """
    places = recipe.places
    before = read_inputs(places.all())
    given = read(places.content, places.year, places.templates, contracts=CONTRACTS, problems=problems)
    dossier, templates = given.dossier, given.templates
    as_of = recipe.as_of or dossier.data.presentation_date
    terminal.progress(msg("het dossier wordt nagelezen"))
    report = _checked(given.settings, dossier, as_of)
    if report.fails(Severity.ERROR):
        return report
    tell_if_nothing_is_marked(terminal, dossier)
    around = surroundings(recipe.soffice)
    if afresh:
        around = replace(around, cache=None)
    internal = planned(dossier, epoch=recipe.epoch)
    public = planned(dossier, public=True, epoch=recipe.epoch)
    terminal.progress(msg("de documenten worden gemaakt en opgemaakt"))
    conversions = standby.conversions if standby else None
    files = _documents(recipe, internal, public, templates, around, conversions)
    if standby:
        standby.done()
    look_for_leaks(dossier, files)
    told = _renamed(report, places)
    files |= _report_files(told)
    layout = layout_used(recipe.pages, recipe.pdf, around)
    facts = Facts(
        as_of=as_of,
        pages=layout.pages,
        program=f"{layout.program} {layout.version}",
        pdf=recipe.pdf,
        documents=tuple(name.removesuffix(".docx") for name in files if _is_internal_word_file(name)),
        bars=sum(map(bars, public)),
        seal=seal_of(digests(files)),
    )
    signed = checklist(dossier.data, told, facts)
    files[CHECKLIST] = build_package(signed, templates[CONTRACT.template], {})
    used = places.used(dossier)
    inputs = read_inputs(used)
    refuse_changed(used, before, inputs)
    manifest = Manifest(
        year=places.year,
        title=f"{dossier.data.title} {dossier.data.year}",
        as_of=as_of,
        source_date_epoch=recipe.epoch,
        layout=layout,
        versions=versions(),
        repository=recipe.repository,
        inputs=digests(inputs),
        outputs=digests(files),
        seal=facts.seal,
    )
    return Submission(manifest=manifest, files=files, report=report)


# --- the files -----------------------------------------------------------------------------------


def _documents(
    recipe: Recipe,
    internal: list[Document],
    public: list[Document],
    templates: Mapping[str, Template],
    around: Surroundings,
    conversions: Conversions | None,
) -> dict[str, bytes]:
    """Return the documents of both versions as Word files, and as PDFs when asked, by their names."""
    same = {document.file for document in public if document in internal}
    # All in one go, so that they are laid out side by side; what is the same in both versions once.
    other = [
        replace(document, file=f"{_PREFIX}{document.file}")
        for document in public
        if document.file not in same
    ]
    jobs = [Job(document, templates[document.template]) for document in (*internal, *other)]
    laid = lay_out(jobs, recipe.pages, around, with_pdf=recipe.pdf, conversions=conversions)
    made = {f"{name}.docx": data for name, data in laid.files.items()}
    made |= {f"{name}.pdf": data for name, data in laid.pdfs.items()}
    files = {_place(name): data for name, data in made.items()}
    for name, data in made.items():
        if name.rpartition(".")[0] in same:
            files[f"{PUBLIC}{name}"] = data
    return files


def _place(name: str) -> str:
    return f"{PUBLIC}{name.removeprefix(_PREFIX)}" if name.startswith(_PREFIX) else name


def _is_internal_word_file(name: str) -> bool:
    return name.endswith(".docx") and not name.startswith(PUBLIC)


def _report_files(report: Report) -> dict[str, bytes]:
    """Return the report of the check, in Dutch whatever the user's language, for people and for programs."""
    return {f"controle.{form}": writer(form)(report, lambda text: text).encode() for form in ("html", "json")}


def _checked(settings: Settings, dossier: Dossier, as_of: date) -> Report:
    report = check(dossier, settings, as_of)
    refuse_broken(report, msg("meld dit; tot dan kan er niet verzegeld worden"))
    return report


def _renamed(report: Report, places: Places) -> Report:
    """Return the report with its paths as they are in the manifest, wherever the content stands."""
    names = {file.path: places.name(Path(file.path)) for file in report.files}
    return cast("Report", _with_names(report, names))


def _with_names(value: object, names: Mapping[str, str]) -> object:
    # A path is never found in words: a reason or a line of the text may well begin with one.
    if isinstance(value, Span | CheckedFile):
        return replace(value, path=names.get(value.path, value.path))
    if isinstance(value, tuple):
        return tuple(_with_names(each, names) for each in value)
    if isinstance(value, msgspec.Struct):
        fields = value.__struct_fields__
        return replace(value, **{name: _with_names(getattr(value, name), names) for name in fields})
    return value


# --- what is told ------------------------------------------------------------------------------------


def _is_sealed(path: Path) -> Problem:
    return Problem(
        Span(path.as_posix()),
        msg("er is al een verzegelde indiening"),
        msg("bewaar die elders, of geef --force om die te vervangen"),
    )


def _tell(terminal: Terminal, made: Submission, path: Path, data: bytes, *, json: bool) -> None:
    report = made.report
    warnings = [each for each in report.findings if each.severity is Severity.WARNING]
    if json:
        terminal.json(
            {
                "schema_version": 1,
                "year": made.manifest.year,
                "path": path.as_posix(),
                "sha256": digest(path.name, data).sha256,
                "warnings": len(warnings),
                "suppressed": len(report.suppressed),
                "manifest": made.manifest,
            }
        )
        return
    from jvom.cli.tables import show_files

    show_files(terminal, made.manifest.outputs)
    if warnings:
        terminal.note(writer("concise")(replace(report, findings=tuple(warnings)), terminal.translate))
    terminal.say(_said(terminal, msg("Verzegeld: {path}", path=path.as_posix())))
    terminal.say(_said(terminal, msg("Zegel: {seal}", seal=made.manifest.seal)))
    if made.manifest.layout.pages != "exact":
        terminal.tell(msg("Dit is een beperkt zegel: de paginanummers zijn niet exact."))
    if not made.manifest.layout.pdf:
        terminal.tell(msg("Dit is een beperkt zegel: er zijn geen PDF's bij."))
    repository = made.manifest.repository
    if repository is None:
        terminal.tell(msg("De teksten staan niet in git: het zegel noemt geen commit."))
    elif not repository.clean:
        terminal.tell(msg("De teksten zijn anders dan in de laatste commit; het zegel zegt dat."))


def _said(terminal: Terminal, message: Message) -> str:
    return message.format(terminal.translate)
