# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Unknown words that may be new compounds, rather than slips for others that no dictionary lists."""

from __future__ import annotations

from functools import cache

from jvom.analysis.compounds import compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.compound_parts import (
    ALWAYS_WITH_S,
    LONG_SECOND,
    SHORTEST_FIRST,
    SHORTEST_SECOND,
    SHORTEST_STEM,
    has_free_ending,
    is_compound,
)
from jvom.checks.rules.spelling.dictionary import Dictionary, is_english
from jvom.dutch.verbs import infinitives_of

#: What nouns that are made of a preposition, a noun and a verb begin and end with: "terinzageligging".
_IN_PHRASES = ("ter", "ten")
_PREPOSITIONS = ("in", "op", "voor", "na", "over", "onder", "door", "mede", "her")
_OF_VERBS = (
    "ligging",
    "legging",
    "stelling",
    "name",
    "neming",
    "treding",
    "brenging",
    "zetting",
    "gaving",
    "making",
)


def may_be_compound(word: str, dictionary: Dictionary) -> bool:
    """Tell whether an unknown word may be a new compound, though its parts are short or rarely in others.

    That is surer than that it is a slip for another that no dictionary lists: "linkadres" is no "zinkadres".
    Either part may be English or a compound itself.
    """
    small = word.lower()
    if _is_of_phrase(small, dictionary):
        return True
    for at in range(SHORTEST_FIRST, len(small) - SHORTEST_FIRST + 1):
        first, second = small[:at], small[at:]
        begins, ends = _may_begin(first, dictionary), _may_end(second, dictionary)
        if begins and (ends or (len(second) >= SHORTEST_STEM and is_english(second))):
            return True
        if begins and len(second) >= LONG_SECOND and is_compound(second, dictionary, inner=True):
            return True
        if ends and len(first) >= SHORTEST_STEM and is_english(first):
            return True
    return False


def _is_of_phrase(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is of a phrase or has a preposition: "terinzageligging", "voorbescherming"."""
    for first in filter(word.startswith, (*_IN_PHRASES, *_PREPOSITIONS)):
        rest = word.removeprefix(first)
        middles = (rest.removesuffix(end) for end in _OF_VERBS if rest.endswith(end))
        if any("n" in classes_of(middle) and len(middle) >= SHORTEST_SECOND for middle in middles):
            return True
        is_long = first in _PREPOSITIONS and len(rest) >= LONG_SECOND
        if is_long and ("n" in classes_of(rest) or is_compound(rest, dictionary, inner=True)):
            return True
    return False


def _may_begin(word: str, dictionary: Dictionary) -> bool:
    if word in _never_beside() or word.endswith(ALWAYS_WITH_S):
        return word.endswith(tuple(word_class("loanword")))
    bare = word.removesuffix("s") if len(word) > SHORTEST_SECOND else word
    if word in word_class("free_first"):
        return True
    if word in word_class("loose") and "n" not in classes_of(word):
        return False
    is_adjective = classes_of(word) == "a" and word[-1] != "e"
    is_noun = "n" in classes_of(word) or "n" in classes_of(bare) or compounds().can_begin(word)
    is_stem = any("v" in classes_of(verb) for verb in infinitives_of(word))
    return is_adjective or is_noun or is_stem or is_compound(word, dictionary, inner=True)


def _may_end(word: str, dictionary: Dictionary) -> bool:
    if word in _never_beside() | word_class("never_second", "by_accident"):
        return False
    if word in word_class("short_second"):
        return True
    is_noun = ("n" in classes_of(word) or compounds().can_end(word)) and dictionary.has(word)
    return is_noun or (len(word) > SHORTEST_STEM and has_free_ending(word, dictionary))


@cache
def _never_beside() -> frozenset[str]:
    return word_class("small_word", "never_first", "opening") - word_class("loose_noun")
