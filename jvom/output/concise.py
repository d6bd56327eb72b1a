# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""One line per finding: ``path:line:column: CODE what is wrong; what to do``; in Word files by paragraph."""

from __future__ import annotations

from collections.abc import Callable

from jvom.findings import Report
from jvom.output.wording import sentence, summary, where


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return the lines and the count."""
    files = report.by_path
    lines = [
        f"{where(each.span, files.get(each.span.path), translate)}: {each.code} {sentence(each, translate)}"
        for each in report.findings
    ]
    return "\n".join([*lines, summary(report, translate)]) + "\n"
