# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""One mistake is reported once: of rules that find the same words wrong, by the most specific one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from jvom.findings import Finding

#: For each rule, the less specific rules that are silent about words it has reported.
_SILENT = {
    "LET006": ("NAM002", "NAM005", "LNG003"),
    "NAM002": ("LNG003", "LNG008", "SPL001"),
    "NAM003": ("LNG003", "LNG008", "NAM006", "SPL001"),
    "NAM004": ("NAM006", "SPL001"),
    "NAM005": ("LNG003", "LNG008", "NAM006", "SPL001"),
    "NAM006": ("LNG028", "SPL001", "SPL002"),
    "ABR001": ("SPL001",),
    "ABR007": ("SPL001",),
    "ABR010": ("SPL001",),
    "DAT009": ("LNG015",),
    "DAT010": ("LNG018",),
    "FIG009": ("LNG016",),
    "PLH001": ("PLH009", "SPL001"),
    "LNG001": ("LNG003", "LNG015", "LNG034", "SPL001"),
    "LNG003": ("LNG028", "LNG034", "SPL001"),
    "LNG005": ("LNG034", "SPL001"),
    "LNG006": ("LNG034", "SPL001"),
    "LNG007": ("LNG030",),
    "LNG008": ("LNG030", "NAM006", "SPL001"),
    "LNG009": ("LNG029",),
    "LNG010": ("NAM006", "SPL001"),
    "LNG014": ("LNG015",),
    "LNG016": ("SPL001",),
    "LNG024": ("PLH006",),
    "LNG026": ("SPL001",),
    "LNG032": ("SPL001",),
    "LNG030": ("LNG025", "NAM006", "SPL001"),
    "MAN005": ("MAN002", "MAN003"),
    "REF004": ("SPL001",),
    "ITA001": ("SPL001", "SPL002"),
    "ITA002": ("SPL001", "SPL002"),
    "PUB005": ("SPL001",),
    "STR003": ("STR016",),
}
_SILENCED = frozenset(code for codes in _SILENT.values() for code in codes)


def deduplicate(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, without those on words that a more specific rule reports at least as severely.

    An error stays where the other is only a warning. Linear in time, apart from sorting.
    """
    findings = list(findings)
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.code in _SILENT and finding.span.line:
            by_file.setdefault(finding.span.path, []).append(finding)
    for more in by_file.values():
        more.sort(key=lambda each: each.span)
    return [
        finding
        for finding in findings
        if finding.code not in _SILENCED or not _is_reported(finding, by_file.get(finding.span.path, []))
    ]


def _is_reported(finding: Finding, others: list[Finding]) -> bool:
    """Tell whether one of the more specific findings (in order) overlaps this one."""
    span = finding.span
    end = bisect_left(
        others, (span.end_line, span.end_column), key=lambda each: (each.span.line, each.span.column)
    )
    # Findings are a few words long: one that begins long before this one does not reach it.
    for other in reversed(others[max(0, end - _NEAREST) : end]):
        reaches = (other.span.end_line, other.span.end_column) > (span.line, span.column)
        if reaches and finding.code in _SILENT[other.code] and other.severity >= finding.severity:
            return True
    return False


_NEAREST = 12
