# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom build``: read, resolve, plan, lay out, write, deliver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jvom.cli.dossiers import built_folder
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
from jvom.files import deliver
from jvom.layout.engines import Choice, lay_out
from jvom.layout.result import Job, Laid
from jvom.messages import msg
from jvom.model import Dossier
from jvom.plan import Tally, tally
from jvom.settings import Settings
from jvom.source import Gathered, Problem

if TYPE_CHECKING:
    from jvom.cli.standby import Standby

_PAGES = {
    "exact": msg("De paginanummers in de inhoudsopgave zijn die van LibreOffice."),
    "estimate": msg("De paginanummers in de inhoudsopgave zijn geschat."),
}


class Built(msgspec.Struct, frozen=True):
    """A file that was built: its path, its size in bytes, and what is in it when it is a Word document."""

    path: str
    size: int
    tally: Tally | None = None


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a build; `year` None is the newest, `only` empty is every document.

    `problems` are those of the arguments, told with all others.
    """

    year: int | None
    only: tuple[str, ...]
    out: Path | None
    content: Path
    templates: Path
    draft: bool
    check: bool
    public: bool
    pages: Choice
    pdf: bool
    soffice: Path | None
    json: bool
    problems: tuple[Problem, ...] = ()


def build(terminal: Terminal, request: Request, standby: Standby | None = None) -> int:
    """Build the documents of a dossier, tell what was made, and return the exit status.

    `standby` has LibreOffice started for what is asked.

    What must not be sent is not built: findings at error level give status 1, unless it is a draft or no
    check is asked. Raises CannotRun with every problem of content and templates together. Either way nothing
    is written.
    """
    gathered = Gathered(request.problems)
    epoch = gathered.of(epoch_of_environment)
    checked = request.check and not request.draft
    inputs = read(
        request.content,
        request.year,
        request.templates,
        request.only,
        checked=checked,
        problems=gathered.problems,
    )
    dossier = inputs.dossier
    if checked and not _may_be_sent(terminal, request, dossier, inputs.settings):
        return Status.FINDINGS
    plans = {"": planned(dossier, request.only, request.draft, epoch=epoch)}
    if request.public:
        tell_if_nothing_is_marked(terminal, dossier)
        plans[PUBLIC] = planned(dossier, request.only, request.draft, public=True, epoch=epoch)
    files: dict[str, bytes] = {}
    built: list[Built] = []
    folder = built_folder(request.out, inputs.year)
    for below, made in plans.items():
        terminal.progress(msg("de documenten worden opgemaakt"))
        jobs = [Job(document, inputs.templates[document.template]) for document in made]
        laid = lay_out(
            jobs,
            request.pages,
            surroundings(request.soffice),
            with_pdf=request.pdf,
            conversions=standby.conversions if standby else None,
        )
        for document in made:
            name = f"{below}{document.file}.docx"
            files[name] = laid.files[document.file]
            built.append(Built((folder / name).as_posix(), len(files[name]), tally(document)))
        for stem, data in laid.pdfs.items():
            name = f"{below}{stem}.pdf"
            files[name] = data
            built.append(Built((folder / name).as_posix(), len(data)))
    if standby:
        standby.done()
    if request.public:
        look_for_leaks(dossier, files)
    deliver(folder, files)
    _tell_of_earlier(terminal, folder, plans, files)
    _tell(terminal, request, inputs.year, built, laid)
    return Status.DONE


def _tell(terminal: Terminal, request: Request, year: int, built: list[Built], laid: Laid) -> None:
    if request.json:
        terminal.json({"schema_version": 1, "year": year, "pages": laid.engine, "files": built})
        return
    from jvom.cli.tables import show_built

    show_built(terminal, built)
    if laid.pages:
        terminal.tell(_PAGES[laid.engine])
    if request.pages == "auto":
        terminal.complain(laid.reasons)


def _tell_of_earlier(
    terminal: Terminal, folder: Path, made: Iterable[str], files: Mapping[str, bytes]
) -> None:
    """Tell of documents beside those of this run that are of an earlier one: they may say something else."""
    if PUBLIC not in made and (folder / PUBLIC).exists():
        terminal.tell(
            msg("De openbare versie in {path} is van een eerdere keer.", path=(folder / PUBLIC).as_posix())
        )
    others = [
        (folder / below / path.name).as_posix()
        for below in made
        for path in sorted((folder / below).iterdir())
        if path.suffix in (".docx", ".pdf")
        and not path.name.startswith((".", "~"))
        and f"{below}{path.name}" not in files
    ]
    if others:
        terminal.tell(
            msg("Niet van deze keer, en dus misschien anders: {paths}", paths=", ".join(others)),
        )


def _may_be_sent(terminal: Terminal, request: Request, dossier: Dossier, settings: Settings) -> bool:
    """Run the rules at error level, tell what they find, and return whether they find nothing."""
    from jvom.checks.run import check_before_build
    from jvom.output.formats import writer

    # On the day of presentation, as a seal is: what a build makes may not depend on when it is made.
    report = check_before_build(dossier, settings, dossier.data.presentation_date)
    refuse_broken(report, msg("meld dit; met --no-check maakt u de documenten zonder controle"))
    if not report.findings:
        terminal.tell(msg("De controle vond geen fouten; «jvom check» zegt meer."))
        return True
    if request.json:
        terminal.say(writer("json")(report, terminal.translate).rstrip("\n"))
        return False
    terminal.note(writer("concise")(report, terminal.translate))
    terminal.tell(
        msg(
            "Er is niets gemaakt. Herstel de fouten, maak met --draft een concept, "
            "of sla met --no-check de controle over."
        )
    )
    return False
