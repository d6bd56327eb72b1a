# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Mistakes that a check must find, as data beside the texts that contain them (``verwacht.yml``).

Each has its kind (`soort`), the file, the words at its place, the rules of which one must find it, and other
rules that may report it (`ook`). When the words occur more than once in the file, `bij` is a longer passage
around them. White space counts as one space, so that a mistake may continue on the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from jvom.findings import Finding, Report


class Mistake(NamedTuple):
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
    """A range of characters in a file whose lines are joined by line feeds."""

    start: int
    end: int

    def touches(self, other: Place) -> bool:
        return self.start <= other.end and other.start <= self.end


def mistakes(listing: Path) -> list[Mistake]:
    """Return the mistakes in a listing."""
    return [
        Mistake(
            family,
            entry["soort"],
            entry["bestand"],
            entry["woorden"],
            entry.get("bij", entry["woorden"]),
            frozenset([entry["regel"]] if isinstance(entry["regel"], str) else entry["regel"]),
            frozenset(entry.get("ook", ())),
        )
        for family, entries in yaml.load(listing.read_bytes(), Loader=yaml.CSafeLoader).items()
        for entry in entries
    ]


class Comparison(NamedTuple):
    """A report compared with the mistakes that it should contain."""

    missed: tuple[Mistake, ...]
    unexpected: tuple[Finding, ...]  #: findings without a mistake


def compare(report: Report, expected: list[Mistake], root: str = "") -> Comparison:
    """Return the mistakes that a report lacks, and its findings without a mistake; `root` precedes paths."""
    text = {file.path: "\n".join(file.lines) for file in report.files}
    places = {mistake: place(text[root + mistake.path], mistake) for mistake in expected}
    accounted: set[int] = set()
    found: set[Mistake] = set()
    for number, finding in enumerate(report.findings):
        where = _place(text[finding.span.path], finding)
        for mistake in expected:
            if root + mistake.path != finding.span.path or not places[mistake].touches(where):
                continue
            if finding.code in mistake.codes:
                found.add(mistake)
            if finding.code in mistake.codes | mistake.also:
                accounted.add(number)
    return Comparison(
        tuple(mistake for mistake in expected if mistake not in found),
        tuple(finding for number, finding in enumerate(report.findings) if number not in accounted),
    )


def place(text: str, mistake: Mistake) -> Place:
    """Return the place of a mistake; fail when its words don't occur exactly once."""
    around = list(_occurrences(mistake.near, text))
    assert len(around) == 1, f"{mistake}: {len(around)} keer in het bestand"
    inside = list(_occurrences(mistake.words, text[around[0].start : around[0].end]))
    assert len(inside) == 1, f"{mistake}: {len(inside)} keer in «{mistake.near}»"
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
