# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on counts that the list after them contradicts: "drie pijlers" and four named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from operator import itemgetter

import msgspec

from jvom.analysis.entities import entities
from jvom.analysis.enumerations import Enumeration
from jvom.analysis.marked_points import marked_points
from jvom.analysis.name_lists import NameList
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import Quantity
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import ERROR, INFO, Scope, Violation, rule, violation
from jvom.checks.rules.figures.skipped_ordinals import NTH
from jvom.checks.views import TextView
from jvom.dutch.numbers import ORDINALS
from jvom.source import Span
from jvom.text import List

_LISTED_NOUNS = tuple(word_class("listed_noun"))
_NAMED_NOUNS = tuple(word_class("named_noun"))
_PERSON_AND_TIME_NOUNS = tuple(word_class("person_or_time"))
_STATING_VERBS = word_class("stating_verb")
_UNREAD = frozenset(("title", "heading", "value"))
#: A list that is further from its count may well be something else.
_NEAR, _FURTHEST = 60, 1500
_NOT_EXHAUSTIVE = Phrase(
    "onder andere|meer",
    "o.a.|bijvoorbeeld|zoals|waaronder|vooral|minstens|enkele|enz.|etc.|e.d.",
    "(met name|ten minste|meer dan|et cetera)",
)
#: After these, a number may exceed what is named.
_OPEN_ENDED = Phrase(
    "minstens|ruim|minimaal|bijna|alle", "(meer dan|ten minste)", "({numeral}|één|een) van de|deze|die"
)


class _Listed(msgspec.Struct, frozen=True):
    """How many a list names, at least and at most, and its place."""

    fewest: int
    most: int
    span: Span


@rule("FIG005", ERROR, Scope.FRAGMENT, loose=INFO, local=True)
def count_against_list(text: TextView) -> Iterator[Violation]:
    """More or fewer are named than the number says."""
    for passage, following in zip_longest(text.passages, text.passages[1:]):
        counts = [each for each in passage.quantities if each.noun and 2 <= each.number.value <= 30]
        ends = [*(each.start for each in counts[1:]), len(passage.text)]
        for quantity, until in zip(counts, ends, strict=False) if passage.kind not in _UNREAD else ():
            listed = (
                _in_block(passage, counts, quantity, following)
                or _in_marked_points(passage, quantity)
                or _in_sentence(passage, quantity)
                or _by_ordinals(passage, quantity, until, following)
            )
            if not listed or _OPEN_ENDED.match_before(passage, quantity.start):
                continue
            number, most = quantity.number, listed.most
            if not listed.fewest <= number.value <= most:
                place = passage.span_of(number)
                yield violation(place, written=number.digits, count=most, related=listed.span)


def _is_near(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a list that begins at `end` is close enough to a count to be of what was counted."""
    return end - start <= _NEAR and "." not in passage.text[start:end]


def _in_block(
    passage: Passage, counts: list[Quantity], quantity: Quantity, following: Passage | None
) -> _Listed | None:
    """Count the items of the list that a paragraph introduces in its last sentence."""
    if passage.kind != "paragraph" or following is None or not isinstance(following.block, List):
        return None
    start, end = passage.sentence_at(len(passage.text) - 1)
    tail = passage.text[quantity.end : end].strip()
    is_only = counts[-1] is quantity and quantity.noun.startswith(_LISTED_NOUNS) and len(tail) <= _NEAR
    if not (start <= quantity.start and tail.endswith(":") and (tail == ":" or is_only)):
        return None
    count = _item_count(following.block, following.lines)
    # A list of one item may have the other points in the same paragraph.
    is_counted = count == 1 or _NOT_EXHAUSTIVE.find_in(passage, start)
    # "Er waren drie oorzaken in vier districten:" announces what there are three of.
    others = (each for each in counts if each is not quantity and each.number.value == count)
    if is_counted or any(each.noun.startswith(_LISTED_NOUNS) for each in others):
        return None
    return _Listed(count, count, following.span())


def _item_count(listed: List, lines: tuple[str, ...]) -> int:
    """Return the number of items before the typed numbers restart, where a new list was meant."""
    typed = (lines[item.span.line - 1][item.span.column - 1 :] for item in listed.items)
    marks = [line.partition(" ")[0].rstrip(".)") for line in typed]
    return marks.index("1", 2) if marks[:2] == ["1", "2"] and "1" in marks[2:] else len(marks)


def _in_marked_points(passage: Passage, quantity: Quantity) -> _Listed | None:
    """Count the points after a count that are marked (1), (2) or a), b)."""
    end = quantity.end
    points = marked_points(passage, end, end + _FURTHEST) if quantity.noun.startswith(_LISTED_NOUNS) else None
    if not points or not _is_near(passage, end, points.start):
        return None
    return _Listed(points.count, points.count, passage.span_of(points))


_ENUMERATED = Phrase("{word}...6? members={enumeration}")
#: Names right after what is counted: "de vijf lidstaten Frankrijk, Italië, Spanje en Polen".
_NAMES = Phrase("members={names}")
#: What may be between a count and its list in brackets: "vier landen in Afrika (Benin, Ghana)".
_WITHIN = frozenset("in uit van binnen".split())
_RELATIVE = ("waar", "die ", "dat ", "wat ")
_MORE = Phrase(",? en|of|alsmede")


def _in_sentence(passage: Passage, quantity: Quantity) -> _Listed | None:
    """Count what a sentence names after a count: "drie pijlers: opleiding, advies en materieel"."""
    listed: NameList | Enumeration
    match = _ENUMERATED.match_at(passage, quantity.end) if entities(passage, "enumeration") else None
    # "Drie pijlers en een visie bepalen": what follows is of all of it.
    if match and not _MORE.match_at(passage, quantity.end) and _is_list_of(passage, quantity, match):
        listed = match.value("members", Enumeration)
    elif quantity.noun.startswith(_NAMED_NOUNS) and (match := _NAMES.match_at(passage, quantity.end)):
        listed = match.value("members", NameList)
    else:
        return None
    if _MORE.match_at(passage, match.end) or _NOT_EXHAUSTIVE.find_in(passage, quantity.start, match.end):
        return None
    return _Listed(listed.fewest, listed.most, passage.span_of(listed))


def _is_list_of(passage: Passage, quantity: Quantity, match: Match) -> bool:
    """Tell whether words are a list of short members, of the kind that is counted."""
    members, noun = match.value("members", Enumeration).members, quantity.noun
    # "De hoofdlijn en twee projecten": that is three.
    if passage.quantities_between(quantity.end, match.end) or any(map(str.isdigit, match.text)):
        return False
    between = passage.text[quantity.end : match["members"].start].split()
    if passage.text.startswith("(", match["members"].start) and between and between[0] not in _WITHIN:
        return False  # "vijf taken op hun toestel (laptop of telefoon)"
    if any(member.startswith(_RELATIVE) for member in members):
        return False  # "twee soorten: kleine, waarvan er veel zijn, en grote"
    if noun.startswith(_PERSON_AND_TIME_NOUNS):  # "een militair en een agent"
        return all(member.lower().startswith(("een ", "één ")) for member in members)
    are_names = all(member[0].isupper() or member.rpartition(" ")[2][0].isupper() for member in members)
    return noun.startswith(_LISTED_NOUNS) or (are_names and noun.startswith(_NAMED_NOUNS))


_ORDINAL = "|".join(ORDINALS)
#: What may come last without a number.
_LAST = Phrase("tenslotte|slotte|slot|laatst*|daarnaast|bovendien|voorts|verder")
_NUMBERED = Phrase(f"{{start}} De|Het|Een|Als ordinal={_ORDINAL} next={{word}}", f"ten ordinal={_ORDINAL}")


def _by_ordinals(
    passage: Passage, quantity: Quantity, until: int, following: Passage | None
) -> _Listed | None:
    """Find the last of later sentences that begin with "De eerste", "Het tweede", "Ten derde".

    It may be less than the count only when all are "Ten ..." and the next paragraph has none.
    """
    numbered = [
        (ORDINALS.index(match.part("ordinal")) + 1, match)
        for match in _NUMBERED.find_in(passage, passage.sentence_at(quantity.start)[1], until)
        if _is_about(quantity, match.part("next"))
    ]
    if not numbered:
        return None
    most, last = max(numbered, key=itemgetter(0))
    is_series = most > 1 and most == len(numbered) and all("next" not in match for _, match in numbered)
    has_more = _LAST.find_in(passage, last.end, until) or (following and [*NTH.find_in(following)])
    is_whole = is_series and not has_more
    return _Listed(most, most, last.span) if most > quantity.number.value or is_whole else None


def _is_about(quantity: Quantity, word: str) -> bool:
    """Tell whether the word after "de derde" leaves it to be one of what is counted: "De derde taak is"."""
    if quantity.noun.startswith(_PERSON_AND_TIME_NOUNS):
        return False
    return not word or word in _STATING_VERBS or word[:4] == quantity.noun[:4]
