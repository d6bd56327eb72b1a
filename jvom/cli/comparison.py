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

from jvom.alignment import likeness
from jvom.cli.build_inputs import template_path
from jvom.cli.compared_sides import Side
from jvom.comparing.change_list import CONTRACT as CHANGE_LIST
from jvom.comparing.change_list import Compared, change_list, document_title, flow
from jvom.comparing.changes import Changes, find_changes
from jvom.comparing.redline import count_revisions, redline
from jvom.comparing.word_texts import with_printed_numbers, word_text
from jvom.documents.leaks import texts_of
from jvom.layout.estimate import estimate
from jvom.layout.pictures import with_fitting_pictures
from jvom.layout.result import Job
from jvom.messages import Message, msg
from jvom.model import Fragment
from jvom.plan import Contents, Contract, Document, Revisor, Run, paragraphs, plain_text
from jvom.source import CannotRun, Problem, ProblemCollector, Span
from jvom.word.package import build
from jvom.word.template import Template, open_template, verify

AUTHOR = "jvom"
WITHHELD = "NIET OPENBAAR"
"""What each page says of a document with words that the public version does not show."""
_ON_EACH_PAGE = "concept"

_UNDATED = Problem(
    Span("OUD"),
    msg("geen van beide bestanden zegt wanneer het bewaard is"),
    msg("bewaar het nieuwe opnieuw in Word"),
)


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
    """What became of each document, those with revisions, and the list of changes.

    `pages` are the pages in their tables of contents, `withheld` the names of those with words that the
    public version does not show; that of the list is among them too.
    """

    documents: tuple[Redlined, ...]
    revised: tuple[Document, ...]
    changes: Changes
    compared: Compared
    pages: Mapping[str, Mapping[str, int]]
    withheld: frozenset[str]


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
    """Return the documents of both sides with revisions, those of the new side first.

    When one side has only Word files, those of the other are read as such too. Raises CannotRun when a date
    for the revisions is nowhere to be found, or when such a file can't be read back.
    """
    moment = new.moment or old.moment
    if moment is None:
        raise CannotRun([_UNDATED])
    dossier = new.listed or old.listed
    compared = Compared(old.title, new.title, moment, dossier.data if dossier else None)
    before, after = _documents(old, new, templates, compared)
    documents: list[Redlined] = []
    revised: list[Document] = []
    pages: dict[str, Mapping[str, int]] = {}
    for name in dict.fromkeys((*after, *before)):
        one, other = (_fitting(each.get(name), templates) for each in (before, after))
        document = redline(one, other, Revisor(AUTHOR, moment))
        counted = count_revisions(document)
        revised.append(document)
        pages[name] = _pages(other, templates[document.template])
        documents.append(Redlined(name, _state(one, other, counted), counted))
    changes = find_changes(old.listed, new.listed, revised)
    withheld = old.withheld | new.withheld
    listed = change_list(changes, compared)
    if any(side.personal and side.personal.in_texts(texts_of(listed)) for side in (old, new)):
        withheld |= {listed.file}
    return Comparison(tuple(documents), tuple(revised), changes, compared, pages, withheld)


def word_files(made: Comparison, templates: Mapping[str, Template]) -> dict[str, bytes]:
    """Return the documents with revisions and the list of changes as Word files, by name."""
    revised = (
        with_printed_numbers(each) if each.template == CHANGE_LIST.template else each for each in made.revised
    )
    documents = (*revised, change_list(made.changes, made.compared))
    return {
        f"{each.file}.docx": build(
            _marked_withheld(each) if each.file in made.withheld else each,
            templates[each.template],
            made.pages.get(each.file, {}),
        )
        for each in documents
    }


def page_file(made: Comparison) -> dict[str, bytes]:
    """Return the page with both texts beside each other, by name."""
    from jvom.comparing.side_by_side import side_by_side

    said = side_by_side(made.changes, made.compared, made.revised, made.withheld)
    return {"wijzigingen.html": said.encode()}


def _documents(
    old: Side, new: Side, templates: Mapping[str, Template], compared: Compared
) -> tuple[Mapping[str, Document], Mapping[str, Document]]:
    """Return the plans of both sides by name: of one loose file, only of what it is to be compared with."""
    if not old.texts and not new.texts:
        return old.documents, new.documents
    before: Mapping[str, Document]
    after: Mapping[str, Document]
    before, after = (
        {
            name: flow(name, document_title(name), word_text(text), compared)
            for name, text in (side.texts or _read_back(side, templates)).items()
        }
        for side in (old, new)
    )
    if old.loose:
        before, after = _paired(before, after)
    elif new.loose:
        after, before = _paired(after, before)
    return before, after


def _paired(
    loose: Mapping[str, Document], others: Mapping[str, Document]
) -> tuple[Mapping[str, Document], Mapping[str, Document]]:
    """Return one document of either side: the other of the same name, else the one that is most alike."""
    [(name, document)] = loose.items()
    said = _words(document)
    best = name if name in others else max(others, key=lambda each: likeness(said, _words(others[each])))
    other = others[best]
    # What they are called is no change.
    return {best: replace(document, file=best, text=other.text)}, {best: other}


def _words(document: Document) -> list[str]:
    return [word for block in document.blocks.values() for each in paragraphs(block)
            for word in plain_text(each.content).split()]  # fmt: skip


def _read_back(side: Side, templates: Mapping[str, Template]) -> dict[str, Fragment]:
    """Return the documents of a dossier as they read in Word."""
    from jvom.reading.word.reader import read_word

    built = {
        name: build(document, templates[document.template], _pages(document, templates[document.template]))
        for name, document in side.documents.items()
    }
    return {name: read_word(name, data, f"{name}.docx") for name, data in built.items()}


def _marked_withheld(document: Document) -> Document:
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
