# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From a place as an editor counts it to one as jvom does, and back.

jvom counts lines and characters from 1. The Language Server Protocol (3.17, Text Documents) counts from 0,
and within a line in the units of an encoding: UTF-16 unless client and server agree on another.
"""

from __future__ import annotations

from jvom.source import Span

UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"

Position = tuple[int, int]
"""A line and the units before the place in it, from 0."""

_BASIC_PLANE = "\uffff"


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text as jvom reads them, without line ends and byte-order mark."""
    return tuple(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def units(line: str, column: int, encoding: str = UTF16) -> int:
    """Return how many units of an encoding are before a column of a line; of its end for one beyond that."""
    before = line[: max(0, column - 1)]
    match encoding:
        case "utf-32":
            return len(before)
        case "utf-8":
            return len(before.encode("utf-8", "surrogatepass"))
        case _:
            return len(before) + sum(character > _BASIC_PLANE for character in before)


def column(line: str, before: int, encoding: str = UTF16) -> int:
    """Return the column that has so many units before it; of a place inside a character, its own."""
    passed = 0
    for number, character in enumerate(line, 1):
        passed += units(character, 2, encoding)
        if passed > before:
            return number
    return len(line) + 1


def as_range(span: Span, lines: tuple[str, ...], encoding: str = UTF16) -> tuple[Position, Position]:
    """Return the start and end of a span in a text of these lines; of a whole file, its first line."""
    if not 0 < span.line <= len(lines):
        return (0, 0), (0, units(lines[0], len(lines[0]) + 1, encoding) if lines else 0)
    end_line = min(max(span.end_line, span.line), len(lines))
    end_column = span.end_column if span.end_line else len(lines[end_line - 1]) + 1
    start = span.line - 1, units(lines[span.line - 1], span.column, encoding)
    end = end_line - 1, units(lines[end_line - 1], end_column, encoding)
    return start, max(start, end)


def as_span(path: str, start: Position, end: Position, lines: tuple[str, ...], encoding: str = UTF16) -> Span:
    """Return the span of a range in the file at `path` with these lines."""
    (first, begin), (last, after) = start, end
    places = [
        column(lines[line], before, encoding) if line < len(lines) else 1
        for line, before in ((first, begin), (last, after))
    ]
    return Span(path, first + 1, places[0], last + 1, places[1])
