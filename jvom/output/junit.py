# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""JUnit XML for Jenkins and GitLab: a suite for each file, a failed case for each finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from jvom.findings import CheckedFile, Finding, Report
from jvom.output.wording import problem_sentence, sentence, where
from jvom.source import Problem

# What XML 1.0 (section 2.2) cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return the XML; a file without findings is a suite with one passed case."""
    found = {path: list(group) for path, group in groupby(report.findings, key=lambda each: each.span.path)}
    paths = dict.fromkeys([*(file.path for file in report.files), *found])
    files = report.by_path
    suites = [_suite(path, found.get(path, []), files.get(path), translate) for path in paths]
    if report.broken:
        cases = "".join(
            f'    <testcase name={_attribute(rule.code)} classname="jvom">\n'
            f"      <error message={_attribute(rule.error)}/>\n    </testcase>\n"
            for rule in report.broken
        )
        number = len(report.broken)
        suites.append(
            f'  <testsuite name="jvom" tests="{number}" failures="0" errors="{number}">\n'
            f"{cases}  </testsuite>\n"
        )
    suites += _refused(report.refused, translate)
    errors = len(report.broken) + len(report.refused)
    tests = sum(max(1, len(found.get(path, []))) for path in paths) + errors
    return _suites(suites, tests, len(report.findings), errors)


def write_problems(problems: Sequence[Problem], translate: Callable[[str], str]) -> str:
    """Return the XML of a check that could not run: a suite for each file, an error case for each problem."""
    return _suites(_refused(problems, translate), len(problems), 0, len(problems))


def _refused(problems: Sequence[Problem], translate: Callable[[str], str]) -> list[str]:
    """Return a suite for each file that could not be read."""
    suites = []
    for path, group in groupby(problems, key=lambda each: each.span.path):
        cases = [_error_case(path, problem, translate) for problem in group]
        suites.append(
            f'  <testsuite name={_attribute(path)} tests="{len(cases)}" failures="0" '
            f'errors="{len(cases)}">\n{"".join(cases)}  </testsuite>\n'
        )
    return suites


def _suites(suites: list[str], tests: int, failures: int, errors: int) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="jvom check" tests="{tests}" failures="{failures}" '
        f'errors="{errors}">\n{"".join(suites)}</testsuites>\n'
    )


def _suite(
    path: str, findings: list[Finding], file: CheckedFile | None, translate: Callable[[str], str]
) -> str:
    cases = "".join(_case(path, finding, file, translate) for finding in findings)
    if not findings:
        cases = f'    <testcase name="jvom check" classname={_attribute(path)}/>\n'
    return (
        f'  <testsuite name={_attribute(path)} tests="{max(1, len(findings))}" failures="{len(findings)}" '
        f'errors="0">\n{cases}  </testsuite>\n'
    )


def _case(path: str, finding: Finding, file: CheckedFile | None, translate: Callable[[str], str]) -> str:
    words = sentence(finding, translate)
    name = f"{finding.code} {finding.name} ({finding.span.line}:{finding.span.column})"
    place = where(finding.span, file, translate)
    return (
        f"    <testcase name={_attribute(name)} classname={_attribute(path)}>\n"
        f"      <failure type={_attribute(finding.severity.word)} message={_attribute(words)}>"
        f"{escape(_clean(f'{place}: {words}'))}</failure>\n    </testcase>\n"
    )


def _error_case(path: str, problem: Problem, translate: Callable[[str], str]) -> str:
    words = problem_sentence(problem, translate)
    name = f"jvom check ({problem.span.line}:{problem.span.column})" if problem.span.line else "jvom check"
    return (
        f"    <testcase name={_attribute(name)} classname={_attribute(path)}>\n"
        f'      <error type="error" message={_attribute(words)}>'
        f"{escape(_clean(f'{problem.span}: {words}'))}</error>\n    </testcase>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
