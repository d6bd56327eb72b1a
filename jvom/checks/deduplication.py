# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""One mistake is reported once: of rules that find the same words wrong, by the most specific one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache

from jvom.checks.groups import by_key
from jvom.data import DATA
from jvom.dutch.patterns import pattern
from jvom.findings import Finding, Severity
from jvom.source import Span

_LINE = pattern(r"^([A-Z0-9]+):((?:.|\n )+)", re.MULTILINE)


@cache
def _more_specific() -> Mapping[str, frozenset[str]]:
    """Return, for each rule that gives way to others, which those are (``more_specific_rules.txt``)."""
    typed = (DATA / "more_specific_rules.txt").read_text(encoding="utf-8")
    return {code: frozenset(others.split()) for code, others in _LINE.findall(typed)}


def deduplicate(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, without those on words that a more specific rule reports at least as severely.

    An error stays where the other is only a warning. Linear in time, apart from sorting.
    """
    findings, specific = list(findings), frozenset().union(*_more_specific().values())
    in_order = sorted((each for each in findings if each.code in specific), key=lambda each: each.span)
    by_file = by_key((each.span.path, each) for each in in_order if each.span.line)
    wrong_names = [
        each.span
        for each in findings
        if each.severity > Severity.INFO and each.span.path.endswith(_REGISTERS)
    ]
    return [
        each
        for each in findings
        if not _is_reported(each, by_file.get(each.span.path, []))
        and not _follows_a_wrong_name(each, wrong_names)
    ]


#: What tells that a text has a name otherwise than a register, and the registers, which may have it wrong.
_OTHER_NAME, _REGISTERS = "NAM002", ("names.yml", "missions.yml", "abbreviations.yml")


def _follows_a_wrong_name(finding: Finding, wrong: list[Span]) -> bool:
    """Tell whether a text should follow a name that is reported itself, which must be mended first."""
    return finding.code == _OTHER_NAME and any(
        span.path == each.span.path and span.begin < each.span.end and each.span.begin < span.end
        for each in finding.related
        for span in wrong
    )


def _is_reported(finding: Finding, others: list[Finding]) -> bool:
    """Tell whether one of the more specific findings (in order) overlaps this one."""
    span, specific = finding.span, _more_specific().get(finding.code)
    if specific is None:
        return False
    end = bisect_left(others, span.end, key=lambda each: each.span.begin)
    # Findings are a few words long: one that begins long before this one does not reach it.
    return any(
        other.code in specific and other.span.end > span.begin and other.severity >= finding.severity
        for other in others[max(0, end - _NEAREST) : end]
    )


_NEAREST = 12
