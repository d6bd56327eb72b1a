# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Wording shared by the formats for people."""

from __future__ import annotations

from collections.abc import Callable

from jvom.findings import CheckedFile, Finding, Report, Severity
from jvom.messages import Message, msg
from jvom.source import Problem, Span

_COUNTS = {
    Severity.ERROR: (msg("1 fout"), msg("{count} fouten")),
    Severity.WARNING: (msg("1 waarschuwing"), msg("{count} waarschuwingen")),
    Severity.INFO: (msg("1 opmerking"), msg("{count} opmerkingen")),
}
SEVERITIES = {
    Severity.ERROR: msg("fout"),
    Severity.WARNING: msg("waarschuwing"),
    Severity.INFO: msg("opmerking"),
}


def where(span: Span, file: CheckedFile | None, translate: Callable[[str], str]) -> str:
    """Return a place for people: a line and column, or a paragraph of a Word file."""
    place = file.place(span) if file else None
    return str(span) if place is None else f"{Span(span.path)}, {place.format(translate)}"


def sentence(finding: Finding, translate: Callable[[str], str]) -> str:
    """Return what is wrong and what to do, in one line."""
    return f"{finding.message.format(translate)}; {finding.advice.format(translate)}"


def problem_sentence(problem: Problem, translate: Callable[[str], str]) -> str:
    """Return what prevents the check and what to do, in one line."""
    return f"{problem.what.format(translate)}; {problem.advice.format(translate)}"


def as_sentence(text: str) -> str:
    """Return a message as a sentence: with a capital, and a full stop unless it ends with another mark."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!', '…')) else '.'}"


def count(number: int, severity: Severity) -> Message:
    """Return "1 fout", "12 fouten"."""
    one, more = _COUNTS[severity]
    return one if number == 1 else Message(more.text, {"count": number})


def summary(report: Report, translate: Callable[[str], str]) -> str:
    """Return the last line: "2 fouten, 1 waarschuwing", or "Alles in orde."."""
    shown = [
        count(number, severity).format(translate)
        for severity, number in report.counts.items()
        if number or (severity is not Severity.INFO and report.findings)
    ]
    line = ", ".join(shown) if shown else msg("Alles in orde.").format(translate)
    if report.broken:
        codes = ", ".join(rule.code for rule in report.broken)
        broken = msg("niet uitgevoerd, want jvom gaat hier zelf fout: {codes}", codes=codes).format(translate)
        line = f"{broken}\n{line}" if report.findings else broken
    return line
