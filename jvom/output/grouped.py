# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The findings by file: the path once, and a line for each below it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from jvom.findings import Report
from jvom.output.wording import sentence, summary


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return the groups and the count."""
    lines: list[str] = []
    for path, group in groupby(report.findings, key=lambda each: each.span.path):
        found = list(group)
        places = [f"{each.span.line}:{each.span.column}" if each.span.line else "" for each in found]
        width = max(map(len, places))
        lines.append(path)
        lines += (
            f"  {place:>{width}}  {each.code} {sentence(each, translate)}"
            for place, each in zip(places, found, strict=True)
        )
        lines.append("")
    return "\n".join([*lines, summary(report, translate)]) + "\n"
