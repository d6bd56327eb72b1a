# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Suppressions: what they cover, and which findings they hold back.

A suppression in a text covers the next block. In a data file it covers its own line or, on a line by
itself, the next line and all that is indented under that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from jvom.checks.rule import Rule
from jvom.checks.settings import match_strength
from jvom.checks.views import Texts, TextView
from jvom.findings import Finding, Suppressed
from jvom.source import Span
from jvom.text import Block, List, ListItem, Quote, Suppression


class SuppressionResult(msgspec.Struct, frozen=True):
    """Findings that remain, those suppressed, and the suppressions (with the rule) that had no effect."""

    remaining: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    unused: tuple[tuple[Suppression, str], ...]


def apply_suppressions(texts: Texts, findings: Iterable[Finding], ran: Iterable[Rule]) -> SuppressionResult:
    """Apply the suppressions in the texts to findings; one without a reason has no effect (see SUP002).

    A suppression can only be unused when its rule is among those that `ran`.
    """
    ran = tuple(ran)
    at_path: dict[str, list[tuple[Suppression, Span]]] = {}
    for text in texts.texts:
        for suppression in text.suppressions:
            if suppression.reason and (covered := _covered(text, suppression)):
                at_path.setdefault(text.path, []).append((suppression, covered))
    remaining: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[tuple[Span, str]] = set()
    for finding in findings:
        reason = ""
        for suppression, covered in at_path.get(finding.span.path, ()):
            selectors = [
                selector
                for selector in suppression.rules
                if match_strength(selector, finding.code, finding.name)
            ]
            is_inside = not covered.line or covered.line <= finding.span.line <= covered.end_line
            if selectors and is_inside:
                reason = suppression.reason
                used.update((suppression.span, selector) for selector in selectors)
        if reason:
            suppressed.append(Suppressed(finding, reason))
        else:
            remaining.append(finding)
    unused = tuple(
        (suppression, selector)
        for text in texts.texts
        for suppression in text.suppressions
        if suppression.reason
        for selector in suppression.rules
        if (suppression.span, selector) not in used
        and any(match_strength(selector, each.code, each.name) for each in ran)
    )
    return SuppressionResult(tuple(remaining), tuple(suppressed), unused)


def _covered(text: TextView, suppression: Suppression) -> Span | None:
    """Return the lines that a suppression covers, line 0 for the whole file; None when it covers nothing."""
    if suppression.whole_file:
        return text.whole
    if text.fragment is None:
        return _covered_data(text.lines, suppression.span)
    after = [span for span in _spans(text.fragment.all_blocks) if span.line >= suppression.span.end_line]
    return min(after, key=lambda span: (span.line, -span.end_line)) if after else None


def _spans(blocks: Iterable[Block | ListItem]) -> Iterator[Span]:
    for block in blocks:
        yield block.span
        match block:
            case Quote() | ListItem():
                yield from _spans(block.blocks)
            case List():
                yield from _spans(block.items)


def _covered_data(lines: tuple[str, ...], span: Span) -> Span:
    first = last = span.line
    if lines[first - 1].lstrip().startswith("#"):
        while first < len(lines) and (not lines[first - 1].strip() or lines[first - 1].lstrip()[0] == "#"):
            first += 1
        last, own = first, _indent(lines[first - 1])
        while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > own):
            last += 1
    return Span(span.path, first, 1, last, len(lines[last - 1]) + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
