# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Unmarked sentences and quotations in English, to which the rules for Dutch do not apply."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jvom.findings import Finding

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.checks.views import Texts

_FAMILIES = ("LNG", "NAM", "SPL")
#: Function words of one language only; "in", "is", "of", "was" and "over" are in both.
_ENGLISH = frozenset(
    """
    the and for to with by from on at their its are were into between that this which has have will shall
    must our they it not
    """.split()
)
_DUTCH = frozenset(
    """
    de het een van en dat niet met voor op te zijn er maar ook naar door bij om aan uit als wordt worden
    """.split()
)

#: Where English text begins and ends: line and column.
_Place = tuple[tuple[int, int], tuple[int, int]]


def without_english_sentences(texts: Texts, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, without those of language, name and spelling rules in English sentences.

    Linear in time, apart from binary searches.
    """
    findings = list(findings)
    read: dict[str, _Text] = {}
    views = {text.path: text for text in texts.texts}

    def stays(finding: Finding) -> bool:
        path = finding.span.path
        if not finding.code.startswith(_FAMILIES) or not finding.span.line or path not in views:
            return True
        if path not in read:
            read[path] = _Text(views[path].passages)
        return not read[path].is_english((finding.span.line, finding.span.column))

    return [finding for finding in findings if stays(finding)]


class _Text:
    """The passages of a text, and the English in them, looked up only where there is a finding."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = sorted(passages, key=lambda each: each.whole)
        self._begins = [(each.whole.line, each.whole.column) for each in self._passages]
        self._english: dict[int, list[_Place]] = {}

    def is_english(self, place: tuple[int, int]) -> bool:
        """Tell whether a place (line and column) lies in a sentence or quotation in English."""
        number = bisect_right(self._begins, place) - 1
        if number < 0:
            return False
        if number not in self._english:
            self._english[number] = sorted(_english(self._passages[number]))
        found = self._english[number]
        at = bisect_right(found, place, key=lambda each: each[0]) - 1
        # A quotation is within a sentence or contains several: looking two back is enough.
        return any(place < end for _, end in found[max(0, at - 1) : at + 1])


def _english(passage: Passage) -> Iterator[_Place]:
    if _ENGLISH.isdisjoint(passage.lowered_words):
        return
    outside, last = [], 0
    for start, end, _ in passage.quotations:
        english, dutch = _counted(passage.text[start:end])
        if english > 2 * dutch:
            outside += [passage.text[last:start], " " * (end - start)]
            last = end
            yield _place(passage, start, end)
    rest = "".join((*outside, passage.text[last:]))
    for start, end in passage.sentences:
        english, dutch = _counted(rest[start:end])
        if english >= 3 and english > 2 * dutch:
            yield _place(passage, start, end)


def _counted(words: str) -> tuple[int, int]:
    """Return the numbers of function words in English and in Dutch."""
    small = [word.strip("\"'‘’“”«»„.,;:!?()[]") for word in words.lower().split()]
    return sum(word in _ENGLISH for word in small), sum(word in _DUTCH for word in small)


def _place(passage: Passage, start: int, end: int) -> _Place:
    span = passage.span(start, end)
    return (span.line, span.column), (span.end_line, span.end_column)
