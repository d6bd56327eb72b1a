# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch compounds by their parts: "grens" and "bewaking" make one word.

The list, ``jvom/data/compounds.msgpack``, has the possible second parts of each first part; it is made when
the package is built (``tools/lexicon.py``). Dutch makes compounds all the time, so a first part of
many and a second part of many may make one that the list lacks.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache

import msgspec

from jvom.analysis.word_classes import word_class
from jvom.analysis.word_tables import WordTable
from jvom.data import DATA

#: Endings of words that only occur as the first part of a compound.
LINKING_ENDINGS = ("heids", "teits", "schaps", "ings", "drags")

#: How sure it is that two words are a compound.
LISTED, COUNTED, LINKED, PRODUCTIVE = 1.0, 0.9, 0.8, 0.5
#: In how many compounds of the list a part makes others too.
OFTEN = 5


class CompoundFile(msgspec.Struct):
    """What ``compounds.msgpack`` has: the words that are a part of `OFTEN` compounds, and of fewer.

    With a space between two words; and a table of the second parts of each first.
    """

    firsts: tuple[str, str]
    nouns: tuple[str, str]
    listed: bytes


class Compounds:
    """A list of compounds to look words up in."""

    def __init__(self, file: CompoundFile) -> None:
        self._listed = WordTable(file.listed)
        (first_often, first), (second_often, second) = (
            map(str.split, each) for each in (file.firsts, file.nouns)
        )
        self._firsts_often, self._nouns_often = frozenset(first_often), frozenset(second_often)
        self._firsts, self._nouns = self._firsts_often.union(first), self._nouns_often.union(second)

    def can_begin(self, first: str) -> bool:
        """Tell whether a word (small letters) may be the first part of a compound."""
        return first in self._firsts

    def can_end(self, second: str) -> bool:
        """Tell whether a word (small letters), singular or plural, is the second part of compounds."""
        return not self._nouns.isdisjoint(singulars(second))

    def begins_often(self, first: str) -> bool:
        """Tell whether a word (small letters) is the first part of many compounds."""
        return first in self._firsts_often

    def ends_often(self, second: str) -> bool:
        """Tell whether a word (small letters), singular or plural, is the second part of many compounds."""
        return not self._nouns_often.isdisjoint(singulars(second))

    def first_parts(self, words: Set[str]) -> Set[str]:
        """Return the words (small letters) that may be the first part of a compound."""
        return (words & self._firsts) | {word for word in words if word.endswith(LINKING_ENDINGS)}

    def certainty(self, first: str, second: str) -> float:
        """Return how sure it is, from 0 to 1, that two words (small letters) are one.

        The second may be a plural.
        A pair in the list is LISTED. Other pairs are COUNTED when the second is a noun that needs an article,
        LINKED when the first has an ending that only first parts have, and PRODUCTIVE when both are often
        parts of other compounds.
        """
        seconds = self._listed.get(first).split()
        forms = frozenset(singulars(second))
        if not forms.isdisjoint(seconds):
            return LISTED
        if seconds and first not in word_class("loose") and forms & word_class("count_noun"):
            return COUNTED
        if first.endswith(LINKING_ENDINGS) and not seconds and self.is_noun(second):
            return LINKED
        often = first not in word_class("loose") and self.is_productive(first, second)
        return PRODUCTIVE if often else 0.0

    def is_productive(self, first: str, second: str) -> bool:
        """Tell whether both words (small letters) are parts of many compounds; the second may be a plural."""
        return self.begins_often(first) and self.ends_often(second)

    def join(self, first: str, second: str) -> bool:
        """Tell whether two words (small letters) are surely a compound; the second may be a plural."""
        return self.certainty(first, second) >= LINKED

    def is_noun(self, word: str) -> bool:
        """Tell whether a word, singular or plural, ends compounds or is such a compound itself."""
        return self.can_end(word) or self.parts(word) is not None

    def parts(self, word: str) -> tuple[str, str] | None:
        """Return the two parts of a word (small letters) that is a compound, the second in the singular."""
        for each in singulars(word):
            for at in range(3, len(each) - 2):
                if each[:at] in self._firsts and each[at:] in self._nouns:
                    return each[:at], each[at:]
        return None


_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu éa éé".split())


def join_compound(first: str, second: str) -> str:
    """Join two parts into one word, with a hyphen where their vowels would be read as one sound.

    The word for a post has one too: "chef-staf".
    """
    is_hyphened = f"{first[-1]}{second[0]}" in _CLASHES or first in word_class("hyphened_first")
    return f"{first}-{second}" if is_hyphened else f"{first}{second}"


@cache
def singulars(word: str) -> tuple[str, ...]:
    """Return a word and its possible singulars: of "staten" staten, staat, stat, state."""
    found = [word]
    if word.endswith(("'s", "’s", "ën")):
        found.append(word[:-2])
    elif word.endswith("heden"):
        found.append(f"{word[:-5]}heid")
    elif word.endswith("a"):
        found.append(f"{word[:-1]}um")
    elif word.endswith("s"):
        found.append(word[:-1])
    elif word.endswith("en") and len(word) > 4:
        stem = word[:-2]
        found += (stem, word[:-1])
        if stem[-1] == stem[-2]:
            found.append(stem[:-1])
        elif stem[-2] in "aeou" and stem[-3] not in "aeiou":
            found.append(f"{stem[:-1]}{stem[-2:]}")
        if stem[-1] in "vz":
            found.append(f"{stem[:-1]}{'f' if stem[-1] == 'v' else 's'}")
    return tuple(found)


@cache
def compounds() -> Compounds:
    """Return the list that comes with the package."""
    file = (DATA / "compounds.msgpack").read_bytes()
    return Compounds(msgspec.msgpack.decode(file, type=CompoundFile))
