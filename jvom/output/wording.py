# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Wording shared by the formats for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jvom.findings import Cause, CheckedFile, Finding, Report, Severity
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


def other_places(cause: Cause, files: Mapping[str, CheckedFile], translate: Callable[[str], str]) -> str:
    """Return where else a mistake was made: "ook op 12:3, 45:6, rapport/kfor.md:7:8"; "" for nowhere.

    A place without a file is in the file of the place before it.
    """
    places, path = [], cause.finding.span.path
    for span in cause.elsewhere:
        file = files.get(span.path)
        place = file.place(span) if file else None
        short = place.format(translate) if place else f"{span.line}:{span.column}"
        places.append(short if span.path == path else where(span, file, translate))
        path = span.path
    return msg("ook op {places}", places=", ".join(places)).format(translate) if places else ""


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
    """Return the last line: "2 fouten, 1 waarschuwing, op 9 plaatsen", or "Alles in orde."."""
    counts = report.counts
    shown = [
        count(number, severity).format(translate)
        for severity, number in counts.items()
        if number or (severity is not Severity.INFO and report.findings)
    ]
    if sum(counts.values()) < len(report.findings):
        shown.append(msg("op {count} plaatsen", count=len(report.findings)).format(translate))
    line = ", ".join(shown) if shown else msg("Alles in orde.").format(translate)
    if report.broken:
        codes = ", ".join(rule.code for rule in report.broken)
        broken = msg("niet uitgevoerd, want jvom gaat hier zelf fout: {codes}", codes=codes).format(translate)
        line = f"{broken}\n{line}" if report.findings else broken
    if report.refused:
        paths = ", ".join(dict.fromkeys(str(Span(each.span.path)) for each in report.refused))
        refused = msg("niet nagelezen: {paths}", paths=paths).format(translate)
        line = f"{refused}\n{line}" if report.findings else refused
    return line
