# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from jvom.checks.rising import longest_rising


class Describe_the_longest_rising_part_of_a_list:
    def it_leaves_out_what_is_out_of_order(self):
        assert longest_rising([1, 9, 2, 3]) == [0, 2, 3]

    def it_is_empty_for_an_empty_list(self):
        assert longest_rising([]) == []

    @given(st.lists(st.integers(0, 5), max_size=7))
    def it_goes_up_and_no_longer_part_does(self, keys: list[int]) -> None:
        def rises(numbers: tuple[int, ...] | list[int]) -> bool:
            return all(keys[one] <= keys[other] for one, other in pairwise(numbers))

        found = longest_rising(keys)

        assert rises(found)
        assert not any(map(rises, combinations(range(len(keys)), len(found) + 1)))
