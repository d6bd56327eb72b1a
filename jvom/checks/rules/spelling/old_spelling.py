# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words in an old spelling, beside a year of then or in the name of an act that keeps it.

As in "de Luchtvaartafdeeling van 1913" and "de Wet verplaatsing mestproduktie".
"""

from __future__ import annotations

from collections.abc import Iterable

from jvom.checks.rules.spelling.dictionary import Dictionary
from jvom.checks.rules.spelling.spelled_words import Token
from jvom.dutch.patterns import pattern

#: What was written otherwise, and what it is now: an open syllable had its vowel twice.
_CHANGES = (
    (pattern(r"(ee|oo)(?=[bdfgklmnprstvwz][aeiou])"), lambda match: match[1][0]),
    (pattern(r"(?<!i)sch(?=(?:e|en)?$|e?-)"), lambda _: "s"),
    (pattern(r"gt(?=(?:e|en)?$)"), lambda _: "cht"),
    (pattern(r"[tT]h"), lambda match: match[0][0]),
    (pattern(r"ae"), lambda _: "aa"),
    (pattern(r"uy"), lambda _: "ui"),
    (pattern(r"k(?=t)"), lambda _: "c"),
)
_OLD_YEAR = pattern(r"(?<!\d)1(?:[5-8]\d\d|9[0-3]\d|94[0-6])(?!\d)")
#: An act, and what is before a word in its name: a pattern, since a phrase has no end at the word.
_ACT = pattern(r"\b(?:Wet|Besluit|Regeling|Verordening|Reglement|Beschikking)(?: [a-z]+){0,4} $")


def is_old(word: str, tokens: Iterable[Token], dictionary: Dictionary) -> bool:
    """Tell whether a word was right in the years that each passage with it names, or is in an act's name."""
    modern = word
    for change, replaced in _CHANGES:
        modern = change.sub(replaced, modern)
    if modern == word or not (dictionary.has(modern) or dictionary.has(modern.lower())):
        return False
    return all(
        _OLD_YEAR.search(each.passage.text) or _ACT.search(each.passage.text, 0, each.start)
        for each in tokens
    )
