# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The findings by file: the path, and below it a line for each mistake, with its places in that file."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from jvom.escaping import escape_controls
from jvom.findings import CheckedFile, Report, join_causes
from jvom.output.wording import other_places, sentence, summary
from jvom.source import Span


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return the groups and the count."""
    lines: list[str] = []
    files = report.by_path
    for path, group in groupby(report.findings, key=lambda each: each.span.path):
        found = join_causes(group, files)
        places = [_place(each.finding.span, files.get(path), translate) for each in found]
        # Places in Word files vary too much in length to align.
        width = 0 if path in files and files[path].places else max(map(len, places))
        lines.append(escape_controls(path))
        for place, each in zip(places, found, strict=True):
            line = f"  {place:>{width}}  {each.finding.code} {sentence(each.finding, translate)}"
            also = other_places(each, files, translate)
            lines.append(f"{line} ({also})" if also else line)
        lines.append("")
    return "\n".join([*lines, summary(report, translate)]) + "\n"


def _place(span: Span, file: CheckedFile | None, translate: Callable[[str], str]) -> str:
    if file and (place := file.place(span)):
        return place.format(translate)
    return f"{span.line}:{span.column}" if span.line else ""
