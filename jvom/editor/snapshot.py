# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier as an editor shows it at one moment: its findings and problems, and the names to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from msgspec.structs import replace

from jvom.editor.catalogue import Catalogue
from jvom.findings import Finding, Report
from jvom.model import Dossier, Fragment
from jvom.source import Problem, Span

Lines = tuple[str, ...]


class Snapshot:
    """A dossier, the last that could be read, with all that is to be shown.

    `findings` are those of the last check. While `problems` keep jvom from checking, these are the ones in
    lines that did not change since. `lines` are those of each file at this moment, by path.
    """

    def __init__(
        self,
        dossier: Dossier | None,
        problems: tuple[Problem, ...],
        findings: tuple[Finding, ...],
        lines: Mapping[str, Lines],
    ) -> None:
        self.dossier, self.problems, self.findings, self.lines = dossier, problems, findings, lines

    @cached_property
    def catalogue(self) -> Catalogue:
        """The names that texts and data may use."""
        return Catalogue(self.dossier)

    def with_lines(self, path: str, lines: Lines) -> Snapshot:
        """Return this with other lines of one file, which was not read yet."""
        if self.lines.get(path) == lines:
            return self
        now = Snapshot(self.dossier, self.problems, self.findings, {**self.lines, path: lines})
        now.__dict__["catalogue"] = self.catalogue
        return now

    @property
    def paths(self) -> tuple[str, ...]:
        """The files with something to show, in order."""
        places = {each.span.path for each in self.problems} | {each.span.path for each in self.findings}
        return tuple(sorted(places))

    def fragment(self, path: str) -> Fragment | None:
        """Return the text at a path; None for a data file, or one of no dossier."""
        fragments = self.dossier.fragments if self.dossier else ()
        return next((each for each in fragments if each.span.path == path), None)


def next_snapshot(
    before: Snapshot | None,
    dossier: Dossier | None,
    problems: tuple[Problem, ...],
    report: Report | None,
    read_lines: Callable[[str], Lines],
) -> Snapshot:
    """Return the snapshot of a dossier that was read anew.

    `dossier` is None, and so is `report`, for one that could not be read. `read_lines` gives a file's lines.
    """
    dossier = dossier or (before.dossier if before else None)
    paths = {each.span.path for each in problems}
    if dossier:
        paths |= {each.span.path for each in dossier.fragments} | {each.path for each in dossier.files}
    findings = report.findings if report else ()
    if report is None and before is not None:
        paths |= set(before.lines)
        findings = tuple(_kept(before, read_lines))
    paths |= {each.span.path for each in findings}
    return Snapshot(dossier, problems, findings, {path: read_lines(path) for path in sorted(paths)})


def _kept(before: Snapshot, read_lines: Callable[[str], Lines]) -> Iterator[Finding]:
    """Yield the findings of an earlier snapshot in lines that are the same, where these are now."""
    by_path: dict[str, list[Finding]] = {}
    for finding in before.findings:
        by_path.setdefault(finding.span.path, []).append(finding)
    for path, findings in by_path.items():
        old, new = before.lines.get(path, ()), read_lines(path)
        yield from findings if old == new else _moved(findings, old, new)


def _moved(findings: Iterable[Finding], old: Lines, new: Lines) -> Iterator[Finding]:
    """Yield the findings above and below what changed. A fix might not fit any more, so these have none."""
    shared = min(len(old), len(new))
    first = next((number for number in range(shared) if old[number] != new[number]), shared)
    last = next(
        (number for number in range(shared - first) if old[-1 - number] != new[-1 - number]), shared - first
    )
    for finding in findings:
        span = finding.span
        if max(span.line, span.end_line) <= first:
            yield replace(finding, fix=None)
        elif span.line > len(old) - last:
            down = len(new) - len(old)
            moved = Span(span.path, span.line + down, span.column, span.end_line + down, span.end_column)
            yield replace(finding, span=moved, fix=None)
