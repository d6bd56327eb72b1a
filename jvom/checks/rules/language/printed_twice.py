# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words typed beside a reference, citation or figure that prints them itself."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.checks.replacements import replace
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.dutch.patterns import pattern
from jvom.messages import msg
from jvom.resolving.segments import Segment

_PRINTED = ("reference", "citation", "figure")
_LAST = pattern(r"(?<!\S)(\S+)\s*$")
_FIRST = pattern(r"\s*([^\s.,;:!?)]+)")
#: Words of which one number may be typed before the other.
_PLURALS = {
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
    words = segment.text.split()
    before = _LAST.search(passage.text, max(0, segment.start - 40), segment.start)
    if words and before and _is_same(before[1], words[0]):
        yield _violation(passage, before.span(1), (before.start(1), segment.start), segment)
    after = _FIRST.match(passage.text, segment.end)
    if words and after and _is_same(after[1], words[-1]):
        yield _violation(passage, after.span(1), (segment.end, after.end(1)), segment)


def _is_same(typed: str, printed: str) -> bool:
    if typed[0].isdigit():
        return False
    one, other = typed.lower(), printed.lower()
    return _PLURALS.get(one, one) == _PLURALS.get(other, other)


def _violation(
    passage: Passage, word: tuple[int, int], spare: tuple[int, int], segment: Segment
) -> Violation:
    typed = passage.text[slice(*word)]
    return Violation(
        passage.span(*word),
        msg(
            "«{word}» komt er twee keer te staan: hier drukt jvom «{printed}»",
            word=typed,
            printed=segment.text,
        ),
        msg("haal «{word}» weg", word=typed),
        replace(passage, *spare, ""),
    )


RULES = (word_printed_twice,)
