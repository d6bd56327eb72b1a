# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words typed beside a reference, citation or figure that prints them itself."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView
from jvom.dutch.patterns import pattern
from jvom.resolving.segments import Segment

_PRINTED = ("reference", "citation", "figure")
_LAST = pattern(r"(?<!\S)(\S+)\s*$")
_FIRST = pattern(r"\s*([^\s.,;:!?)]+)")
#: Words of which one number may be typed before the other.
_SINGULARS = {
    "paragrafen": "paragraaf", "bijlagen": "bijlage", "kamerstukken": "kamerstuk", "tabellen": "tabel",
    "figuren": "figuur",
}  # fmt: skip


@rule("LNG031", WARNING, Scope.FRAGMENT, fixable=True)
def word_printed_twice(text: TextView) -> Iterator[Violation]:
    """A word is typed beside what prints that word itself."""
    for passage in text.passages:
        for segment in passage.segments:
            if segment.kind in _PRINTED and segment.text:
                yield from _beside(passage, segment)


def _beside(passage: Passage, segment: Segment) -> Iterator[Violation]:
    first, *_, last = segment.text.split() * 2
    before = _LAST.search(passage.text, max(0, segment.start - 40), segment.start)
    after = _FIRST.match(passage.text, segment.end)
    for typed, printed in ((before, first), (after, last)):
        if typed and _singular(typed[1]) == _singular(printed):
            fix = replace(passage, *typed.span(), "")
            yield violation(passage.span(*typed.span(1)), word=typed[1], printed=segment.text, fix=fix)


def _singular(word: str) -> str:
    return _SINGULARS.get(word.lower(), word.lower())
