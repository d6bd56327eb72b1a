# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""GitLab's Code Quality report: a subset of the Code Climate format.

Source: GitLab documentation, "Code Quality", "Code Quality report format".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from jvom.findings import CheckedFile, Finding, Report, Severity
from jvom.output.encoding import as_json
from jvom.output.fingerprints import fingerprints, problem_fingerprints
from jvom.output.wording import problem_sentence, sentence
from jvom.source import Problem, Span

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return the JSON array of issues."""
    files = report.by_path
    issues = [
        {
            "type": "issue",
            "check_name": finding.code,
            "description": _description(finding, files.get(finding.span.path), translate),
            "categories": ["Style"],
            "severity": _SEVERITIES[finding.severity],
            "fingerprint": fingerprint,
            "location": _location(finding.span),
        }
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
    ]
    return _array([*_blockers(report.refused, translate), *issues])


def write_problems(problems: Sequence[Problem], translate: Callable[[str], str]) -> str:
    """Return the JSON array of the problems that prevent the check, each a blocker."""
    return _array(_blockers(problems, translate))


def _blockers(problems: Sequence[Problem], translate: Callable[[str], str]) -> list[Mapping[str, object]]:
    return [
        {
            "type": "issue",
            "check_name": "jvom check",
            "description": problem_sentence(problem, translate),
            "categories": ["Bug Risk"],
            "severity": "blocker",
            "fingerprint": fingerprint,
            "location": _location(problem.span),
        }
        for problem, fingerprint in zip(problems, problem_fingerprints(problems), strict=True)
    ]


def _array(issues: Sequence[Mapping[str, object]]) -> str:
    return as_json(issues) + "\n"


def _location(span: Span) -> dict[str, object]:
    lines = {"begin": max(1, span.line), "end": max(1, span.end_line, span.line)}
    return {"path": span.path, "lines": lines}


def _description(finding: Finding, file: CheckedFile | None, translate: Callable[[str], str]) -> str:
    place = file.place(finding.span) if file else None
    at = f" ({place.format(translate)})" if place else ""
    return f"{finding.code}{at}: {sentence(finding, translate)}"
