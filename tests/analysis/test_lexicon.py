# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests for jvom.analysis.lexicon and word_classes, and of the tool that makes the lexicon."""

from __future__ import annotations

import pytest

from jvom.analysis.lexicon import classes_of, has_class
from jvom.analysis.word_classes import class_names, word_class
from jvom.data import DATA
from tools.lexicon import lexicon

AFFIXES = """
SFX Za Y 1
SFX Za 0 s .   ts:NN2
SFX Aa Y 2
SFX Aa 0 e [^e] ts:AJe
SFX Aa 0 ë [e] ts:AJe
PFX Pb Y 1
PFX Pb 0 aan .
SFX PN N 1
SFX PN 0 s . ts:DT
"""


class Describe_the_lexicon:
    @pytest.mark.parametrize(
        ("word", "letters"),
        [
            ("missie", "n"),
            ("missies", "n"),
            ("grote", "a"),
            ("liep", "v"),
            ("aanliep", "v"),
            ("bijdragen", "nv"),
        ],
    )
    def it_has_the_classes_of_a_word(self, word, letters):
        assert classes_of(word) == letters

    @pytest.mark.parametrize("word", ["", "zzzz", "de", "missi", "missie n", "ëë"])
    def but_not_of_what_is_none_of_them(self, word):
        assert classes_of(word) == ""

    def it_has_all_that_the_dictionary_tells(self):
        dictionary, affixes = (
            (DATA / "dictionary" / name).read_text("utf-8") for name in ("nl.dic", "nl.aff")
        )
        of_words = lexicon(dictionary, affixes)
        assert len(of_words) > 100_000
        assert {word: classes_of(word) for word in of_words} == of_words

    def it_takes_a_new_compound_for_a_noun(self):
        assert not classes_of("vredestroepenmacht")
        assert has_class("drugsstromen", "noun")
        assert has_class("drugsstromen", "compound")

    def it_is_made_of_flags_and_endings(self):
        made = lexicon("5\nteam/Za\nmoe/Aa\nlopen/Pb\nen\nJan/PN\n", AFFIXES)

        assert made == {"aanlopen": "v", "lopen": "v", "moe": "a", "moeë": "a", "team": "n", "teams": "n"}


class Describe_classes_of_words:
    def they_are_sets_of_words_by_name(self):
        assert "missie" in word_class("count_noun")
        assert all(map(word_class, class_names()))

    def they_must_exist(self):
        with pytest.raises(KeyError):
            word_class("zomaar")
