# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A name for a finding that stays the same when the text around it moves."""

from __future__ import annotations

from hashlib import sha256

from jvom.findings import Report


def fingerprints(report: Report) -> list[str]:
    """Return one hexadecimal fingerprint a finding, in order, no two the same.

    It is made of rule, file and marked words, and of how many like it came before: not of the line.
    """
    files = {file.path: file for file in report.files}
    seen: dict[tuple[str, ...], int] = {}
    made = []
    for finding in report.findings:
        file = files.get(finding.span.path)
        words = " ".join(file.text_at(finding.span).split()) if file else ""
        key = (finding.code, finding.span.path, words)
        seen[key] = seen.get(key, 0) + 1
        made.append(sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()[:40])
    return made
