# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Abbreviations and nouns that are one word without a hyphen: "VNmissie"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import typed_as
from jvom.analysis.nouns import is_noun
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import Violation
from jvom.checks.views import Texts

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#: The shortest noun that is glued to an abbreviation; what is shorter may be its ending.
_SHORTEST = 4
_FEWEST_OF_NAME = 2


def glued_abbreviations(texts: Texts) -> Iterator[Violation]:
    """Yield abbreviations and nouns that are one word without a hyphen: "VNmissie"."""
    for word in texts.index.capital_words:
        noun = word.lstrip(_CAPITALS)
        name = word.removesuffix(noun)
        is_long = len(noun) >= _SHORTEST or noun in word_class("head_noun", "count_noun")
        # "ONvrijheden": capitals for emphasis.
        is_name = len(name) > 1 and name != "IJ" and not classes_of(word.lower())
        if is_long and is_name and noun.islower() and is_noun(noun, also_verb=True):
            places = list(typed_as(texts.index, word))
            for at in places:
                # "PKIoverheid": what a loose text writes so more than once is a name.
                if len(places) < _FEWEST_OF_NAME or not at.passage.compared_in:
                    yield correction(at.passage, at.start, at.end, f"{name}-{noun}", found=word, safe=False)
