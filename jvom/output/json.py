# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The whole report as JSON. A change that breaks readers increases `SCHEMA_VERSION`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jvom.findings import CheckedFile, Finding, Report
from jvom.output.encoding import as_json
from jvom.source import Problem, Span

SCHEMA_VERSION = 1


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return one JSON object: findings, suppressed, broken, counts, and the problems of files not read."""
    files = report.by_path
    value = {
        "schema_version": SCHEMA_VERSION,
        "findings": [_finding(each, files, translate) for each in report.findings],
        "suppressed": [
            {**_finding(each.finding, files, translate), "reason": each.reason} for each in report.suppressed
        ],
        "broken_rules": [
            {"code": each.code, "name": each.name, "error": each.error} for each in report.broken
        ],
        **({"problems": _problems(report.refused, translate)} if report.refused else {}),
        "counts": {severity.word: number for severity, number in report.counts_of_places.items()},
    }
    return as_json(value) + "\n"


def write_problems(problems: Iterable[Problem], translate: Callable[[str], str]) -> str:
    """Return one JSON object with the problems that stopped a run of any verb."""
    value = {
        "schema_version": SCHEMA_VERSION,
        "problems": _problems(problems, translate),
    }
    return as_json(value) + "\n"


def _problems(problems: Iterable[Problem], translate: Callable[[str], str]) -> list[dict[str, object]]:
    return [
        {
            "path": problem.span.path,
            "line": problem.span.line,
            "column": problem.span.column,
            "message": problem.what.format(translate),
            "advice": problem.advice.format(translate),
        }
        for problem in problems
    ]


def _finding(
    finding: Finding, files: Mapping[str, CheckedFile], translate: Callable[[str], str]
) -> dict[str, object]:
    fix = finding.fix

    def where(span: Span) -> dict[str, object]:
        """Return the key `place` for a paragraph of a Word file, else nothing."""
        place = files[span.path].place(span) if span.path in files else None
        return {"place": place.format(translate)} if place else {}

    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.word,
        **_place(finding.span),
        **where(finding.span),
        "message": finding.message.format(translate),
        "advice": finding.advice.format(translate),
        "fix": {
            "safe": fix.safe,
            "edits": [{**_place(edit.span), "replacement": edit.replacement} for edit in fix.edits],
        }
        if fix
        else None,
        "related": [
            {**_place(each.span), **where(each.span), "message": each.message.format(translate)}
            for each in finding.related
        ],
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
