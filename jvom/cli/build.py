# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``jvom build``: read, resolve, plan, lay out, write, deliver."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from jvom.cli.surroundings import surroundings
from jvom.cli.terminal import Terminal
from jvom.documents.dossier import CONTRACTS, documents, names
from jvom.files import deliver
from jvom.layout.engines import Choice, lay_out
from jvom.layout.result import Job, Laid
from jvom.messages import did_you_mean, msg
from jvom.model import Dossier
from jvom.plan import Contract, Document, Tally, tally
from jvom.reading.dossier import read_what_stands, years
from jvom.resolving.integrity import problems
from jvom.source import CannotRun, Problem, Span
from jvom.word.template import Template, open_template, verify

FINDINGS = 1

PUBLIC = "openbaar/"
"""The folder of the public version, within that of the documents."""


_PAGES = {
    "exact": msg("De paginanummers in de inhoudsopgave zijn die van LibreOffice."),
    "approximate": msg("De paginanummers in de inhoudsopgave zijn benaderd: LibreOffice is er niet."),
    "estimate": msg("De paginanummers in de inhoudsopgave zijn geschat."),
}


class Built(msgspec.Struct, frozen=True):
    """A file that was built: its path, its size in bytes, and what is in it when it is a Word document."""

    path: str
    size: int
    tally: Tally | None = None


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a build; `year` None is the newest, `only` empty is every document."""

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


def build(terminal: Terminal, request: Request) -> int:
    """Build the documents of a dossier, tell what was made, and return the exit status.

    What must not be sent is not built: findings at error level give status 1, unless it is a draft or no
    check is asked. Raises CannotRun with every problem of content and templates together. Either way nothing
    is written.
    """
    year = years(request.content)[-1] if request.year is None else request.year
    dossier, templates = read(request.content, year, request.templates, request.only)
    if request.check and not request.draft and not _may_be_sent(terminal, request, dossier):
        return FINDINGS
    epoch = epoch_of_environment()
    plans = {"": planned(dossier, request.only, request.draft, epoch=epoch)}
    if request.public:
        tell_if_nothing_is_marked(terminal, dossier)
        plans[PUBLIC] = planned(dossier, request.only, request.draft, public=True, epoch=epoch)
    files: dict[str, bytes] = {}
    built: list[Built] = []
    folder = request.out or Path("build") / str(year)
    for below, made in plans.items():
        terminal.progress(msg("de documenten worden opgemaakt"))
        jobs = [Job(document, templates[document.template]) for document in made]
        laid = lay_out(jobs, request.pages, surroundings(request.soffice), with_pdf=request.pdf)
        for document in made:
            name = f"{below}{document.file}.docx"
            files[name] = laid.files[document.file]
            built.append(Built((folder / name).as_posix(), len(files[name]), tally(document)))
        for stem, data in laid.pdfs.items():
            name = f"{below}{stem}.pdf"
            files[name] = data
            built.append(Built((folder / name).as_posix(), len(data)))
    if request.public:
        look_for_leaks(dossier, files)
    deliver(folder, files)
    if not request.public and (folder / PUBLIC).exists():
        terminal.tell(
            msg("De openbare versie in {path} is van een eerdere keer.", path=(folder / PUBLIC).as_posix())
        )
    _tell(terminal, request, year, built, laid)
    return 0


def _tell(terminal: Terminal, request: Request, year: int, built: list[Built], laid: Laid) -> None:
    if request.json:
        terminal.json({"schema_version": 1, "year": year, "pages": laid.engine, "files": built})
        return
    from jvom.cli.tables import show_built

    show_built(terminal, built)
    if laid.engine in _PAGES:
        terminal.tell(_PAGES[laid.engine])
    if request.pages == "auto":
        terminal.complain(laid.reasons)


def _may_be_sent(terminal: Terminal, request: Request, dossier: Dossier) -> bool:
    """Run the rules at error level, tell what they find, and return whether they find nothing."""
    from jvom.checks.run import check_before_build
    from jvom.output.formats import writer
    from jvom.reading.settings import read_settings

    report = check_before_build(dossier, read_settings(request.content), date.today())
    if not report.findings:
        terminal.tell(msg("De controle vond geen fouten; «jvom check» zegt meer."))
        return True
    if request.json:
        terminal.say(writer("json")(report, terminal.translate).rstrip("\n"))
        return False
    sys.stderr.write(writer("concise")(report, terminal.translate))
    terminal.tell(
        msg(
            "Er is niets gemaakt. Herstel de fouten, maak met --draft een concept, "
            "of sla met --no-check de controle over."
        )
    )
    return False


def read(
    content: Path,
    year: int,
    templates_folder: Path,
    only: tuple[str, ...] = (),
    contracts: tuple[Contract, ...] = CONTRACTS,
) -> tuple[Dossier, dict[str, Template]]:
    """Return the dossier and the templates by name; raises CannotRun with the problems of both."""
    found: list[Problem] = []
    dossier = None
    try:
        dossier, unread = read_what_stands(content, year)
        found += unread
        if dossier is not None:
            found += problems(dossier)
            found += _unknown_names(only, dossier)
    except CannotRun as error:
        found += error.problems
    templates: dict[str, Template] = {}
    for contract in contracts:
        try:
            templates[contract.template] = template = open_template(template_path(templates_folder, contract))
            found += verify(template, contract)
        except CannotRun as error:
            found += error.problems
    if found or dossier is None:
        raise CannotRun(found)
    return dossier, templates


def planned(
    dossier: Dossier,
    only: tuple[str, ...] = (),
    draft: bool = False,
    public: bool = False,
    epoch: int | None = None,
) -> list[Document]:
    """Return the plans of the documents, dated `epoch` when there is one.

    Raises CannotRun when a public one would show what is personal.
    """
    plans = [dated(document, epoch) for document in documents(dossier, only, draft, public)]
    if public:
        from jvom.documents.leaks import leaks, texts_of

        if found := leaks(dossier, {document.file: texts_of(document) for document in plans}):
            raise CannotRun(found)
    return plans


def look_for_leaks(dossier: Dossier, files: Mapping[str, bytes]) -> None:
    """Read the Word files of the public version back; raises CannotRun when one holds what is personal.

    The plans were looked at before; what a template says is in the files alone.
    """
    from jvom.documents.leaks import leaks
    from jvom.word.words import words_of

    shown = {
        name: words_of(data)
        for name, data in files.items()
        if name.startswith(PUBLIC) and name.endswith(".docx")
    }
    if found := leaks(dossier, shown):
        raise CannotRun(found)


def tell_if_nothing_is_marked(terminal: Terminal, dossier: Dossier) -> None:
    """Say so when the public version has no word less than the other: it is seldom meant."""
    from jvom.documents.leaks import removed

    if not removed(dossier):
        terminal.tell(
            msg(
                "Niets in dit dossier is als persoonsgegeven gemarkeerd; "
                "kijk na of de openbare versie zo weg kan."
            )
        )


def template_path(folder: Path, contract: Contract) -> Path:
    """Return where the template of a contract stands."""
    return folder / f"{contract.template}.docx"


def _unknown_names(only: tuple[str, ...], dossier: Dossier) -> list[Problem]:
    known = names(dossier)
    return [
        Problem(
            Span("--only"),
            msg("het document «{name}» bestaat niet", name=name),
            did_you_mean(name, known),
        )
        for name in only
        if name not in known
    ]


def dated(document: Document, epoch: int | None) -> Document:
    """Return the document with the moment `epoch`, in seconds since 1970, as its date; None leaves it."""
    if epoch is None:
        return document
    created = datetime.fromtimestamp(epoch, UTC)
    return msgspec.structs.replace(
        document, properties=msgspec.structs.replace(document.properties, created=created)
    )


def epoch_of_environment() -> int | None:
    """Return SOURCE_DATE_EPOCH, if the environment has one.

    (https://reproducible-builds.org/specs/source-date-epoch)
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(epoch) if epoch.isdecimal() else None
