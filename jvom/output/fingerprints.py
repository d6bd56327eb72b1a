# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Identifiers of findings and problems that stay the same when the text around them moves."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from jvom.findings import Report
from jvom.output.encoding import as_bytes
from jvom.source import Problem


def fingerprints(report: Report) -> list[str]:
    """Return a unique hexadecimal fingerprint for each finding, in order.

    It depends on the rule, the file, the marked words, and how many equal ones precede it, not on the line.
    """
    files = report.by_path
    keys = []
    for finding in report.findings:
        file = files.get(finding.span.path)
        words = " ".join(file.text_at(finding.span).split()) if file else ""
        keys.append((finding.code, finding.span.path, words))
    return _distinct(keys)


def problem_fingerprints(problems: Iterable[Problem]) -> list[str]:
    """Return a fingerprint for each problem, of its file and message: the same in any language."""
    return _distinct((problem.span.path, str(problem.what)) for problem in problems)


def _distinct(keys: Iterable[tuple[str, ...]]) -> list[str]:
    seen: dict[tuple[str, ...], int] = {}
    made = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        made.append(sha256(as_bytes("\0".join((*key, str(seen[key]))))).hexdigest()[:40])
    return made
