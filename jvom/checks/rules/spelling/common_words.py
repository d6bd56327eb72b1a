# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which words are common in Dutch: those that a slip is likely to be for, also one that makes a new word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jvom.checks.rules.spelling.dictionary import Dictionary
from jvom.checks.rules.spelling.word_formation import is_formed, is_plural
from jvom.data import DATA

#: The letters that are lost most, and a word in which one is seen: "rechtsreeks", "bestuurlid".
_LOST, _SHORTEST = "srtneidlk", 8


def is_common(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is a form of a common one."""
    forms = (word, word.lower()) if word[:1].isupper() else (word,)
    return any(not _common().isdisjoint((form, *dictionary.stems(form))) for form in forms)


def is_new(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is made of known ones, and no small slip for a common one.

    "Bedoelding" is made of "bedoel" and "ding".
    """
    if not (is_formed(word, dictionary) or is_plural(word.lower(), dictionary)):
        return False
    return len(word) < _SHORTEST or _common().isdisjoint(_small_slips(word.lower()))


def _small_slips(word: str) -> Iterator[str]:
    """Yield a word with two letters swapped, or one lost or added."""
    for at in range(1, len(word) - 1):
        left, right = word[:at], word[at + 1 :]
        yield f"{left}{right[0]}{word[at]}{right[1:]}"
        yield f"{left}{right}"
        yield from (f"{left}{letter}{word[at:]}" for letter in _LOST)


@cache
def _common() -> frozenset[str]:
    return frozenset((DATA / "common_words" / "nl.txt").read_text(encoding="utf-8").split())
