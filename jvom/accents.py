# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Letters that are typed in two: "é" as an e and a combining accent, as macOS and text out of a PDF have it.

Texts are read with whole letters (NFC, Unicode Standard Annex 15). A place in what was read is another column
in the file; what leaves jvom has the column of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias

from msgspec.structs import replace

from jvom.source import Problem, Span

TypedLines: TypeAlias = Mapping[int, str]
"""The lines of a file that have letters in two, as typed, by their number from 1."""

# U+0300 up to U+037F begin with one of these bytes in UTF-8, and no other character has them.
_FIRST_BYTES = (b"\xcc", b"\xcd")


def has_loose_accents(data: bytes) -> bool:
    """Tell whether the bytes of a UTF-8 text may have combining accents; nearly no text has."""
    return any(byte in data for byte in _FIRST_BYTES)


def compose(text: str) -> str:
    """Return a text with each letter and the accents behind it as one character, where there is one."""
    return _letter().sub(lambda letter: _composed(letter[0]), text)


def typed_lines(typed: str, read: str) -> TypedLines:
    """Return the lines of a text as typed that differ from those as they are read."""
    pairs = zip(typed.split("\n"), read.split("\n"), strict=True)
    return {number: line for number, (line, composed) in enumerate(pairs, 1) if line != composed}


def typed_column(line: str, column: int) -> int:
    """Return the column in a line as typed of a column, from 1, in what was read."""
    longer = 0
    for letter in _letter().finditer(line):
        start = letter.start() - longer
        length = len(_composed(letter[0]))
        if column - 1 < start + length:
            break
        longer += len(letter[0]) - length
    return column + longer


def span_as_typed(span: Span, files: Mapping[str, TypedLines]) -> Span:
    """Return the place in the file of a place in what was read; `files` are the lines as typed, by path."""
    lines = files.get(span.path)
    if not lines or not (span.line in lines or span.end_line in lines):
        return span
    first, last = lines.get(span.line, ""), lines.get(span.end_line, "")
    return replace(
        span,
        column=typed_column(first, span.column) if span.column else 0,
        end_column=typed_column(last, span.end_column) if span.end_column else 0,
    )


def problems_as_typed(problems: Iterable[Problem], files: Mapping[str, TypedLines]) -> list[Problem]:
    """Return the problems, at their places in the files."""
    if not any(files.values()):
        return [*problems]
    return [replace(each, span=span_as_typed(each.span, files)) for each in problems]


def _composed(letter: str) -> str:
    from unicodedata import normalize  # only the texts that need it wait for its import

    return normalize("NFC", letter)


@cache
def _letter() -> re.Pattern[str]:
    return re.compile("[^\u0300-\u036f\n][\u0300-\u036f]+")
