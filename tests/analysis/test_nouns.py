# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.nouns."""

from __future__ import annotations

import pytest

from jvom.analysis.nouns import (
    is_actor,
    is_countable,
    is_no_first,
    is_noun,
    is_plural,
    may_be_bare,
    needs_article,
    takes_bare,
)


class Describe_a_noun:
    @pytest.mark.parametrize("word", ["patrouille", "controles", "grensgebied", "munitie"])
    def it_may_be_a_part_of_compounds(self, word):
        assert is_noun(word)

    @pytest.mark.parametrize("word", ["groot", "lopen", "waarnaartoe", "xyzzy"])
    def but_other_words_may_not(self, word):
        assert not is_noun(word)

    def it_may_be_a_verb_too_when_that_is_asked(self):
        assert (is_noun("brand"), is_noun("brand", also_verb=True)) == (False, True)

    def it_is_a_plural_by_its_singular(self):
        assert [word for word in ("controles", "schepen", "keuken", "kans", "gas") if is_plural(word)] == [
            "controles",
            "schepen",
        ]

    def it_is_countable_when_it_has_a_plural(self):
        assert [word for word in ("boot", "munitie", "training") if is_countable(word)] == ["boot"]

    def it_always_has_an_article_by_the_last_part_of_its_compound(self):
        assert [word for word in ("gebied", "grensgebied", "water") if needs_article(word)] == [
            "gebied",
            "grensgebied",
        ]

    def it_acts_in_er_only_when_it_comes_from_a_verb(self):
        assert (is_actor("trainer"), is_actor("terugkeer")) == (True, False)

    def it_begins_no_compound_when_it_is_a_time(self):
        assert (is_no_first("maandag"), is_no_first("grens")) == (True, False)

    def it_may_be_a_phrase_without_an_article_when_it_is_a_plural_or_a_mass(self):
        assert [word for word in ("regels", "water", "gebied") if may_be_bare(word)] == ["regels", "water"]

    def it_says_how_much_there_is_of_another(self):
        assert (takes_bare("golf", "heffingen"), takes_bare("golf", "gebied")) == (True, False)

    def it_is_none_when_it_is_a_participle_that_nobody_lists(self):
        assert not is_noun("weggelopen")
