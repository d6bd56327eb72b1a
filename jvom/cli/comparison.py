# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The documents of two sides as Word files with revisions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from jvom.cli.build_inputs import template_path
from jvom.cli.compared_sides import Side
from jvom.comparing.change_list import change_list
from jvom.comparing.changes import Changes, find_changes
from jvom.comparing.redline import count_revisions, redline
from jvom.documents.leaks import find_leaks, texts_of
from jvom.layout.estimate import estimate
from jvom.layout.pictures import with_fitting_pictures
from jvom.layout.result import Job
from jvom.messages import Message, msg
from jvom.plan import Contents, Contract, Document, Revisor, Run
from jvom.source import CannotRun, ProblemCollector
from jvom.word.package import build
from jvom.word.template import Template, open_template, verify

AUTHOR = "jvom"
WITHHELD = "NIET OPENBAAR"
"""What stands on each page of a document with words that the public version does not show."""
_ON_EACH_PAGE = "concept"


State: TypeAlias = Literal["changed", "unchanged", "new", "gone"]
"""What became of a document, as programs read it."""

STATES: Mapping[State, Message] = {
    "changed": msg("gewijzigd"),
    "unchanged": msg("ongewijzigd"),
    "new": msg("nieuw"),
    "gone": msg("vervallen"),
}


class Redlined(msgspec.Struct, frozen=True):
    """A document with its changes: its name, what became of it, and how many revisions it has."""

    name: str
    state: State
    revisions: int


class Comparison(msgspec.Struct, frozen=True):
    """The files by name, what is in each document, and the list of changes."""

    files: Mapping[str, bytes]
    documents: tuple[Redlined, ...]
    changes: Changes


def read_templates(folder: Path, contracts: tuple[Contract, ...]) -> dict[str, Template]:
    """Return the templates by name; raises CannotRun with all that is wrong with any of them."""
    gathered = ProblemCollector()
    templates: dict[str, Template] = {}
    for contract in contracts:
        template = gathered.of(partial(open_template, template_path(folder, contract)))
        if template is not None:
            templates[contract.template] = template
            gathered.problems += verify(template, contract)
    if gathered.problems:
        raise CannotRun(gathered.problems)
    return templates


def compare_documents(old: Side, new: Side, templates: Mapping[str, Template]) -> Comparison:
    """Return the documents of both sides with revisions, those of the new side first."""
    revisor = Revisor(AUTHOR, new.moment)
    files: dict[str, bytes] = {}
    documents: list[Redlined] = []
    revised: list[Document] = []
    for name in dict.fromkeys((*new.documents, *old.documents)):
        before, after = (_fitting(side.documents.get(name), templates) for side in (old, new))
        document = redline(before, after, revisor)
        counted = count_revisions(document)
        revised.append(document)
        if name in old.withheld | new.withheld:
            document = _withheld(document)
        template = templates[document.template]
        files[f"{name}.docx"] = build(document, template, _pages(after, template))
        documents.append(Redlined(name, _state(before, after, counted), counted))
    changes = find_changes(old.listed, new.listed, revised)
    listed = change_list(new.dossier.data, changes, old.title, new.title)
    if any(find_leaks(side.dossier, {listed.file: texts_of(listed)}) for side in (old, new)):
        listed = _withheld(listed)
    files[f"{listed.file}.docx"] = build(listed, templates[listed.template], {})
    return Comparison(files, tuple(documents), changes)


def _withheld(document: Document) -> Document:
    return replace(document, text={**document.text, _ON_EACH_PAGE: (Run(WITHHELD),)})


def _fitting(document: Document | None, templates: Mapping[str, Template]) -> Document | None:
    """Return the document with its pictures as wide as in a build, so that only other pictures differ."""
    return document and with_fitting_pictures(Job(document, templates[document.template])).document


def _pages(document: Document | None, template: Template) -> Mapping[str, int]:
    """Return the pages in the table of contents: those of the new document, as it will be sent."""
    if document is None or not any(
        isinstance(block, Contents) for blocks in document.blocks.values() for block in blocks
    ):
        return {}
    return estimate(document, template).pages


def _state(old: Document | None, new: Document | None, revisions: int) -> State:
    if new is None:
        return "gone"
    if old is None:
        return "new"
    return "changed" if revisions else "unchanged"
