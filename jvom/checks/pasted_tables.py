# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as Word and Excel paste them into plain text: a line a row, with tabs between the cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from jvom.dutch.patterns import pattern
from jvom.findings import Finding

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

    def piped(self) -> list[str]:
        """Return the lines of a pipe table: header, alignments, and rows, filled up with empty cells."""
        header, *body = (self._padded(row) for row in self.rows)
        right = [_is_numeric([row[column] for row in body]) for column in range(self.width)]
        rule = ["---:" if each else "---" for each in right]
        return [_row(header), _row(rule), *map(_row, body)]

    def _padded(self, row: Sequence[str]) -> list[str]:
        cells = [cell.replace("|", "\\|") for cell in row[: self.width]]
        return cells + [""] * (self.width - len(cells))


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
            yield PastedTable(rows[0], tuple(map(_cells, found)))
        at = end + 1


def outside_pasted_tables(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those in a pasted table, but that it is one: its cells are no sentences."""
    lines = {
        (each.span.path, line)
        for each in findings
        if each.code == PASTED_TABLE
        for line in range(each.span.line, each.span.end_line + 1)
    }
    if not lines:
        return [*findings]
    return [
        each
        for each in findings
        if each.code == PASTED_TABLE or (each.span.path, each.span.line) not in lines
    ]


def _is_row(line: str) -> bool:
    """Tell whether a line may be a row: it is not blank, except for tabs, and nothing else."""
    return bool(line.strip(" ")) and not _OTHER.match(line)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("\t"))


def _filled(row: Sequence[str]) -> int:
    """Return how many cells a row has up to the last that is filled."""
    return max((number for number, cell in enumerate(row, 1) if cell), default=0)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _is_numeric(cells: Sequence[str]) -> bool:
    """Tell whether a column has numbers alone."""
    typed = [cell for cell in cells if cell]
    return all(map(_NUMBER.fullmatch, typed)) and any(map(_DIGIT.search, typed))
