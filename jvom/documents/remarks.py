# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The remarks of a dossier as comments in the margin of its drafts.

A remark within a paragraph is about the word before it. One on a line of its own is about the block below, or
when a heading follows, or nothing, about the block above. One in a data file is shown at the first use of the
figure or reference it is about, and any other at the beginning of the document whose data it is in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, count

import msgspec
from msgspec.structs import replace

from jvom import plan
from jvom.dutch.typography import typeset
from jvom.kinds import KINDS, SECTIONS
from jvom.model import DataFile, Dossier, Fragment
from jvom.source import Positions, Span
from jvom.text import Citation, FigureUse, Heading, Remark, Table, walk_blocks

TITLE = -1
"""Stands for the title of a fragment, where another number is the place of a block in it."""


class DataRemarks(msgspec.Struct, frozen=True):
    """Remarks in data files: by the figure or reference they are about, and by kind of document."""

    figures: Mapping[str, tuple[Remark, ...]] = {}
    references: Mapping[str, tuple[Remark, ...]] = {}
    mandates: tuple[Remark, ...] = ()
    documents: Mapping[str, tuple[Remark, ...]] = {}
    recipients: Mapping[str, tuple[Remark, ...]] = {}


class Margin:
    """The margin of one document: makes the comments, and knows which remarks it still waits for.

    `kind` is the document's, `recipient` the id of the one that a letter goes to.
    """

    def __init__(self, dossier: Dossier, kind: str, recipient: str = "") -> None:
        self._numbers = count(1)
        data = data_remarks(dossier)
        self._figures, self._references = dict(data.figures), dict(data.references)
        self._mandates = data.mandates
        self._of_document = data.documents.get(kind, ()) + data.recipients.get(recipient, ())

    def around(self, remarks: Iterable[Remark], content: tuple[plan.Inline, ...]) -> tuple[plan.Inline, ...]:
        """Return the content with comments on it."""
        for remark in remarks:
            comment = plan.Comment(next(self._numbers), typeset(remark.text), remark.author, remark.date)
            content = (plan.CommentStart(comment), *content, plan.CommentEnd(comment))
        return content

    def on(self, remarks: Iterable[Remark], blocks: list[plan.Block]) -> list[plan.Block]:
        """Return the blocks with comments on the first paragraph of text in them."""
        remarks = tuple(remarks)
        for place, block in enumerate(blocks) if remarks else ():
            if isinstance(block, plan.Paragraph):
                commented: plan.Block = replace(block, content=self.around(remarks, block.content))
            elif isinstance(block, plan.Table) and block.header and block.header[0]:
                commented = self._on_table(remarks, block)
            else:
                continue
            return [*blocks[:place], commented, *blocks[place + 1 :]]
        return blocks

    def _on_table(self, remarks: tuple[Remark, ...], table: plan.Table) -> plan.Table:
        (first, *cells), *rows = table.header
        paragraph, *others = first.paragraphs
        commented = replace(paragraph, content=self.around(remarks, paragraph.content))
        return replace(table, header=((replace(first, paragraphs=(commented, *others)), *cells), *rows))

    def of_figure(self, name: str) -> tuple[Remark, ...]:
        """Return the remarks about a figure, the first time that the document uses it."""
        return self._figures.pop(name, ())

    def of_references(self, names: Iterable[str]) -> tuple[Remark, ...]:
        """Return the remarks about references, the first time that the document cites them."""
        return tuple(chain.from_iterable(self._references.pop(name, ()) for name in names))

    def of_mandates(self) -> tuple[Remark, ...]:
        """Return the remarks about the mandates, once."""
        found, self._mandates = self._mandates, ()
        return found

    def begin(self, blocks: tuple[plan.Block, ...]) -> tuple[plan.Block, ...]:
        """Return the blocks of the document, beginning with the remarks that have no other place."""
        return tuple(self.on(self._of_document, list(blocks)))


def by_block(fragment: Fragment) -> dict[int, list[Remark]]:
    """Return the remarks on lines of their own by the place of the block that they are about.

    `TITLE` is the place of the title of a fragment that has one.
    """
    found: dict[int, list[Remark]] = {}
    for remark in fragment.remarks:
        if not remark.within:
            found.setdefault(_place(fragment, remark.span), []).append(remark)
    return found


def _place(fragment: Fragment, span: Span) -> int:
    """Return the place of the block that a remark is about."""
    blocks = fragment.blocks
    inside_front = not blocks or span.end_line < min(fragment.front.at.span.end_line, blocks[0].span.line)
    if inside_front and fragment.title:
        return TITLE
    after = next((place for place, each in enumerate(blocks) if each.span.end_line >= span.line), len(blocks))
    ends = after == len(blocks) or (
        isinstance(blocks[after], Heading) and blocks[after].span.line > span.line
    )
    if not ends:
        return after
    if after:
        return after - 1
    return TITLE if fragment.title else 0


# --- data files ----------------------------------------------------------------------------------


def data_remarks(dossier: Dossier) -> DataRemarks:
    """Return the remarks in the data files, each with the name of its file and its line before it."""
    if not any(file.remarks for file in dossier.files):
        return DataRemarks()
    figures: dict[str, tuple[Remark, ...]] = {}
    references: dict[str, tuple[Remark, ...]] = {}
    mandates: tuple[Remark, ...] = ()
    documents: dict[str, tuple[Remark, ...]] = {}
    recipients: dict[str, tuple[Remark, ...]] = {}
    used = _used(dossier)
    first = dossier.data.letter.recipients[0].id

    def add(to: dict[str, tuple[Remark, ...]], key: str, remark: Remark) -> None:
        to[key] = (*to.get(key, ()), remark)

    for file in dossier.files:
        name = file.path.rpartition("/")[2]
        for typed in file.remarks:
            remark = replace(typed, text=f"({name}, regel {typed.span.line}) {typed.text}")
            if name == "mandates.yml" and _has_mandates(dossier):
                mandates += (remark,)
                continue
            if name == "figures.yml":
                about, to = _entry(file, dossier.figures.at, "figures", typed), figures
            elif name == "references.yml":
                about, to = _entry(file, dossier.references.at, "references", typed), references
            elif name == "dossier.yml":
                about, to = _kind(dossier, typed), documents
            else:
                about, to = "", documents
            if about and (to is documents or about in used):
                add(to, about, remark)
            else:
                add(recipients, first, remark)
    return DataRemarks(figures, references, mandates, documents, recipients)


def _used(dossier: Dossier) -> set[str]:
    found: set[str] = set()
    for fragment in dossier.fragments:
        for inline in walk_blocks(fragment.all_blocks):
            if isinstance(inline, FigureUse):
                found.add(inline.name)
            elif isinstance(inline, Citation):
                found.update(inline.references)
    return found


def _has_mandates(dossier: Dossier) -> bool:
    return any(
        isinstance(block, Table) and block.filled_with for each in dossier.sections for block in each.blocks
    )


def _entry(file: DataFile, at: Positions, key: str, remark: Remark) -> str:
    """Return the name of the figure or reference that a remark is above, behind or in; "" for none."""
    names = {place.line: name for name, place in at.entries.get(key, {}).items()}
    line = remark.span.line
    typed = file.lines[line - 1]
    column = len(typed) - len(typed.lstrip()) + 1
    above = [place for place in names if place <= line]
    below = [place for place in names if place > line]
    if typed.lstrip().startswith("#") and below:
        key_column = at.entries[key][names[min(below)]].column
        if not above or column <= key_column:
            return names[min(below)]
    return names[max(above)] if above else ""


def _kind(dossier: Dossier, remark: Remark) -> str:
    """Return the kind of the document whose data a remark in dossier.yml is in or above; "" for none."""
    data, line = dossier.data, remark.span.end_line
    starts = {place.line: key for key, place in data.at.keys.items()}
    file = next(each for each in dossier.files if each.path == remark.span.path)
    typed = file.lines[remark.span.line - 1]
    is_top = typed.startswith("#")
    before = [place for place in starts if place <= line]
    after = [place for place in starts if place > line]
    key = starts[min(after)] if is_top and after else starts[max(before)] if before else ""
    if key in ("signatories", "letter"):
        key = "letter"
    return next((kind.name for kind in (*KINDS, SECTIONS) if kind.key == key and kind.data(data)), "")
