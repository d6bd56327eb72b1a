# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are written as one word, with a hyphen, or as two words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from itertools import pairwise

from jvom.analysis.compounds import singulars
from jvom.analysis.name_spellings import NamePlace, hyphen_chains, hyphened_words
from jvom.analysis.passages import Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.rules.names.comparable_words import ComparableWords, Group

_Places = dict[tuple[str, ...], list[NamePlace]]
_SPACES = (" ", "\n")
#: Shorter words differ from others by more than their plural.
_SHORTEST_INFLECTED = 9


def hyphen_variants(words: ComparableWords) -> Iterator[Group]:
    """Yield words that are written as one word, with a hyphen, or as two words."""
    known = words.index.places
    hyphened: _Places = defaultdict(list)
    spaced: _Places = defaultdict(list)
    for passage in words.passages:
        for place in _hyphened(passage):
            hyphened[place.words].append(place)
    last = {key[-1] for key in hyphened}
    for passage in words.passages:
        for place in _written_apart(passage, known, last):
            if place.words in hyphened or "".join(place.words) in known:
                spaced[place.words].append(place)
    for key in dict.fromkeys((*hyphened, *spaced)):
        is_number = len(key[-1]) < 2 or (key[-1].isdigit() and key[0].isdigit())
        with_hyphen = [] if is_number else hyphened.get(key, [])
        apart = [] if key[0] in word_class("compass") else spaced.get(key, [])
        whole = _as_one_word("".join(key), known)
        if any(place.found.islower() for place in words.places(whole)):
            # "de Sociaal-Economische Raad" is a name, beside "sociaaleconomische gevolgen".
            with_hyphen = [place for place in with_hyphen if not place.word(1).istitle()]
        if (whole in known) + bool(with_hyphen) + bool(apart) > 1:
            yield from words.group(
                (
                    words.places(whole),
                    words.comparable(with_hyphen),
                    words.comparable(_matching(apart, with_hyphen)),
                )
            )


def chain_variants(words: ComparableWords) -> Iterator[Group]:
    """Yield words with two hyphens or more ("staakt-het-vuren") that also occur with fewer."""
    seen: set[tuple[str, ...]] = set()
    for passage in words.passages:
        for first, last in hyphen_chains(passage):
            chain = passage.lowered_words[first : last + 1]
            # "artikel-100-bijdrage" is compared with "artikel 100-inzet" by its beginning.
            key = chain[:2] if chain[1].isdigit() else chain
            if key in seen:
                continue
            seen.add(key)
            forms: dict[str, list[NamePlace]] = {}
            rows = words.index.rows(key, (*_SPACES, "-"))
            for place in words.comparable(NamePlace(at, begin, begin + len(key) - 1) for at, begin in rows):
                if len(key) > 2 or place.passage.text.startswith("-", place.end):
                    forms.setdefault(place.shown.lower(), []).append(place)
            yield from words.group(forms.values())


def _as_one_word(word: str, known: Container[str]) -> str:
    """Return the word, or the singular or plural of it that the texts have."""
    if len(word) < _SHORTEST_INFLECTED:
        return word
    plurals = (f"{word}en", f"{word}s", f"{word}{word[-1]}en")
    return next((each for each in (word, *singulars(word), *plurals) if each in known), word)


def _hyphened(passage: Passage) -> Iterator[NamePlace]:
    """Yield two words with a hyphen between them.

    When the first is a number, the word before it is included: "artikel 100-bijdrage".
    """
    for place in hyphened_words(passage):
        first, second = place.words
        if not first.isdigit():
            yield place
        elif place.first and not second.isdigit():
            longer = NamePlace(passage, place.first - 1, place.last)
            if next(longer.gaps()) in _SPACES:
                yield longer


def _written_apart(passage: Passage, known: Container[str], last: Container[str]) -> Iterator[NamePlace]:
    """Yield two words side by side that may be one word; before a number of them the word in front too."""
    text, lowered = passage.text, passage.lowered_words
    small = word_class("joining") | word_class("opening") | word_class("never_first")
    for number, (one, two) in enumerate(pairwise(lowered), 1):
        if one in small or two in small or (two not in last and one + two not in known):
            continue
        words = passage.words
        if text[words[number - 1][1] : words[number][0]] not in _SPACES:
            continue
        place = NamePlace(passage, number - 1, number)
        if one.isdigit() and number > 1 and text[words[number - 2][1] : words[number - 1][0]] in _SPACES:
            place = NamePlace(passage, number - 2, number)
        is_long = all(len(word) > 2 or word.isdigit() for word in place.words)
        if is_long and place.words[0] not in small and two not in word_class("verb_after_object"):
            yield place


def _matching(apart: list[NamePlace], hyphened: list[NamePlace]) -> list[NamePlace]:
    """Return the places of two words that may be the hyphenated word, by the capital of the second."""
    capitals = {_has_capital(place) for place in hyphened} or {False}
    return [place for place in apart if _has_capital(place) in capitals]


def _has_capital(place: NamePlace) -> bool:
    """Tell whether the last word has a capital."""
    return place.word(place.last - place.first)[0].isupper()
