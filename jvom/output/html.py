# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A web page for the officer: the text with the findings beside it, self-contained.

The page works without its script, which adds filters and keyboard navigation through the findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from jvom.findings import CheckedFile, DocumentKind, Finding, Report, Severity
from jvom.kinds import KINDS
from jvom.messages import Message, msg
from jvom.output.wording import SEVERITIES, as_sentence, count, summary, where
from jvom.source import Span

_HERE = Path(__file__).parent
_LABELS: dict[DocumentKind, Message] = {
    **{kind.name: kind.label for kind in KINDS},
    "gegevens": msg("Gegevens"),
    "tekst": msg("Tekst"),
    "bestand": msg("Gemaakt bestand"),
}
"""What people call a document, in the order of a dossier; then what is no document."""

_WITHOUT_TITLE = frozenset(kind.name for kind in KINDS if not kind.in_sections)
"""The kinds whose text has no title of its own."""


def write(report: Report, translate: Callable[[str], str]) -> str:
    """Return the page."""
    return _Page(report, translate).html()


class _Page:
    def __init__(self, report: Report, translate: Callable[[str], str]) -> None:
        self.report, self.translate = report, translate
        self.files = report.by_path
        self.number = 0

    def say(self, message: Message) -> str:
        return escape(message.format(self.translate))

    def html(self) -> str:
        title = self.say(msg("Bevindingen van jvom check"))
        language = self.say(_LANGUAGE)
        files = [file for file in self.report.files if file.document != "gegevens" or self._of(file)]
        return (
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>\n{_asset('page.css')}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#tekst">{self.say(_SKIP)}</a>\n'
            f'<header>\n<h1>{title}</h1>\n<p class="summary">{self._summary()}</p>\n'
            f"{self._filters()}{self._help()}</header>\n"
            f'<main id="tekst" lang="nl">\n{"".join(self._file(file) for file in files)}</main>\n'
            f"<script>\n{_asset('page.js')}</script>\n</body>\n</html>\n"
        )

    def _summary(self) -> str:
        return escape(summary(self.report, self.translate)).replace("\n", "<br>")

    def _filters(self) -> str:
        counts = self.report.counts_of_places
        severities = [
            _box("severity", severity.word, self.say(count(counts[severity], severity)))
            for severity in sorted(Severity, reverse=True)
        ]
        present = dict.fromkeys(file.document for file in self.report.files)
        documents = [
            _box("document", name, self.say(label)) for name, label in _LABELS.items() if name in present
        ]
        return (
            '<form class="filters">\n'
            f"<fieldset><legend>{self.say(_SEVERITY)}</legend>{''.join(severities)}</fieldset>\n"
            f"<fieldset><legend>{self.say(_DOCUMENT)}</legend>{''.join(documents)}</fieldset>\n"
            f'<output class="shown" aria-live="polite" data-text="{self.say(_SHOWN)}"></output>\n</form>\n'
        )

    def _help(self) -> str:
        return f'<p class="help">{self.say(_KEYS)}</p>\n'

    def _of(self, file: CheckedFile) -> list[Finding]:
        return [each for each in self.report.findings if each.span.path == file.path]

    def _file(self, file: CheckedFile) -> str:
        findings = self._of(file)
        whole = [each for each in findings if not 0 < each.span.line <= len(file.lines)]
        by_line: dict[int, list[Finding]] = {}
        for each in findings:
            if 0 < each.span.line <= len(file.lines):
                by_line.setdefault(each.span.line, []).append(each)
        rows = [self._row(0, "", whole)] if whole else []
        front = _front_matter(file.lines) if file.document != "gegevens" else len(file.lines)
        for number, line in enumerate(file.lines, 1):
            if number in by_line or (number > front and line.strip()):
                place = file.places[number - 1] if number <= len(file.places) else None
                rows.append(self._row(number, line, by_line.get(number, []), place))
        named = file.document in _WITHOUT_TITLE
        title = self.say(_LABELS[file.document]) if named else escape(file.title or file.path)
        return (
            f'<section data-document="{escape(file.document)}">\n'
            f"<h2>{title} <small>{escape(file.path)}</small></h2>\n{''.join(rows)}</section>\n"
        )

    def _row(self, number: int, line: str, findings: list[Finding], at: Message | None = None) -> str:
        # Readers of a Word file find the paragraph by its section.
        place = f'<small class="place">{self.say(at)}</small>' if at and findings else ""
        first = self.number + 1
        notes = "".join(self._note(each) for each in findings)
        marked = _marked(
            line, [(each, first + index) for index, each in enumerate(findings)] if number else ()
        )
        shown = str(number) if number else ""
        beside = f'<ul class="notes" lang="{self.say(_LANGUAGE)}">{notes}</ul>' if notes else ""
        heading = " heading" if line.startswith("#") and number else ""
        words = f'<span class="line">{shown}</span><p>{marked}{place}</p>'
        return f'<div class="row{heading}">{words}{beside}</div>\n'

    def _where(self, span: Span) -> str:
        return where(span, self.files.get(span.path), self.translate)

    def _note(self, finding: Finding) -> str:
        self.number += 1
        related = "".join(
            f'<span class="related">{escape(self._where(each.span))}: {self.say(each.message)}</span>'
            for each in finding.related
        )
        severity = self.say(SEVERITIES[finding.severity])
        return (
            f'<li id="b{self.number}" class="note {finding.severity.word}" tabindex="0" '
            f'data-severity="{finding.severity.word}">'
            f"<strong>{severity} {escape(finding.code)}</strong> "
            f"<span>{escape(as_sentence(finding.message.format(self.translate)))}</span> "
            f'<span class="advice">{escape(as_sentence(finding.advice.format(self.translate)))}</span>'
            f"{related}</li>"
        )


_LANGUAGE = msg("nl")
_SKIP = msg("Naar de tekst")
_SEVERITY, _DOCUMENT = msg("Zwaarte"), msg("Document")
_KEYS = msg("Toetsen: j volgende bevinding, k vorige.")
_SHOWN = msg("{{shown}} van {{total}} bevindingen getoond")


def _box(kind: str, value: str, label: str) -> str:
    return f'<label><input type="checkbox" name="{kind}" value="{value}" checked> {label}</label>'


def _marked(line: str, findings: Iterable[tuple[Finding, int]]) -> str:
    """Return a line as HTML with the words of each finding marked; overlapping marks follow one another."""
    parts: list[str] = []
    at = 0
    for finding, number in sorted(findings, key=lambda each: each[0].span):
        span = finding.span
        start = max(at, span.column - 1)
        end = len(line) if span.end_line > span.line else max(start, min(len(line), span.end_column - 1))
        mark = f'<mark class="{finding.severity.word}" data-for="b{number}">{escape(line[start:end])}</mark>'
        parts += [escape(line[at:start]), mark]
        at = end
    return "".join([*parts, escape(line[at:])])


def _front_matter(lines: tuple[str, ...]) -> int:
    """Return the number of lines of the front matter."""
    return lines.index("---", 1) + 1 if lines[:1] == ("---",) and "---" in lines[1:] else 0


def _asset(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
