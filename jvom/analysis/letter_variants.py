# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that occur with and without an accent or a linking s, or with British and American endings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from jvom.analysis.comparable_words import ComparableWords, Forms
from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace, single_words
from jvom.analysis.spelling_keys import unaccented
from jvom.analysis.word_classes import word_class

_ACUTE = frozenset("áéíóú")
_OTHER_ACCENTS = frozenset("àâãäåçèêëìîïñòôõöùûüýÿăąćčďěğłńňřśşšťůűžźż")
#: The ending of French words, where an acute accent doesn't mark stress: comité, attachés, procedé.
_FRENCH_ENDINGS = ("é", "és", "ée", "ées", "é's")
#: The shortest part of a compound, on either side of a linking s.
_SHORTEST_PART = 5
#: Letters that Dutch words spell otherwise; some only at the beginning of a word, which follows a new line.
_FOREIGN_SOUNDS = ("sh", "dj", "kh", "th", "ph", "oua", "oue", "oui", "our", "ouu", "\nc", "\ny")
_SOUNDS = dict(zip("sh dj kh th ph ou c y".split(), "sj j k t f oe k j".split(), strict=True))
#: Ends of words that tell their inflection.
_ENDS = ("ische", "isch", "ese", "'s", "en", "se", "e", "s")
_FORMS = (*_ENDS, "")


def sound_variants(words: ComparableWords) -> Iterator[Forms]:
    """Yield words that no dictionary has, and how their sounds are spelled in a form of the same word.

    "Sheiks" beside "sjeik", "colonels" beside "kolonel".
    """
    for word in _with_foreign_sounds(words.index.vocabulary):
        for letters, sound in _SOUNDS.items():
            other = _same_word(words, word.replace(letters, sound)) if letters in word else ""
            if other and not classes_of(word) and word not in english():
                places = [place for place in words.places(word) if place.text.islower()]
                yield places, words.places(other)
            elif letters in word and not classes_of(word) and (first := _first_part(words, word, letters)):
                yield words.places(word), words.places(first)


def _with_foreign_sounds(vocabulary: Iterable[str]) -> Iterator[str]:
    """Yield the words that have one of those sounds, once for each."""
    text = "\n".join(("", *vocabulary, ""))
    for letters in _FOREIGN_SOUNDS:
        at = text.find(letters)
        while at >= 0:
            start, end = text.rfind("\n", 0, at + 1) + 1, text.index("\n", at + len(letters))
            if letters != "\nc" or text[start + 1] != "h":
                yield text[start:end]
            at = text.find(letters, end)


def _same_word(words: ComparableWords, word: str) -> str:
    """Return a word or another inflection of it that is in the texts; "" if none is."""
    stem = next((word.removesuffix(end) for end in _ENDS if word.endswith(end)), word)
    if len(stem) < _SHORTEST_PART:
        return ""
    return next((stem + end for end in _FORMS if stem + end in words.index.places), "")


def _first_part(words: ComparableWords, word: str, letters: str) -> str:
    """Return a word that a compound begins with in another spelling: "Toearegs" of "Touaregleider"."""
    other, at = word.replace(letters, _SOUNDS[letters]), word.find(letters) + len(letters)
    parts = (other[:end] for end in range(len(other) - _SHORTEST_PART, max(at, _SHORTEST_PART), -1))
    forms = (part + end for part in parts for end in _FORMS)
    return next((form for form in forms if form in words.index.places and not classes_of(form)), "")


def _alike(words: ComparableWords) -> Iterator[tuple[str, str]]:
    """Yield words with how they are spelled in other places: without accents, with American endings."""
    for plain, others in words.index.spellings.items():
        yield from ((word, plain) for word in others if plain in words.index.places)


def accent_variants(words: ComparableWords) -> Iterator[Forms]:
    """Yield words with and without an accent."""
    for word, bare in _alike(words):
        if unaccented(word) != bare or bare in word_class("function_word"):
            continue  # "niet over, maar mèt boeren"
        if _OTHER_ACCENTS.isdisjoint(word) and _is_stress(words, word):
            continue
        accented = words.places(word)
        # Another language may write it without the accent: "Wilayat Sinai" beside "de Sinaï".
        foreign = not all(place.is_dutch for place in accented)
        plain = (place for place in words.places(bare) if not place.text.isupper())
        yield accented, [place for place in plain if foreign or place.is_dutch]


def ending_variants(words: ComparableWords) -> Iterator[tuple[Forms, bool]]:
    """Yield English words with a British and an American ending, and whether they surely are of one name."""
    for british, american in _alike(words):
        if unaccented(british) == american:
            continue
        # Other rules compare the names in the appendix with the register.
        forms = [
            [place for place in words.places(each) if place.passage.section != "mandates.yml"]
            for each in (american, british)
        ]
        shared = _contexts(forms[0]) & _contexts(forms[1])
        if "iz" not in american:
            # A Center and a Centre in other contexts are two bodies, each with its own name.
            forms = [[place for place in each if _contexts((place,)) & shared] for each in forms]
        yield forms, bool(shared)


def link_variants(words: ComparableWords) -> Iterator[Forms]:
    """Yield compounds that occur with and without a linking s: capaciteitsopbouw, capaciteitopbouw."""
    known = words.index.places
    for word in (each for each in known if "s" in each[_SHORTEST_PART:-_SHORTEST_PART]):
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART):
            if word[at] == "s" and (bare := word[:at] + word[at + 1 :]) in known:
                yield words.places(word), words.places(bare)


def _is_stress(words: ComparableWords, word: str) -> bool:
    """Tell whether the acute accents of a word only mark its stress: "één", "vóór", "dé"."""
    if unaccented(word) == "een":
        return True  # The number and the article.
    for place in single_words(words.index, word):
        if place.text[0].isupper() and place.start > place.sentence[0]:
            return False
    acute = [letter in _ACUTE for letter in word]
    doubled = any(one and two for one, two in pairwise(acute))
    return doubled or len(word) < 6 or sum(acute) > 1 or not word.endswith(_FRENCH_ENDINGS)


def _contexts(places: Iterable[NamePlace]) -> frozenset[tuple[str, ...]]:
    """Return the contexts of words: the word after them, and the two before."""
    found: set[tuple[str, ...]] = set()
    for place in places:
        two, one, after = (place.word(number).lower() for number in (-2, -1, 1))
        found.add(("", after) if after else (one, ""))
        if two:
            found.add((two, one))
    return frozenset(found)
