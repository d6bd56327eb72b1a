# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG028: a hyphen inside a word, left from the end of a line: "her-structurering"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import compounds, singulars
from jvom.analysis.languages import is_in_dutch_dictionary
from jvom.analysis.name_spellings import hyphened_words
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts

#: Endings of adjectives, which are words of their own before a noun.
_ADJECTIVE_ENDINGS = ("ele", "ische", "lijke", "aire", "ieve", "ale")
#: Between vowels a hyphen helps the reader, even where none is needed.
_VOWELS = frozenset("aeiouyéë")
_SHORTEST_SECOND = 4
#: What no coordination follows: "grens- bewaking".
_SPACED = Phrase(
    "first={word}- second={noun} {preposition|away_preposition|finite_verb|plural_verb|be}",
    "first={word}- second={noun} .|,",
)


@rule("LNG028", WARNING, Scope.TEXTS, fixable=True, local=True)
def stray_hyphen(texts: Texts) -> Iterator[Violation]:
    """A hyphen stands where none belongs."""
    for match in _SPACED.find(texts, Reads.DUTCH):
        if _is_one_noun(match.part("first"), match.part("second")):
            start, end = match["first"].start, match["second"].end
            found = match.passage.text[start:end]
            better = "".join(found.split()).replace("-", "")
            yield violation(match.passage.span(start, end), found=found, better=better)
    for passage in texts.passages:
        for place in hyphened_words(passage):
            first, second, *more = place.words
            if more or place.is_in_compound or len(second) < _SHORTEST_SECOND or not place.is_dutch:
                continue
            if better := _without_hyphen(place.text, first, second):
                safe = first in word_class("verb_prefix")
                yield correction(passage, place.start, place.end, better, found=place.text, safe=safe)


def _without_hyphen(found: str, first: str, second: str) -> str:
    """Return how two words should be written; "" when the hyphen is right."""
    if first in word_class("verb_prefix"):
        return found.replace("-", "") if is_in_dutch_dictionary(first + second) else ""
    if found.islower() and _is_one_noun(first, second):
        return found.replace("-", "")
    nouns = word_class("count_noun", "after_adjective")
    is_noun = first.endswith(_ADJECTIVE_ENDINGS) and not nouns.isdisjoint(singulars(second))
    return found.replace("-", " ") if is_noun else ""


def _is_one_noun(first: str, second: str) -> bool:
    """Tell whether two nouns are one word without a hyphen."""
    return (
        not (first[-1] in _VOWELS and second[0] in _VOWELS)
        and first not in word_class("prefix_part", "somebody")
        and compounds().can_begin(first)
        and any(each in compounds().nouns for each in singulars(second))
    )


RULES = (stray_hyphen,)
