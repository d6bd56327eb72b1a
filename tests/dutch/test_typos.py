# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jvom.dutch.typos import typo

WORDS = st.text("abc", max_size=6)
PLACES = st.integers(0, 5)


def swapped(word: str, one: int, other: int) -> tuple[str, str]:
    """Return a word with two letters swapped, if it has two, and the word itself."""
    letters = [*word]
    if max(one, other) < len(word):
        letters[one], letters[other] = letters[other], letters[one]
    return "".join(letters), word


class Describe_a_typo:
    @pytest.mark.parametrize(
        ("written", "meant", "slip"),
        [
            ("abc", "abd", "other"),
            ("abcd", "abc", "more"),
            ("xabc", "abc", "more"),
            ("ab", "abc", "less"),
            ("acb", "abc", "swapped"),
            ("2944", "2449", "swapped apart"),
            ("aabbaa", "aaabba", "swapped apart"),  # the first that differs is there once more in between
        ],
    )
    def it_has_a_kind(self, written, meant, slip):
        assert typo(written, meant) == slip

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("abc", "abc"),
            ("abc", "ade"),
            ("abc", "abcde"),
            ("abcd", "badc"),
            ("cab", "abc"),
            ("2942", "2449"),
        ],
    )
    def but_equal_words_and_two_typos_have_none(self, written, meant):
        assert typo(written, meant) == ""

    @given(st.tuples(WORDS, WORDS) | st.builds(swapped, WORDS, PLACES, PLACES))
    def it_is_what_a_search_of_all_typos_finds(self, pair):
        written, meant = pair
        changed = [at for at, pair in enumerate(zip(written, meant, strict=False)) if pair[0] != pair[1]]
        swaps = len(written) == len(meant) and len(changed) == 2 and sorted(written) == sorted(meant)
        expected = {
            "other": len(written) == len(meant) and len(changed) == 1,
            "more": any(written[:at] + written[at + 1 :] == meant for at in range(len(written))),
            "less": any(meant[:at] + meant[at + 1 :] == written for at in range(len(meant))),
            "swapped": swaps and changed[1] == changed[0] + 1,
            "swapped apart": swaps and changed[1] > changed[0] + 1,
        }

        assert typo(written, meant) == "".join(slip for slip, so in expected.items() if so)
