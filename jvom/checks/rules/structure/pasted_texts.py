# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables and paragraphs as they come out of another program, which would run on into one paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jvom.checks.pasted_tables import PastedTable, pasted_tables
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, TextView
from jvom.dutch.patterns import pattern
from jvom.dutch.sentences import sentences
from jvom.findings import Edit, Fix, Related
from jvom.messages import msg
from jvom.source import Span
from jvom.text import Paragraph

_LONGEST_SHOWN = 60
_NEVER_WRAPPED = 200
"""No one breaks lines at more characters: a text with longer ones has a line for each paragraph."""

_NOTES = pattern(r"(?:\[\^[^\s\[\]]+\]|\s)+$")
_BEGINS = pattern(r"[*\"'“‘„(]*[A-Z0-9À-Ý]")
_WORD = pattern(r"\S+")


@rule("STR014", ERROR, Scope.DOSSIER, fixable=True)
def pasted_table(dossier: DossierView) -> Iterator[Violation]:
    """A table was pasted from Word or Excel, with tabs between its cells."""
    for text in dossier.texts:
        if text.fragment is None or text.fragment.word or not any("\t" in line for line in text.lines):
            continue
        for table in pasted_tables(text.lines, text.fragment.body_line - 1):
            yield _of_table(text, table)


def _of_table(text: TextView, table: PastedTable) -> Violation:
    span, ragged = _lines(text, table.first + 1, table.end), table.ragged
    return violation(
        span,
        "ragged" if ragged else "even",
        header=_cut(table.header()),
        rule=_cut(table.alignments()),
        lines=", ".join(str(table.first + number + 1) for number in ragged),
        related=[_ragged(text, table, number) for number in ragged],
        fix=None if table.is_broken else Fix(tuple(table.edits(text.lines, text.path)), safe=not ragged),
    )


def _ragged(text: TextView, table: PastedTable, number: int) -> Related:
    line, cells, wanted = table.first + number + 1, len(table.rows[number]), len(table.rows[0])
    said = msg("deze rij heeft {cells} cellen, de koprij {wanted}", cells=cells, wanted=wanted)
    if cells == 1:
        said = msg("deze regel heeft geen tab: hoort hij bij de cel erboven?")
    return Related(_lines(text, line, line), said)


def _lines(text: TextView, first: int, last: int) -> Span:
    """Return the place of some lines, which count from 1."""
    return Span(text.path, first, 1, last, len(text.lines[last - 1]) + 1)


def _cut(row: str) -> str:
    return row if len(row) <= _LONGEST_SHOWN else f"{row[:_LONGEST_SHOWN].rstrip()} …"


@rule("STR015", WARNING, Scope.DOSSIER, fixable=True)
def line_end_in_paragraph(dossier: DossierView) -> Iterator[Violation]:
    """A line looks like a paragraph of its own, but no blank line is above it."""
    for text in dossier.texts:
        paragraphs = (block for block in text.blocks if isinstance(block, Paragraph))
        broken = [block for block in paragraphs if block.span.line < block.span.end_line]
        if not broken or (text.fragment and text.fragment.word):
            continue
        prose = _Prose(text, broken)
        for block in broken:
            if starts := prose.starts(block):
                yield _of_lines(text, starts)


def _of_lines(text: TextView, starts: Sequence[int]) -> Violation:
    first = starts[0]
    edits = tuple(Edit(Span(text.path, line, 1, line, 1), "\n") for line in starts)
    span, wording = _lines(text, first, first), "several" if len(starts) > 1 else "one"
    return violation(span, wording, count=len(starts) + 1, fix=Fix(edits, safe=False))


class _Prose:
    """How the lines of a text are typed; `broken` are its paragraphs of several lines."""

    def __init__(self, text: TextView, broken: Sequence[Paragraph]) -> None:
        self.lines = text.lines
        start = text.fragment.body_line - 1 if text.fragment else 0
        typed = [line for line in text.lines[start:] if line.strip() and line[0] not in "#|>-<:{["]
        self.longest = max(map(len, typed), default=0)
        whole = [each for each in map(_sentences, typed) if each]
        # Some type each sentence on a line of its own.
        self.has_paragraphs = 2 * sum(each > 1 for each in whole) >= len(whole)
        ends = [_sentences(line) > 0 for each in broken for line in self.of(each)[:-1]]
        self.is_wrapped = self.longest <= _NEVER_WRAPPED and 2 * sum(ends) <= len(ends)

    def of(self, block: Paragraph) -> Sequence[str]:
        """Return the lines of a paragraph."""
        return self.lines[block.span.line - 1 : block.span.end_line]

    def starts(self, block: Paragraph) -> list[int]:
        """Return the lines of a paragraph that look like the start of another one; lines count from 1."""
        lines = self.of(block)
        if not self.has_paragraphs or any("\t" in line for line in lines):
            return []
        return [
            number for number, pair in enumerate(pairwise(lines), block.span.line + 1) if self.is_break(*pair)
        ]

    def is_break(self, above: str, below: str) -> bool:
        """Tell whether a paragraph seems to end between two lines.

        In lines that were wrapped it does where the next word still fitted.
        """
        if not _BEGINS.match(below.lstrip()):
            return False
        word = _WORD.search(below)
        needed = len(above.rstrip()) + 1 + len(word[0] if word else "")
        if self.is_wrapped and needed > self.longest * 3 / 4:
            return False
        return _sentences(above) > 0 or (self.longest > _NEVER_WRAPPED and above.rstrip().endswith(":"))


def _sentences(line: str) -> int:
    """Return how many sentences a line has when its end is that of one, else 0."""
    words = _NOTES.sub("", line)
    return len(sentences(words)) if len(sentences(f"{words} Zo")) > len(sentences(words)) else 0
