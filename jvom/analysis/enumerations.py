# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a sentence lists after a colon, in brackets or after "te weten": its members and their number."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.passages import Passage
from jvom.dutch.characters import SPACE
from jvom.dutch.patterns import pattern

_OPENING = pattern(
    # It begins with one set of characters, not with different parts: that is found much faster.
    rf"[:(,tn](?:(?<=[:(])|(?<=,){SPACE}(?:te{SPACE}weten|namelijk)\b:?"
    rf"|(?<=\bt)e{SPACE}weten\b:?|(?<=\bn)amelijk\b:?)"
)
_JOINT = pattern(rf",?{SPACE}(?:en|of|alsmede|evenals){SPACE}|,{SPACE}")
_ASIDE = pattern(r" ?\([^()]{0,200}\)")
_LONGEST = 800


class Enumeration(msgspec.Struct, frozen=True):
    """The members of a list, and the offsets of all of it with what opens it.

    An "en" before the last may be within a member (onderwijs en training), so there are `fewest` to `most`.
    """

    start: int
    end: int
    members: tuple[str, ...]
    fewest: int

    @property
    def most(self) -> int:
        return len(self.members)


def find_enumerations(passage: Passage) -> tuple[Enumeration, ...]:
    """Return the lists of two members or more in a passage, in order."""
    return tuple(_find(passage))


def _find(passage: Passage) -> Iterator[Enumeration]:
    text = passage.text
    for opening in _OPENING.finditer(text):
        start = opening.end()
        end = min(passage.sentence_at(opening.start())[1], start + _LONGEST)
        if opening[0] == "(" and (closing := text.find(")", start, end)) >= 0:
            end = closing
        listed = text[start:end].strip(" .,;)")
        if "(" in listed:  # "loofbomen (eik, beuk) en naaldbomen": what is in brackets is no member.
            listed = _ASIDE.sub("", listed)
        before, mark, last = listed.partition(";")
        if mark and "," in before and ";" not in last and not last.startswith((" en ", " of ")):
            continue  # "een rode, een witte; en deze zijn open": which mark separates them is not clear.
        if ";" in listed:
            members = [each for each in listed.split(";") if each.strip()]
            fewest = len(members)
        else:
            joins = [joint[0].strip() != "," for joint in _JOINT.finditer(listed)]
            members = _JOINT.split(listed)
            fewest = len(members) - sum(joins[:-1])
        # "Vrede – Ontwikkeling – Recht en orde": other marks separate the members.
        if fewest > 1 and listed.count(" – ") < len(members):
            yield Enumeration(opening.start(), end, tuple(each.strip() for each in members), fewest)
