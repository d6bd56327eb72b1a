# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jvom.checks.rules.together.titles import _lacks_middle_word
from tests.growth import LINEAR, growth

WORDS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=2, max_size=7)


class Describe_a_title_without_one_of_its_middle_words:
    @given(WORDS, WORDS)
    def it_is_found_wherever_the_word_was(self, whole: list[str], found: list[str]) -> None:
        shorter = [[*whole[:left], *whole[left + 1 :]] for left in range(1, len(whole) - 1)]
        for each in (found, *shorter, whole[1:], whole[:-1]):
            assert _lacks_middle_word(each, whole) == (each in shorter)

    def it_is_found_in_linear_time(self) -> None:
        def work(size: int) -> None:
            assert _lacks_middle_word(["a"] * (size - 2) + ["b"], ["a"] * (size - 1) + ["b"])

        assert growth(work, lambda size: size, 20_000) < LINEAR
