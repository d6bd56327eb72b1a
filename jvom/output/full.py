# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Each finding with its line of text and the words underlined, as compilers do.

A mistake that was made in several places is one entry, with the other places at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from textwrap import wrap
from unicodedata import combining, east_asian_width

from jvom.escaping import replace_controls
from jvom.findings import Cause, CheckedFile, Report
from jvom.messages import msg
from jvom.output.wording import SEVERITIES, other_places, summary, where
from jvom.source import Span

MAX_WIDTH = 100
"""How many characters of a line are shown; paragraphs are long lines."""


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return the findings, a blank line between them, and the count."""
    files = report.by_path
    blocks = ["\n".join(_cause(each, files, translate)) for each in report.causes]
    return "\n\n".join([*blocks, summary(report, translate)]) + "\n"


def _cause(cause: Cause, files: Mapping[str, CheckedFile], translate: Callable[[str], str]) -> list[str]:
    finding = cause.finding
    word = SEVERITIES[finding.severity].format(translate)
    message, advice = finding.message.format(translate), finding.advice.format(translate)
    place = where(finding.span, files.get(finding.span.path), translate)
    lines = [f"{place}: {word} {finding.code} ({finding.name}): {message}"]
    gutter = len(str(finding.span.line or ""))
    lines += _excerpt(finding.span, files.get(finding.span.path), gutter)
    hint = msg("hulp").format(translate)
    margin = " " * gutter
    lines.append(f"{margin} = {hint}: {advice}")
    for related in finding.related:
        other = where(related.span, files.get(related.span.path), translate)
        lines.append(f"{margin} = {other}: {related.message.format(translate)}")
    if finding.fix:
        fixable = msg("jvom check --fix") if finding.fix.safe else msg("jvom check --fix --unsafe-fixes")
        fix_hint = msg("{command} herstelt dit", command=fixable).format(translate)
        lines.append(f"{margin} = {fix_hint}")
    also = wrap(
        other_places(cause, files, translate), MAX_WIDTH, break_long_words=False, break_on_hyphens=False
    )
    lines += [f"{margin} {' ' if number else '='} {line}" for number, line in enumerate(also)]
    return lines


def _excerpt(span: Span, file: CheckedFile | None, gutter: int) -> list[str]:
    if file is None or not 0 < span.line <= len(file.lines):
        return []
    line = file.lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(start, min(end, len(line)))
    first = 0
    if len(line) > MAX_WIDTH:
        room = max(0, MAX_WIDTH - (end - start))
        first = max(0, min(start - room // 2, len(line) - MAX_WIDTH))
    last = min(len(line), first + MAX_WIDTH)
    before = "…" if first else ""
    after = "…" if last < len(line) else ""
    # Only what is shown: a line may be as long as a chapter, with as many findings.
    line = replace_controls(line[first:last].expandtabs(1))
    shown = f"{before}{line}{after}"
    indent = " " * _width(before + line[: start - first])
    marks = "^" * max(1, _width(line[start - first : min(end, last) - first]))
    return [
        f"{' ' * gutter} |",
        f"{span.line:>{gutter}} | {shown}",
        f"{' ' * gutter} | {indent}{marks}",
    ]


def _width(text: str) -> int:
    """Return the width of a text in columns of a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
