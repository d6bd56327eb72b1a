# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which words texts must have to have a phrase, by what is typed in the phrase alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, product

from jvom.analysis.entities import KINDS
from jvom.analysis.phrase_items import Edge, Entity, Hyphened, Item, Sequence, Skip, Words
from jvom.analysis.word_classes import word_class

#: More tokens than a passage has: an entity or a word with hyphens may take any number.
LONGEST = 10**6
#: Of more words than this it takes longer to see that texts have none.
_FEW = 60


def required_words(sequence: Sequence) -> Iterator[tuple[int, Words, int, int]]:
    """Yield each required item of words: its number, its words, and how many tokens may be before it.

    Of two such items the differences are how far they may be apart.
    """
    least = most = 0
    for number, item in enumerate(sequence):
        shortest, longest = _lengths(item)
        words = item.atom.part if isinstance(item.atom, Hyphened) else item.atom
        if isinstance(words, Words) and not item.optional:
            if words is not item.atom:
                most += longest  # it may be anywhere in a word with hyphens
            yield number, words, least, most
        least, most = least + shortest, most + longest


def _lengths(item: Item) -> tuple[int, int]:
    """Return how many tokens an item takes at least and at most."""
    least, atom = int(not item.optional), item.atom
    if isinstance(atom, Words):
        return least, item.most  # first, since most are
    if isinstance(atom, Edge | Skip):
        return 0, atom.most if isinstance(atom, Skip) else 0
    is_class = isinstance(atom, Entity) and KINDS.isdisjoint(atom.kinds)
    return least, item.most if is_class else LONGEST


def needed_words(*sequences: Sequence) -> tuple[str, ...]:
    """Return words and pairs of words side by side ("tot dat"); () when there are none.

    Texts that have none of these have none of the sequences.
    """
    found = list(map(needed_sets, sequences))
    needed = frozenset().union(*(min(sets, key=_commonness) for sets in found)) if all(found) else ()
    return tuple(sorted(needed)) if len(needed) <= _FEW else ()


def needed_sets(sequence: Sequence) -> list[frozenset[str]]:
    """Return sets of each of which texts must have one to have a sequence.

    All are of pairs of words, or else there is one of words: that with the fewest common words, and then the
    smallest.
    """
    required = list(required_words(sequence))
    words = [words.small_forms for _, words, _, _ in required if _is_known(words)]
    return _pairs(required) or sorted([each for each in words if len(each) <= _FEW], key=_commonness)[:1]


def _pairs(required: Iterable[tuple[int, Words, int, int]]) -> list[frozenset[str]]:
    return [
        frozenset(map(" ".join, product(before.small_forms, after.small_forms)))
        for (_, before, *here), (_, after, least, most) in pairwise(required)
        if [least - 1, most - 1] == here and _is_known(before) and _is_known(after)
        if len(before.small_forms) * len(after.small_forms) <= _FEW
    ]


def _is_known(words: Words) -> bool:
    """Tell whether the words are given whole, with no marks among them."""
    return words.is_whole and all(map(str.isalnum, words.small_forms))


def _commonness(forms: frozenset[str]) -> tuple[int, int]:
    common = word_class("small_word", "preposition", "determiner")
    return sum(common.issuperset(each.split()) for each in forms), len(forms)
