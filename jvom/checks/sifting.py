# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What of all findings is reported: one for each mistake, none for what only seems wrong or is not read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from jvom.analysis.passages import Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.groups import by_key
from jvom.checks.views import DossierView, Texts, TextView
from jvom.data import DATA
from jvom.dutch.patterns import pattern
from jvom.findings import Finding, Severity
from jvom.model import Fragment
from jvom.source import Span
from jvom.text import Heading, Table

_LINE = pattern(r"^([A-Z0-9]+):((?:.|\n )+)", re.MULTILINE)


@cache
def _more_specific() -> Mapping[str, frozenset[str]]:
    """Return, for each rule that gives way to others, which those are (``more_specific_rules.txt``)."""
    typed = (DATA / "more_specific_rules.txt").read_text(encoding="utf-8")
    return {code: frozenset(others.split()) for code, others in _LINE.findall(typed)}


def deduplicate(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, without those on words that a more specific rule reports at least as severely.

    An error stays where the other is only a warning. Linear in time, apart from sorting.
    """
    findings, specific = list(findings), frozenset().union(*_more_specific().values())
    in_order = sorted((each for each in findings if each.code in specific), key=lambda each: each.span)
    by_file = by_key((each.span.path, each) for each in in_order if each.span.line)
    wrong_names = [
        each.span
        for each in findings
        if each.severity > Severity.INFO and each.span.path.endswith(_REGISTERS)
    ]
    return [
        each
        for each in findings
        if not _is_reported(each, by_file.get(each.span.path, []))
        and not _follows_a_wrong_name(each, wrong_names)
    ]


#: What tells that a text has a name otherwise than a register, and the registers, which may have it wrong.
_OTHER_NAME, _REGISTERS = "NAM002", ("names.yml", "missions.yml", "abbreviations.yml")


def _follows_a_wrong_name(finding: Finding, wrong: list[Span]) -> bool:
    """Tell whether a text should follow a name that is reported itself, which must be mended first."""
    return finding.code == _OTHER_NAME and any(
        span.path == each.span.path and span.begin < each.span.end and each.span.begin < span.end
        for each in finding.related
        for span in wrong
    )


def _is_reported(finding: Finding, others: list[Finding]) -> bool:
    """Tell whether one of the more specific findings (in order) overlaps this one."""
    span, specific = finding.span, _more_specific().get(finding.code)
    if specific is None:
        return False
    end = bisect_left(others, span.end, key=lambda each: each.span.begin)
    # Findings are a few words long: one that begins long before this one does not reach it.
    return any(
        other.code in specific and other.span.end > span.begin and other.severity >= finding.severity
        for other in others[max(0, end - _NEAREST) : end]
    )


_NEAREST = 12


_FEWEST = 2
_KEYS = ("toets", "druk")
_BOXES = ("[ ]", "[x]", "[X]")


def without_seeming_placeholders(texts: Texts, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, without those of what looks like an open place outside a dossier and is none.

    A ruling has "[X]" for a name that it withholds, a form has boxes to tick, a balance has "PM" for an
    amount that is nil (pro memorie), and a manual has values to type ("desktop=xxxx") and keys to press.
    """
    views = {text.path: text for text in texts.texts if text.document == "tekst"}
    return [
        finding
        for finding in findings
        if finding.code != "PLH001"
        or finding.span.path not in views
        or not _is_filled(views[finding.span.path], finding.span)
    ]


def _is_filled(text: TextView, span: Span) -> bool:
    line = text.lines[span.line - 1] if 0 < span.line <= len(text.lines) else ""
    found = line[span.column - 1 : span.end_column - 1]
    if found.startswith("["):
        if found in _BOXES and (line.lstrip(" -*|").startswith(found) or "[ ]" in line):
            return True
        words = {word for passage in text.passages for word in passage.lowered_words}
        # Withheld names are numbered: [locatie 29].
        return len(words & word_class("ruling")) + found[-2:-1].isdigit() >= _FEWEST
    is_key = found.startswith("<") and any(map(line.lower().__contains__, _KEYS))
    if is_key or line[: span.column - 1].endswith("="):
        return True
    return found == "PM" and any(cell.strip() == "PM" for cell in line.split("|")[1:-1])


_OF_DUTCH = ("LNG", "NAM", "SPL")
#: The rules that are about addresses and links, and about words that may not be printed at all.
_OF_ADDRESSES = ("PUB", "TOE", "TPL", "SUP")


def without_unread_words(texts: Texts, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, without those on words that their rules do not read.

    These are those of addresses, and of unmarked sentences and quotations in English. Linear in time, apart
    from binary searches.
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


NOT_BEGUN = "PLH008"
"""The rule that says so."""


def is_empty_outline(fragment: Fragment) -> bool:
    """Tell whether a text is an outline with headings alone, or with a table that data fill."""
    return fragment.front.status == "outline" and all(
        isinstance(block, Heading) or (isinstance(block, Table) and bool(block.filled_with))
        for block in fragment.blocks
    )


def without_empty_outlines(view: DossierView, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those in empty outlines, but that nobody has begun these texts."""
    empty = {each.span.path for each in view.dossier.fragments if is_empty_outline(each)}
    return [each for each in findings if each.span.path not in empty or each.code == NOT_BEGUN]
