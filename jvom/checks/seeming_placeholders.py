# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What looks like an open place and is not, in texts outside a dossier.

A ruling has "[X]" for a name that it withholds, a form has boxes to tick, a balance has "PM" for an
amount that is nil (pro memorie), and a manual has values to type ("desktop=xxxx") and keys to press ("<F>").
"""

from __future__ import annotations

from collections.abc import Iterable

from jvom.analysis.word_classes import word_class
from jvom.checks.views import Texts, TextView
from jvom.findings import Finding
from jvom.source import Span

_FEWEST = 2
_KEYS = ("toets", "druk")
_BOXES = ("[ ]", "[x]", "[X]")


def without_seeming_placeholders(texts: Texts, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, without those of what only looks like an open place."""
    views = {text.path: text for text in texts.texts if text.document == "tekst"}
    return [
        finding
        for finding in findings
        if finding.code != "PLH001"
        or finding.span.path not in views
        or not _is_filled(views[finding.span.path], finding.span)
    ]


def _is_filled(text: TextView, span: Span) -> bool:
    line = text.lines[span.line - 1] if 0 < span.line <= len(text.lines) else ""
    found = line[span.column - 1 : span.end_column - 1]
    if found.startswith("["):
        if found in _BOXES and (line.lstrip(" -*|").startswith(found) or "[ ]" in line):
            return True
        words = {word for passage in text.passages for word in passage.lowered_words}
        # Withheld names are numbered: [locatie 29].
        return len(words & word_class("ruling")) + found[-2:-1].isdigit() >= _FEWEST
    is_key = found.startswith("<") and any(map(line.lower().__contains__, _KEYS))
    if is_key or line[: span.column - 1].endswith("="):
        return True
    return found == "PM" and any(cell.strip() == "PM" for cell in line.split("|")[1:-1])
