# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of a passage that count or measure something, and what they count.

A number that names something is left out: a date, a year, a citation, "artikel 100", "hoofdtaak 2",
"OIR 2.0".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from jvom.analysis.lexicon import classes_of
from jvom.analysis.number_expressions import NumberExpression
from jvom.analysis.word_classes import word_class
from jvom.dutch.characters import SPACE, WORD
from jvom.dutch.patterns import pattern


class Quantity(msgspec.Struct, frozen=True):
    """A number and the words after it.

    `noun` is what is counted ("militairen" in "vier Nederlandse militairen") in small letters, "" when that
    is unclear; `phrase` the words from the number up to the noun, also small; `end` the offset after it.
    """

    number: NumberExpression
    noun: str
    phrase: str
    end: int

    @property
    def start(self) -> int:
        return self.number.start


_LAST_WORD = pattern(rf"([\w-]++)\.?([,:]?){SPACE}{{1,3}}\Z")
_JOINED_BEHIND = pattern(rf"(?:,|{SPACE}(?:en|of|t/m|tot{SPACE}en{SPACE}met)){SPACE}\d|{SPACE}?[-–]\d")
_JOINED_BEFORE = pattern(rf"\d(?:,|{SPACE}(?:en|of|t/m|tot{SPACE}en{SPACE}met)){SPACE}\Z|\d{SPACE}?[-–]\Z")
_NEXT = pattern(rf"{SPACE}{{1,4}}({WORD})")

_YEARS = range(1900, 2101)
#: Where "acht" without a noun is a number: "waren er acht in mei", "zeven en acht".
_IN_A_LIST = pattern(rf"(?:(?<!\w)er|[:(]|\w,){SPACE}?\Z")


def find_quantities(
    text: str, numbers: Iterable[NumberExpression], named: Iterable[tuple[int, int]]
) -> tuple[Quantity, ...]:
    """Return which of the `numbers` in a text are quantities, in order. Linear in the text.

    `named` are the (start, end) of dates, citations and the like: a number inside one counts nothing.
    """
    inside = {at for start, end in named for at in range(start, end)}
    found: list[Quantity] = []
    labelled, plural = -1, False
    for number in numbers:
        before = text[max(0, number.start - 40) : number.start]
        word = _LAST_WORD.search(before, before.rstrip().rfind(" ") + 1)
        last, mark = word.groups() if word else ("", "")
        names = _is_label(last.lower()) or (not mark and _is_one_of_several(text, number, last))
        if names or number.start in inside:
            labelled, plural = number.end, names and last.endswith(("en", "s"))
            continue
        if _is_mark(text, number):
            continue
        noun, phrase, end = _noun(text, number)
        joined = 0 < labelled >= number.start - 16 and _JOINED_BEFORE.search(before)
        if joined and (not noun or plural):
            # The second of "Zaal 1 en 2", of "artikelen 97 en 100", also in "in de delen 1 en 2 geeft hij".
            labelled = number.end
            continue
        if _is_year(number, phrase, "" if mark else last) or (
            number.doubtful and not noun and not _IN_A_LIST.search(before)
        ):
            continue
        if not noun and not number.unit and _is_name(text, number):
            labelled, plural = number.end, False
            continue
        found.append(Quantity(number, noun, phrase, end))
    return tuple(found)


def _is_label(word: str) -> bool:
    return word in word_class("numbered_thing") or word.endswith(("resolutie", "resoluties"))


def _is_one_of_several(text: str, number: NumberExpression, before: str) -> bool:
    """Tell whether a number is the first of those that name several things: "de kwadranten 1 en 2"."""
    may_name = before not in word_class("never_counted") and classes_of(before) == "n"
    return may_name and _JOINED_BEHIND.match(text, number.end) is not None


def _is_mark(text: str, number: NumberExpression) -> bool:
    """Tell whether a number is the mark of a point in running text: "1)"."""
    return (
        text.startswith(")", number.end)
        and number.form == "digits"
        and text.rfind("(", 0, number.start) <= text.rfind(")", 0, number.start)
    )


def _is_year(number: NumberExpression, phrase: str, before: str) -> bool:
    """Tell whether a number is a year, given the words after it and the one before it."""
    if len(number.digits) != 4 or not number.digits.isdigit() or number.unit or number.magnitude:
        return False
    follows = before.lower() in word_class("before_year")
    is_counted = any(stem in phrase for stem in word_class("counted_stem"))
    if int(number.digits) not in _YEARS:
        return follows and not _has_noun(phrase)
    # "De Regeling 1989 berekende kilometers"
    return follows or not is_counted or (before[:1].isupper() and len(before) > 4)


def _has_noun(phrase: str) -> bool:
    """Tell whether words have one that is nothing else than a noun: "uitgeroepen" is none."""
    return any(classes_of(word) == "n" for word in phrase.split())


def _is_name(text: str, number: NumberExpression) -> bool:
    """Tell whether a number without a noun is the end of a name: "Agenda 2030", "Camp Union 3"."""
    before = text[max(0, number.start - 40) : number.start].rstrip()
    word = re.split(r"[^\w-]", before)[-1]
    return word[:1].isupper() and len(before) > len(word)


def _noun(text: str, number: NumberExpression) -> tuple[str, str, int]:
    """Return the noun after a number, the words up to it, and its end."""
    if number.unit:
        return "", "", number.end
    position, words = number.end, []
    for _ in range(4):
        match = _NEXT.match(text, position)
        if match is None:
            break
        word = match[1]
        if word.lower() in word_class("never_counted"):
            break
        position = match.end()
        words.append(word.lower())
        if _is_adjective(word, text, position):
            continue
        return words[-1], " ".join(words), position
    return "", " ".join(words), number.end


def _is_adjective(word: str, text: str, end: int) -> bool:
    """Tell whether a word before a noun is an adjective: it ends in -e and another word follows."""
    lowered = word.lower()
    if lowered in ("meer", "minder", "extra", "door"):
        return True
    if not lowered.endswith(("e", "-")) or lowered in word_class("noun_in_e"):
        return False
    following = _NEXT.match(text, end)
    return following is not None and following[1].lower() not in word_class("never_counted")


def lists_of(text: str, quantities: Iterable[Quantity]) -> tuple[list[Quantity], ...]:
    """Return the quantities by the list they are in: "vijf militairen, 3 experts en 2 agenten" is one.

    A quantity that is in no list with others is one by itself.
    """
    found: list[list[Quantity]] = []
    for each in quantities:
        if found and _is_joined(text, found[-1][-1], each):
            found[-1].append(each)
        else:
            found.append([each])
    return tuple(found)


_JOINT = pattern(
    rf"(?:,|;|(?<!\w)(?:en|plus|alsmede))(?:{SPACE}(?:en|ongeveer|circa|nog|ruim|bijna|nog\s+eens|maximaal|minimaal))?"
    rf"{SPACE}{{0,4}}\Z"
)


def _is_joined(text: str, left: Quantity, right: Quantity) -> bool:
    """Tell whether two neighbouring quantities are in one list: joined by few words and a comma or "en"."""
    between = text[left.end : right.start]
    return (
        len(between) <= 60
        and "." not in between
        and ":" not in between
        and _JOINT.search(between) is not None
    )
