# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The inlines of a paragraph as flat text, in segments that know their source and their style.

Figures, citations and cross-references have the words that they print; typography comes later.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from jvom.resolving.pieces import Piece, text_of
from jvom.resolving.printing import Printer
from jvom.source import Span
from jvom.text import (
    Citation,
    CrossReference,
    FieldResult,
    FigureUse,
    Inline,
    Inlines,
    Link,
    NoteMark,
    Picture,
    Remark,
    Space,
    Strong,
    Term,
    Text,
    Withheld,
)

SegmentKind: TypeAlias = Literal[
    "words", "space", "figure", "citation", "reference", "note", "picture", "redacted", "remark"
]


#: What marks words, and so decides their character style: of marks inside one another the innermost.
Mark: TypeAlias = Term | Strong | Link


class Style(msgspec.Struct, frozen=True):
    """What is true of words beside their letters; `language` is "" for Dutch, `address` that of a link.

    `withheld` is the outermost mark that keeps them from the public.
    """

    language: str = ""
    strong: bool = False
    withheld: Withheld | None = None
    address: str = ""


PLAIN = Style()


class Segment(msgspec.Struct, frozen=True):
    """The characters `start` up to `end` of a paragraph, which are `text`, and the inline that made them.

    Footnote marks, pictures, remarks and redacted words print nothing: they start where they end. `within`
    is the innermost mark around the inline, if any; `pieces` are those of a citation or reference.
    """

    start: int
    end: int
    text: str
    kind: SegmentKind
    span: Span
    style: Style
    source: Inline
    within: type[Mark] | None = None
    pieces: tuple[Piece, ...] = ()


class _Flattener:
    """The segments of the inlines so far."""

    def __init__(self, printer: Printer, remarks: bool) -> None:
        self.printer, self.remarks = printer, remarks
        self.segments: list[Segment] = []
        self.length = 0

    def add(
        self,
        kind: SegmentKind,
        text: str,
        source: Inline,
        style: Style,
        within: type[Mark] | None,
        pieces: tuple[Piece, ...] = (),
    ) -> None:
        start = self.length
        self.length = end = start + len(text)
        self.segments.append(Segment(start, end, text, kind, source.span, style, source, within, pieces))

    def flatten(self, content: Inlines, style: Style, within: type[Mark] | None) -> None:
        for inline in content:
            match inline:
                case Text():
                    self.add("words", inline.value, inline, style, within)
                case Space():
                    self.add("space", "\n" if inline.hard else " ", inline, style, within)
                case Term():
                    self.flatten(inline.content, replace(style, language=inline.language), Term)
                case Strong():
                    self.flatten(inline.content, replace(style, strong=True), Strong)
                case Link():
                    self.flatten(inline.content, replace(style, address=inline.address), Link)
                case Withheld():
                    marked = style if style.withheld else replace(style, withheld=inline)
                    if inline.content:
                        self.flatten(inline.content, marked, within)
                    else:
                        self.add("redacted", "", inline, marked, within)
                case FigureUse():
                    self.add("figure", self.printer.figure(inline), inline, style, within)
                case Citation():
                    pieces = self.printer.citation(inline)
                    self.add("citation", text_of(pieces), inline, style, within, pieces)
                case CrossReference():
                    pieces = self.printer.cross_reference(inline)
                    self.add("reference", text_of(pieces), inline, style, within, pieces)
                case FieldResult():
                    pieces = (Piece(inline.value),)
                    self.add("reference", inline.value, inline, style, within, pieces)
                case NoteMark():
                    self.add("note", "", inline, style, within)
                case Picture():
                    self.add("picture", "", inline, style, within)
                case Remark():
                    if self.remarks:
                        self.add("remark", "", inline, style, within)


def flatten(content: Inlines, printer: Printer, remarks: bool = False) -> tuple[Segment, ...]:
    """Return the segments of inlines in reading order, those of remarks only when asked.

    Raises what `printer` raises.
    """
    flattener = _Flattener(printer, remarks)
    flattener.flatten(content, PLAIN, None)
    return tuple(flattener.segments)
