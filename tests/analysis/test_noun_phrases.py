# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.noun_phrases."""

from __future__ import annotations

import pytest

from jvom.analysis.noun_phrases import noun_pairs
from tests.checks.reading import texts


def pairs(text: str) -> list[str]:
    return [" ".join(passage.lowered_words[at : at + 2]) for passage, at in noun_pairs(texts(text))]


class Describe_two_nouns_in_a_phrase:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("De patrouille boten lagen stil.", "patrouille boten"),
            ("Wij zagen drie patrouille boten.", "patrouille boten"),
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
            "De grenscontroles duurden lang.",
        ],
    )
    def but_each_is_a_phrase_of_its_own_when_a_verb_has_both(self, text):
        assert pairs(text) == []
