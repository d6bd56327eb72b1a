# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The making of a submission: the whole check, all documents in both versions, checklist and manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from jvom.cli.before_sending import check_before_seal
from jvom.cli.build_inputs import read_build_inputs
from jvom.cli.dossiers import PUBLIC
from jvom.cli.inaccessible_pdfs import inaccessible
from jvom.cli.inventory import contracts as inventory_contracts
from jvom.cli.inventory import job_of, make_inventory
from jvom.cli.plans import make_plans
from jvom.cli.provenance import layout_used, versions
from jvom.cli.public_version import refuse_leaks, warn_if_nothing_is_marked
from jvom.cli.submission_inputs import InputPaths, read_inputs, refuse_changed, states_of
from jvom.cli.surroundings import surroundings
from jvom.cli.terminal import Terminal
from jvom.documents.bars import passages, with_places
from jvom.documents.dossier import classified, names
from jvom.findings import CheckedFile, Finding, Report, Severity
from jvom.layout.engines import lay_out
from jvom.layout.result import Engine, Obstacles
from jvom.layout.surroundings import Surroundings
from jvom.messages import msg
from jvom.output.formats import writer
from jvom.plan import Document
from jvom.sealing.bundle import bundle
from jvom.sealing.checklist import CONTRACT, ChecklistFacts, checklist
from jvom.sealing.manifest import (
    CHECKLIST,
    CHECKLIST_PDF,
    Manifest,
    Repository,
    digest,
    digests,
    encode,
    sealed,
)
from jvom.sealing.printed_seal import (
    SAMPLE,
    print_seal,
    print_seal_in_pdf,
    stored,
    without_seal_in_pdf,
    write_line,
)
from jvom.sealing.sources import as_members
from jvom.sealing.verification import differences
from jvom.source import CannotRun, Problem, Span
from jvom.word.template import Template
from jvom.years.approvals import missing_approvals, standing_approvals

if TYPE_CHECKING:
    from jvom.cli.prestart import PrestartedOffice
    from jvom.layout.conversion import Conversions

_PREFIX = "openbaar-"
_ZIP = ".zip"
SUBMISSION = "indiening"
"""What messages call a submission that is not a file yet."""


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """What a submission is made of: the same recipe and the same files give the same bytes.

    `repository` gives the commit of the content, given the inputs by name. Content that `is_partial` has the
    inputs and no other files.
    """

    paths: InputPaths
    is_partial: bool = False
    as_of: date | None
    pages: Engine
    pdf: bool
    epoch: int | None
    repository: Callable[[Mapping[str, bytes]], Repository | None]
    soffice: Path | None = None


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """A submission that was made: its manifest, its other files by name, and the report of the check.

    `sources` are the inputs, by their names in the manifest.
    """

    manifest: Manifest
    files: Mapping[str, bytes]
    sources: Mapping[str, bytes]
    report: Report

    @property
    def data(self) -> bytes:
        """The zip file."""
        return bundle(encode(self.manifest), {**self.files, **as_members(self.sources)})

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings of the check that did not stand in the way."""
        return tuple(each for each in self.report.findings if each.severity is Severity.WARNING)


def make_submission(
    terminal: Terminal,
    recipe: Recipe,
    *,
    use_cache: bool = True,
    office: PrestartedOffice | None = None,
    problems: Iterable[Problem] = (),
) -> Submission | Report:
    """Make a submission; return the report of the check instead when it has errors.

    Without `use_cache` everything is laid out anew. Raises CannotRun, also with the `problems` that were
    found before.
    """
    paths = recipe.paths
    before = states_of(paths.all())
    build_inputs = read_build_inputs(
        paths.content,
        paths.id,
        paths.templates,
        besides=(CONTRACT, *inventory_contracts(terminal, paths.templates)),
        is_partial=recipe.is_partial,
        problems=problems,
    )
    dossier, templates = build_inputs.dossier, build_inputs.templates
    as_of = recipe.as_of or dossier.data.presentation_date
    terminal.show_progress(msg("het dossier wordt nagelezen"))
    report = check_before_seal(build_inputs.to_check, as_of)
    if report.fails(Severity.ERROR):
        return report
    warn_if_nothing_is_marked(terminal, dossier)
    around = surroundings(recipe.soffice)
    if not use_cache:
        around = replace(around, cache=None)
    internal = make_plans(dossier, epoch=recipe.epoch)
    withheld = classified(dossier)
    published = tuple(name for name in names(dossier) if name not in withheld)
    public = make_plans(dossier, published, public=True, epoch=recipe.epoch) if published else []
    public = list(map(with_places, public))
    terminal.show_progress(msg("de documenten worden gemaakt en opgemaakt"))
    conversions = office.conversions if office else None
    layout = layout_used(recipe.pages, recipe.pdf, around)
    used = paths.used(dossier)
    inputs = read_inputs(used)
    renamed = _renamed(report, paths)
    facts = ChecklistFacts(
        as_of=as_of,
        pages=layout.pages,
        program=f"{layout.program} {layout.version}",
        pdf=recipe.pdf,
        documents=tuple(document.file for document in internal),
        bars=sum(len(list(passages(each))) for each in public),
        sources=len(inputs),
        classified=tuple((name, level) for name, (level, _) in withheld.items()),
        texts=len(dossier.fragments),
        approvals=standing_approvals(dossier),
        missing_approvals=missing_approvals(dossier),
    )
    signed = checklist(dossier.data, renamed, facts)
    files, obstacles, places = _documents(recipe, (*internal, signed), public, templates, around, conversions)
    if public:
        listed = make_inventory(
            dossier,
            paths.id,
            public,
            recipe.pages,
            places,
            templates,
            around,
            with_pdf=recipe.pdf,
            epoch=recipe.epoch,
        )
        files |= {f"{PUBLIC}{name}": data for name, data in listed.files.items()}
        obstacles |= {f"{PUBLIC}{name}": each for name, each in listed.obstacles.items()}
    if office:
        office.mark_done()
    if obstacles:
        # A sealed PDF is accessible.
        raise CannotRun(inaccessible(dossier, obstacles))
    blank = _blank_checklists(files)
    refuse_leaks(dossier, files)
    files |= _report_files(renamed)
    refuse_changed(used, before, read_inputs(used))
    manifest = sealed(
        Manifest(
            year=paths.id.year,
            dossier=str(paths.id) if paths.id.series else UNSET,
            title=" ".join(f"{dossier.data.title} {dossier.data.year}".split()),
            as_of=as_of,
            source_date_epoch=recipe.epoch,
            layout=layout,
            versions=versions(),
            repository=recipe.repository(inputs),
            inputs=digests(inputs),
            outputs=digests(files),
            checklist=digest(CHECKLIST, blank[CHECKLIST]),
            checklist_pdf=digest(CHECKLIST_PDF, blank[CHECKLIST_PDF]) if recipe.pdf else UNSET,
            seal="",
        )
    )
    files[CHECKLIST] = print_seal(blank[CHECKLIST], manifest.seal)
    if recipe.pdf:
        files[CHECKLIST_PDF] = print_seal_in_pdf(blank[CHECKLIST_PDF], manifest.seal)
    made = Submission(manifest=manifest, files=files, sources=inputs, report=report)
    if unfit := differences(made.data, SUBMISSION):
        raise CannotRun(unfit)
    return made


def _documents(
    recipe: Recipe,
    internal: Sequence[Document],
    public: Sequence[Document],
    templates: Mapping[str, Template],
    around: Surroundings,
    conversions: Conversions | None,
) -> tuple[dict[str, bytes], dict[str, Obstacles], Mapping[str, Mapping[str, int]]]:
    """Return both versions of the documents as Word files, and as PDFs when requested, by name.

    And what keeps PDFs from being accessible, by their names, and the pages of the bars, by document.
    """
    same = {document.file for document in public if document in internal}
    # One call for all, so that they are laid out side by side; what is the same in both versions only once.
    other = [
        replace(document, file=f"{_PREFIX}{document.file}")
        for document in public
        if document.file not in same
    ]
    jobs = [job_of(document, templates[document.template]) for document in (*internal, *other)]
    laid = lay_out(jobs, recipe.pages, around, with_pdf=recipe.pdf, conversions=conversions)
    made = {f"{name}.docx": data for name, data in laid.files.items()}
    made |= {f"{name}.pdf": data for name, data in laid.pdfs.items()}
    files = {_place(name): data for name, data in made.items()}
    for name, data in made.items():
        if name.rpartition(".")[0] in same:
            files[f"{PUBLIC}{name}"] = data
    obstacles = {_place(name): each for name, each in laid.obstacles.items()}
    return files, obstacles, {name.removeprefix(_PREFIX): pages for name, pages in laid.places.items()}


def _blank_checklists(files: dict[str, bytes]) -> dict[str, bytes]:
    """Take the files of the checklist out of `files`; return them with zeros for the seal."""
    found = {CHECKLIST: stored(files.pop(CHECKLIST), SAMPLE)}
    if CHECKLIST_PDF in files:
        from jvom.layout.replaceable_text import with_replaceable_text

        try:
            pdf = with_replaceable_text(files.pop(CHECKLIST_PDF), SAMPLE, write_line)
        except (KeyError, ValueError) as error:
            what = msg("in de PDF van de controlelijst is het zegel niet terug te vinden")
            advice = msg("zet «{tag}» in het sjabloon op een eigen regel, in gewone letters", tag="zegel")
            raise CannotRun([Problem(Span(CHECKLIST_PDF), what, advice)]) from error
        found[CHECKLIST_PDF] = without_seal_in_pdf(pdf, SAMPLE)
    return found


def _place(name: str) -> str:
    return f"{PUBLIC}{name.removeprefix(_PREFIX)}" if name.startswith(_PREFIX) else name


def _report_files(report: Report) -> dict[str, bytes]:
    """Return the report of the check, in Dutch whatever the user's language, for people and for programs."""
    return {f"controle.{form}": writer(form)(report, lambda text: text).encode() for form in ("html", "json")}


def _renamed(report: Report, paths: InputPaths) -> Report:
    """Return the report with the names of the manifest instead of paths, which differ by machine."""
    names = {path.as_posix(): name for name, path in paths.all().items()}
    names |= {file.path: paths.name(Path(file.path)) for file in report.files}
    return cast("Report", _with_names(report, names))


def _with_names(value: object, names: Mapping[str, str]) -> object:
    # Only places have paths. In words they are left alone: a reason or a line of text may begin with one.
    if isinstance(value, Span | CheckedFile):
        return replace(value, path=_name(value.path, names))
    if isinstance(value, tuple):
        return tuple(_with_names(each, names) for each in value)
    if isinstance(value, msgspec.Struct):
        fields = value.__struct_fields__
        return replace(value, **{name: _with_names(getattr(value, name), names) for name in fields})
    return value


def _name(path: str, names: Mapping[str, str]) -> str:
    """Return the name of a file, or of one in a submission: ``content/2025.zip/rapport.docx``."""
    if path in names:
        return names[path]
    outer = next((each for each in names if each.endswith(_ZIP) and path.startswith(f"{each}/")), "")
    return f"{names[outer]}{path.removeprefix(outer)}" if outer else path
