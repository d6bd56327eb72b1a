# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the passages of a text: the text as its reader sees it.

Figures, citations and cross-references are printed in them; typography is not yet applied (plain spaces,
straight quotation marks, hyphens), so typed words are as they were typed.
"""

from __future__ import annotations

from jvom.analysis.passages import Passage, PassageKind
from jvom.findings import DocumentKind
from jvom.kinds import Printed
from jvom.resolving.captions import NAME_STARTS
from jvom.resolving.pieces import Piece
from jvom.resolving.printing import Printer
from jvom.resolving.segments import PLAIN, Segment, Style, flatten
from jvom.source import Span
from jvom.text import (
    Block,
    Cell,
    Citation,
    CrossReference,
    FigureUse,
    Footnote,
    Heading,
    Inlines,
    List,
    Paragraph,
    Picture,
    Quote,
    Table,
    Text,
)


class TypedPrinter:
    """The printer of a text without a dossier: a computed part prints its own names."""

    def figure(self, use: FigureUse) -> str:
        return use.name

    def citation(self, use: Citation) -> tuple[Piece, ...]:
        return (Piece(" en ".join(use.references)),)

    def cross_reference(self, use: CrossReference) -> tuple[Piece, ...]:
        label = NAME_STARTS.get(use.targets[0][:4], "paragraaf").lower()
        return (Piece(f"{label} " + (" tot en met " if use.through else " en ").join(use.targets)),)


class PassageBuilder:
    """Makes the passages of one file."""

    def __init__(
        self, printer: Printer, document: DocumentKind, section: str, lines: tuple[str, ...]
    ) -> None:
        self.printer, self.document, self.section, self.lines = printer, document, section, lines
        self.passages: list[Passage] = []
        self.heading = ""

    def add(
        self,
        kind: PassageKind,
        content: Inlines,
        span: Span,
        block: Block | None = None,
        row: int = -1,
        column: int = -1,
        label: str = "",
    ) -> str:
        """Add the passage that `content` makes, and return its text."""
        segments = flatten(content, self.printer)
        text = "".join([segment.text for segment in segments])
        self.passages.append(
            Passage(
                text, segments, span, kind, self.document, self.section, self.lines,
                block, self.heading, row, column, label,
            )
        )  # fmt: skip
        for part in segments:
            if isinstance(part.source, Picture):
                picture = part.source
                if picture.alternative:
                    self.passages.append(self._one("alternative", picture.alternative, picture.span, block))
                if picture.caption:
                    self.passages.append(self._one("caption", picture.caption, picture.span, block))
        return text

    def value(self, value: Printed) -> None:
        """Add a value of a data file; a quoted one is read inside its quotation marks."""
        text, span = value.text, value.span
        inner = span
        if 0 < span.line == span.end_line <= len(self.lines):
            opening = self.lines[span.line - 1][span.column - 1 : span.column]
            if opening in ("'", '"') and span.end_column - span.column == len(text) + 2:
                inner = Span(span.path, span.line, span.column + 1, span.line, span.end_column - 1)
        language = "" if value.language == "nl" else value.language
        passage = self._one("value", text, inner, None, value.key, Style(language=language))
        passage.is_text = not value.is_name
        self.passages.append(passage)

    def _one(
        self,
        kind: PassageKind,
        text: str,
        span: Span,
        block: Block | None,
        label: str = "",
        style: Style = PLAIN,
    ) -> Passage:
        segment = Segment(0, len(text), text, "words", span, style, Text(text, span))
        return Passage(
            text,
            (segment,),
            span,
            kind,
            self.document,
            self.section,
            self.lines,
            block,
            self.heading,
            label=label,
        )

    def blocks(
        self, blocks: tuple[Block, ...], kind: PassageKind = "paragraph", outer: Block | None = None
    ) -> None:
        """Add the passages of blocks, in reading order."""
        for block in blocks:
            inside = outer or block
            match block:
                case Heading():
                    text = self.add("heading", block.content, block.span, inside)
                    self.heading = text
                case Paragraph():
                    at = len(self.passages)
                    self.add(kind, block.content, block.span, inside)
                    if block.about:
                        self.passages[at].mission = block.about.mission
                case Quote():
                    self.blocks(block.blocks, "quote", inside)
                case List():
                    for number, item in enumerate(block.items):
                        first = len(self.passages)
                        self.blocks(item.blocks, "item" if kind != "footnote" else kind, inside)
                        for passage in self.passages[first:]:
                            if passage.row < 0:
                                passage.row = number
                case Table():
                    if block.caption:
                        self.add("caption", block.caption, block.span, inside)
                    self._row("head", block.header, block, -1)
                    for number, row in enumerate(block.rows):
                        self._row("cell", row, block, number)

    def footnote(self, note: Footnote) -> None:
        """Add the passages of a footnote."""
        first = len(self.passages)
        self.blocks(note.blocks, "footnote")
        for passage in self.passages[first:]:
            passage.label = note.label

    def _row(self, kind: PassageKind, cells: tuple[Cell, ...], table: Table, row: int) -> None:
        if table.filled_with and row >= 0:
            return
        for column, cell in enumerate(cells):
            if cell.covered:
                continue
            self.add(kind, cell.content, cell.span, table, row, column)
