# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that differ from a registered name in one letter: "Naquora", "Mitrovia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jvom.analysis.addresses import is_joined
from jvom.analysis.name_spellings import NamePlace, single_words
from jvom.analysis.spelling_keys import spelling_key, words_of
from jvom.analysis.word_classes import word_class
from jvom.checks.languages import english, is_in_dutch_dictionary
from jvom.checks.views import DossierView
from jvom.dutch.typos import typo

#: Too many words differ in one letter from a shorter name.
_SHORTEST = 6
#: A typo leaves the first or the last letters intact, so only words that share those are compared.
_INTACT = 3
_MOST_SMALL = 3
_FEWEST_WORDS = 3
_ENDINGS = ("s", "e", "n", "se", "en")
_ONE_LETTER = ("other", "more", "less", "swapped")


class NameTypo(NamedTuple):
    """The place of a word or name with a typo, and what was meant."""

    place: NamePlace
    meant: str


def name_typos(dossier: DossierView, names: Iterable[str], known: Iterable[str]) -> Iterator[NameTypo]:
    """Yield capitalized words that exist in no dictionary and differ in one letter from a word of the names.

    `known` are other forms that are right, or that other rules report.
    """
    right = {spelling_key(word) for name in (*names, *known) for word in words_of(name)}
    alike: dict[str, set[str]] = {}
    for name in names:
        for word in words_of(name):
            if len(word) >= _SHORTEST and word.isalpha() and word.capitalize() in name:
                alike.setdefault(word[:_INTACT], set()).add(word)
                alike.setdefault(f"-{word[-_INTACT:]}", set()).add(word)
    for word in dossier.words:
        if len(word) < _SHORTEST - 1:
            continue
        near = alike.get(word[:_INTACT], set()) | alike.get(f"-{word[-_INTACT:]}", set())
        meant = [name for name in near if abs(len(name) - len(word)) < 2 and _one_letter(word, name)]
        if meant and spelling_key(word) not in right:
            typos = [place for place in single_words(dossier.index, word) if _may_be_typo(place)]
            # The dictionary comes last: loading it takes time, and few dossiers need it here.
            if typos and not _is_inflected(word, right) and not is_in_dutch_dictionary(word):
                for place in typos:
                    if word not in english() and not is_in_dutch_dictionary(place.found):
                        yield NameTypo(place, min(meant).capitalize())


def small_word_typos(dossier: DossierView, names: Iterable[str]) -> Iterator[NameTypo]:
    """Yield names whose capitalized words have other small words between them, or none.

    They are easily confused: "Charles du Gaulle", "Inspectie voor de Militaire ...".
    """
    small = word_class("inside_name")
    right = {" ".join(words_of(name)) for name in names}
    for name in sorted(right):
        words = name.split()
        capitalized = [word for word in words if word not in small]
        if len(capitalized) < 2 or words[0] in small or words[-1] in small:
            continue
        if not all(map(dossier.words.__contains__, capitalized)):
            continue
        for passage, first in dossier.words[capitalized[0]]:
            place = NamePlace(passage, first, _end_of_name(passage.lowered_words, first, capitalized))
            if place.last < 0 or " ".join(place.words) in right:
                continue
            is_longer = len(capitalized) == 2 and len(place.words) != len(words)
            plain = "".join(place.found.split()).isalpha()
            if plain and not is_longer and place.found[0].isupper() and place.is_dutch:
                yield NameTypo(place, name)


def capital_word_typos(dossier: DossierView, names: Iterable[str]) -> Iterator[NameTypo]:
    """Yield names of three words or more in which one capitalized word differs in a letter.

    As the other words are right, that word may be short, or one that exists: "Zr.Ms. Johan de Wit". "ij"
    equals "y". With more capitals it is another name (Camp Union II); longer words that don't exist are left
    to `name_typos`.
    """
    right = {tuple(words_of(name)) for name in names}
    for name in sorted(right):
        counts = [len(dossier.words.get(word, ())) for word in name]
        for at, word in enumerate(name if len(name) >= _FEWEST_WORDS else ()):
            if counts.count(0) > (counts[at] == 0):
                continue
            anchor = min((number for number in range(len(name)) if number != at), key=counts.__getitem__)
            for passage, number in dossier.words.get(name[anchor], ()):
                place = NamePlace(passage, number - anchor, number - anchor + len(name) - 1)
                if place.first < 0 or len(place.words) != len(name) or place.words in right:
                    continue
                others = place.words[:at] + place.words[at + 1 :]
                if others == name[:at] + name[at + 1 :] and _may_be_typo_of(place.words[at], word):
                    written = place.word(at)
                    exists = (
                        len(written) < _SHORTEST
                        or is_in_dutch_dictionary(written)
                        or written.lower() in english()
                    )
                    if exists and written.istitle() and place.found[0].isupper():
                        yield NameTypo(place, " ".join(name))


def _may_be_typo_of(word: str, name: str) -> bool:
    """Tell whether a word may be a typo of a word of a name."""
    if min(len(word), len(name)) < _INTACT or not word_class("inside_name").isdisjoint((word, name)):
        return False
    if abs(len(word) - len(name)) > 1 or any(name == word + ending for ending in _ENDINGS):
        return False
    return word.replace("ij", "y") == name.replace("ij", "y") or _one_letter(word, name)


def _end_of_name(words: tuple[str, ...], first: int, capitalized: list[str]) -> int:
    """Return the index of the last word when the capitalized words follow one another from `first`, or -1."""
    at, skipped = first, 0
    for wanted in capitalized[1:]:
        at += 1
        while at < len(words) and words[at] in word_class("inside_name") and skipped < _MOST_SMALL:
            at, skipped = at + 1, skipped + 1
        if at >= len(words) or words[at] != wanted:
            return -1
    return at


def _is_inflected(word: str, right: set[str]) -> bool:
    """Tell whether a word is a right word with an ending, or without the -e of one: "Iraaks", "Iraakse"."""
    bare = {word.removesuffix(ending) for ending in _ENDINGS}
    return not bare.isdisjoint(right) or (word.endswith("s") and f"{word}e" in right)


def _may_be_typo(place: NamePlace) -> bool:
    found = place.found
    joined = is_joined(place.passage.text, place.start, place.end)
    return found[0].isupper() and not found[1:].isupper() and place.is_dutch and not joined


def _one_letter(word: str, name: str) -> bool:
    """Tell whether a word has one letter more, less or different, or two that are swapped."""
    is_longer = word.startswith(name) and word[len(name) :] in _ENDINGS
    return not is_longer and typo(word, name) in _ONE_LETTER
