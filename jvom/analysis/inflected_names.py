# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of several words with an ending inside: "mobiele trainingsteams", "memoranda of understanding"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import singulars
from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.analysis.spelling_keys import words_of

#: Before these an English name has the ending of its plural.
_OF = frozenset(("of", "for", "in", "on"))
_VOWELS = frozenset("aeiou")


def inflected_inside(name: str) -> Iterator[str]:
    """Yield a name with an ending in its first word.

    That is an adjective ("mobiele trainingsteam") or what an English name has before "of" ("rules of law").
    """
    first, *rest = name.split()
    if not rest:
        return
    if rest[0] in _OF:
        yield " ".join((f"{first}s", *rest))
        if first.endswith("um"):
            yield " ".join((f"{first[:-2]}a", *rest))
    elif first.islower() and not first.endswith("e") and "a" in classes_of(first):
        for adjective in adjectives(first):
            yield " ".join((adjective, *rest))


def adjectives(word: str) -> Iterator[str]:
    """Yield how an adjective with its ending may be written: "mobiele", "snelle", "grote"."""
    before, vowel, last = word[-3:-2], word[-2:-1], word[-1]
    if vowel in _VOWELS and last not in _VOWELS:
        if before == vowel:
            yield f"{word[:-2]}{last}e"
        else:
            yield f"{word}{last}e"
    yield f"{word}e"


def is_plural_of(found: str, name: str) -> bool:
    """Tell whether words are the plural of a name, with the ending in any of them."""
    pairs = zip(words_of(found), words_of(name), strict=False)
    return any(one != other and other in singulars(one) for one, other in pairs)


def has_plural_ending(word: str) -> bool:
    """Tell whether a word (small letters) may be the plural of another, by its ending."""
    return word.endswith(("s", "en", "a")) and any(
        classes_of(each) or each in english() for each in singulars(word) if each != word
    )
