# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as Word and Excel paste them into plain text: a line a row, with tabs between the cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from jvom.dutch.patterns import pattern
from jvom.findings import Edit, Finding
from jvom.source import Span

PASTED_TABLE = "STR014"
"""The rule that finds them."""

# A line that is something else, whatever tabs are in it: an item, a heading, a quotation, a row with bars.
_OTHER = pattern(r"\s*(?:(?:[-*+•·▪o]|\d{1,3}[.)]|[a-z][.)])(?:\t[^\t]*$| )|#{1,6}\s|[>|]|<!--)")
_NUMBER = pattern(r"(?:€\s?)?[-–+]?\d[\d., \u00a0]*\s?(?:%|procent)?|[-–]")
_DIGIT = pattern(r"\d")


class PastedTable(msgspec.Struct, frozen=True):
    """The rows of a table from line `first`, counted from 0: their cells, each row as it was pasted."""

    first: int
    rows: tuple[tuple[str, ...], ...]

    @property
    def end(self) -> int:
        """The line after the last."""
        return self.first + len(self.rows)

    @property
    def width(self) -> int:
        """How many cells the longest row has; empty ones at its end don't count."""
        return max(map(_filled, self.rows))

    @property
    def ragged(self) -> tuple[int, ...]:
        """The rows, by number, that have fewer cells than the first, or more that are filled."""
        wanted = _filled(self.rows[0])
        return tuple(
            number for number, row in enumerate(self.rows) if len(row) < wanted or _filled(row) > wanted
        )

    @property
    def is_broken(self) -> bool:
        """Whether a row has no tab: it may be the rest of a cell above it."""
        return any(len(row) == 1 for row in self.rows)

    def header(self) -> str:
        """Return the line of a pipe table that the first row becomes."""
        cells = [cell.replace("|", "\\|") for cell in self.rows[0][: self.width]]
        return f"| {' | '.join(cells + [''] * (self.width - len(cells)))} |"

    def alignments(self) -> str:
        """Return the line below the header: columns of numbers alone are at the right."""
        body = self.rows[1:]
        right = [_is_numeric([row[at] for row in body if at < len(row)]) for at in range(self.width)]
        return f"| {' | '.join('---:' if each else '---' for each in right)} |"

    def edits(self, lines: Sequence[str], path: str) -> Iterator[Edit]:
        """Yield the edits that make a pipe table of the lines, with a blank line above and below it.

        They leave the words of the cells alone; what a row lacks becomes empty cells.
        """
        above = "\n" if self.first and lines[self.first - 1].strip() else ""
        below = "\n" if self.end < len(lines) and lines[self.end].strip() else ""
        for number, line in enumerate(lines[self.first : self.end]):
            last = below if number == len(self.rows) - 1 else ""
            behind = f"\n{self.alignments()}" if number == 0 else last
            yield from self._row_edits(
                line, self.first + number + 1, path, before=above if number == 0 else "", behind=behind
            )

    def _row_edits(self, line: str, number: int, path: str, *, before: str, behind: str) -> Iterator[Edit]:
        def edit(start: int, end: int, text: str) -> Edit:
            return Edit(Span(path, number, start + 1, number, end + 1), text)

        at, mark = 0, f"{before}| "
        cells = _places(line)[: self.width]
        for start, end in cells:
            yield edit(at, start, mark)
            yield from (edit(bar, bar, "\\") for bar in range(start, end) if line[bar] == "|")
            at, mark = end, " | "
        yield edit(at, len(line), f" |{'  |' * (self.width - len(cells))}{behind}")


def pasted_tables(lines: Sequence[str], start: int = 0) -> Iterator[PastedTable]:
    """Yield the pasted tables in the lines from `start` on: two rows with tabs, and what is between those."""
    at = start
    while at < len(lines):
        end = at
        while end < len(lines) and _is_row(lines[end]):
            end += 1
        rows = [number for number in range(at, end) if "\t" in lines[number]]
        # A tab in front is an empty cell, or an indent.
        if len(rows) > 1 and any("\t" in lines[number].strip() for number in rows):
            found = lines[rows[0] : rows[-1] + 1]
            cells = (tuple(line[start:end] for start, end in _places(line)) for line in found)
            yield PastedTable(rows[0], tuple(cells))
        at = end + 1


def outside_pasted_tables(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those in a pasted table, but that it is one: its cells are no sentences."""
    lines = {
        (each.span.path, line)
        for each in findings
        if each.code == PASTED_TABLE
        for line in range(each.span.line, each.span.end_line + 1)
    }
    return [
        each
        for each in findings
        if each.code == PASTED_TABLE or (each.span.path, each.span.line) not in lines
    ]


def _is_row(line: str) -> bool:
    """Tell whether a line may be a row: it is not blank, except for tabs, and nothing else."""
    return bool(line.strip(" ")) and not _OTHER.match(line)


def _places(line: str) -> list[tuple[int, int]]:
    """Return where the words of each cell begin and end."""
    found, at = [], 0
    for cell in line.split("\t"):
        start = at + len(cell) - len(cell.lstrip())
        found.append((start, max(start, at + len(cell.rstrip()))))
        at += len(cell) + 1
    return found


def _filled(row: Sequence[str]) -> int:
    """Return how many cells a row has up to the last that is filled."""
    return max((number for number, cell in enumerate(row, 1) if cell), default=0)


def _is_numeric(cells: Sequence[str]) -> bool:
    """Tell whether a column has numbers alone."""
    typed = [cell for cell in cells if cell]
    return all(map(_NUMBER.fullmatch, typed)) and any(map(_DIGIT.search, typed))
