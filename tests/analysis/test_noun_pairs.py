# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.noun_pairs."""

from __future__ import annotations

import pytest

from jvom.analysis.noun_pairs import NounPair, is_numbered, noun_pairs, pair_at
from tests.checks.reading import passage, texts


def pair_in(text: str, first: str) -> NounPair:
    found = passage(text)
    return pair_at(found, found.lowered_words.index(first))


class Describe_a_pair_of_nouns:
    def it_is_two_words_with_a_space_between_them(self):
        found = noun_pairs(texts("De patrouille boten, schepen en *patrol* boten."))

        assert [pair.words for pair in found] == [("patrouille", "boten")]

    @pytest.mark.parametrize(
        ("text", "opens"),
        [
            ("De grens posten zijn dicht.", "de"),
            ("Wij zagen drie nieuwe grens posten.", "drie"),
            ("Zij letten op grens posten.", "op"),
            ("Zij bouwden grens posten.", ""),
        ],
    )
    def it_has_the_word_that_its_phrase_begins_with(self, text, opens):
        assert pair_in(text, "grens").opens == opens

    def it_has_what_is_before_it(self):
        pair = pair_in("De oude grens posten sloten.", "grens")

        assert (pair.is_determined, pair.opens_sentence, pair.is_governed) == (True, True, False)

    def it_has_what_is_behind_it(self):
        pair = pair_in("Zij letten op de grens posten in het zuiden.", "grens")

        assert (pair.is_governed, pair.ends_phrase, pair.is_before_verb) == (True, True, False)

    def it_may_be_in_the_title_of_an_act(self):
        found = passage("Het Besluit algemene rechtspositie politie geldt.")

        assert [at for at in range(5) if pair_at(found, at).is_in_title] == [2, 3, 4]


class Describe_a_word:
    def it_has_a_number_behind_it(self):
        found = passage("Zie artikel 3 en deel II van de wet.")
        words = zip(found.lowered_words, found.words, strict=True)

        assert [word for word, (_, end) in words if is_numbered(found, end)] == ["artikel", "deel"]
