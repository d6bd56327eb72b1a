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
    ) -> Passage:
        """Add the passage that `content` makes, and those of the pictures in it; return the first."""
        segments = flatten(content, self.printer)
        passage = self._add(kind, segments, span, block, row, column)
        for picture in (part.source for part in segments):
            if isinstance(picture, Picture) and picture.alternative:
                self._add_typed("alternative", picture.alternative, picture.span, block)
            if isinstance(picture, Picture) and picture.caption:
                self._add_typed("caption", picture.caption, picture.span, block)
        return passage

    def value(self, value: Printed) -> None:
        """Add a value of a data file; a quoted one is read inside its quotation marks."""
        text, span = value.text, value.span
        inner = span
        if 0 < span.line == span.end_line <= len(self.lines):
            opening = self.lines[span.line - 1][span.column - 1 : span.column]
            if opening in ("'", '"') and span.end_column - span.column == len(text) + 2:
                inner = Span(span.path, span.line, span.column + 1, span.line, span.end_column - 1)
        style = Style(language="" if value.language == "nl" else value.language)
        passage = self._add_typed("value", text, inner, style=style, label=value.key)
        passage.is_text = not value.is_name

    def _add_typed(
        self,
        kind: PassageKind,
        text: str,
        span: Span,
        block: Block | None = None,
        style: Style = PLAIN,
        label: str = "",
    ) -> Passage:
        """Add a passage that was typed as one text."""
        segment = Segment(0, len(text), text, "words", span, style, Text(text, span))
        return self._add(kind, (segment,), span, block, label=label)

    def _add(
        self,
        kind: PassageKind,
        segments: tuple[Segment, ...],
        span: Span,
        block: Block | None,
        row: int = -1,
        column: int = -1,
        label: str = "",
    ) -> Passage:
        text = "".join([segment.text for segment in segments])
        origin = self.document, self.section, self.lines
        passage = Passage(text, segments, span, kind, *origin, block, self.heading, row, column, label)
        passage.is_text = kind != "value"
        self.passages.append(passage)
        return passage

    def blocks(
        self, blocks: tuple[Block, ...], kind: PassageKind = "paragraph", outer: Block | None = None
    ) -> None:
        """Add the passages of blocks, in reading order."""
        for block in blocks:
            inside = outer or block
            match block:
                case Heading():
                    self.heading = self.add("heading", block.content, block.span, inside).text
                case Paragraph():
                    passage = self.add(kind, block.content, block.span, inside)
                    passage.mission = block.about.mission if block.about else ""
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
        is_filled = table.filled_with and row >= 0
        for column, cell in enumerate(() if is_filled else cells):
            if not cell.covered:
                self.add(kind, cell.content, cell.span, table, row, column)
