# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Compounds that no dictionary has, by their parts."""

from __future__ import annotations

from functools import cache

from jvom.analysis.compounds import LINKING_ENDINGS, compounds
from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.dictionary import Dictionary
from jvom.dutch.verbs import infinitives_of

#: Endings of a first part that always need a linking s.
ALWAYS_WITH_S = tuple(ending[:-1] for ending in LINKING_ENDINGS[:4])
#: Shorter parts are in too many words by accident, as are shorter words.
SHORTEST_FIRST, SHORTEST_SECOND, SHORTEST_STEM, SHORTEST = 3, 4, 5, 9
#: Behind this many letters a first part may be short, even if no other word begins with it.
LONG_SECOND = 8


def is_compound(word: str, dictionary: Dictionary, *, inner: bool = False) -> bool:
    """Tell whether a word is a compound of words that are known; one of two parts if `inner`.

    The last part of a compound is a noun or an adjective, and may be a compound itself; the first part is a
    noun, an adjective, the stem of a verb or a name (with its capital), with a linking s where one belongs.
    """
    small = word.lower()
    for at in range(len(word) - SHORTEST_FIRST, SHORTEST_FIRST - 1, -1):
        first, second = word[:at], small[at:]
        is_one = _is_second(second, first.lower(), dictionary)
        may_be_more = not inner and len(second) >= LONG_SECOND
        # Asked last, since the dictionary needs long for what is no word.
        if (is_one or (may_be_more and is_compound(second, dictionary, inner=True))) and _is_first(
            first, len(second), dictionary
        ):
            # "Vergader-ring" is a typo.
            return not (first[-1] == second[0] and dictionary.lists(first + second[1:]))
    return False


def is_behind_hyphened(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word (small letters) is a noun behind a known one with a hyphen: "stand-byregeling"."""
    shortest = word.rindex("-") + SHORTEST_FIRST
    return any(
        "n" in classes_of(word[at:]) and dictionary.has(word[:at])
        for at in range(shortest, len(word) - SHORTEST_SECOND + 1)
    )


def has_free_ending(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word (small letters) is a known one with an ending that many have: "uitlegbaarheid"."""
    for ending in word_class("free_ending"):
        base, needed, instead = ending.split("/")
        stem = word.removesuffix(base)
        if stem == word or len(stem) < SHORTEST_STEM or word.endswith("ss"):
            continue
        if base.startswith("ing"):
            # No "beslising", nor "beantwoordding", of a past tense.
            is_past = stem[-1] == stem[-2] and "v" in classes_of(f"{stem[:-1]}en")
            if not is_past and "v" in classes_of(f"{stem}en"):
                return True
            continue
        known = infinitives_of(stem) if instead == "en" else (stem + instead,)
        if any(needed in classes_of(each) if needed else dictionary.has(each) for each in known):
            return True
    return False


def unknown_second(word: str) -> str:
    """Return what is behind the longest first part that a word (small letters) begins with; "" for none."""
    for at in range(len(word) - SHORTEST_SECOND, SHORTEST_STEM - 1, -1):
        first = word[:at]
        if first not in _function_words() and ("n" in classes_of(first) or compounds().can_begin(first)):
            return word[at:]
    return ""


@cache
def _function_words() -> frozenset[str]:
    loose = word_class("loose") - word_class("loose_noun")
    return word_class("small_word", "never_first", "opening") | loose


@cache
def _never_second() -> frozenset[str]:
    return _function_words() | word_class("never_second", "by_accident")


def _is_first(word: str, behind: int, dictionary: Dictionary) -> bool:
    """Tell whether a word may be the first part, before so many letters."""
    small = word.lower()
    if small in word_class("free_first") and behind >= SHORTEST_SECOND:
        return True
    if small in _function_words():
        return False
    if small.endswith(ALWAYS_WITH_S) and not compounds().begins_often(small):
        return small.endswith(tuple(word_class("loanword")))
    if compounds().can_begin(small):
        return True
    if behind < LONG_SECOND and len(word) <= SHORTEST_SECOND:
        return False
    classes = classes_of(small)
    if "n" in classes or (classes == "a" and small[-1] != "e"):
        return True
    is_long = len(word) >= SHORTEST_STEM or behind >= LONG_SECOND
    if is_long and any("v" in classes_of(verb) for verb in infinitives_of(small)):
        return True
    bare = word.removesuffix("s")
    if bare.lower() in word_class("unlisted"):
        return True
    known = dictionary.has(word) or dictionary.has(bare)
    if small.endswith(LINKING_ENDINGS) and has_free_ending(bare.lower(), dictionary):
        return True  # "uitlegbaarheids"
    # "Wegverkeers" is of a noun, though its parts are a verb as well.
    tails = (bare[at:].lower() for at in range(SHORTEST_FIRST, len(bare) - SHORTEST_SECOND))
    may_be_noun = "v" not in (classes, classes_of(bare.lower())) or any(
        "n" in classes_of(tail) for tail in tails
    )
    return len(word) >= SHORTEST_STEM and known and may_be_noun


def _is_second(word: str, first: str, dictionary: Dictionary) -> bool:
    """Tell whether a word may be the last part, behind a first one."""
    before, begins = len(first), compounds().can_begin(first)
    if word in word_class("adjective_ending") or word in word_class("short_second"):
        return begins or before >= SHORTEST_SECOND
    if word in word_class("short_noun"):
        # "Smeltwaterdal"
        return before > SHORTEST_STEM and (begins or is_compound(first, dictionary, inner=True))
    if len(word) < SHORTEST_SECOND or len(word) + before < SHORTEST:
        return False
    if len(word) < LONG_SECOND - 1 and word in _never_second() and not compounds().ends_often(word):
        return False
    if begins and min(before + 2, len(word)) > SHORTEST_STEM and dictionary.has(word):
        return True
    classes = classes_of(word)
    is_infinitive = "a" in classes_of(f"{word}d") and before >= SHORTEST_STEM
    is_adjective = classes[:1] == "a" and before >= SHORTEST_SECOND < len(word)
    return "n" in classes or is_infinitive or is_adjective
