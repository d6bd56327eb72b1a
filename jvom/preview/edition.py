# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages show at one moment: documents in parts, findings, the board, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

import msgspec

from jvom.findings import Finding, Report
from jvom.html.article import Part, parts_of, targets_of
from jvom.html.contents import contents, title_of
from jvom.plan import Block, Document, Note, Paragraph, Table
from jvom.source import Problem


class Text(msgspec.Struct, frozen=True):
    """A dossier as it was read: its title, and the plans of its documents, with sources."""

    title: str
    documents: tuple[Document, ...]


class Check(msgspec.Struct, frozen=True):
    """What a check of the dossier found, as a report and as pages: the findings, and the board."""

    report: Report
    findings: str
    board: str


class Found(msgspec.Struct, frozen=True):
    """The findings in a file, and its lines, of which they show some."""

    findings: tuple[Finding, ...]
    lines: tuple[str, ...]


class Sources(msgspec.Struct, frozen=True):
    """How a dossier is read, and how it is checked; both raise CannotRun when its files do not allow it."""

    read: Callable[[], Text]
    check: Callable[[], Check]


class ShownDocument(msgspec.Struct, frozen=True):
    """A document as HTML; `digests` tell by its key whether a part is the same as before.

    `paths` are the files that its words come from.
    """

    name: str
    label: str
    title: str
    contents: str
    parts: tuple[Part, ...]
    digests: Mapping[str, str]
    paths: frozenset[str]


class Edition(msgspec.Struct, frozen=True):
    """What there is to show; `text` and `found` count how often the text and the findings changed.

    `problems` are why the files can't be read as they are now: then the rest is from before. `is_checked`
    says whether the findings are of this text; `by_path` has them by file.
    """

    title: str = ""
    documents: tuple[ShownDocument, ...] = ()
    text: int = 0
    check: Check | None = None
    found: int = 0
    by_path: Mapping[str, Found] = {}
    is_checked: bool = False
    problems: tuple[Problem, ...] = ()

    def document(self, name: str) -> ShownDocument | None:
        """Return the document of that name; None when there is none."""
        return next((each for each in self.documents if each.name == name), None)


def found_by_path(report: Report) -> Mapping[str, Found]:
    """Return what was found in each file."""
    findings: dict[str, list[Finding]] = {}
    for each in report.findings:
        findings.setdefault(each.span.path, []).append(each)
    files = report.by_path
    return {
        path: Found(tuple(some), files[path].lines if path in files else ())
        for path, some in findings.items()
    }


def shown_documents(documents: tuple[Document, ...]) -> tuple[ShownDocument, ...]:
    """Return documents as HTML."""
    targets = targets_of(documents)
    return tuple(_shown(each, tuple(parts_of(each, targets))) for each in documents)


def _shown(document: Document, parts: tuple[Part, ...]) -> ShownDocument:
    return ShownDocument(
        name=document.file,
        label=document.file[:1].upper() + document.file[1:].replace("-", " "),
        title=title_of(document),
        contents=contents(document),
        parts=parts,
        digests={each.key: sha256(each.html.encode()).hexdigest() for each in parts},
        paths=frozenset(_paths(document)),
    )


def _paths(document: Document) -> set[str]:
    found: set[str] = set()

    def add(paragraph: Paragraph) -> None:
        if paragraph.source:
            found.add(paragraph.source.path)
        for inline in paragraph.content:
            if isinstance(inline, Note):
                for each in inline.paragraphs:
                    add(each)

    def add_block(block: Block) -> None:
        if isinstance(block, Paragraph):
            add(block)
        elif isinstance(block, Table):
            for row in block.header + block.rows:
                for cell in row:
                    for each in cell.paragraphs:
                        add(each)

    for blocks in document.blocks.values():
        for block in blocks:
            add_block(block)
    return found
