# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What shows that two nouns are one word, besides the words around them."""

from __future__ import annotations

import pytest

from jvom.analysis.noun_pairs import noun_pairs
from jvom.analysis.sure_compounds import unsure_pairs
from tests.checks.reading import texts


def unsure(*typed: str) -> list[str]:
    """Return the nouns side by side in loose texts that may be two words."""
    view = texts(*typed)
    return [pair.text for pair in unsure_pairs(noun_pairs(view), view)]


class Describe_nouns_side_by_side:
    @pytest.mark.parametrize(
        "typed",
        [
            "Dat is de grens bewaking.",
            "Dat is het energie systeem.",
            "Zij vonden drie munitie vondsten.",
            "De patrouille boten hebben dienst.",
            "Dat is een maximum boetebedrag.",
            "Dat komt door een facet bestemmingsplan.",
            "De kaart en radar gegevens zijn er.",
        ],
    )
    def they_are_surely_one_by_the_dictionary_article_or_number(self, typed):
        assert unsure(typed) == []

    def but_a_thing_and_what_explains_it_may_be_two(self):
        assert unsure("Dat staat in het instrument omgevingsplan.") == ["instrument omgevingsplan"]

    def but_they_are_one_where_their_text_has_them_as_one(self):
        typed = "Dat staat in het budget domein. De budgetdomeinen zijn vol."
        assert unsure(typed) == []
        assert unsure(*typed.split(". ")) == ["budget domein"]

    def and_where_their_text_splits_others(self):
        others = "Dat zijn de grens bewaking en het energie systeem."
        assert unsure(f"Dat staat in het instrument omgevingsplan. {others}") == []
        assert unsure("Dat staat in het instrument omgevingsplan.", others) == ["instrument omgevingsplan"]
