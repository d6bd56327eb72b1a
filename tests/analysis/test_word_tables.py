# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.word_tables."""

from __future__ import annotations

import pytest

from jvom.analysis.word_tables import WordTable, make_table

TEXTS = {
    "missie": "n",
    "oud": "a",
    "ën": "een twee",
    **{f"woord{number}": str(number) for number in range(99)},
}


class Describe_a_table_of_words:
    def it_has_the_text_of_each_word(self):
        table = WordTable(make_table(TEXTS))
        assert {word: table.get(word) for word in TEXTS} == TEXTS

    @pytest.mark.parametrize("word", ["", "n", "miss", "missies", "woord", "woord99", "ë"])
    def but_of_no_other(self, word):
        assert WordTable(make_table(TEXTS)).get(word) == ""

    def it_may_be_empty(self):
        assert WordTable(make_table({})).get("missie") == ""

    def it_depends_on_no_order(self):
        assert make_table(dict(reversed(TEXTS.items()))) == make_table(TEXTS)
