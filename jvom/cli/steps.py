# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The steps that verbs share: reading whole, planning, and looking before anything is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jvom.cli.dossiers import read_dossier
from jvom.cli.terminal import Terminal
from jvom.documents.dossier import CONTRACTS, contracts, documents, names
from jvom.dossier_ids import DossierId
from jvom.messages import Message, did_you_mean, msg
from jvom.model import Dossier
from jvom.plan import Contract, Document
from jvom.reading.dossier_folders import find_dossier
from jvom.reading.settings import read_settings
from jvom.reading.sisters import read_sisters
from jvom.settings import Settings
from jvom.sisters import Sister
from jvom.source import CannotRun, Gathered, Problem, Span
from jvom.word.template import Template, open_template, verify

if TYPE_CHECKING:
    from jvom.findings import Report

PUBLIC = "openbaar/"
"""The folder of the public version, within that of the documents."""
_LAST_MOMENT = 253_402_300_799
"""The end of the year 9999: Word knows no other years."""


class Inputs(msgspec.Struct, frozen=True):
    """What a verb makes documents of: a dossier, the house's settings, and the templates by name."""

    id: DossierId
    dossier: Dossier
    settings: Settings
    templates: Mapping[str, Template]
    sisters: tuple[Sister, ...] = ()


def read(
    content: Path,
    asked: DossierId | None,
    templates_folder: Path,
    only: tuple[str, ...] = (),
    *,
    besides: tuple[Contract, ...] = (),
    checked: bool = True,
    problems: Iterable[Problem] = (),
) -> Inputs:
    """Return what the documents of a dossier are made of: the one `asked` for, None for the newest.

    The settings are only for what is `checked`; `besides` are the contracts of templates that no document of
    a dossier has. Raises CannotRun with all that is wrong with any of it, and the `problems` that were found
    before.
    """
    gathered = Gathered(problems)
    chosen = gathered.of(lambda: find_dossier(content, asked))
    settings = gathered.of(lambda: read_settings(content, chosen)) if checked else Settings()
    dossier, sisters = None, tuple[Sister, ...]()
    if chosen is not None:
        sisters = (gathered.of(lambda: read_sisters(content, chosen)) or ()) if checked else ()
        dossier, wrong = gathered.of(lambda: read_dossier(content, chosen)) or (None, [])
        gathered.problems += wrong
    if dossier is not None:
        gathered.problems += _unknown_names(only, dossier)
    templates: dict[str, Template] = {}
    # What can't be read may have any document.
    for contract in (*(CONTRACTS if dossier is None else contracts(dossier)), *besides):
        template = gathered.of(partial(open_template, template_path(templates_folder, contract)))
        if template is not None:
            templates[contract.template] = template
            gathered.problems += verify(template, contract)
    if gathered.problems or chosen is None or dossier is None or settings is None:
        raise CannotRun(gathered.problems)
    return Inputs(chosen, dossier, settings, templates, sisters)


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
                "In de teksten van dit dossier is niets als persoonsgegeven gemarkeerd; "
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
    """Return SOURCE_DATE_EPOCH, None when the environment has none; raises CannotRun for what is no moment.

    (https://reproducible-builds.org/specs/source-date-epoch)
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    if (
        epoch.isascii()
        and epoch.isdecimal()
        and len(epoch) <= len(str(_LAST_MOMENT))
        and int(epoch) <= _LAST_MOMENT
    ):
        return int(epoch)
    what = msg("«{value}» is geen aantal seconden sinds 1970", value=epoch)
    raise CannotRun([Problem(Span("SOURCE_DATE_EPOCH"), what, msg("geef een getal, of laat het weg"))])


def refuse_broken(report: Report, advice: Message) -> None:
    """Raise CannotRun when a rule of the report is broken: what it would have found is not known."""
    if report.broken:
        raise CannotRun(
            Problem(Span(rule.code), msg("deze regel is stuk: {detail}", detail=rule.error), advice)
            for rule in report.broken
        )
