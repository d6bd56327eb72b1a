# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The file of a text in units: its blocks, footnotes and comments, with the blank lines between them.

Changing one unit leaves every byte of the others as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from jvom.accents import compose
from jvom.exchange.leaves import Leaf, leaves_of
from jvom.model import Fragment
from jvom.reading.fragment import read_fragment
from jvom.source import Problem, Span
from jvom.text import Block

UnitKind = Literal["block", "note", "comment"]


class Unit(NamedTuple):
    """Lines of a file that belong together, from line `line` on.

    `number` is that of the block or footnote in the fragment.
    """

    kind: UnitKind
    number: int
    text: str
    line: int


class TextFile(msgspec.Struct, frozen=True, kw_only=True):
    """The file of a text, without a byte-order mark.

    `head` is what is above the first unit, and `gaps` has the blank lines behind each unit. `places` gives
    the place of a unit by its kind and number. `problems` are what is wrong with the text.
    """

    text: str
    fragment: Fragment
    leaves: tuple[Leaf, ...]
    problems: tuple[Problem, ...]
    head: str
    units: tuple[Unit, ...]
    gaps: tuple[str, ...]
    newline: str
    places: Mapping[tuple[UnitKind, int], int]

    def place(self, kind: UnitKind, number: int) -> int:
        """Return the place of the unit of a block or a footnote; KeyError when there is none."""
        return self.places[kind, number]


class Entry(NamedTuple):
    """A unit of a file to write: the one at `place` (-1 for a new one), with another `text` if it changed."""

    place: int
    text: str | None = None


def read_text_file(section: str, text: str, path: str) -> TextFile:
    """Return the file of the text of a section; what is wrong with it is left to whoever checks it."""
    plain = compose(text.removeprefix("\ufeff"))
    if "\r" in plain.replace("\r\n", ""):
        plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    fragment, problems = read_fragment(section.rpartition("/")[2], plain.encode(), path)
    head, units, gaps = _units(plain, fragment)
    return TextFile(
        text=plain,
        fragment=fragment,
        leaves=tuple(leaves_of(fragment)),
        problems=tuple(problems),
        head=head,
        units=units,
        gaps=gaps,
        newline="\r\n" if plain.count("\r\n") * 2 > plain.count("\n") else "\n",
        places={(unit.kind, unit.number): place for place, unit in enumerate(units)},
    )


def _units(text: str, fragment: Fragment) -> tuple[str, tuple[Unit, ...], tuple[str, ...]]:
    """Return what is above the first unit, the units, and the gap behind each."""
    lines = text.replace("\r\n", "\n").split("\n")
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
        units.append(Unit(kind, number, body, first + 1))
        gaps.append(gap)
    begin = pieces[0][0] if pieces else len(raw)
    head = "".join(f"{line}\n" for line in raw[:begin]) if pieces else text
    return head, tuple(units), tuple(gaps)


def _tail(raw: list[str], last: int) -> str:
    return "".join(f"\n{line}" for line in raw[last:])


def _last_line(block: Block) -> int:
    return max(block.span.end_line, block.span.line)


def _comments(lines: list[str], first: int, end: int) -> list[tuple[int, int, UnitKind, int]]:
    """Return the runs of non-blank lines between two units, which can only be comments."""
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


class Edit(NamedTuple):
    """New words for what is at a span of a unit; a span without length inserts them."""

    span: Span
    text: str


def edited(unit: Unit, edits: Sequence[Edit]) -> str:
    """Return the text of a unit with the edits made; their spans do not overlap."""
    starts = [0]
    for line in unit.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda each: (each.span.line, each.span.column)):
        first = starts[edit.span.line - unit.line] + edit.span.column - 1
        parts += [unit.text[at:first], edit.text]
        at = starts[edit.span.end_line - unit.line] + edit.span.end_column - 1
    return "".join([*parts, unit.text[at:]])


def written(source: TextFile, entries: Sequence[Entry]) -> str:
    """Return the file with these units; two that were neighbours keep what was between them."""
    blank = source.newline * 2
    last_gap = source.gaps[-1] if source.gaps else source.newline
    parts = [source.head]
    if entries and source.head and not source.units and not source.head.endswith(blank):
        parts.append(source.newline if source.head.endswith("\n") else blank)
    for at, entry in enumerate(entries):
        following = entries[at + 1] if at + 1 < len(entries) else None
        if entry.text is None:
            parts.append(source.units[entry.place].text)
        else:
            parts.append(entry.text.replace("\r\n", "\n").replace("\n", source.newline))
        if following is None:
            parts.append(last_gap)
        elif entry.place < 0 or entry.place + 1 == len(source.units):
            parts.append(blank)
        elif following.place == entry.place + 1:
            parts.append(source.gaps[entry.place])
        else:
            parts.append(_separating(source.gaps[entry.place], blank))
    return "".join(parts)


def _separating(gap: str, blank: str) -> str:
    """Return the gap behind a unit if it separates two blocks, else a blank line."""
    return gap if gap.count("\n") > 1 else blank
