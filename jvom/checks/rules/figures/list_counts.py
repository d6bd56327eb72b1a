# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on counts that the list after them contradicts: "drie pijlers" and four named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import Quantity
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.figures.openings import opening_after
from jvom.checks.views import TextView
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.text import List

_LISTED_NOUNS = tuple(word_class("listed_noun"))
_NAMED_NOUNS = tuple(word_class("named_noun"))
_PERSON_AND_TIME_NOUNS = tuple(word_class("person_or_time"))
_CLAUSE_WORDS = word_class("clause_word")
_STATING_VERBS = word_class("stating_verb")
#: The longest enumeration in characters, and in sentences for "De eerste ..., De tweede ...".
_MAX_CHARACTERS, _MAX_SENTENCES = 800, 30
_NOT_EXHAUSTIVE = Phrase(
    "onder andere|meer",
    "o.a.|bijvoorbeeld|zoals|waaronder|vooral|minstens|enkele|enz.|etc.|e.d.",
    "(met name|ten minste|meer dan|et cetera)",
)
#: After these, a number may exceed what is named.
_OPEN_ENDED = Phrase("minstens|ruim|minimaal|bijna", "(meer dan|ten minste|een van de|twee van de)")


class _Listed(NamedTuple):
    """How many a list names, at least and at most, and what a message says of it."""

    fewest: int
    most: int
    said: Message
    related: tuple[Related, ...] = ()
    sure: bool = True


@rule("FIG005", ERROR, Scope.FRAGMENT, local=True)
def count_against_list(text: TextView) -> Iterator[Violation]:
    """More or fewer are named than the number says."""
    for passage, following in zip_longest(text.passages, text.passages[1:]):
        if passage.kind in ("title", "heading", "value"):
            continue
        counted = [each for each in passage.quantities if _is_count(each)]
        ends = [*(each.start for each in counted), len(passage.text)][1:]
        for quantity, until in zip(counted, ends, strict=False):
            if _OPEN_ENDED.match_before(passage, quantity.start):
                continue
            listed = (
                _in_block(passage, quantity, following)
                or _in_marked_points(passage, quantity)
                or _in_sentence(passage, quantity)
                or _by_ordinals(passage, quantity, until)
            )
            number = quantity.number
            if listed and not listed.fewest <= number.value <= listed.most:
                yield Violation(
                    passage.span_of(number),
                    msg("hier staat {written}, {listed}", written=number.digits, listed=listed.said),
                    msg("tel na, en verbeter het aantal of de opsomming"),
                    related=listed.related,
                    severity=None if listed.sure else WARNING,
                )


def _is_count(quantity: Quantity) -> bool:
    value = quantity.number.value
    return bool(quantity.noun) and not quantity.number.unit and 2 <= value <= 30 and value == int(value)


def _named(count: int) -> Message:
    return msg("genoemd worden er {count}", count=count)


# --- a list in its own block ---------------------------------------------------------------------


def _in_block(passage: Passage, quantity: Quantity, following: Passage | None) -> _Listed | None:
    """Count the items of the list that a paragraph introduces in its last sentence."""
    if passage.kind != "paragraph" or following is None or following.kind != "item":
        return None
    text = passage.text.rstrip()
    start, colon = passage.sentence_at(len(text) - 1)[0], text.endswith(":")
    if quantity.start < start or not (colon or text.endswith(".")):
        return None
    tail = text[quantity.end :]
    direct = not tail.strip(" :.")
    if not quantity.noun.startswith(_LISTED_NOUNS):
        introduces = direct and colon
    else:
        others = [each for each in passage.quantities_between(start, len(text)) if _is_count(each)]
        introduces = direct or (colon and len(others) == 1 and len(tail) <= 60)
    if not introduces or not isinstance(following.block, List) or _NOT_EXHAUSTIVE.find_in(passage, start):
        return None
    count = _item_count(following.block, following.lines)
    if count == 1 and _MARK.find_in(following):
        return None  # The other points follow in the paragraph of the first.
    here = Related(following.span(), msg("hier begint de lijst"))
    return _Listed(count, count, msg("de lijst telt er {count}", count=count), (here,))


def _item_count(listed: List, lines: tuple[str, ...]) -> int:
    """Return the number of items before the typed numbers restart, where a new list was meant."""
    before = 0
    for place, item in enumerate(listed.items if listed.ordered else ()):
        typed = lines[item.span.line - 1][item.span.column - 1 :] if 0 < item.span.line <= len(lines) else ""
        mark = typed.partition(" ")[0].rstrip(".)")
        # One list may have all its items typed "1.".
        if mark == "1" and before > 1:
            return place
        before = int(mark) if mark.isdecimal() else 0
    return len(listed.items)


# --- in the running text -------------------------------------------------------------------------

_OPENING = Phrase("colon=:", "bracket=\\(", ",? te weten|namelijk :?")
#: Names right after what is counted: "de vijf lidstaten Frankrijk, Italië, Spanje en Polen".
_NAMES = Phrase("{names}")
_MORE = Phrase(",? en|of|alsmede")
_JOINT = Phrase(",? and=en|of|alsmede|evenals", ",", "semicolon=;")


def _in_sentence(passage: Passage, quantity: Quantity) -> _Listed | None:
    """Count what a sentence names after a count: "drie pijlers: opleiding, advies en materieel"."""
    start, end = _enumeration(passage, quantity)
    listed = passage.text[start:end].rstrip(" .)")
    end = start + len(listed)
    # "De hoofdlijn en twee projecten": that is three.
    if not listed or any(map(str.isdigit, listed)) or passage.quantities_between(start, end):
        return None
    joints = _JOINT.find_in(passage, start, end)
    edges = [start, *(place for joint in joints for place in (joint.start, joint.end)), end]
    parts = (passage.text[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True))
    items = [item for part in parts if (item := part.strip(" ,;"))]
    fewest, most = _how_many(joints, len(items))
    if (
        not _is_list_of(quantity, items)
        or fewest < 2
        or _NOT_EXHAUSTIVE.find_in(passage, quantity.start, end)
    ):
        return None
    here = Related(passage.span(start, end), msg("dit is de opsomming"))
    return _Listed(fewest, most, _named(fewest if quantity.number.value < fewest else most), (here,))


def _enumeration(passage: Passage, quantity: Quantity) -> tuple[int, int]:
    """Return the start and end of the words after a count that may list what is counted."""
    text = passage.text
    end = min(passage.sentence_at(quantity.start)[1], quantity.end + _MAX_CHARACTERS)
    if text[quantity.end + 1 : quantity.end + 2].isupper() and quantity.noun.startswith(_NAMED_NOUNS):
        names = _NAMES.match_at(passage, quantity.end)
        if names and not _MORE.match_at(passage, names.end):
            return names.start, names.end
    opening = opening_after(_OPENING, passage, quantity.end, end, ".;:(),/")
    if opening is None or len(text[quantity.end : opening.start].split()) > 6:
        return end, end
    closing = text.find(")", opening.end, end) if "bracket" in opening else -1
    return opening.end, closing if closing >= 0 else end


def _is_list_of(quantity: Quantity, items: list[str]) -> bool:
    """Tell whether words are a list of short items, of the kind that is counted."""
    if len(items) < 2 or any(not _CLAUSE_WORDS.isdisjoint(item.lower().split()) for item in items):
        return False
    lengths = [len(item.split()) for item in items]
    if quantity.noun.startswith(_PERSON_AND_TIME_NOUNS):  # "een militair en een agent"
        return max(lengths) <= 5 and all(item.startswith(("een ", "één ")) for item in items)
    if max(lengths) > 7 or quantity.noun.startswith(_LISTED_NOUNS):
        return max(lengths) <= 7
    return quantity.noun.startswith(_NAMED_NOUNS) and all(
        item[0].isupper() or (item.split()[-1][0].isupper() and length <= 3)
        for item, length in zip(items, lengths, strict=True)
    )


def _how_many(joints: list[Match], items: int) -> tuple[int, int]:
    """Return the fewest and the most things that a list may name: an "en" may be part of one."""
    if marks := sum("semicolon" in joint for joint in joints):
        return marks + 1, marks + 1
    ands = sum("and" in joint for joint in joints)
    return items - ands + ("and" in joints[-1] if joints else 0), items


_ORDERS = ("123456789", "abcdefgh", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
_MARK = Phrase(f"mark={'|'.join(each for order in _ORDERS for each in order)}\\)")


def _in_marked_points(passage: Passage, quantity: Quantity) -> _Listed | None:
    """Count the points after a count that are marked (1), (2) or a), b)."""
    if ")" not in passage.text or not quantity.noun.startswith(_LISTED_NOUNS):
        return None
    marks = _MARK.find_in(passage, quantity.end, min(len(passage.text), quantity.end + 1500))
    between = passage.text[quantity.end : marks[0].start] if marks else ""
    if len(between) > 60 or "." in between:
        return None
    for order in _ORDERS:
        count = 0
        for mark in marks:
            count += count < len(order) and mark.part("mark") == order[count]
        if count >= 2:
            return _Listed(count, count, _named(count))
    return None


_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde")
_ORDINAL = "|".join(_ORDINALS)
_ORDINAL_SENTENCE = Phrase(f"De|Het|Een|Als ordinal={_ORDINAL} next={{word}}?", f"Ten ten={_ORDINAL}")
_TEN_ORDINAL = Phrase(f"=ten ten={_ORDINAL}")
#: Words in a sentence on the last of them, but "dat laatste".
_LAST_ITEM = Phrase("that=dat laatste", "laatste|daarnaast|verder|andere|ook", "ten slotte", "tot slot")


def _by_ordinals(passage: Passage, quantity: Quantity, until: int) -> _Listed | None:
    """Count later sentences that begin with "De eerste", "Het tweede", "Ten derde"."""
    value = int(quantity.number.value)
    if value > len(_ORDINALS) or quantity.noun.startswith(_PERSON_AND_TIME_NOUNS):
        return None
    named: list[int] = []
    may_be_more = False
    first = bisect_right(passage.sentences, quantity.start, key=lambda sentence: sentence[0])
    for start, end in passage.sentences[first : first + _MAX_SENTENCES]:
        if start >= until:
            break
        match = _ORDINAL_SENTENCE.match_at(passage, start)
        if match is None:
            may_be_more |= any("that" not in each for each in _LAST_ITEM.find_in(passage, start, end))
            continue
        # "Ten eerste ..., ten tweede ... en ten derde ..." may go on in one sentence.
        ordinals = [each.part("ten") for each in _TEN_ORDINAL.find_in(passage, match.end, end)]
        word = match.part("next")
        if "ten" in match or word in _STATING_VERBS or (len(word) > 3 and word[:4] == quantity.noun[:4]):
            ordinals.append(match.part("ten") or match.part("ordinal"))
        else:
            # "Het derde laat zich moeilijk meten" may well be the third of them.
            may_be_more = True
        named += [_ORDINALS.index(each) + 1 for each in ordinals]
    most = max(named, default=0)
    if most > value:
        return _Listed(most, most, msg("genoemd wordt ook een {most}e", most=most))
    if most >= 2 and named == list(range(1, most + 1)) and not may_be_more:
        return _Listed(most, most, _named(most), sure=False)
    return None


RULES = (count_against_list,)
