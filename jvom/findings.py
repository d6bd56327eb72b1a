# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a check finds, as values: a finding at a span, its fix, and the report of a run.

``checks`` makes them, ``output`` formats them, ``cli`` prints. Nothing here prints or translates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from typing import TypeAlias

import msgspec

from jvom.messages import Message
from jvom.source import Problem, Span

#: What a text belongs to: a document of the dossier, its data files (``gegevens``), no dossier (``tekst``),
#: or a Word file that was built (``bestand``).
DocumentKind: TypeAlias = str


class Severity(IntEnum):
    """How bad a finding is; the worse compares greater. A dossier with an error must not be sent."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word in settings, options and machine formats: error, warning or info."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Severity:
        """Return the severity of that word; KeyError when there is none."""
        return cls[word.upper()]


class Edit(msgspec.Struct, frozen=True, order=True):
    """The text at `span` becomes `replacement`; an empty span inserts."""

    span: Span
    replacement: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that fix a finding, all or none. If it is not `safe`, a person should check the result."""

    edits: tuple[Edit, ...]
    safe: bool = True


class Related(msgspec.Struct, frozen=True):
    """Another place that a finding is about, and what it says there."""

    span: Span
    message: Message


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule found: `message` says what is wrong, `advice` how to put it right."""

    code: str
    name: str
    severity: Severity
    span: Span
    message: Message
    advice: Message
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


class Suppressed(msgspec.Struct, frozen=True):
    """A finding that the text itself asks not to report, and why."""

    finding: Finding
    reason: str


class BrokenRule(msgspec.Struct, frozen=True):
    """A rule that crashed; `trace` is for the developers of jvom."""

    code: str
    name: str
    error: str
    trace: str


class RulePage(msgspec.Struct, frozen=True):
    """What a rule finds, as one sentence without its full stop, and its page.

    The page is Dutch Markdown with the sections Wat de regel doet, Waarom, Voorbeelden and Herstellen.
    """

    summary: Message
    text: str = ""


class RuleDescription(msgspec.Struct, frozen=True):
    """What the formats say about a rule; `page` reads its page."""

    code: str
    name: str
    severity: Severity
    page: Callable[[], RulePage]


class CheckedFile(msgspec.Struct, frozen=True):
    """A file that was read: which document it belongs to, its title, and its lines without line ends.

    The lines of a Word file are its paragraphs; `places` says for each how a reader finds it ("alinea 34,
    onder 2.3.1 UNIFIL"), and is empty for other files. `owners` deliver the text.
    """

    path: str
    document: DocumentKind
    title: str
    lines: tuple[str, ...]
    places: tuple[Message, ...] = ()
    owners: tuple[str, ...] = ()

    def place(self, span: Span) -> Message | None:
        """Return how a reader finds the paragraph at `span`; None where lines do that."""
        return self.places[span.line - 1] if 0 < span.line <= len(self.places) else None

    def text_at(self, span: Span) -> str:
        """Return the characters that `span` covers, lines joined by a line feed; "" for the whole file."""
        if not span.line or span.line > len(self.lines):
            return ""
        if span.line == span.end_line:
            return self.lines[span.line - 1][span.column - 1 : span.end_column - 1]
        last = min(span.end_line, len(self.lines))
        covered = list(self.lines[span.line - 1 : last])
        covered[-1] = covered[-1][: span.end_column - 1] if last == span.end_line else covered[-1]
        covered[0] = covered[0][span.column - 1 :]
        return "\n".join(covered)


class Cause(msgspec.Struct, frozen=True):
    """What is wrong for one reason: the first finding of it, and the places of the others."""

    finding: Finding
    elsewhere: tuple[Span, ...] = ()


def join_causes(findings: Iterable[Finding], files: Mapping[str, CheckedFile]) -> list[Cause]:
    """Return the findings in order, those together that say the same of the same words.

    `files` has the texts, by path. Only words are the same: of two full stops that are missing, each is a
    cause of its own. So is what marks nothing.
    """
    places: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        file = files.get(finding.span.path)
        words = " ".join(file.text_at(finding.span).split()) if file else ""
        said = finding.code, finding.severity, str(finding.message), str(finding.advice), words
        places.setdefault(said if any(map(str.isalnum, words)) else number, []).append(finding)
    return [Cause(first, tuple(each.span for each in others)) for first, *others in places.values()]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What one run found, in the order of the files, then by place and code.

    `refused` says of files that could not be read why not; the others were checked.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    broken: tuple[BrokenRule, ...] = ()
    rules: tuple[RuleDescription, ...] = ()
    files: tuple[CheckedFile, ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def causes(self) -> list[Cause]:
        """The findings as people count them: one mistake in several places is one."""
        return join_causes(self.findings, self.by_path)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many causes there are of each severity, the worst first."""
        return _counted(each.finding for each in self.causes)

    @property
    def counts_of_places(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, the worst first."""
        return _counted(self.findings)

    @property
    def by_rule(self) -> Mapping[str, int]:
        """How many causes each rule found, by code."""
        return dict(sorted(Counter(each.finding.code for each in self.causes).items()))

    @property
    def by_path(self) -> Mapping[str, CheckedFile]:
        """The files that were read, by path; a finding may be in another, such as the settings."""
        return {file.path: file for file in self.files}

    def fails(self, fail_on: Severity | None) -> bool:
        """Tell whether a finding is at least as bad as `fail_on`; never for None."""
        return fail_on is not None and any(finding.severity >= fail_on for finding in self.findings)


def _counted(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    counts = dict.fromkeys(sorted(Severity, reverse=True), 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts
