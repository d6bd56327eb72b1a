# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which words an abbreviation stands for, judging by its letters."""

from __future__ import annotations

from jvom.dutch.patterns import pattern

_FOUR_SMALL = pattern(r"[a-zà-ÿ]{4}")
#: Function words that no name begins with.
_SMALL = frozenset("van voor der de het een den des en of the for and to in op".split())


def is_short_form(word: str) -> bool:
    """Tell whether a word can be an abbreviation: it has two capitals, and no four small letters in a row."""
    return sum(map(str.isupper, word)) > 1 and not _FOUR_SMALL.search(word)


def long_form(short: str, before: str) -> int | None:
    """Return the offset in `before` of the words that `short` abbreviates, None when they are not there.

    The letters are matched from the last to the first, and the first must begin a word (Schwartz and Hearst,
    "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003).
    """
    place = len(before) - 1
    letters = [letter for letter in short.lower() if letter.isalnum()]
    lowered = before.lower()
    if len(lowered) != len(before):
        return None
    for index in range(len(letters) - 1, -1, -1):
        while place >= 0 and (
            lowered[place] != letters[index] or (index == 0 and place > 0 and lowered[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return None
        place -= 1
    begin = place + 1
    if before[begin:] == short:  # "Koninklijke KLu (KLu)"
        begin = before.rfind(" ", 0, max(0, begin - 1)) + 1
    words = before[begin:].split()
    if words[0] in _SMALL and any(word[0].isupper() for word in words):
        return None
    if len(words) < 2 and "-" not in before[begin:] and len(letters) > 2 and len(before[begin:]) < 9:
        return None
    return begin if len(words) <= min(len(letters) + 5, 2 * len(letters)) else None
