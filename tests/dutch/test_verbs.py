# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from jvom.dutch.verbs import infinitives_of


class Describe_the_infinitive_of_a_stem:
    @pytest.mark.parametrize(
        ("stem", "infinitive"),
        [("duid", "duiden"), ("win", "winnen"), ("leen", "lenen"), ("vertel", "vertellen")],
    )
    def it_is_among_those_that_the_spelling_allows(self, stem, infinitive):
        assert infinitive in infinitives_of(stem)

    def it_has_no_doubled_letter_behind_two_vowels(self):
        assert "duidden" not in infinitives_of("duid")
