# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A line a finding: ``path:line:column: CODE what is wrong; what to do``."""

from __future__ import annotations

from collections.abc import Callable

from jvom.findings import Report
from jvom.output.wording import sentence, summary


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return the lines and the count."""
    lines = [f"{each.span}: {each.code} {sentence(each, translate)}" for each in report.findings]
    return "\n".join([*lines, summary(report, translate)]) + "\n"
