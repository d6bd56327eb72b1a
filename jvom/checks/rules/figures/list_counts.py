# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on counts that the list after them contradicts: "drie pijlers" and four named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import Quantity
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.figures.openings import opening_after
from jvom.checks.views import TextView
from jvom.dutch.characters import plain_spaces
from jvom.findings import Related
from jvom.messages import Message, msg
from jvom.text import List

_LISTED_NOUNS = tuple(word_class("listed_noun"))
_NAMED_NOUNS = tuple(word_class("named_noun"))
_PERSON_AND_TIME_NOUNS = tuple(word_class("person_or_time"))


#: The longest enumeration in characters, and in sentences for "De eerste ..., De tweede ...".
_MAX_CHARACTERS, _MAX_SENTENCES = 800, 30


_NOT_EXHAUSTIVE = Phrase(
    "onder andere|meer",
    "o.a.|bijvoorbeeld|zoals|waaronder|vooral|minstens|enkele|enz.|etc.|e.d.",
    "(met name|ten minste|meer dan|et cetera)",
)


#: After these, a number may exceed what is named.
_OPEN_ENDED = tuple("meer dan|minstens|ten minste|ruim|minimaal|bijna|een van de|twee van de".split("|"))


_CLAUSE_WORDS = word_class("clause_word")


_OPENING = Phrase("colon=:", "bracket=\\(", ",? te weten|namelijk :?")
#: Names right after what is counted: "de vijf lidstaten Frankrijk, Italië, Spanje en Polen".
_NAMES = Phrase("{names}")
_MORE = Phrase(",? en|of|alsmede")
_JOINT = Phrase(",? and=en|of|alsmede|evenals", ",", "semicolon=;")
_ORDINALS = {
    name: number for number, name in enumerate(("eerste", "tweede", "derde", "vierde", "vijfde", "zesde"), 1)
}


_ORDINAL = "|".join(_ORDINALS)
_ORDINAL_SENTENCE = Phrase(f"De|Het|Een|Als ordinal={_ORDINAL} next={{word}}?", f"Ten ten={_ORDINAL}")
_TEN_ORDINAL = Phrase(f"=ten ten={_ORDINAL}")
_VERBS = word_class("stating_verb")


#: Words in a sentence on the last of them, but "dat laatste".
_LAST_ITEM = Phrase("that=dat laatste", "laatste|daarnaast|verder|andere|ook", "ten slotte", "tot slot")


_ORDERS = ("123456789", "abcdefgh", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
_MARK = Phrase(f"mark={'|'.join(each for order in _ORDERS for each in order)}\\)")


@rule("FIG005", ERROR, Scope.FRAGMENT, msg("Er worden er meer of minder genoemd dan het aantal zegt"))
def count_against_list(text: TextView) -> Iterator[Violation]:
    """More or fewer are named than the number says."""
    passages = text.passages
    for place, passage in enumerate(passages):
        if passage.kind in ("title", "heading", "value") or not passage.quantities:
            continue
        following = passages[place + 1] if place + 1 < len(passages) else None
        below = _list_below(passage, following)
        counted = [each for each in passage.quantities if _is_count(each)]
        ends = [*(each.start for each in counted[1:]), len(passage.text)]
        for quantity, until in zip(counted, ends, strict=False):
            before = plain_spaces(passage.text[max(0, quantity.start - 16) : quantity.start]).lower()
            if before.removesuffix(" ").endswith(_OPEN_ENDED):
                continue
            violation = (
                _against_block(passage, quantity, below)
                or _against_marked_points(passage, quantity)
                or _against_inline_list(passage, quantity)
                or _against_ordinals(passage, quantity, until)
            )
            if violation:
                yield violation


def _is_count(quantity: Quantity) -> bool:
    value = quantity.number.value
    return bool(quantity.noun) and not quantity.number.unit and 2 <= value <= 30 and value == int(value)


def _violation(
    passage: Passage, quantity: Quantity, message: Message, *related: Related, sure: bool = True
) -> Violation:
    return Violation(
        passage.span(quantity.number.start, quantity.number.end),
        message,
        msg("tel na, en verbeter het aantal of de opsomming"),
        related=related,
        severity=None if sure else WARNING,
    )


# --- a list in its own block ---------------------------------------------------------------------


def _list_below(passage: Passage, following: Passage | None) -> Passage | None:
    """Return the first item of the list that a paragraph introduces."""
    if passage.kind == "paragraph" and following is not None and following.kind == "item":
        return following if isinstance(following.block, List) and following.row == 0 else None
    return None


def _against_block(passage: Passage, quantity: Quantity, first: Passage | None) -> Violation | None:
    if first is None or not isinstance(first.block, List):
        return None
    text = passage.text.rstrip()
    tail = text[quantity.end :]
    last = passage.sentence_at(len(text) - 1)[0]
    if quantity.start < last or not text.endswith((":", ".")):
        return None
    direct = tail.strip(" :.") == ""
    if text.endswith("."):
        direct = direct and quantity.noun.startswith(_LISTED_NOUNS)
    elif not direct:
        others = [each for each in passage.quantities if each.start >= last and _is_count(each)]
        direct = len(others) == 1 and len(tail) <= 60 and quantity.noun.startswith(_LISTED_NOUNS)
    count = _item_count(first.block, first.lines)
    if not direct or count == quantity.number.value or _NOT_EXHAUSTIVE.find_in(passage, last):
        return None
    if count == 1 and _MARK.find_in(first):
        return None  # The other points follow in the paragraph of the first.
    return _violation(
        passage,
        quantity,
        msg("hier staat {written}, de lijst telt er {count}", written=quantity.number.digits, count=count),
        Related(first.span(), msg("hier begint de lijst")),
    )


def _item_count(listed: List, lines: tuple[str, ...]) -> int:
    """Return the number of items before the typed numbers restart, where a new list was meant."""
    before = 0
    for place, item in enumerate(listed.items):
        typed = lines[item.span.line - 1][item.span.column - 1 :] if 0 < item.span.line <= len(lines) else ""
        mark = next(iter(typed.split(maxsplit=1)), "").rstrip(".)")
        number = int(mark) if listed.ordered and mark.isdecimal() else 0
        # One list may have all its items typed "1.".
        if number == 1 and before > 1:
            return place
        before = number
    return len(listed.items)


# --- in the running text -------------------------------------------------------------------------


def _against_inline_list(passage: Passage, quantity: Quantity) -> Violation | None:
    text = passage.text
    end = min(passage.sentence_at(quantity.start)[1], quantity.end + _MAX_CHARACTERS)
    persons = quantity.noun.startswith(_PERSON_AND_TIME_NOUNS)
    named = text[quantity.end + 1 : quantity.end + 2].isupper() and quantity.noun.startswith(_NAMED_NOUNS)
    names = _NAMES.match_at(passage, quantity.end) if named else None
    if names and not _MORE.match_at(passage, names.end):
        start, end = names.start, names.end
    elif opening := _opening(passage, quantity, end):
        start = opening.end
        closing = text.find(")", start, end) if "bracket" in opening else -1
        end = closing if closing >= 0 else end
    else:
        return None
    listed = text[start:end].rstrip(" .)")
    if not listed or any(map(str.isdigit, listed)):
        return None
    if any(start <= each.start < start + len(listed) for each in passage.quantities):
        return None  # "de hoofdlijn en twee projecten": that is three
    joints = _JOINT.find_in(passage, start, start + len(listed))
    items = _items(passage, joints, start, start + len(listed))
    if not (_each_is_one(items) if persons else _is_enumeration(quantity, items)):
        return None
    least, greatest = _how_many(joints, len(items))
    if (
        least < 2
        or least <= quantity.number.value <= greatest
        or _NOT_EXHAUSTIVE.find_in(passage, quantity.start, end)
    ):
        return None
    written, count = quantity.number.digits, least if quantity.number.value < least else greatest
    return _violation(
        passage,
        quantity,
        msg("hier staat {written}, genoemd worden er {count}", written=written, count=count),
        Related(passage.span(start, start + len(listed)), msg("dit is de opsomming")),
    )


def _opening(passage: Passage, quantity: Quantity, end: int) -> Match | None:
    """Return what comes between a count and a list, with a few words before it at most."""
    opening = opening_after(_OPENING, passage, quantity.end, end, ".;:(),/")
    few = opening and len(passage.text[quantity.end : opening.start].split()) <= 6
    return opening if few else None


def _items(passage: Passage, joints: list[Match], start: int, end: int) -> list[str]:
    """Return what is between the joints of a list."""
    places = [start, *(place for joint in joints for place in (joint.start, joint.end)), end]
    items = (
        passage.text[first:last].strip(" ,;") for first, last in zip(places[::2], places[1::2], strict=True)
    )
    return [item for item in items if item]


def _is_enumeration(quantity: Quantity, items: list[str]) -> bool:
    """Tell whether words are a list of short items, of the kind that is counted."""
    if len(items) < 2 or any(len(item.split()) > 7 or _is_clause(item) for item in items):
        return False
    if quantity.noun.startswith(_LISTED_NOUNS):
        return True
    return quantity.noun.startswith(_NAMED_NOUNS) and all(
        item[0].isupper() or (item.split()[-1][0].isupper() and len(item.split()) <= 3) for item in items
    )


def _is_clause(item: str) -> bool:
    return not _CLAUSE_WORDS.isdisjoint(item.lower().split())


def _each_is_one(items: list[str]) -> bool:
    """Tell whether each item is one person, by its article: "een militair en een agent"."""
    return len(items) > 1 and all(
        item.startswith(("een ", "één ")) and len(item.split()) <= 5 and not _is_clause(item)
        for item in items
    )


def _how_many(joints: list[Match], items: int) -> tuple[int, int]:
    """Return the fewest and the most things that a list may name: an "en" may be part of one."""
    if marks := sum("semicolon" in joint for joint in joints):
        return marks + 1, marks + 1
    ands = sum("and" in joint for joint in joints)
    return items - ands + ("and" in joints[-1] if joints else 0), items


def _against_marked_points(passage: Passage, quantity: Quantity) -> Violation | None:
    """Compare a count with points that are marked (1), (2) or a), b)."""
    text = passage.text
    if ")" not in text or not quantity.noun.startswith(_LISTED_NOUNS):
        return None
    marks = _MARK.find_in(passage, quantity.end, min(len(text), quantity.end + 1500))
    if not marks or marks[0].start - quantity.end > 60 or "." in text[quantity.end : marks[0].start]:
        return None
    for order in _ORDERS:
        count = 0
        for mark in marks:
            if count < len(order) and mark.part("mark") == order[count]:
                count += 1
        if count >= 2:
            if count == quantity.number.value:
                return None
            return _violation(
                passage,
                quantity,
                msg(
                    "hier staat {written}, genoemd worden er {count}",
                    written=quantity.number.digits,
                    count=count,
                ),
            )
    return None


def _against_ordinals(passage: Passage, quantity: Quantity, until: int) -> Violation | None:
    """Compare a count with later sentences that begin with "De eerste", "Het tweede", "Ten derde"."""
    if quantity.number.value > 6 or quantity.noun.startswith(_PERSON_AND_TIME_NOUNS):
        return None
    named: list[int] = []
    other_sentences: list[tuple[int, int]] = []
    may_be_last = False
    first = bisect_right(passage.sentences, quantity.start, key=lambda sentence: sentence[0])
    for start, end in passage.sentences[first : first + _MAX_SENTENCES]:
        if start >= until:
            break
        match = _ORDINAL_SENTENCE.match_at(passage, start)
        if match is None:
            other_sentences.append((start, end))
            continue
        # "Ten eerste ..., ten tweede ... en ten derde ..." may go on in one sentence.
        named += [_ORDINALS[each.part("ten")] for each in _TEN_ORDINAL.find_in(passage, match.end, end)]
        word = match.part("next")
        if "ten" in match or word in _VERBS or (len(word) > 3 and word[:4] == quantity.noun[:4]):
            named.append(_ORDINALS[match.part("ten") or match.part("ordinal")])
        else:
            # "Het derde laat zich moeilijk meten" may well be the third of them.
            may_be_last = True
    if not named:
        return None
    value, most = int(quantity.number.value), max(named)
    if most > value:
        return _violation(
            passage,
            quantity,
            msg(
                "hier staat {written}, genoemd wordt ook een {most}e",
                written=quantity.number.digits,
                most=most,
            ),
        )
    all_named = 2 <= most < value and named == list(range(1, most + 1)) and not may_be_last
    last_items = [each for sentence in other_sentences for each in _LAST_ITEM.find_in(passage, *sentence)]
    if all_named and all("that" in each for each in last_items):
        return _violation(
            passage,
            quantity,
            msg(
                "hier staat {written}, genoemd worden er {count}", written=quantity.number.digits, count=most
            ),
            sure=False,
        )
    return None


RULES = (count_against_list,)
