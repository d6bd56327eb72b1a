# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG028: a hyphen left from the end of a line ("her-structurering"), or none between vowels."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.compounds import compounds, join_compound, singulars
from jvom.analysis.languages import is_in_dutch_dictionary
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import hyphened_words
from jvom.analysis.nouns import is_actor, is_noun, is_plural
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.replacements import correction
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

#: Between vowels a hyphen helps the reader, even where none is needed.
_VOWELS = frozenset("aeiouyéë")
_SHORTEST_FIRST, _SHORTEST_SECOND, _LONGEST_COMPOUND = 3, 3, 50
_SHORTEST_THING = 4
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
        typed = "".join(found.split())
        is_short = found[: len(first)].isupper()  # "IED- onderdelen"
        if better := _without_hyphen(typed, first, second):
            yield violation(match.passage.span(start, end), "stray", found=found, better=better)
        elif is_short:
            yield violation(match.passage.span(start, end), "spaced", found=found, better=typed)
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
    if first in word_class("joined_prefix"):
        # "semi-officieel" is easier to read, but "mede-organisator" is just "medeorganisator".
        is_helped = _meets_vowel(first, second) if first[-1] != "e" else "-" in join_compound(first, second)
        is_one = found.islower() and not is_helped and _is_known(second)
        return found.replace("-", "") if is_one else ""
    if first in word_class("prefix_behind_article") and not _meets_vowel(first, second):
        return found.replace("-", "") if classes_of(first + second) == "n" else ""
    if found.islower() and _is_one_word(first, second):
        return found.replace("-", "")
    is_attribute = first in word_class("acting") or (first.endswith("e") and classes_of(first) == "a")
    return found.replace("-", " ") if is_attribute and classes_of(second) in ("n", "nv") else ""


def _is_one_word(first: str, second: str) -> bool:
    """Tell whether two words are one by the dictionary, by a prefix, or by what each of them is."""
    if _meets_vowel(first, second):
        return False
    if _is_in_dictionary(first, second):
        return True
    if first in word_class("prefix_part", "somebody"):
        return False
    is_thing = compounds().can_begin(first) or _is_thing(first)
    if second in word_class("joined_adjective", "joined_predicate", "behind_hyphen"):
        return is_thing
    return is_thing and _ends_noun(first, second)


def _is_in_dictionary(first: str, second: str) -> bool:
    """Tell whether the dictionary has two words as one, and as no pair: "sociaal-economisch"."""
    apart = word_class("kept_hyphen", "compass", "colour", "somebody")
    is_pair = "a" in classes_of(first) and "a" in classes_of(second)
    return classes_of(first + second) not in ("", "v") and not is_pair and apart.isdisjoint((first, second))


def _is_thing(word: str) -> bool:
    """Tell whether a noun that no compound of the list has may be a first part: unlike "percentages"."""
    return len(word) >= _SHORTEST_THING and is_noun(word) and not (word[-1] == "s" and is_plural(word))


def _ends_noun(first: str, second: str) -> bool:
    """Tell whether a noun ends a compound with the thing before it, and is nobody beside it."""
    known = compounds()
    if not known.can_begin(first):
        return known.ends_often(second) and not any(map(is_actor, singulars(second)))
    return known.can_end(second) or (is_noun(second) and known.parts(second) is None)


def _meets_vowel(first: str, second: str) -> bool:
    return first[-1] in _VOWELS and second[0] in _VOWELS


def _is_known(word: str) -> bool:
    """Tell whether a word (small letters) is a noun or an adjective, or a compound: "personeelsmijnen".

    But no mission, which may be called so: "anti-piraterijmissie".
    """
    if word.endswith(_MISSIONS) and "commissie" not in word:
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
