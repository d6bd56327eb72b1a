# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The steps that verbs share: reading whole, planning, and looking before anything is written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jvom.cli.dossiers import read_dossier
from jvom.cli.terminal import Terminal
from jvom.documents.dossier import CONTRACTS, documents, names
from jvom.messages import Message, did_you_mean, msg
from jvom.model import Dossier
from jvom.plan import Contract, Document
from jvom.source import CannotRun, Problem, Span
from jvom.word.template import Template, open_template, verify

if TYPE_CHECKING:
    from jvom.findings import Report

PUBLIC = "openbaar/"
"""The folder of the public version, within that of the documents."""


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
        dossier, wrong = read_dossier(content, year)
        found += wrong
        if dossier is not None:
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


def refuse_broken(report: Report, advice: Message) -> None:
    """Raise CannotRun when a rule of the report is broken: what it would have found is not known."""
    if report.broken:
        raise CannotRun(
            Problem(Span(rule.code), msg("deze regel is stuk: {detail}", detail=rule.error), advice)
            for rule in report.broken
        )
