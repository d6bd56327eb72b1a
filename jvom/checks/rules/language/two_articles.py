# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on two articles side by side."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import compounds
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.language.spaced_words import is_joined
from jvom.checks.views import Texts
from jvom.messages import msg


@rule("LNG012", WARNING, Scope.TEXTS, local=True)
def two_articles(texts: Texts) -> Iterator[Violation]:
    """Two articles stand side by side."""
    for first in ("de", "het", "een"):
        seconds = [each for each in _LIKE_ARTICLES if each != first and f"{first} {each}" in texts.pairs]
        for passage, number in texts.words[first] if seconds else ():
            text, words = passage.text, passage.words
            if number + 1 == len(words):
                continue
            start, end = words[number]
            begin, last = words[number + 1]
            second = text[begin:last]
            if second not in seconds:
                continue
            if begin != end + 1 or not text[end].isspace() or is_joined(text, start, last):
                continue
            before = text[slice(*words[number - 1])].lower() if number else ""
            after = text[slice(*words[number + 2])].lower() if number + 2 < len(words) else ""
            if _are_two_articles(first, second, before, after) and passage.is_dutch(start, last):
                found = text[start:last]
                yield Violation(
                    passage.span(start, last),
                    msg("«{found}» zijn twee lidwoorden naast elkaar", found=found),
                    msg("haal «{first}» of «{second}» weg", first=text[start:end], second=second),
                )


_LIKE_ARTICLES = ("de", "het", "een", "deze", "dit", "elke")
#: Prepositions that begin a clause as well: "sinds het de partijen raakt".
_CONJUNCTIONS = frozenset(("sinds", "tot", "voor"))


def _are_two_articles(first: str, second: str, before: str, after: str) -> bool:
    if first == "de":
        if second == "een":
            return after not in word_class("after_de_een") and bool(after) and compounds().is_noun(after)
        return second != "elke"
    if first == "een":
        # "De een hielp de ander" has both apart, "de een de ander" not.
        return second != "elke" and after not in ("facto", "jure", "ander") and before != "de"
    if second == "een":
        return (
            before in word_class("noun_preposition")
            and after not in word_class("after_de_een")
            and compounds().is_noun(after or "-")
        )
    return (before in word_class("noun_preposition") and before not in _CONJUNCTIONS) or not before


RULES = (two_articles,)
