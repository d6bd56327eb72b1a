# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.inflected_names."""

from __future__ import annotations

import pytest

from jvom.analysis.inflected_names import adjectives, has_plural_ending, inflected_inside, is_plural_of


class Describe_a_name_of_several_words:
    @pytest.mark.parametrize(
        ("name", "inflected"),
        [
            ("mobiel trainingsteam", ["mobielle trainingsteam", "mobiele trainingsteam"]),
            ("rule of law", ["rules of law"]),
            ("memorandum of understanding", ["memorandums of understanding", "memoranda of understanding"]),
            ("trainingsteam", []),
        ],
    )
    def it_may_have_an_ending_in_its_first_word(self, name, inflected):
        assert list(inflected_inside(name)) == inflected

    def it_has_a_plural_in_any_of_its_words(self):
        assert is_plural_of("rules of law", "rule of law")
        assert not is_plural_of("rule of law", "rules of law")


class Describe_an_adjective:
    @pytest.mark.parametrize(
        ("word", "forms"), [("snel", ["snelle", "snele"]), ("groot", ["grote", "groote"])]
    )
    def it_has_an_ending_with_either_spelling(self, word, forms):
        assert list(adjectives(word)) == forms


class Describe_a_word:
    @pytest.mark.parametrize(("word", "may_be"), [("missies", True), ("teams", True), ("missie", False)])
    def it_may_be_a_plural_by_its_ending(self, word, may_be):
        assert has_plural_ending(word) is may_be
