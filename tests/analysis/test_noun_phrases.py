# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.noun_phrases."""

from __future__ import annotations

import pytest

from jvom.analysis.noun_pairs import noun_pairs, pair_at
from jvom.analysis.noun_phrases import begins_compound, has_one_phrase, is_one_noun
from tests.checks.reading import passage, texts


def pairs(text: str) -> list[str]:
    return [" ".join(pair.words) for pair in noun_pairs(texts(text)) if is_one_noun(pair)]


class Describe_two_nouns_in_a_phrase:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("De patrouille boten lagen stil.", "patrouille boten"),
            ("Wij zagen drie patrouille boten.", "patrouille boten"),
            ("De tolken dienst verhuisde.", "tolken dienst"),
            ("Zij kregen haven inspecteurs.", "haven inspecteurs"),
            ("Het gaat over munitie vondsten.", "munitie vondsten"),
            ("De staf kiest de grens posten.", "grens posten"),
            ("Het rapport gaat over wapen en munitie beheer.", "munitie beheer"),
        ],
    )
    def they_are_one_word(self, text, found):
        assert pairs(text) == [found]

    @pytest.mark.parametrize(
        "text",
        [
            "Zij geven de politie training.",
            "Dat de commandant troepen stuurt, is bekend.",
            "Zij kochten voor noodstroom aggregaten kopen.",
            "De grenscontroles duurden lang.",
        ],
    )
    def but_each_is_a_phrase_of_its_own_when_a_verb_has_both(self, text):
        assert pairs(text) == []

    @pytest.mark.parametrize(
        ("text", "number", "is_one"),
        [
            ("De olie inkomsten daalden.", 1, True),
            ("Zij bezocht meer haven kranen.", 3, True),
            ("Dat mag zonder het gezag geschenken aannemen.", 4, False),
            ("In de toekomst problemen oplossen is lastig.", 2, False),
        ],
    )
    def they_are_one_phrase_where_no_verb_has_a_use_for_the_second(self, text, number, is_one):
        assert has_one_phrase(pair_at(passage(text), number)) is is_one

    def they_are_one_when_the_second_needs_an_article(self):
        assert begins_compound(pair_at(passage("Er kwam een nood plan."), 3))

    def but_not_before_a_number(self):
        assert not begins_compound(pair_at(passage("Dit is het onderdeel fase 2."), 3))
