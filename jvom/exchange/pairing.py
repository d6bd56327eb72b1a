# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which paragraph of a returned text was which one of the text that was sent."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from jvom.alignment import align, likeness

LEAST_ALIKE = 0.34
"""How alike the words of two paragraphs are, at least, when one was made of the other."""
_EQUAL = 2.0


def pair(
    before: Sequence[Hashable], after: Sequence[Hashable], words_before: list[str], words_after: list[str]
) -> list[int]:
    """Return for each item after the number of the one before that it was, -1 for a new one.

    Items are paired in order, equal ones before those that share words; then equal ones that were moved.
    """
    # Numbers compare faster than paragraphs.
    numbers: dict[Hashable, int] = {}
    old = [numbers.setdefault(each, len(numbers)) for each in before]
    new = [numbers.setdefault(each, len(numbers)) for each in after]
    split_before, split_after = [*map(_split, words_before)], [*map(_split, words_after)]

    def score(one: int, other: int) -> float:
        if old[one] == new[other]:
            return _EQUAL
        alike = likeness(split_before[one], split_after[other])
        return alike if alike >= LEAST_ALIKE else 0.0

    pairs = [-1] * len(new)
    for one, other in align(old, new, score):
        if one is not None and other is not None:
            pairs[other] = one
    _pair_moved(old, new, pairs)
    return pairs


def words_alike(one: str, other: str) -> float:
    """Return how much two texts share of their words, from 0 to 1."""
    return likeness(_split(one), _split(other))


def _split(text: str) -> list[str]:
    return text.lower().split()


def _pair_moved(before: Sequence[int], after: Sequence[int], pairs: list[int]) -> None:
    free: dict[int, list[int]] = {}
    taken = set(pairs)
    for at, item in enumerate(before):
        if at not in taken:
            free.setdefault(item, []).append(at)
    for at, item in enumerate(after):
        if pairs[at] < 0 and free.get(item):
            pairs[at] = free[item].pop(0)
