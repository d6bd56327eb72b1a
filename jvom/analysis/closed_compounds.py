# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How a compound that is written apart is written as one word."""

from __future__ import annotations

from jvom.analysis.compounds import compounds, join_compound
from jvom.analysis.noun_pairs import NounPair
from jvom.analysis.noun_phrases import stands_in_coordination
from jvom.analysis.nouns import is_noun, is_plural
from jvom.analysis.word_classes import word_class

_LINKING = ("ing", "heid", "teit")


def as_one_word(pair: NounPair) -> tuple[int, str]:
    """Return where a compound begins, which may be before its two last parts, and how it is written."""
    passage, start, second = pair.passage, pair.start, pair.words[1]
    link = "s" if pair.words[0].endswith(_LINKING) and not is_noun(second) else ""
    better = join_compound(pair.word(0) + link, second)
    if _shares_second(pair):
        # "leger en politie eenheden": the first of these shares the second part.
        start = passage.words[pair.first - 2][0]
        better = f"{pair.word(-2)}- {pair.word(-1)} {better}"
    if f"{pair.word(-1)}{pair.words[0]}" in word_class("phrase_part"):
        # "de centrale bank tegoeden"
        start, better = passage.words[pair.first - 1][0], pair.word(-1) + better
    if passage.text[:start].endswith("-") and compounds().join(pair.word(-1).lower(), pair.words[0]):
        # "wapen-embargo commissie": what is before the hyphen belongs to the compound.
        start, better = passage.words[pair.first - 1][0], pair.word(-1) + better
    return start, better


def _shares_second(pair: NounPair) -> bool:
    """Tell whether the noun before "en" and the first part of a compound has the same second part."""
    other, text = pair.word(-2), pair.passage.text
    return (
        pair.word(-1) in ("en", "of")
        and other.islower()
        and text[: pair.start].endswith(f"{other} {pair.word(-1)} ")
        and is_noun(other, also_verb=True)
        and not is_plural(other)
        and (compounds().certainty(other, pair.words[1]) > 0 or stands_in_coordination(pair))
    )
