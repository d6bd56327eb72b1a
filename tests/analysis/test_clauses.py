# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.clauses."""

from __future__ import annotations

from jvom.analysis.clauses import (
    has_finite_verb_at,
    is_behind_subject_and_verb,
    is_second_given,
)
from tests.checks.reading import passage


class Describe_a_clause:
    def it_has_its_verb_at_a_word(self):
        found = passage("De missie eindigde in mei.")

        assert [at for at in range(7) if has_finite_verb_at(found, at)] == [2]

    def it_has_one_object_behind_its_subject_and_verb(self):
        assert is_behind_subject_and_verb(passage("De staf kiest grens posten."), 3)
        assert not is_behind_subject_and_verb(passage("De staf geeft agenten lessen."), 3)

    def it_may_give_the_second_of_two_nouns_to_the_first(self):
        assert is_second_given(passage("Zij geeft de politie training."), 3)
        assert not is_second_given(passage("Zij zag de politie training."), 3)
