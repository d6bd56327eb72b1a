# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A baseline: a suppression for everything that a check finds in a dossier today."""

from __future__ import annotations

from collections.abc import Mapping

from jvom.checks.fixes import with_edits
from jvom.findings import Edit, Finding, Report
from jvom.model import Dossier, Fragment
from jvom.source import Span


def with_suppressions(
    dossier: Dossier, texts: Mapping[str, str], report: Report, reason: str
) -> Mapping[str, str]:
    """Return the texts of the files that change when every finding is suppressed with `reason`.

    A suppression goes above the block of a text, above the line of a data file; for a finding in no block
    (a title, a whole file) it covers the file. Findings about suppressions are left as they are.
    """
    fragments = {each.span.path: each for each in dossier.fragments}
    wanted: dict[str, dict[tuple[int, bool], set[str]]] = {}
    for finding in report.findings:
        path = finding.span.path
        if path in texts and not finding.code.startswith("SUP"):
            place = _place(finding, fragments.get(path))
            wanted.setdefault(path, {}).setdefault(place, set()).add(finding.code)
    files = report.by_path
    return {
        path: with_edits(
            texts[path],
            [
                _comment(files[path].lines, path, path in fragments, line, whole, codes, reason)
                for (line, whole), codes in sorted(places.items())
            ],
        )
        for path, places in wanted.items()
    }


def suppression(lines: tuple[str, ...], fragment: Fragment | None, finding: Finding, reason: str) -> Edit:
    """Return the edit that suppresses one finding in a file with these lines: a text, or (None) data."""
    line, whole = _place(finding, fragment)
    return _comment(lines, finding.span.path, fragment is not None, line, whole, {finding.code}, reason)


def _place(finding: Finding, fragment: Fragment | None) -> tuple[int, bool]:
    """Return the line above which the suppression goes, and whether it covers the whole file."""
    line = finding.span.line
    if fragment is None:
        return (line, False) if line else (1, True)
    for block in fragment.all_blocks:
        if block.span.line <= line <= block.span.end_line:
            return block.span.line, False
    return fragment.body_line, True


def _comment(
    lines: tuple[str, ...], path: str, markdown: bool, line: int, whole: bool, codes: set[str], reason: str
) -> Edit:
    kind = "ignore-file" if whole else "ignore"
    words = f"jvom: {kind}[{', '.join(sorted(codes))}] {reason}"
    if markdown:
        made = f"<!-- {words} -->\n\n" if whole else f"<!-- {words} -->\n"
    else:
        there = lines[line - 1]
        made = f"{there[: len(there) - len(there.lstrip())]}# {words}\n"
    return Edit(Span(path, line, 1, line, 1), made)
