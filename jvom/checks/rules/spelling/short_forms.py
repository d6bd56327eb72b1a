# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Abbreviations in small letters, and words with accents on the syllable that is stressed."""

from __future__ import annotations

from itertools import pairwise

from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.dictionary import Dictionary
from jvom.checks.rules.spelling.edits import one_letter_edits

#: Abbreviations are no longer than this.
LONGEST_SHORT = 6
#: An unknown first part of so many letters is an abbreviation, if it is not near a prefix.
_SHORTEST_PART = 3
_VOWELS, _STRESSED = frozenset("aeiouyéëïöü"), "áéíóú"
_UNSTRESSED = str.maketrans(_STRESSED, "aeiou")


def is_stressed(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word has accents where it is stressed: "níet", "verhógen"; not "gezondheíd"."""
    unstressed = word.translate(_UNSTRESSED)
    is_half = any(first in "aeiou" and second in _STRESSED for first, second in pairwise(word))
    return unstressed != word and not is_half and dictionary.has(unstressed)


def is_short_form(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is an abbreviation in small letters, without vowels: "ptss"."""
    if len(word) > LONGEST_SHORT or not word.islower() or not _VOWELS.isdisjoint(word):
        return False
    return not (word in word_class("pointed") or dictionary.has(f"{'.'.join(word)}."))


def is_short_part(part: str, dictionary: Dictionary) -> bool:
    """Tell whether a part before a hyphen is an abbreviation in small letters: "bsn-nummer", "woz-waarde"."""
    if not (_SHORTEST_PART <= len(part) <= LONGEST_SHORT and part.islower()):
        return False
    may_be_unknown = len(part) == _SHORTEST_PART
    return (
        dictionary.has(part.upper())
        or is_short_form(part, dictionary)
        or (may_be_unknown and word_class("prefix_part").isdisjoint(one_letter_edits(part)))
    )
