# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Applying fixes: edits to the texts of files, and the diff they make.

A file keeps its byte-order mark, line ends and last line. No fix changes a number, a date, an address or a
mandate.
Overlapping edits wait for the next pass: check again, fix again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from jvom.accents import compose
from jvom.analysis.addresses import find_addresses
from jvom.dutch.dates import MONTHS, WEEKDAYS
from jvom.dutch.numbers import read_words
from jvom.dutch.patterns import pattern
from jvom.findings import Edit, Finding, Fix

MAX_PASSES = 10
"""After this many passes fixes must be undoing one another."""

#: The end of every line but the last.
_LINE_END = pattern(r"(?>\r\n|\r|\n)(?!\Z)")
_WORD = pattern(r"\w+")
_REFERENCE = pattern(r"\[\]\(#[a-z0-9.,-]+\)")
_LINK_TARGET = pattern(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*|^ {0,3}\[[^\]\n]+\]:[^\n]*", re.MULTILINE)
_DIGITS = pattern(r"[0-9]+")
_CALENDAR = frozenset((*MONTHS[1:], *WEEKDAYS))
_NEVER = frozenset({"mandates.yml", "figures.yml"})
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


class FixResult(msgspec.Struct, frozen=True):
    """The new texts of the files that changed, and the findings that were fixed."""

    texts: Mapping[str, str]
    fixed: tuple[Finding, ...]


def apply_fixes(texts: Mapping[str, str], findings: Iterable[Finding], *, unsafe: bool = False) -> FixResult:
    """Apply the fixes of the findings, in order, to texts by path (as read, BOM and line ends included).

    Unsafe fixes are applied only on request. A fix that overlaps an earlier one waits; one that is not
    `allowed` is never applied.
    """
    files = {path: EditedText(text) for path, text in texts.items()}
    done: list[Finding] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe) or not fix.edits or not is_allowed(fix, files):
            continue
        if all(files[edit.span.path].is_free(edit) for edit in fix.edits):
            for edit in fix.edits:
                files[edit.span.path].take(edit)
            done.append(finding)
    changed = {path: file.text() for path, file in files.items() if file.edits}
    return FixResult(changed, tuple(done))


def is_allowed(fix: Fix, files: Mapping[str, EditedText]) -> bool:
    """Tell whether a fix changes no number, date or address, and no file of mandates or figures.

    Its edits must be in one of the files, at places that exist. A cross-reference may replace the number that
    it prints itself.
    """
    return all(edit.span.path in files and files[edit.span.path].allows(edit) for edit in fix.edits)


@lru_cache(maxsize=8)
def _addresses(lines: str) -> tuple[tuple[int, int], ...]:
    """Return where the addresses and targets of links are; one line may have many edits."""
    found = [(each.start, each.end) for each in find_addresses(lines)]
    return (*found, *(match.span() for match in _LINK_TARGET.finditer(lines)))


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with all edits made, whatever they change, except at places that it does not have."""
    file = EditedText(text)
    for edit in edits:
        if file.is_free(edit):
            file.take(edit)
    return file.text()


def render_diff(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return the unified diff of the files in `after`; "" when nothing changed."""
    from difflib import unified_diff

    parts: list[str] = []
    for path in sorted(after):
        old, new = _shown(before[path]), _shown(after[path])
        parts += (
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in unified_diff(old, new, path, path)
        )
    return "".join(parts)


def _shown(text: str) -> list[str]:
    return text.removeprefix(_BOM).replace("\r\n", "\n").splitlines(keepends=True)


class EditedText:
    """A text, the offsets of its lines, and the edits to it as (start, end, replacement)."""

    def __init__(self, text: str) -> None:
        self.whole = text
        first = len(_BOM) if text.startswith(_BOM) else 0
        self.starts = [first, *(end.end() for end in _LINE_END.finditer(text))]
        self.end_of_line = "\r\n" if "\r\n" in text else "\n"
        self.edits: list[tuple[int, int, str]] = []

    def range(self, edit: Edit) -> tuple[int, int] | None:
        """Return the (start, end) of an edit; None when its place is not in this text."""
        span = edit.span
        if not 0 < span.line <= span.end_line <= len(self.starts) or span.column < 1:
            return None
        start = self.starts[span.line - 1] + span.column - 1
        end = self.starts[span.end_line - 1] + span.end_column - 1
        return (start, end) if start <= end <= len(self.whole) else None

    def allows(self, edit: Edit) -> bool:
        """Tell whether an edit is at a place that exists, and changes no number, date or address."""
        place = self.range(edit)
        if place is None or edit.span.path.rpartition("/")[2] in _NEVER:
            return False
        (start, end), first = place, self.starts[edit.span.line - 1]
        after = self.starts[edit.span.end_line] if edit.span.end_line < len(self.starts) else len(self.whole)
        addresses = _addresses(self.whole[first:after])
        if any(begin < end - first and start - first < stop for begin, stop in addresses):
            return False
        words = compose(self.whole[start:end])
        return _facts(words) == _facts(edit.replacement) or _REFERENCE.fullmatch(edit.replacement) is not None

    def is_free(self, edit: Edit) -> bool:
        """Tell whether an edit is at a place that exists, apart from the edits so far."""
        place = self.range(edit)
        return place is not None and not any(
            (place[0] < end and start < place[1]) or place[0] == start for start, end, _ in self.edits
        )

    def take(self, edit: Edit) -> None:
        place = self.range(edit)
        if place is not None:
            self.edits.append((*place, edit.replacement.replace("\n", self.end_of_line)))

    def text(self) -> str:
        parts, at = [], 0
        for start, end, replacement in sorted(self.edits):
            parts += [self.whole[at:start], replacement]
            at = end
        return "".join([*parts, self.whole[at:]])


def _facts(text: str) -> list[str]:
    """Return the digits, number words, months and days of the week in a text."""
    words = [word.lower() for word in _WORD.findall(text)]
    facts = ["".join(_DIGITS.findall(text))]
    # "een" is an article more often than a number.
    numbers = (word for word in words if word != "een" and word.isalpha() and read_words(word) is not None)
    return [*facts, *filter(_CALENDAR.__contains__, words), *numbers]
