# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Slips that a check must find, as data beside the texts that hold them (``verwacht.yml``).

Each names its kind (`soort`), the file, the words at its place, the rule or the rules of which one must find
it, and what else may be reported there (`ook`). Where the words stand more than once in the file, `bij` is a
longer stretch around them. White space counts as one space, so that a slip may run over the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from jvom.findings import Finding, Report


class Slip(NamedTuple):
    family: str
    kind: str
    path: str
    words: str
    near: str
    codes: frozenset[str]
    also: frozenset[str]

    def __str__(self) -> str:
        return f"{self.family}: {self.kind} ({self.path}: {self.words})"


class Place(NamedTuple):
    """Characters of a file that has its lines joined by line feeds."""

    start: int
    end: int

    def touches(self, other: Place) -> bool:
        return self.start <= other.end and other.start <= self.end


def slips(listing: Path) -> list[Slip]:
    """Return the slips of a listing."""
    return [
        Slip(
            family,
            entry["soort"],
            entry["bestand"],
            entry["woorden"],
            entry.get("bij", entry["woorden"]),
            frozenset([entry["regel"]] if isinstance(entry["regel"], str) else entry["regel"]),
            frozenset(entry.get("ook", ())),
        )
        for family, entries in yaml.safe_load(listing.read_text(encoding="utf-8")).items()
        for entry in entries
    ]


class Found(NamedTuple):
    """A report beside the slips that were to be found in it."""

    missed: tuple[Slip, ...]
    unexpected: tuple[Finding, ...]  #: those that no slip accounts for


def compare(report: Report, expected: list[Slip], root: str = "") -> Found:
    """Return which slips a report lacks, and which of its findings belong to none; `root` precedes paths."""
    text = {file.path: "\n".join(file.lines) for file in report.files}
    places = {slip: place(text[root + slip.path], slip) for slip in expected}
    accounted: set[int] = set()
    found: set[Slip] = set()
    for number, finding in enumerate(report.findings):
        where = _place(text[finding.span.path], finding)
        for slip in expected:
            if root + slip.path != finding.span.path or not places[slip].touches(where):
                continue
            if finding.code in slip.codes:
                found.add(slip)
            if finding.code in slip.codes | slip.also:
                accounted.add(number)
    return Found(
        tuple(slip for slip in expected if slip not in found),
        tuple(finding for number, finding in enumerate(report.findings) if number not in accounted),
    )


def place(text: str, slip: Slip) -> Place:
    """Return where the slip stands; its words stand there once, or the listing is wrong."""
    around = list(_occurrences(slip.near, text))
    assert len(around) == 1, f"{slip}: {len(around)} keer in het bestand"
    inside = list(_occurrences(slip.words, text[around[0].start : around[0].end]))
    assert len(inside) == 1, f"{slip}: {len(inside)} keer in «{slip.near}»"
    return Place(around[0].start + inside[0].start, around[0].start + inside[0].end)


def _occurrences(words: str, text: str) -> Iterator[Place]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return (Place(match.start(), match.end()) for match in re.finditer(pattern, text))


def _place(text: str, finding: Finding) -> Place:
    if not finding.span.line:
        return Place(0, 0)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    span = finding.span
    last = min(span.end_line, len(starts))
    return Place(starts[span.line - 1] + span.column - 1, starts[last - 1] + span.end_column - 1)
