# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The file of a text in units: its blocks, footnotes and comments, with the blank lines between them.

Whoever changes a unit leaves every byte of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from jvom.model import Fragment
from jvom.text import Block

UnitKind = Literal["block", "note", "comment"]


class Unit(NamedTuple):
    """Lines of a file that belong together; `number` is that of the block or footnote in the fragment."""

    kind: UnitKind
    number: int
    text: str


class Units(msgspec.Struct, frozen=True):
    """A file in units: what is above the first, `gaps` of blank lines behind each, the last one included.

    `places` are those of the units by kind and number.
    """

    head: str
    units: tuple[Unit, ...]
    gaps: tuple[str, ...]
    newline: str
    places: Mapping[tuple[UnitKind, int], int]

    def place(self, kind: UnitKind, number: int) -> int:
        """Return the place of the unit of a block or a footnote; KeyError when there is none."""
        return self.places[kind, number]


Entry = int | str
"""The place of a unit that stays as it is, or the text of a new one."""


def units_of(text: str, fragment: Fragment) -> Units:
    """Return the units of the text that the fragment was read from, both without a byte-order mark."""
    lines = text.replace("\r\n", "\n").split("\n")
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    raw = text.split("\n")
    found: list[tuple[int, int, UnitKind, int]] = []
    for number, block in enumerate(fragment.blocks):
        found.append((block.span.line - 1, _last_line(block), "block", number))
    for number, note in enumerate(fragment.footnotes):
        last = max([note.span.line, *(_last_line(each) for each in note.blocks)])
        found.append((note.span.line - 1, last, "note", number))
    found.sort()
    pieces: list[tuple[int, int, UnitKind, int]] = []
    at = fragment.body_line - 1
    for first, last, kind, number in found:
        pieces += _comments(lines, at, first)
        pieces.append((first, last, kind, number))
        at = max(at, last)
    pieces += _comments(lines, at, len(lines))
    units, gaps = [], []
    starts = [*(first for first, *_ in pieces[1:]), len(raw)][: len(pieces)]
    for (first, last, kind, number), following in zip(pieces, starts, strict=True):
        body = "\n".join(raw[first:last])
        # The line end behind the last line of a unit belongs to the gap.
        gap = "\n".join(["", *raw[last:following]]) if following < len(raw) else _tail(raw, last)
        if following < len(raw):
            gap += "\n"
        if body.endswith("\r"):
            body, gap = body[:-1], "\r" + gap
        units.append(Unit(kind, number, body))
        gaps.append(gap)
    begin = pieces[0][0] if pieces else len(raw)
    head = "".join(f"{line}\n" for line in raw[:begin]) if pieces else text
    places = {(unit.kind, unit.number): place for place, unit in enumerate(units)}
    return Units(head, tuple(units), tuple(gaps), newline, places)


def _tail(raw: list[str], last: int) -> str:
    return "".join(f"\n{line}" for line in raw[last:])


def _last_line(block: Block) -> int:
    return max(block.span.end_line, block.span.line)


def _comments(lines: list[str], first: int, end: int) -> list[tuple[int, int, UnitKind, int]]:
    """Return the runs of lines between two units that are not blank: nothing but comments may be there."""
    found: list[tuple[int, int, UnitKind, int]] = []
    at = first
    while at < end:
        if not lines[at].strip():
            at += 1
            continue
        begin = at
        while at < end and lines[at].strip():
            at += 1
        found.append((begin, at, "comment", -1))
    return found


def written(source: Units, entries: list[Entry]) -> str:
    """Return the file with these units: two that were neighbours keep what was between them."""
    blank = source.newline * 2
    last_gap = source.gaps[-1] if source.gaps else source.newline
    parts = [source.head]
    if entries and source.head and (not source.units) and not source.head.endswith(blank):
        parts.append(source.newline if source.head.endswith("\n") else blank)
    for at, entry in enumerate(entries):
        text = source.units[entry].text if isinstance(entry, int) else entry.replace("\n", source.newline)
        parts.append(text)
        following = entries[at + 1] if at + 1 < len(entries) else None
        if following is None:
            parts.append(last_gap if source.gaps else source.newline)
        elif isinstance(entry, int) and isinstance(following, int) and following == entry + 1:
            parts.append(source.gaps[entry])
        else:
            parts.append(
                _wide(source.gaps[entry], blank)
                if isinstance(entry, int) and entry + 1 < len(source.units)
                else blank
            )
    return "".join(parts)


def _wide(gap: str, blank: str) -> str:
    """Return the gap behind a unit, if it parts two blocks."""
    return gap if gap.count("\n") > 1 else blank
