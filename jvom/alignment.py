# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which items of two sequences belong together, in order: what is equal first, then what is most alike.

Plans of two years are compared with it, and the paragraphs and sentences of a text that comes back from Word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from rapidfuzz.distance import Indel, LCSseq

Pair = tuple[int | None, int | None]
"""The index of an old item and of the new one that it became; None where there is none."""

Score = Callable[[int, int], float]
"""How much it is worth to pair an old item with a new one; 0 when they may not be paired."""

_MOST_SCORES = 20_000
"""How many pairs are weighed in one gap; in a larger one, only equal items are paired."""


def align(old: Sequence[Hashable], new: Sequence[Hashable], score: Score) -> list[Pair]:
    """Return all items of both, paired in order; what is gone comes before what is new in its place.

    Equal items are paired where that is beyond doubt: at the start, at the end, and where they occur once.
    What is between them is paired for the highest total score.
    """
    pairs: list[tuple[int, int]] = []
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        pairs.append((start, start))
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    stop_old, stop_new = len(old) - end, len(new) - end
    at = (start, start)
    for anchor in (*_anchors(old, new, start, stop_old, stop_new), (stop_old, stop_new)):
        pairs += _between(old, new, score, at, anchor)
        if anchor != (stop_old, stop_new):
            pairs.append(anchor)
        at = (anchor[0] + 1, anchor[1] + 1)
    pairs += [(stop_old + each, stop_new + each) for each in range(end)]
    return _filled(pairs, len(old), len(new))


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Return how much two sequences of words share in the same order, from 0 to 1."""
    if not old or not new:
        return 0.0
    # difflib takes a thousand times as long for the paragraphs of a report.
    return float(Indel.normalized_similarity(old, new))


def longest_increasing(values: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Return the places of the heaviest subsequence of `values` that increases; each value occurs once."""
    best: list[int] = []
    before: list[int | None] = []
    for place, value in enumerate(values):
        earlier = [each for each in range(place) if values[each] < value]
        chosen = max(earlier, key=best.__getitem__, default=None)
        best.append(weights[place] + (best[chosen] if chosen is not None else 0))
        before.append(chosen)
    place_: int | None = max(range(len(values)), key=best.__getitem__, default=None)
    kept: set[int] = set()
    while place_ is not None:
        kept.add(place_)
        place_ = before[place_]
    return kept


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], start: int, stop_old: int, stop_new: int
) -> list[tuple[int, int]]:
    """Return pairs of equal items that occur once in either, the most that are in the same order."""
    in_old = Counter(old[start:stop_old])
    in_new = Counter(new[start:stop_new])
    places = {new[at]: at for at in range(start, stop_new) if in_new[new[at]] == 1}
    found = [
        (at, places[old[at]]) for at in range(start, stop_old) if in_old[old[at]] == 1 and old[at] in places
    ]
    # The longest increasing subsequence by patience: the last place on each pile, and the one below it.
    tops: list[int] = []
    piles: list[int] = []
    below: list[int | None] = []
    for place, (_, value) in enumerate(found):
        pile = bisect_left(tops, value)
        below.append(piles[pile - 1] if pile else None)
        tops[pile : pile + 1] = [value]
        piles[pile : pile + 1] = [place]
    kept: list[tuple[int, int]] = []
    at_: int | None = piles[-1] if piles else None
    while at_ is not None:
        kept.append(found[at_])
        at_ = below[at_]
    return kept[::-1]


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], score: Score, at: tuple[int, int], to: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the pairs in the gap from `at` up to `to`."""
    rows, columns = to[0] - at[0], to[1] - at[1]
    if not rows or not columns:
        return []
    if rows * columns > _MOST_SCORES:
        blocks = LCSseq.opcodes(old[at[0] : to[0]], new[at[1] : to[1]])
        return [
            (at[0] + block.src_start + step, at[1] + block.dest_start + step)
            for block in blocks
            if block.tag == "equal"
            for step in range(block.src_end - block.src_start)
        ]
    scores = [[score(at[0] + row, at[1] + column) for column in range(columns)] for row in range(rows)]
    # best[row][column]: the highest total for what comes from there on.
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            without = max(best[row + 1][column], best[row][column + 1])
            together = scores[row][column]
            best[row][column] = (
                max(without, together + best[row + 1][column + 1]) if together > 0 else without
            )
    found: list[tuple[int, int]] = []
    row = column = 0
    while row < rows and column < columns:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            found.append((at[0] + row, at[1] + column))
            row, column = row + 1, column + 1
    return found


def _filled(pairs: list[tuple[int, int]], old: int, new: int) -> list[Pair]:
    """Return the pairs with the items between them that have no other."""
    filled: list[Pair] = []
    at_old = at_new = 0
    for one, other in (*pairs, (old, new)):
        filled += [(each, None) for each in range(at_old, one)]
        filled += [(None, each) for each in range(at_new, other)]
        if (one, other) != (old, new):
            filled.append((one, other))
        at_old, at_new = one + 1, other + 1
    return filled
