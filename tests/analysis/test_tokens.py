# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.tokens."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from jvom.analysis.tokens import Tokens


class Describe_Tokens:
    def they_are_words_and_single_marks(self):
        assert Tokens("De Kamer (29 521, nr. 3).").forms == [
            "De", "Kamer", "(", "29", "521", ",", "nr", ".", "3", ")", ".",
        ]  # fmt: skip

    @given(st.text("ab é1_-.,:;)?!(/@\n\u00a0²"))
    def they_are_all_words_and_marks_there_are(self, text):
        found = list(re.finditer(r"\w+|[^\w\s]", text))
        tokens = Tokens(text)

        assert tokens.forms == [each[0] for each in found]
        assert tokens.starts == [each.start() for each in found]
        assert tokens.ends == [each.end() for each in found]

    def they_have_one_kind_of_apostrophe_and_hyphen(self):
        assert Tokens("foto’s én VN‑missie").forms == ["foto", "'", "s", "én", "VN", "-", "missie"]

    def they_know_where_they_are(self):
        tokens = Tokens("op 3 mei")

        assert list(zip(tokens.starts, tokens.ends, strict=True)) == [(0, 2), (3, 4), (5, 8)]
        assert (tokens.at(0), tokens.at(1), tokens.at(5), tokens.at(8)) == (0, 1, 2, 3)

    def they_know_what_touches_what_is_before(self):
        tokens = Tokens("VN-missie nu")

        assert [tokens.are_joined(number) for number in range(4)] == [False, True, True, False]

    def they_tell_a_word_from_a_part_of_one(self):
        tokens = Tokens("VN-missie en o.a. dit. Dat")

        assert not tokens.ends_word(1)  # VN
        assert not tokens.begins_word(2)  # missie
        assert tokens.ends_word(3)
        assert not tokens.ends_word(5)  # o
        assert tokens.ends_word(tokens.forms.index("dit") + 1)

    @given(st.text(alphabet="aB1 .-'’\n\u00a0é", max_size=40))
    def they_take_every_character_that_is_no_space_once(self, text):
        tokens = Tokens(text)

        taken = "".join(text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True))
        assert taken == "".join(text.split())
