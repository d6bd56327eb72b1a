# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that differ from a registered name in one letter: "Naquora", "Mitrovia"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from jvom.analysis.languages import english, is_in_dutch_dictionary
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace, single_words
from jvom.analysis.spelling_keys import spelling_key, words_of
from jvom.analysis.word_index import Indexed
from jvom.dutch.typos import typo

#: Too many words differ in one letter from a shorter name.
SHORTEST = 6
#: A typo leaves the first or the last half intact, so only words that share that are compared; so many
#: letters at least.
_INTACT = 3
_ENDINGS = ("s", "e", "n", "se", "en")
_ONE_LETTER = ("other", "more", "less", "swapped")


def name_typos(texts: Indexed, names: Iterable[str], known: Iterable[str]) -> Iterator[tuple[NamePlace, str]]:
    """Yield capitalized words that exist in no dictionary and differ in one letter from a word of the names.

    `known` are other forms that are right, or that other rules report.
    """
    capitalized = dict.fromkeys(
        word
        for name in names
        for word in words_of(name)
        if len(word) >= SHORTEST and word.isalpha() and word.capitalize() in name
    )
    index, meant = texts.index, defaultdict[str, list[str]](list)
    for name in capitalized:
        intact = max(_INTACT, (len(name) - 1) // 2)
        for word in (*index.words_starting(name[:intact]), *index.words_ending(name[-intact:])):
            if word not in capitalized and abs(len(word) - len(name)) < 2 and is_one_letter_off(word, name):
                meant[word].append(name)
    right = {spelling_key(word) for name in (*names, *known) for word in words_of(name)} if meant else set()
    for word in meant:
        if classes_of(word) or spelling_key(word) in right or _is_inflected(word, right):
            continue
        for place in filter(_may_be_typo, single_words(index, word)):
            # The dictionary comes last: loading it takes time, and few dossiers need it here.
            if not any(map(is_in_dutch_dictionary, (word, place.text))) and word not in english():
                yield place, min(meant[word]).capitalize()


def is_one_letter_off(word: str, name: str) -> bool:
    """Tell whether a word has one letter more, less or different, or two that are swapped; no ending more."""
    is_longer = word.startswith(name) and word[len(name) :] in _ENDINGS
    return not is_longer and typo(word, name) in _ONE_LETTER


def _is_inflected(word: str, right: set[str]) -> bool:
    """Tell whether a word is a right word with an ending, or without the -e of one: "Iraaks", "Iraakse"."""
    bare = {word.removesuffix(ending) for ending in _ENDINGS}
    return not bare.isdisjoint(right) or (word.endswith("s") and f"{word}e" in right)


def _may_be_typo(place: NamePlace) -> bool:
    found = place.text
    return found[0].isupper() and not found[1:].isupper() and place.is_dutch and not place.is_joined
