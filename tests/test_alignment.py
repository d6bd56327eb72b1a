# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from jvom.alignment import align, longest_increasing


def pairs(old: str, new: str, alike: str = "") -> list[str]:
    """Return the pairs as two letters each; "." where there is none. Equal letters and `alike` ones pair."""

    def score(one: int, other: int) -> float:
        return float(old[one] == new[other] or {old[one], new[other]} <= set(alike))

    found = align(old, new, score)
    return [("." if a is None else old[a]) + ("." if b is None else new[b]) for a, b in found]


class Describe_an_alignment:
    def it_pairs_what_is_equal_and_keeps_the_order(self):
        assert pairs("abc", "abc") == ["aa", "bb", "cc"]
        assert pairs("abc", "ac") == ["aa", "b.", "cc"]
        assert pairs("ac", "abc") == ["aa", ".b", "cc"]

    def it_pairs_what_is_alike_in_between(self):
        assert pairs("axc", "ayc", alike="xy") == ["aa", "xy", "cc"]

    def it_puts_what_is_gone_before_what_is_new(self):
        assert pairs("axc", "ayc") == ["aa", "x.", ".y", "cc"]

    def it_keeps_the_most_when_something_moved(self):
        assert pairs("abcd", "bcda") == ["a.", "bb", "cc", "dd", ".a"]

    @given(st.text("abcde", max_size=12), st.text("abcde", max_size=12))
    def it_has_every_item_once_and_in_order(self, old, new):
        found = align(old, new, lambda one, other: float(old[one] == new[other]))

        assert [one for one, _ in found if one is not None] == list(range(len(old)))
        assert [other for _, other in found if other is not None] == list(range(len(new)))
        assert all(old[a] == new[b] for a, b in found if a is not None and b is not None)


class Describe_the_heaviest_increasing_subsequence:
    @given(st.permutations(range(6)), st.lists(st.integers(1, 9), min_size=6, max_size=6))
    def it_is_the_heaviest(self, values, weights):
        kept = longest_increasing(values, weights)

        def increases(places: tuple[int, ...]) -> bool:
            chosen = [values[place] for place in places]
            return chosen == sorted(chosen)

        every = (c for size in range(7) for c in combinations(range(6), size) if increases(c))
        assert increases(tuple(sorted(kept)))
        assert sum(weights[each] for each in kept) == max(sum(weights[p] for p in c) for c in every)
