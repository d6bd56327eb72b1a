# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The findings by file: the path, and below it a line for each finding."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from jvom.escaping import escape_controls
from jvom.findings import CheckedFile, Report
from jvom.output.wording import sentence, summary
from jvom.source import Span


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return the groups and the count."""
    lines: list[str] = []
    files = report.by_path
    for path, group in groupby(report.findings, key=lambda each: each.span.path):
        found = list(group)
        places = [_place(each.span, files.get(path), translate) for each in found]
        # Places in Word files vary too much in length to align.
        width = 0 if path in files and files[path].places else max(map(len, places))
        lines.append(escape_controls(path))
        lines += (
            f"  {place:>{width}}  {each.code} {sentence(each, translate)}"
            for place, each in zip(places, found, strict=True)
        )
        lines.append("")
    return "\n".join([*lines, summary(report, translate)]) + "\n"


def _place(span: Span, file: CheckedFile | None, translate: Callable[[str], str]) -> str:
    if file and (place := file.place(span)):
        return place.format(translate)
    return f"{span.line}:{span.column}" if span.line else ""
