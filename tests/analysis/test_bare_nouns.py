# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.bare_nouns."""

from __future__ import annotations

import pytest

from jvom.analysis.bare_nouns import begins_compound, is_in_title, is_numbered, stands_bare
from tests.checks.reading import passage


class Describe_a_noun_without_an_article:
    @pytest.mark.parametrize(
        ("text", "number", "is_bare"),
        [
            ("Zij kregen haven inspecteurs.", 2, True),
            ("Zij kregen de haven inspecteurs.", 3, False),
        ],
    )
    def it_stands_bare(self, text, number, is_bare):
        assert stands_bare(passage(text), number) is is_bare

    def it_begins_a_compound_before_a_noun_that_needs_an_article(self):
        assert begins_compound(passage("Er kwam een nood plan."), 3)

    def but_not_before_a_noun_with_a_number(self):
        assert not begins_compound(passage("Dit is het onderdeel fase 2."), 3)


class Describe_a_word:
    def it_is_in_the_title_of_an_act(self):
        found = passage("Het Besluit algemene rechtspositie politie geldt.")

        assert [at for at in range(6) if is_in_title(found, at)] == [2, 3, 4]

    def it_has_a_number_behind_it(self):
        found = passage("Zie artikel 3 en deel II van de wet.")

        assert [found.lowered_words[at] for at in range(7) if is_numbered(found, at)] == ["artikel", "deel"]
