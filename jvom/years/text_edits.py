# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Edits of a text by the places that reading gives; every other character stays as it is."""

from __future__ import annotations

import re
from itertools import accumulate

from jvom.source import Positions, Span


class TextEdits:
    """The lines of a file, and what becomes of stretches of them; of two that overlap the larger remains."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self._edits: list[tuple[int, int, str]] = []

    def offset(self, line: int, column: int) -> int:
        """Return the offset in the text of a line and column, which count from 1."""
        return self._starts[line - 1] + column - 1

    def typed(self, span: Span) -> str:
        """Return the characters of a span."""
        start, end = self.offset(span.line, span.column), self.offset(span.end_line, span.end_column)
        return "\n".join(self.lines)[start:end]

    def replace(self, span: Span, text: str) -> None:
        """Replace the characters of a span by a text."""
        self.cut(self.offset(span.line, span.column), self.offset(span.end_line, span.end_column), text)

    def cut(self, start: int, end: int, text: str = "") -> None:
        """Replace the characters from one offset up to another by a text."""
        self._edits.append((start, end, text))

    def insert_line(self, before: int, text: str) -> None:
        """Insert a line before the line of that number, which may be one more than there are."""
        at = self._starts[before - 1]
        if before > len(self.lines):
            self._edits.append((at - 1, at - 1, f"\n{text}"))
        else:
            self._edits.append((at, at, f"{text}\n"))

    def delete_lines(self, first: int, last: int) -> None:
        """Delete the lines from one number through another."""
        self._edits.append((self._starts[first - 1], self._starts[last], ""))

    def in_brackets(self, collection: Span) -> bool:
        """Tell whether a mapping or list is typed in brackets, where lines mean nothing to YAML."""
        return self.lines[collection.line - 1][collection.column - 1 : collection.column] in ("{", "[")

    def remove_key(self, record: Positions, name: str) -> None:
        """Remove a key of a mapping with its value: its lines, or in braces also the comma with it."""
        key, value = record.keys[name], record.values[name]
        if not self.in_brackets(record.span):
            last = value.end_line if self.lines_end_in(value) else value.end_line - 1
            self.delete_lines(key.line, max(last, key.line))
            return
        text = "\n".join(self.lines)
        start, end = self.offset(key.line, key.column), self.offset(value.end_line, value.end_column)
        before = len(text[:start].rstrip())
        if text[before - 1] == ",":
            start = before - 1
        else:
            while text[end : end + 1] in (",", " ", "\n"):
                end += 1
        self.cut(start, end)

    def lines_end_in(self, value: Span) -> bool:
        """Tell whether a value has words on the line where it ends: a block may end where the next begins."""
        line = self.lines[value.end_line - 1] if value.end_line <= len(self.lines) else ""
        return bool(line[: value.end_column - 1].strip())

    def own_line(self, span: Span) -> bool:
        """Tell whether a place has only spaces before it on its line."""
        return not self.lines[span.line - 1][: span.column - 1].strip()

    def indent(self, line: int) -> str:
        """Return the spaces that a line begins with."""
        return re.match(r"[ \t]*", self.lines[line - 1])[0]  # type: ignore[index]

    def result(self) -> str:
        """Return the edited text."""
        text = "\n".join(self.lines)
        found: list[str] = []
        at = 0
        for start, end, new in self._made():
            found += [text[at:start], new]
            at = end
        found.append(text[at:])
        return "".join(found)

    def new_line(self, line: int) -> int:
        """Return the number that a line has in the edited text; of a deleted one that of the line below."""
        text, at = "\n".join(self.lines), self._starts[line - 1]
        for start, end, new in self._made():
            if start < at or (start == end == at):
                line += new.count("\n") - text.count("\n", start, min(end, at))
        return line

    def _made(self) -> list[tuple[int, int, str]]:
        """Return the edits that are made, in order; of those at one place insertions come first."""
        made: list[tuple[int, int, str]] = []
        at, length = 0, self._starts[-1] - 1
        for start, end, new in sorted(self._edits, key=lambda each: (each[0], each[1] > each[0], -each[1])):
            if start >= at:
                at = min(end, length)
                made.append((start, at, new))
        return made
