# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG028: a hyphen left from the end of a line ("her-structurering"), or none between vowels."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import compounds, join_compound
from jvom.analysis.languages import is_in_dutch_dictionary
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import hyphened_words
from jvom.analysis.nouns import is_noun
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

#: Between vowels a hyphen helps the reader, even where none is needed.
_VOWELS = frozenset("aeiouyéë")
_SHORTEST_FIRST, _SHORTEST_SECOND, _LONGEST_COMPOUND = 3, 3, 50
#: Vowels of two words, by a quick look and by a close one.
_THREE_VOWELS = pattern(r"[aeiou]{3}")
_VOWELS_MEET = pattern(r"ie(?:e[^lr]|[iuo])|ee[eiu]|[aeo]a[aiu]|[eio]o[oiu]|[aeio]u[iu]|[aeo]ei")
_MISSIONS = ("missie", "missies", "operatie", "operaties")
#: What no coordination follows: "grens- bewaking".
_SPACED = Phrase(
    "first={word}- second={noun} {preposition|away_preposition|finite_verb|plural_verb|strong_past|be}",
    "first={word}- second={noun} .|,",
)


@rule("LNG028", WARNING, Scope.TEXTS, fixable=True, local=True)
def stray_hyphen(texts: Texts) -> Iterator[Violation]:
    """A hyphen stands where none belongs, or lacks between vowels that are read as one."""
    yield from _hyphens_missing(texts)
    for match in _SPACED.find(texts, Reads.DUTCH):
        first, second = match.part("first"), match.part("second")
        start, end = match["first"].start, match["second"].end
        found = match.passage.text[start:end]
        if better := _without_hyphen("".join(found.split()), first, second):
            yield violation(match.passage.span(start, end), "stray", found=found, better=better)
    for passage in texts.passages:
        for place in hyphened_words(passage):
            first, second, *more = place.words
            if more or place.is_in_compound or len(second) < _SHORTEST_SECOND or not place.is_dutch:
                continue
            if better := _without_hyphen(place.text, first, second):
                safe = first in word_class("verb_prefix")
                yield correction(
                    passage, place.start, place.end, better, "stray", found=place.text, safe=safe
                )


def _without_hyphen(found: str, first: str, second: str) -> str:
    """Return how two words should be written; "" when the hyphen is right."""
    if first in word_class("verb_prefix"):
        return found.replace("-", "") if is_in_dutch_dictionary(first + second) else ""
    if first in word_class("prefix_behind_article") and not _meets_vowel(first, second):
        return found.replace("-", "") if classes_of(first + second) == "n" else ""
    is_prefix = first in word_class("joined_prefix") and not _meets_vowel(first, second)
    if found.islower() and ((is_prefix and _is_known(second)) or _is_one_noun(first, second)):
        return found.replace("-", "")
    is_attribute = first.endswith("e") and classes_of(first) == "a" and classes_of(second) in ("n", "nv")
    return found.replace("-", " ") if is_attribute else ""


def _meets_vowel(first: str, second: str) -> bool:
    return first[-1] in _VOWELS and second[0] in _VOWELS


def _is_known(word: str) -> bool:
    """Tell whether a word (small letters) is a noun or an adjective, or a compound: "personeelsmijnen".

    But no mission, which may be called so: "anti-piraterijmissie".
    """
    if word.endswith(_MISSIONS):
        return False
    return not {"n", "a"}.isdisjoint(classes_of(word)) or compounds().parts(word) is not None


def _hyphens_missing(texts: Texts) -> Iterator[Violation]:
    """Yield the compounds whose parts meet in vowels that are read as one: "politieeenheid"."""
    words = _words_of_three_vowels(f" {' '.join(texts.words)} ")
    for word in filter(_VOWELS_MEET.search, words):
        if better := _with_hyphen(word):
            for passage, number in texts.words[word]:
                start, end = passage.words[number]
                found = passage.text[start:end]
                if passage.is_dutch(start, end) and found[1:].islower():
                    shown = f"{found[: better.index('-')]}-{found[better.index('-') :]}"
                    yield violation(passage.span(start, end), "missing", found=found, better=shown)


def _words_of_three_vowels(known: str) -> Iterator[str]:
    """Yield the words, with a space before and behind each, that have three vowels in a row."""
    end = 0
    for match in _THREE_VOWELS.finditer(known):
        if match.start() >= end:
            start, end = known.rfind(" ", 0, match.start()) + 1, known.find(" ", match.end())
            if end - start <= _LONGEST_COMPOUND:
                yield known[start:end]


def _with_hyphen(word: str) -> str:
    """Return a compound with the hyphen that it needs between its parts; "" when it needs none."""
    if classes_of(word):
        return ""
    for at in range(_SHORTEST_FIRST, len(word) - _SHORTEST_SECOND + 1):
        first, second = word[:at], word[at:]
        better = join_compound(first, second)
        if "-" in better and compounds().can_begin(first) and "n" in classes_of(second):
            return better
    return ""


def _is_one_noun(first: str, second: str) -> bool:
    """Tell whether two nouns are one word without a hyphen."""
    known = compounds()
    return (
        not _meets_vowel(first, second)
        and first not in word_class("prefix_part", "somebody")
        and known.can_begin(first)
        and (known.can_end(second) or (is_noun(second) and known.parts(second) is None))
    )


RULES = (stray_hyphen,)
