# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From offsets in what markdown-it saw to lines and columns of the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

import msgspec

from jvom.reading.tokens import Token
from jvom.source import Span
from jvom.text import Inlines


class Source:
    """Maps offsets in a block's content to places in the file.

    `starts` are line and column (from 0) of each line of the content. `dropped` are the offsets in the
    content of characters with a backslash before them in the file, which markdown-it removed.
    """

    def __init__(
        self, path: str, content: str, starts: list[tuple[int, int]], dropped: tuple[int, ...] = ()
    ) -> None:
        self.path, self.content, self.starts, self.dropped = path, content, starts, dropped
        self.offsets = [0]
        self.is_plain = "\n" not in content and not dropped
        if not self.is_plain:
            for line in content.split("\n")[:-1]:
                self.offsets.append(self.offsets[-1] + len(line) + 1)

    def point(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.offsets, offset) - 1
        line, column = self.starts[min(index, len(self.starts) - 1)]
        return line, column + offset - self.offsets[index] + 1 + bisect_left(self.dropped, offset)

    def span(self, start: int, end: int) -> Span:
        if self.is_plain:
            line, column = self.starts[0]
            return Span(self.path, line, column + start + 1, line, column + end + 1)
        return Span(self.path, *self.point(start), *self.point(end))

    def until(self, offset: int) -> Source:
        """Return the source of the content up to an offset."""
        dropped = tuple(each for each in self.dropped if each < offset)
        return Source(self.path, self.content[:offset], self.starts, dropped)

    def after(self, offset: int) -> Source:
        """Return the source of the content from an offset on."""
        index = bisect_right(self.offsets, offset) - 1
        line, column = self.point(offset)
        starts = [(line, column - 1), *self.starts[index + 1 :]]
        dropped = tuple(each - offset for each in self.dropped if each >= offset)
        return Source(self.path, self.content[offset:], starts, dropped)

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the stretches between two offsets, cut so that a dropped backslash is at an edge."""
        if not self.dropped:
            return [(start, end)] if start < end else []
        edges = {start, end}
        for offset in self.dropped:
            edges |= {edge for edge in (offset, offset + 1) if start < edge < end}
        ordered = sorted(edges)
        return list(pairwise(ordered))


class BlockPlaces:
    """Where the blocks of a file are, by its lines."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self._path, self._lines = path, lines

    def span(self, token: Token) -> Span:
        """Return the place of a block: from its first word to the end of its last line."""
        if not token.lines:
            return Span(self._path)
        first, end = token.lines
        last = max(end - 1, first)
        while last > first and not self._lines[last].strip():
            last -= 1
        while first < last and not self._lines[first].strip():
            first += 1  # a line of no-break spaces, which are words to CommonMark
        line = self._lines[first]
        return Span(
            self._path, first + 1, len(line) - len(line.lstrip()) + 1, last + 1, len(self._lines[last]) + 1
        )

    def source(self, token: Token) -> Source:
        """Return where each line of a block's content is in the file."""
        first, end = token.lines or (0, 1)
        if "\n" not in token.content and self._lines[first].endswith(token.content):
            return Source(
                self._path, token.content, [(first + 1, len(self._lines[first]) - len(token.content))]
            )
        content = token.content.split("\n")
        # A line of special spaces, such as no-break spaces, is words to CommonMark, but markdown-it drops it.
        for skipped in range(end - first - len(content) + 1):
            lines = self._lines[first + skipped : first + skipped + len(content)]
            if all(map(_is_source_of, lines, content)):
                first += skipped
                break
        starts = []
        for number, line in enumerate(content, first):
            typed = self._lines[number] if number < len(self._lines) else ""
            starts.append((number + 1, _column(typed, line)))
        return Source(self._path, token.content, starts)


def around(content: Inlines) -> Span | None:
    """Return the place from the first to the last of `content`, None when it is empty."""
    if not content:
        return None
    return content[0].span.through(content[-1].span)


class TypedCell(msgspec.Struct, frozen=True):
    """The column, from 0, where the content of a table cell begins, and `dropped` as in `Source`."""

    column: int
    dropped: tuple[int, ...] = ()


def typed_cells(line: str) -> list[TypedCell]:
    """Return the cells of a table row, split as GitHub's specification says (GFM 4.10)."""
    begin, end = len(line) - len(line.lstrip()), len(line.rstrip())
    # A bar separates cells unless a backslash precedes it.
    bars = [at for at in range(begin, end) if line[at] == "|" and (at == begin or line[at - 1] != "\\")]
    starts = [begin, *(bar + 1 for bar in bars)]
    stretches = list(zip(starts, [*bars, end], strict=True))
    if stretches[0][0] == stretches[0][1]:
        stretches.pop(0)
    if stretches and stretches[-1][0] == stretches[-1][1]:
        stretches.pop()
    cells = []
    for first, last in stretches:
        content = line[first:last]
        column = first + len(content) - len(content.lstrip())
        escapes = [at for at in range(column, last - 1) if line[at : at + 2] == "\\|"]
        cells.append(TypedCell(column, tuple(at - column - n for n, at in enumerate(escapes))))
    return cells


def _is_source_of(typed: str, line: str) -> bool:
    """Tell whether a line of a block's content may come from this typed line."""
    return typed.rstrip().endswith(line.strip())


def _column(typed: str, line: str) -> int:
    """Return the column, from 0, at which a line of a block's content begins in the typed line."""
    # markdown-it may have replaced a tab before the words by spaces, so look for the words.
    words = line.lstrip(" \t")
    if typed.endswith(words):
        begin = len(typed) - len(words)
    else:
        words = line.strip()
        if _is_source_of(typed, words):
            begin = len(typed.rstrip()) - len(words)
        else:
            # A heading may end in # marks: look for its words after the opening marks.
            begin = max(typed.find(words, len(typed) - len(typed.lstrip().lstrip("#"))), 0)
    return begin - line.find(words)
