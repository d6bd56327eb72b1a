# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From offsets in what markdown-it saw to lines and columns of the file."""

from __future__ import annotations

from bisect import bisect_right

from jvom.source import Span
from jvom.text import Inlines


class Source:
    """Maps offsets in a block's content to places in the file."""

    def __init__(self, path: str, content: str, starts: list[tuple[int, int]]) -> None:
        self.path, self.starts = path, starts
        self.offsets = [0]
        for line in content.split("\n")[:-1]:
            self.offsets.append(self.offsets[-1] + len(line) + 1)

    def point(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.offsets, offset) - 1
        line, column = self.starts[min(index, len(self.starts) - 1)]
        return line, column + offset - self.offsets[index] + 1

    def span(self, start: int, end: int) -> Span:
        return Span(self.path, *self.point(start), *self.point(end))


def around(content: Inlines) -> Span | None:
    """Return the place from the first to the last of `content`, None when it is empty."""
    if not content:
        return None
    first, last = content[0].span, content[-1].span
    return Span(first.path, first.line, first.column, last.end_line, last.end_column)


def cell_columns(line: str) -> list[int]:
    """Return where the content of each cell of a table row begins, counting columns from 0."""
    starts, escaped = [], False
    begin = len(line) - len(line.lstrip(" >"))
    if line[begin : begin + 1] != "|":
        starts.append(begin)
    for index in range(begin, len(line)):
        if line[index] == "|" and not escaped:
            rest = line[index + 1 :]
            starts.append(index + 1 + len(rest) - len(rest.lstrip()))
        escaped = line[index] == "\\" and not escaped
    return starts
