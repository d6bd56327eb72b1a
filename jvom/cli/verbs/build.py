# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom build``: read, check, plan, lay out, deliver."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec.structs import replace

from jvom.cli.arguments import PAGES, Pages, one_of, read_day, read_dossier_argument, read_names
from jvom.cli.prestart import PrestartedOffice, prestarted_office
from jvom.cli.recovery import Places, output_folders
from jvom.cli.shared_options import Content, Dossier, Json, Soffice, Templates
from jvom.cli.status import Status
from jvom.cli.terminal import Terminal
from jvom.cli.verb import Option, Options, Verb
from jvom.dossier_ids import DossierId
from jvom.messages import msg
from jvom.source import Problem, ProblemCollector, Span

if TYPE_CHECKING:
    from jvom.cli.build_inputs import BuildInputs
    from jvom.cli.tables import BuiltFile
    from jvom.layout.result import Job, Layout
    from jvom.plan import Contract, Document

_PAGES = {
    "exact": msg("De paginanummers in de inhoudsopgave zijn die van LibreOffice."),
    "estimate": msg("De paginanummers in de inhoudsopgave zijn geschat."),
}

PAGE = "dossier.html"
"""The file with all documents as one web page."""


class BuildOptions(Options, frozen=True, kw_only=True):
    """What is asked of a build; `dossier` "" is the newest, `only` empty is every document."""

    dossier: Dossier = ""
    only: Annotated[
        tuple[str, ...],
        Option(msg("Alleen deze documenten, zoals rapport,nota."), msg("NAAM,..."), read=read_names),
    ] = ()
    out: Annotated[
        Path | None, Option(msg("De map voor de documenten (anders: build/<dossier>)."), msg("MAP"))
    ] = None
    content: Content = Path("content")
    templates: Templates = Path("templates")
    draft: Annotated[bool, Option(msg("Zet CONCEPT op elke bladzijde."))] = False
    as_of: Annotated[
        date | None, Option(msg("De dag die op een concept staat."), msg("DATUM"), read=read_day)
    ] = None
    pages: Annotated[
        Pages,
        Option(
            msg("Hoe paginanummers bepaald worden: auto (zo goed als kan), exact, estimate."),
            msg("SOORT"),
            read=one_of(PAGES),
        ),
    ] = "auto"
    pdf: Annotated[bool, Option(msg("Maakt van elk document ook een PDF."))] = False
    html: Annotated[bool, Option(msg("Maakt ook één webpagina van alle documenten: dossier.html."))] = False
    soffice: Soffice = None
    no_check: Annotated[bool, Option(msg("Slaat de controle op fouten over die eraan voorafgaat."))] = False
    public: Annotated[bool, Option(msg("Maakt ook de openbare versie, zonder persoonsgegevens."))] = False
    json: Json = False

    @property
    def places(self) -> Places:
        """The folders that documents are written into."""
        return Places(written=output_folders(self.out, self.project))


def build(terminal: Terminal, options: BuildOptions) -> int:
    """Build the documents of a dossier, show what was made, and return the exit status.

    What must not be sent is not built: findings at error level give status 1, unless it is a draft or no
    check is asked. Raises CannotRun with every problem of options, content and templates together. Either way
    nothing is written.
    """
    gathered = ProblemCollector(options.problems)
    if options.as_of and not options.draft:
        what = msg("alleen een concept noemt de dag waarop het gemaakt is")
        gathered.problems.append(Problem(Span("--as-of"), what, msg("geef ook --draft, of laat --as-of weg")))
    place = gathered.of(partial(read_dossier_argument, options.content, options.dossier))
    content, id = place or (options.content, None)
    options = replace(options, content=content, problems=tuple(gathered.problems))
    asked = (id, options.only, options.draft, options.as_of, options.public, options.pdf)
    folders = (content, options.templates)
    with prestarted_office(
        options.pages, options.soffice, folders, *asked, problems=options.problems
    ) as office:
        return _build(terminal, options, id, office)


def _build(
    terminal: Terminal, options: BuildOptions, asked: DossierId | None, office: PrestartedOffice | None
) -> int:
    from jvom.cli.build_inputs import read_build_inputs
    from jvom.cli.dossiers import PUBLIC, built_folder, tell_of_sisters
    from jvom.cli.plans import make_plans, source_date_epoch
    from jvom.cli.surroundings import surroundings
    from jvom.cli.tables import BuiltFile
    from jvom.files import deliver
    from jvom.layout.engines import lay_out
    from jvom.layout.result import Obstacles
    from jvom.plan import tally

    gathered = ProblemCollector(options.problems)
    epoch = gathered.of(source_date_epoch)
    checked = not (options.no_check or options.draft)
    inputs = read_build_inputs(
        options.content,
        asked,
        options.templates,
        options.only,
        besides=_inventory_contracts(terminal, options),
        checked=checked,
        problems=gathered.problems,
    )
    dossier = inputs.dossier
    tell_of_sisters(terminal, options.content, asked, inputs.id)
    if checked and not _may_be_sent(terminal, options, inputs):
        return Status.FINDINGS
    plans = {"": make_plans(dossier, options.only, options.draft, epoch=epoch, as_of=options.as_of)}
    if options.public:
        from jvom.cli.public_version import warn_if_nothing_is_marked

        warn_if_nothing_is_marked(terminal, dossier)
        public = make_plans(
            dossier, options.only, options.draft, public=True, epoch=epoch, as_of=options.as_of
        )
        from jvom.documents.bars import with_places

        plans[PUBLIC] = list(map(with_places, public))
    files: dict[str, bytes] = {}
    built: list[BuiltFile] = []
    obstacles: dict[str, Obstacles] = {}
    folder = built_folder(options.out, options.project, inputs.id)
    for subfolder, documents in plans.items():
        terminal.show_progress(msg("de documenten worden opgemaakt"))
        jobs = [_job(each, inputs, public=bool(subfolder)) for each in documents]
        laid = lay_out(
            jobs,
            options.pages,
            surroundings(options.soffice),
            with_pdf=options.pdf,
            conversions=office.conversions if office else None,
        )
        obstacles |= {f"{subfolder}{stem}": each for stem, each in laid.obstacles.items()}
        for document in documents:
            name = f"{subfolder}{document.file}.docx"
            files[name] = laid.files[document.file]
            built.append(BuiltFile((folder / name).as_posix(), len(files[name]), tally(document)))
        for stem, data in laid.pdfs.items():
            name = f"{subfolder}{stem}.pdf"
            files[name] = data
            built.append(BuiltFile((folder / name).as_posix(), len(data)))
        if options.html:
            from jvom.html.page import page

            name = f"{subfolder}{PAGE}"
            files[name] = page(documents).encode()
            built.append(BuiltFile((folder / name).as_posix(), len(files[name])))
    if options.public:
        from jvom.cli.inventory import make_inventory
        from jvom.cli.public_version import refuse_leaks

        made = make_inventory(
            dossier,
            inputs.id,
            plans[PUBLIC],
            laid.engine,
            laid.places,
            inputs.templates,
            surroundings(options.soffice),
            with_pdf=options.pdf,
            epoch=epoch,
        )
        for name, data in made.files.items():
            files[f"{PUBLIC}{name}"] = data
            words = tally(made.document) if made.document and name.endswith(".docx") else None
            built.append(BuiltFile((folder / PUBLIC / name).as_posix(), len(data), words))
        obstacles |= {f"{PUBLIC}{stem}": each for stem, each in made.obstacles.items()}
        refuse_leaks(dossier, files)
    if office:
        office.mark_done()
    deliver(folder, files, delivered=terminal.note_delivery)
    if PUBLIC not in plans and (folder / PUBLIC).exists():
        terminal.inform(
            msg("De openbare versie in {path} is van een eerdere keer.", path=(folder / PUBLIC).as_posix())
        )
    _warn_of_earlier_files(terminal, folder, plans, files)
    _show(terminal, options, inputs.id, built, laid)
    if obstacles:
        from jvom.cli.inaccessible_pdfs import inaccessible

        terminal.list_problems(inaccessible(dossier, obstacles))
    return Status.DONE


def _inventory_contracts(terminal: Terminal, options: BuildOptions) -> "tuple[Contract, ...]":
    """Return what else the templates must have for the inventory of a public version."""
    if not options.public:
        return ()
    from jvom.cli.inventory import contracts

    return contracts(terminal, options.templates)


def _job(document: "Document", inputs: "BuildInputs", *, public: bool) -> "Job":
    """Return a document to lay out; that of a `public` version also asks for the pages of its bars."""
    template = inputs.templates[document.template]
    if public:
        from jvom.cli.inventory import job_of

        return job_of(document, template)
    from jvom.layout.result import Job

    return Job(document, template)


def _may_be_sent(terminal: Terminal, options: BuildOptions, inputs: "BuildInputs") -> bool:
    """Run the rules at error level, show what they find, and return whether they find nothing."""
    from jvom.cli.before_sending import check_before_build

    report = check_before_build(inputs.to_check)
    if not report.findings:
        terminal.inform(msg("De controle vond geen fouten; «jvom check» zegt meer."))
        return True
    from jvom.output.formats import writer

    if options.json:
        terminal.write(writer("json")(report, terminal.translate).rstrip("\n"))
        return False
    terminal.write_error(writer("concise")(report, terminal.translate))
    terminal.inform(
        msg(
            "Er is niets gemaakt. Herstel de fouten, maak met --draft een concept, "
            "of sla met --no-check de controle over."
        )
    )
    return False


def _warn_of_earlier_files(
    terminal: Terminal, folder: Path, subfolders: Iterable[str], files: Mapping[str, bytes]
) -> None:
    """Name the documents of an earlier run beside those of this one: they may say something else."""
    others = [
        (folder / subfolder / path.name).as_posix()
        for subfolder in subfolders
        for path in _listed(folder / subfolder)
        if (path.suffix in (".docx", ".pdf") or path.name == PAGE)
        and not path.name.startswith((".", "~"))
        and f"{subfolder}{path.name}" not in files
    ]
    if others:
        terminal.inform(
            msg("Niet van deze keer, en dus misschien anders: {paths}", paths=", ".join(others)),
        )


def _listed(folder: Path) -> list[Path]:
    """Return what is in a folder; nothing when it may be written but not read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _show(
    terminal: Terminal, options: BuildOptions, id: DossierId, built: "list[BuiltFile]", laid: "Layout"
) -> None:
    if options.json:
        terminal.write_json(
            {
                "schema_version": 1,
                "dossier": str(id),
                "year": id.year,
                "pages": laid.engine,
                "files": built,
            }
        )
        return
    from jvom.cli.tables import show_built

    show_built(terminal, built)
    if laid.pages:
        terminal.inform(_PAGES[laid.engine])
    if options.pages == "auto":
        terminal.list_problems(laid.reasons)


VERB = Verb(msg("Maakt de brieven, de nota en het rapport als Word-documenten."), BuildOptions, build)
