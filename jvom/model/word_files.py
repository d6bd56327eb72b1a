# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a Word file contains besides its text."""

from typing import Literal

import msgspec

from jvom.source import Problem, Span
from jvom.text import Block

TraceKind = Literal["opmerking", "invoeging", "verwijdering", "verborgen tekst", "leeg veld"]


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """A trace of editing in a Word file: its author (may be ""), and the words."""

    kind: TraceKind
    author: str
    text: str
    span: Span


class Font(msgspec.Struct, frozen=True, kw_only=True):
    """A font that a Word file uses, and whether it is embedded."""

    name: str
    embedded: bool


class BlankParagraphs(msgspec.Struct, frozen=True):
    """A paragraph of a Word file, and how many empty paragraphs follow it."""

    span: Span
    count: int


class LowContrast(msgspec.Struct, frozen=True):
    """Words of a Word file with too little contrast: their contrast ratio, and the least it should be."""

    span: Span
    ratio: float
    least: float


class WordFile(msgspec.Struct, frozen=True, kw_only=True):
    """What a Word file contains besides its text; places are those of its paragraphs.

    `language` is the language tag of its default text. `margins` are the words of headers and footers.
    `blanks` are the paragraphs that empty ones follow, `underlined` and `formatted`
    the runs that are underlined, or have a font, size or colour of their own. `floating` are the first words
    of text boxes and frames, `undescribed` the tables without title or description, `unspoken` the terms in
    italics that are not marked with a language. `contract` is what a template lacks; only its reader knows.
    """

    title: str = ""
    language: str = ""
    template: bool = False
    margins: tuple[Block, ...] = ()
    traces: tuple[Trace, ...] = ()
    underlined: tuple[Span, ...] = ()
    formatted: tuple[Span, ...] = ()
    blanks: tuple[BlankParagraphs, ...] = ()
    faint: tuple[LowContrast, ...] = ()
    floating: tuple[Span, ...] = ()
    undescribed: tuple[Span, ...] = ()
    unspoken: tuple[Span, ...] = ()
    fonts: tuple[Font, ...] = ()
    contract: tuple[Problem, ...] = ()
