# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a fragment in which nobody can change figures, citations, references and what is personal."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from jvom import plan
from jvom.documents.content import ANYWHERE, Setting, Writer
from jvom.documents.line import Line
from jvom.documents.remarks import Margin
from jvom.dutch.typography import typeset
from jvom.model import Dossier, Fragment
from jvom.resolving.segments import Segment
from jvom.text import Citation, CrossReference, FigureUse, Table, Withheld

Source: TypeAlias = FigureUse | Citation | CrossReference | Withheld


class Lock(msgspec.Struct, frozen=True):
    """A control that was written: its number, the inline in it, and the words that it shows."""

    number: int
    source: Source
    printed: str


class LockedWriter(Writer):
    """Writes the fragments of one dossier with controls; `locks` are those it wrote, in order.

    Captions have no numbers: those are of the whole document.
    """

    numbers_captions = False

    def __init__(self, dossier: Dossier) -> None:
        # Of no kind of document: what is said of one as a whole is not for who writes a part of it.
        super().__init__(dossier, margin=Margin(dossier, ""))
        self.locks: list[Lock] = []

    def line(self, fragment: Fragment) -> Line:
        return _LockedLine(self, fragment, self.margin)

    def _table(self, table: Table, fragment: Fragment, setting: Setting = ANYWHERE) -> plan.Table:
        made = super()._table(table, fragment, setting)
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
        return (plan.Locked(number, _title(source), content),)


_TITLES = {FigureUse: "Cijfer", Citation: "Bron", CrossReference: "Verwijzing"}


def _title(source: Source) -> str:
    if not isinstance(source, Withheld):
        return _TITLES[type(source)]
    if source.ground is None:
        return "Persoonsgegeven"
    return f"Niet openbaar ({source.ground})" if source.ground else "Niet openbaar"


class _LockedLine(Line):
    """The pieces of one paragraph, and which of them are together in a control."""

    def __init__(self, writer: LockedWriter, fragment: Fragment, margin: Margin | None) -> None:
        super().__init__(writer, fragment, margin)
        self.locking = writer
        self.in_report = False  # the headings and captions referred to are in other files
        self.document = ""
        self.together: list[tuple[int, int, Source]] = []

    def segment(self, segment: Segment) -> None:
        begin = len(self.pieces)
        super().segment(segment)
        source = self.source(segment)
        if source is None:
            return
        if self.together and self.together[-1][2] is source:
            begin = self.together.pop()[0]
        end = len(self.pieces)
        while end > begin and isinstance(self.pieces[end - 1][1], plan.CommentStart | plan.CommentEnd):
            end -= 1
        self.together.append((begin, end, source))

    def source(self, segment: Segment) -> Source | None:
        """Return the inline whose control a segment is in; None for words that anybody may change."""
        if segment.style.withheld:
            return segment.style.withheld
        made = segment.source
        return made if isinstance(made, FigureUse | Citation | CrossReference) else None

    def inlines(self) -> tuple[plan.Inline, ...]:
        if not self.together:
            return super().inlines()
        whole = typeset("".join([text for text, _ in self.pieces]))
        found: list[plan.Inline] = []
        done = at = 0
        for begin, end, source in [*self.together, (len(self.pieces), len(self.pieces), None)]:
            found = self.made(self.pieces[done:begin], whole, at, found)
            at += sum(len(text) for text, _ in self.pieces[done:begin])
            if source is not None:
                length = sum(len(text) for text, _ in self.pieces[begin:end])
                inside = tuple(self.made(self.pieces[begin:end], whole, at))
                found += self.locking.locked(inside, source)
                at += length
            done = end
        return tuple(found)
