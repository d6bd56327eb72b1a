# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which leaf of a returned text was which one of the text that was exported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

LEAST_ALIKE = 0.34
"""What share of their words two paragraphs have in common when one was made of the other."""
_MOST_PAIRS = 40_000


def pair(
    before: Sequence[Hashable], after: Sequence[Hashable], words_before: list[str], words_after: list[str]
) -> list[int]:
    """Return for each item after the number of the one before that it was, -1 for a new one.

    Equal items are paired first, then, in order, those between them that share words; then what was moved.
    """
    pairs = [-1] * len(after)
    matcher = SequenceMatcher(None, [*map(hash, before)], [*map(hash, after)], autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            pairs[first:last] = range(start, end)
        elif kind == "replace":
            for one, other in _alike(words_before[start:end], words_after[first:last]):
                pairs[first + other] = start + one
    _pair_moved(before, after, pairs)
    return pairs


def likeness(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, from 0 to 1."""
    first, second = Counter(one.lower().split()), Counter(other.lower().split())
    whole = first.total() + second.total()
    return 2 * (first & second).total() / whole if whole else 1.0


def _alike(before: list[str], after: list[str]) -> list[tuple[int, int]]:
    """Return the pairs, in order on both sides, that have most in common together."""
    if len(before) * len(after) > _MOST_PAIRS:
        return [(at, at) for at in range(min(len(before), len(after)))]
    counts = (
        [Counter(each.lower().split()) for each in before],
        [Counter(each.lower().split()) for each in after],
    )
    alike = [[_shared(one, other) for other in counts[1]] for one in counts[0]]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for one in range(len(before) - 1, -1, -1):
        for other in range(len(after) - 1, -1, -1):
            skipped = max(best[one + 1][other], best[one][other + 1])
            share = alike[one][other]
            taken = share + best[one + 1][other + 1] if share >= LEAST_ALIKE else 0.0
            best[one][other] = max(skipped, taken)
    found: list[tuple[int, int]] = []
    one = other = 0
    while one < len(before) and other < len(after):
        share = alike[one][other]
        if share >= LEAST_ALIKE and best[one][other] == share + best[one + 1][other + 1]:
            found.append((one, other))
            one, other = one + 1, other + 1
        elif best[one + 1][other] >= best[one][other + 1]:
            one += 1
        else:
            other += 1
    return found


def _shared(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 1.0


def _pair_moved(before: Sequence[Hashable], after: Sequence[Hashable], pairs: list[int]) -> None:
    free: dict[Hashable, list[int]] = {}
    taken = set(pairs)
    for at, item in enumerate(before):
        if at not in taken:
            free.setdefault(item, []).append(at)
    for at, item in enumerate(after):
        if pairs[at] < 0 and free.get(item):
            pairs[at] = free[item].pop(0)
