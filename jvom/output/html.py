# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A web page for the officer: the text with the findings beside it, self-contained.

The page works without its script, which adds filters, another order, a search, keys for the findings, and a
dialog with the page of a rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from html import escape

from jvom.findings import CheckedFile, DocumentKind, Finding, Report, Severity
from jvom.kinds import KINDS
from jvom.messages import Message, msg
from jvom.output.finding_note import finding_note
from jvom.output.framing import ALONE, Framing
from jvom.output.wording import count, summary

_LABELS: dict[DocumentKind, Message] = {
    **{kind.name: kind.label for kind in KINDS},
    "gegevens": msg("Gegevens"),
    "tekst": msg("Tekst"),
    "bestand": msg("Gemaakt bestand"),
}
"""What people call a document, in the order of a dossier; then what is no document."""

_WITHOUT_TITLE = frozenset(kind.name for kind in KINDS if not kind.in_sections)
"""The kinds whose text has no title of its own."""


def write(report: Report, translate: Callable[[str], str], framing: Framing = ALONE) -> str:
    """Return the page."""
    return _Page(report, translate, framing).html()


class _Page:
    def __init__(self, report: Report, translate: Callable[[str], str], framing: Framing) -> None:
        self.report, self.translate, self.framing = report, translate, framing
        self.files = report.by_path
        self.pages = {each.code: each for each in report.rules}
        self.number = 0
        self.by_path: dict[str, list[Finding]] = {}
        for each in report.findings:
            self.by_path.setdefault(each.span.path, []).append(each)

    def say(self, message: Message) -> str:
        return escape(message.format(self.translate))

    def html(self) -> str:
        title = self.say(msg("Bevindingen van jvom check"))
        language = self.say(_LANGUAGE)
        files = [file for file in self.report.files if file.document != "gegevens" or self._of(file)]
        elsewhere = [path for path in self.by_path if path not in self.files]
        texts = "".join(map(self._file, files)) + "".join(map(self._unread, elsewhere))
        return (
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n{self.framing.styles('notes.css', 'page.css')}</head>\n<body>\n"
            f'<a class="skip" href="#tekst">{self.say(_SKIP)}</a>\n{self.framing.above}'
            f'<header>\n<h1>{title}</h1>\n<p class="summary">{self._summary()}</p>\n'
            f"{self._filters()}</header>\n"
            '<main id="tekst" tabindex="-1" lang="nl">\n'
            f'<div class="texts">{texts}</div>\n{self._rules()}</main>\n'
            f'<dialog class="rule" lang="nl" aria-label="{self.say(_RULE)}" '
            f'data-close="{self.say(_CLOSE)}"></dialog>\n'
            f"{self.framing.scripts('notes.js', 'page.js')}</body>\n</html>\n"
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
        found = Counter(each.code for each in self.report.findings)
        names = {each.code: each.name for each in self.report.findings}
        rules = {code: f"{code} {names[code]} ({found[code]})" for code in sorted(found)}
        delivering = {owner for file in self.report.files for owner in file.owners if self._of(file)}
        owners = {owner: owner for owner in sorted(delivering)}
        choice = self._choice
        orders = "".join(
            f'<label><input type="radio" name="order" value="{value}"{checked}> {self.say(label)}</label>'
            for value, label, checked in (
                ("text", msg("zoals in de tekst"), " checked"),
                ("severity", msg("fouten eerst"), ""),
            )
        )
        return (
            '<form class="filters" hidden>\n'
            f"<fieldset><legend>{self.say(_SEVERITY)}</legend>{''.join(severities)}</fieldset>\n"
            f"<fieldset><legend>{self.say(_DOCUMENT)}</legend>{''.join(documents)}</fieldset>\n"
            f"<fieldset><legend>{self.say(_ORDER)}</legend>{orders}</fieldset>\n"
            f"{choice('rule', _RULE, _ALL_RULES, rules)}"
            f"{choice('owner', _OWNER, _ALL_OWNERS, owners)}"
            f'<label>{self.say(_SEARCH)} <input type="search" name="search"></label>\n'
            f'<span class="steps"><button type="button" data-step="-1">{self.say(_PREVIOUS)}</button>'
            f' <button type="button" data-step="1">{self.say(_NEXT)}</button></span>\n'
            f'<label><input type="checkbox" name="keys" checked> {self.say(_KEYS)}</label>\n'
            f'<output class="shown" aria-live="polite" data-text="{self.say(_SHOWN)}"></output>\n</form>\n'
        )

    def _choice(self, name: str, label: Message, everything: Message, values: Mapping[str, str]) -> str:
        """Return a list to choose one of; nothing when there are less than two."""
        if len(values) < 2:
            return ""
        options = "".join(
            f'<option value="{escape(value)}">{escape(shown)}</option>' for value, shown in values.items()
        )
        return (
            f'<label>{self.say(label)} <select name="{name}">'
            f'<option value="">{self.say(everything)}</option>{options}</select></label>\n'
        )

    def _of(self, file: CheckedFile) -> list[Finding]:
        return self.by_path.get(file.path, [])

    def _file(self, file: CheckedFile) -> str:
        findings = self._of(file)
        whole = [each for each in findings if not 0 < each.span.line <= len(file.lines)]
        by_line: dict[int, list[Finding]] = {}
        for each in findings:
            if 0 < each.span.line <= len(file.lines):
                by_line.setdefault(each.span.line, []).append(each)
        rows = [self._row(file.path, 0, "", whole)] if whole else []
        front = _front_matter(file.lines) if file.document != "gegevens" else len(file.lines)
        for number, line in enumerate(file.lines, 1):
            if number in by_line or (number > front and line.strip()):
                place = file.places[number - 1] if number <= len(file.places) else None
                rows.append(self._row(file.path, number, line, by_line.get(number, []), place))
        named = file.document in _WITHOUT_TITLE
        title = self.say(_LABELS[file.document]) if named else escape(file.title or file.path)
        return (
            f'<section data-document="{escape(file.document)}">\n'
            f"<h2>{title} <small>{escape(file.path)}</small></h2>\n{''.join(rows)}</section>\n"
        )

    def _unread(self, path: str) -> str:
        """Return the findings in a file that is no text of the report, such as the settings."""
        row = self._row(path, 0, "", self.by_path[path])
        return f'<section data-document="">\n<h2>{escape(path)}</h2>\n{row}</section>\n'

    def _row(
        self, path: str, number: int, line: str, findings: list[Finding], at: Message | None = None
    ) -> str:
        # Readers of a Word file find the paragraph by its section.
        place = f'<small class="place">{self.say(at)}</small>' if at and findings else ""
        first = self.number + 1
        notes = "".join(self._note(each) for each in findings)
        marked = _marked(
            line, [(each, first + index) for index, each in enumerate(findings)] if number else ()
        )
        shown = str(number) if number else ""
        heading = " heading" if line.startswith("#") and number else ""
        if not notes:
            return f'<div class="row{heading}"><span class="line">{shown}</span><p>{marked}</p></div>\n'
        # Only shown when the rows are in another order than those of the text.
        file = f'<small class="file">{escape(f"{path}:{number}" if number else path)}</small>'
        words = f'<span class="line">{shown}</span><p>{file}{marked}{place}</p>'
        beside = f'<ul class="notes" lang="{self.say(_LANGUAGE)}">{notes}</ul>'
        return f'<div class="row{heading}">{words}{beside}</div>\n'

    def _note(self, finding: Finding) -> str:
        self.number += 1
        address = f"#regel-{finding.code}" if finding.code in self.pages else ""
        return finding_note(finding, f"b{self.number}", self.files, self.translate, address)

    def _rules(self) -> str:
        """Return the pages of the rules that found something, folded."""
        codes = sorted({each.code for each in self.report.findings} & self.pages.keys())
        if not codes:
            return ""
        # Here and not at the top: only a report with findings reads Markdown.
        from jvom.output.rule_page import rule_page

        written = ""
        for code in codes:
            rule = self.pages[code]
            written += (
                f"<details><summary>{code} {escape(rule.name)}</summary>\n"
                f'<div id="regel-{code}">{rule_page(rule)}</div></details>\n'
            )
        title = self.say(msg("De regels"))
        return (
            '<section class="rules" aria-labelledby="regels">\n'
            f'<h2 id="regels">{title}</h2>\n{written}</section>\n'
        )


_LANGUAGE = msg("nl")
_SKIP = msg("Naar de tekst")
_SEVERITY, _DOCUMENT = msg("Zwaarte"), msg("Document")
_RULE, _CLOSE = msg("Regel"), msg("Sluit")
_ALL_RULES, _OWNER, _ALL_OWNERS = msg("alle regels"), msg("Eigenaar"), msg("alle eigenaren")
_ORDER, _SEARCH = msg("Volgorde"), msg("Zoek")
_PREVIOUS, _NEXT = msg("Vorige"), msg("Volgende")
_KEYS = msg("toetsen: j volgende bevinding, k vorige, / zoeken")
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
