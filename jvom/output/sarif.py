# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code hosts and editors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import quote

from jvom import __version__
from jvom.findings import Finding, Fix, Report, Severity
from jvom.output.encoding import as_json
from jvom.output.fingerprints import fingerprints
from jvom.output.wording import as_sentence, problem_sentence, sentence
from jvom.source import Problem, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return a log with one run; suppressed findings are included and marked."""
    places = {rule.code: number for number, rule in enumerate(report.rules)}
    files = report.by_path

    def located(span: Span) -> dict[str, object]:
        """Return a location: a logical one for a paragraph of a Word file, which has no text lines."""
        place = files[span.path].place(span) if span.path in files else None
        if place is None:
            return {"physicalLocation": _location(span)}
        return {
            "physicalLocation": {"artifactLocation": _artifact(span.path)},
            "logicalLocations": [{"fullyQualifiedName": place.format(translate)}],
        }

    def result(finding: Finding) -> dict[str, object]:
        made: dict[str, object] = {
            "ruleId": finding.code,
            "level": _LEVELS[finding.severity],
            "message": {"text": as_sentence(sentence(finding, translate))},
            "locations": [located(finding.span)],
        }
        if finding.code in places:
            made["ruleIndex"] = places[finding.code]
        if finding.related:
            made["relatedLocations"] = [
                {
                    "id": number,
                    **located(each.span),
                    "message": {"text": each.message.format(translate)},
                }
                for number, each in enumerate(finding.related)
            ]
        if finding.fix:
            made["fixes"] = [_fix(finding.fix, finding.advice.format(translate))]
        return made

    results = [
        {**result(finding), "partialFingerprints": {"jvom/v1": fingerprint}}
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
    ]
    results += [
        {**result(each.finding), "suppressions": [{"kind": "inSource", "justification": each.reason}]}
        for each in report.suppressed
    ]
    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": as_sentence(rule.page().summary.format(translate))},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
        for rule in report.rules
    ]
    notifications: list[Mapping[str, object]] = [
        {"level": "error", "message": {"text": f"{rule.code}: {rule.error}"}} for rule in report.broken
    ]
    notifications += _notifications(report.refused, translate)
    return _log(rules, notifications, results)


def write_problems(problems: Iterable[Problem], translate: Callable[[str], str]) -> str:
    """Return a log with one run that could not start: it has no `results`, not even empty ones (3.14.23)."""
    return _log([], _notifications(problems, translate), None)


def _notifications(
    problems: Iterable[Problem], translate: Callable[[str], str]
) -> list[Mapping[str, object]]:
    return [
        {
            "level": "error",
            "message": {"text": as_sentence(problem_sentence(problem, translate))},
            "locations": [{"physicalLocation": _location(problem.span)}],
        }
        for problem in problems
    ]


def _log(
    rules: Sequence[Mapping[str, object]],
    notifications: Sequence[Mapping[str, object]],
    results: Sequence[Mapping[str, object]] | None,
) -> str:
    """Return a log with one run, successful when there are no notifications."""
    driver = {"name": "jvom", "semanticVersion": __version__, "rules": rules}
    invocation = {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "invocations": [invocation]}
    if results is not None:
        run["results"] = results
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return as_json(log) + "\n"


def _location(span: Span) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": _artifact(span.path)}
    if span.line:
        location["region"] = _region(span)
    return location


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, errors="surrogateescape")}


def _region(span: Span) -> dict[str, int]:
    region = {"startLine": span.line, "startColumn": max(1, span.column)}
    if span.end_line:
        region |= {"endLine": span.end_line, "endColumn": max(1, span.end_column)}
    return region


def _fix(fix: Fix, advice: str) -> dict[str, object]:
    paths = dict.fromkeys(edit.span.path for edit in fix.edits)
    return {
        "description": {"text": as_sentence(advice)},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(path),
                "replacements": [
                    {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.replacement}}
                    for edit in fix.edits
                    if edit.span.path == path
                ],
            }
            for path in paths
        ],
    }
