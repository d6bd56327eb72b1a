# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The inventory of a public version, made with its documents: what a build and a seal share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jvom.cli.build_inputs import template_path
from jvom.cli.plans import dated
from jvom.cli.terminal import Terminal
from jvom.documents.bars import passages
from jvom.documents.inventory import CONTRACT, inventory, inventory_document
from jvom.dossier_ids import DossierId
from jvom.layout.engines import lay_out
from jvom.layout.result import Engine, Job, Obstacles
from jvom.layout.surroundings import Surroundings
from jvom.messages import msg
from jvom.model import Dossier
from jvom.plan import Contract, Document
from jvom.word.template import Template

NAME = CONTRACT.template
"""The name of its files, without extension."""


def contracts(terminal: Terminal, templates: Path) -> tuple[Contract, ...]:
    """Return the contract of the inventory; none, and say so, when the house has no template for it yet."""
    path = template_path(templates, CONTRACT)
    if path.exists():
        return (CONTRACT,)
    terminal.inform(
        msg("Er is geen sjabloon {path}: de inventarislijst is er alleen als JSON.", path=path.as_posix())
    )
    return ()


def job_of(document: Document, template: Template) -> Job:
    """Return the job of a public document, which also asks for the pages of its bars."""
    return Job(document, template, tuple(each.bookmark for each in passages(document) if each.bookmark))


class MadeInventory(msgspec.Struct, frozen=True):
    """The files of an inventory by name, its plan if there is a template, and what is wrong with its PDF."""

    files: Mapping[str, bytes]
    document: Document | None
    obstacles: Mapping[str, Obstacles]


def make_inventory(
    dossier: Dossier,
    id: DossierId,
    documents: Iterable[Document],
    pages: Engine,
    places: Mapping[str, Mapping[str, int]],
    templates: Mapping[str, Template],
    around: Surroundings,
    *,
    with_pdf: bool,
    epoch: int | None = None,
) -> MadeInventory:
    """Return the inventory of public documents: as JSON, and as Word and PDF if the house has a template.

    `places` are the pages of the bars, by document; `epoch` is the moment it is dated, if given. Raises
    CannotRun when there can be no PDF.
    """
    made = tuple(documents)
    listed = inventory(dossier, str(id), made, pages, places)
    files = {f"{NAME}.json": msgspec.json.format(msgspec.json.encode(listed), indent=2) + b"\n"}
    template = templates.get(NAME)
    if template is None:
        return MadeInventory(files, None, {})
    document = dated(_like(made, inventory_document(dossier, listed)), epoch)
    # Without a PDF nothing in it needs a page number.
    laid = lay_out([Job(document, template)], "auto" if with_pdf else "estimate", around, with_pdf=with_pdf)
    files[f"{NAME}.docx"] = laid.files[NAME]
    files |= {f"{name}.pdf": data for name, data in laid.pdfs.items()}
    return MadeInventory(files, document, laid.obstacles)


def _like(documents: tuple[Document, ...], made: Document) -> Document:
    """Return the inventory as a draft when the documents are."""
    for document in documents:
        if document.draft:
            status = replace(made.properties, status=document.properties.status)
            concept = document.text.get("concept", ())
            return replace(made, draft=True, properties=status, text={**made.text, "concept": concept})
    return made
