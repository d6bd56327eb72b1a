# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Workflow commands of GitHub Actions, which put each finding beside its line.

Source: GitHub documentation, "Workflow commands for GitHub Actions", setting an error, warning or notice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jvom.findings import CheckedFile, Finding, Report, Severity
from jvom.output.wording import problem_sentence, sentence
from jvom.source import Problem, Span

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return a command for each finding, and first for each file that could not be read."""
    files = report.by_path
    found = (f"{_of_finding(each, files.get(each.span.path), translate)}\n" for each in report.findings)
    return write_problems(report.refused, translate) + "".join(found)


def write_problems(problems: Iterable[Problem], translate: Callable[[str], str]) -> str:
    """Return an error command for each problem that prevents the check."""
    return "".join(
        f"{_command('error', 'jvom check', each.span, problem_sentence(each, translate))}\n"
        for each in problems
    )


def _of_finding(finding: Finding, file: CheckedFile | None, translate: Callable[[str], str]) -> str:
    span = finding.span
    words = sentence(finding, translate)
    if file and (place := file.place(span)):
        # A Word file has no lines to annotate.
        words = f"{place.format(translate)}: {words}"
        span = Span(span.path)
    return _command(_COMMANDS[finding.severity], f"{finding.code} {finding.name}", span, words)


def _command(command: str, title: str, span: Span, words: str) -> str:
    properties = [("title", title), ("file", span.path)]
    if span.line:
        properties += [("line", str(span.line)), ("endLine", str(span.end_line or span.line))]
        if span.end_line in (0, span.line):
            # Columns apply to a single line only; the end column is inclusive, unlike ours.
            last = max(span.column, span.end_column - 1)
            properties += [("col", str(span.column)), ("endColumn", str(last))]
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties)
    return f"::{command} {listed}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
