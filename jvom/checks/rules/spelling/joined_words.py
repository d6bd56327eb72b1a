# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Small words that lost the space between them: "netals", "opdehoogte"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import classes_of
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.spelling.edits import split_in_two

_ARTICLES = ("de", "het", "een")
#: Shorter nouns are the ends of other words by accident.
_SHORTEST_NOUN = 4


def apart(word: str) -> Iterator[str]:
    """Yield an unknown word as two function words, or as a preposition, an article and a noun."""
    small = word_class("small_word") | {
        each for each in word_class("loose") if len(each) < _SHORTEST_NOUN or "n" not in classes_of(each)
    }
    for each in split_in_two(word):
        first, second = each.split()
        if first in small and second in small:
            yield each
        if first not in word_class("before_past_participle"):
            continue
        for article in filter(second.startswith, _ARTICLES):
            noun = second.removeprefix(article)
            if len(noun) >= _SHORTEST_NOUN and classes_of(noun) == "n":
                yield f"{first} {article} {noun}"
