# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that rules do not read: those of addresses, and of unmarked sentences and quotations in English."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.views import Texts
from jvom.findings import Finding
from jvom.source import Span

_OF_DUTCH = ("LNG", "NAM", "SPL")
#: The rules that are about addresses and links, and about words that may not be printed at all.
_OF_ADDRESSES = ("PUB", "TOE", "TPL", "SUP")


def without_unread_words(texts: Texts, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, without those on words that their rules do not read.

    Linear in time, apart from binary searches.
    """
    read: dict[str, _Text] = {}
    views = {text.path: text for text in texts.texts}

    def stays(finding: Finding) -> bool:
        span = finding.span
        if finding.code.startswith(_OF_ADDRESSES) or not span.line or span.path not in views:
            return True
        if span.path not in read:
            read[span.path] = _Text(views[span.path].passages)
        return not read[span.path].is_unread(span, of_dutch=finding.code.startswith(_OF_DUTCH))

    return [finding for finding in findings if stays(finding)]


class _Text:
    """The passages of a text, and what is not read in them, looked up only where there is a finding."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = sorted(passages, key=lambda each: each.whole)
        self._begins = [each.whole.begin for each in self._passages]

    def is_unread(self, place: Span, *, of_dutch: bool) -> bool:
        """Tell whether a place is in an address, or for a rule of Dutch begins in English."""
        number = bisect_right(self._begins, place.begin) - 1
        if number < 0:
            return False
        passage = self._passages[number]
        if any(passage.span_of(each).contains(place) for each in passage.addresses):
            return True
        if not of_dutch:
            return False
        found = passage.memo(_english)
        at = bisect_right(found, place.begin, key=lambda each: each.begin) - 1
        # A quotation is within a sentence or contains several: looking two back is enough.
        return any(place.begin < each.end for each in found[max(0, at - 1) : at + 1])


def _english(passage: Passage) -> list[Span]:
    """Return where the sentences and quotations in English are, in order."""
    return sorted(_find_english(passage))


def _find_english(passage: Passage) -> Iterator[Span]:
    if word_class("english_sentence").isdisjoint(passage.lowered_words):
        return
    outside, last = [], 0
    for each in passage.quotations:
        english, dutch = _counted(passage.text[each.start : each.end])
        if english > 2 * dutch:
            outside += [passage.text[last : each.start], " " * (each.end - each.start)]
            last = each.end
            yield passage.span_of(each)
    rest = "".join((*outside, passage.text[last:]))
    for start, end in passage.sentences:
        english, dutch = _counted(rest[start:end])
        if english >= 3 and english > 2 * dutch:
            yield passage.span(start, end)


def _counted(words: str) -> tuple[int, int]:
    """Return the numbers of function words in English and in Dutch."""
    small = [word.strip("\"'‘’“”«»„.,;:!?()[]") for word in words.lower().split()]
    english, dutch = word_class("english_sentence"), word_class("dutch_sentence")
    return sum(word in english for word in small), sum(word in dutch for word in small)
