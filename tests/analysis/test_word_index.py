# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.word_index."""

from __future__ import annotations

from jvom.analysis.word_index import WordIndex
from tests.checks.reading import passages


class Describe_the_words_of_an_address:
    def they_are_in_no_index(self):
        index = WordIndex(passages("Zie http://vn.nl/lid-staten en de lid staten."))

        assert [number for _, number in index.places["staten"]] == [9]
        assert "nl" not in index.places

    def and_so_neither_are_their_pairs(self):
        index = WordIndex(passages("Zie http://vn.nl/lid-staten voor meer."))

        words = {word for pair in index.pairs for word in pair.split()}
        assert words <= index.places.keys()
