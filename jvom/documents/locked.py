# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a fragment in which nobody can change figures, citations, references and what is personal."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from jvom import plan
from jvom.documents.content import BODY, Line, Writer
from jvom.dutch.typography import typeset
from jvom.model import Dossier, Fragment
from jvom.resolving.segments import Segment
from jvom.source import Span
from jvom.text import Block, Citation, CrossReference, FigureUse, Inlines, Personal, Table, walk

Source: TypeAlias = FigureUse | Citation | CrossReference | Personal


class Lock(msgspec.Struct, frozen=True):
    """A control that was written: its number, the inline in it, and the words that it shows."""

    number: int
    source: Source
    printed: str


class LockedWriter(Writer):
    """Writes the fragments of one dossier with controls; `locks` are those it wrote, in order.

    `comments` are put beside the block at their line, those at no block beside the first.
    """

    def __init__(self, dossier: Dossier, comments: tuple[tuple[int, plan.Comment], ...] = ()) -> None:
        super().__init__(dossier)
        self.locks: list[Lock] = []
        self.comments = comments

    def blocks(self, fragment: Fragment, level: int = 1) -> tuple[plan.Block, ...]:
        self.beside = _beside(fragment.blocks, self.comments)
        return super().blocks(fragment, level)

    def _block(self, block: Block, fragment: Fragment, level: int, body: str = BODY) -> list[plan.Block]:
        made = super()._block(block, fragment, level, body)
        for comment in self.beside.pop(block.span, ()):
            made = _commented(made, comment)
        return made

    def line(self, fragment: Fragment) -> Line:
        return _LockedLine(self, fragment)

    def _table(self, table: Table, fragment: Fragment) -> plan.Table:
        made = super()._table(table, fragment)
        if not table.filled_with:
            return made
        source = FigureUse(table.filled_with, table.span)
        rows = tuple(tuple(self._filled(cell, source) for cell in row) for row in made.rows)
        return msgspec.structs.replace(made, rows=rows)

    def _filled(self, cell: plan.Cell, source: FigureUse) -> plan.Cell:
        """Return a cell of the body of a table that is made of data."""
        paragraphs = tuple(
            plan.Paragraph("Tabeltekst", self.locked(paragraph.content, source))
            for paragraph in cell.paragraphs
        )
        return msgspec.structs.replace(cell, paragraphs=paragraphs)

    def locked(self, content: tuple[plan.Inline, ...], source: Source) -> tuple[plan.Inline, ...]:
        """Return the content in a control, nothing when there is none."""
        if not content:
            return ()
        number = len(self.locks) + 1
        self.locks.append(Lock(number, source, plan.plain_text(content)))
        return (plan.Locked(number, _TITLES[type(source)], content),)


def _beside(
    blocks: tuple[Block, ...], comments: tuple[tuple[int, plan.Comment], ...]
) -> dict[Span, list[plan.Comment]]:
    """Return the comments by the place of the block that they go beside: the last that begins above them."""
    found: dict[Span, list[plan.Comment]] = {}
    for line, comment in comments:
        above = (
            [block.span for block in blocks if block.span.line <= line] or [blocks[0].span] if blocks else []
        )
        if above:
            found.setdefault(above[-1], []).append(comment)
    return found


def _commented(blocks: list[plan.Block], comment: plan.Comment) -> list[plan.Block]:
    """Return the blocks with a comment on the first paragraph that is not in a table."""
    for at, block in enumerate(blocks):
        if isinstance(block, plan.Paragraph):
            content = (plan.CommentStart(comment), *block.content, plan.CommentEnd(comment))
            return [*blocks[:at], msgspec.structs.replace(block, content=content), *blocks[at + 1 :]]
        if isinstance(block, plan.Table):
            head, *others = block.header[0]
            first = head.paragraphs[0]
            content = (plan.CommentStart(comment), *first.content, plan.CommentEnd(comment))
            cell = msgspec.structs.replace(
                head, paragraphs=(msgspec.structs.replace(first, content=content),)
            )
            table = msgspec.structs.replace(block, header=((cell, *others), *block.header[1:]))
            return [*blocks[:at], table, *blocks[at + 1 :]]
    return blocks


_TITLES = {FigureUse: "Cijfer", Citation: "Bron", CrossReference: "Verwijzing", Personal: "Persoonsgegeven"}


class _LockedLine(Line):
    """The pieces of one paragraph, and which of them are together in a control."""

    def __init__(self, writer: LockedWriter, fragment: Fragment) -> None:
        super().__init__(writer, fragment)
        self.locking = writer
        self.in_report = False  # the headings referred to are in other files
        self.together: list[tuple[int, int, Source]] = []
        self.personal: list[Personal] = []

    def write(self, content: Inlines) -> None:
        self.personal = [each for each in walk(content) if isinstance(each, Personal) and each.content]
        super().write(content)

    def segment(self, segment: Segment) -> None:
        begin = len(self.pieces)
        super().segment(segment)
        source = self.source(segment)
        if source is None:
            return
        if self.together and self.together[-1][2] is source:
            begin = self.together.pop()[0]
        self.together.append((begin, len(self.pieces), source))

    def source(self, segment: Segment) -> Source | None:
        """Return the inline whose control a segment is in; None for words that anybody may change."""
        if segment.style.personal:
            for each in self.personal:  # outer before inner
                if each.span.contains(segment.span):
                    return each
        made = segment.source
        return made if isinstance(made, FigureUse | Citation | CrossReference) else None

    def inlines(self) -> tuple[plan.Inline, ...]:
        if not self.together:
            return super().inlines()
        whole = typeset("".join([text for text, _ in self.pieces]))
        found: list[plan.Inline] = []
        done = at = 0
        for begin, end, source in [*self.together, (len(self.pieces), len(self.pieces), None)]:
            found += self.made(self.pieces[done:begin], whole, at)
            at += sum(len(text) for text, _ in self.pieces[done:begin])
            if source is not None:
                length = sum(len(text) for text, _ in self.pieces[begin:end])
                inside = tuple(self.made(self.pieces[begin:end], whole, at))
                found += self.locking.locked(inside, source)
                at += length
            done = end
        return tuple(found)
