# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that differ from a registered name in one letter: "Naquora", "Mitrovia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jvom.analysis.addresses import is_in_address
from jvom.analysis.word_index import Place
from jvom.checks.languages import english, is_in_dutch_dictionary
from jvom.checks.name_places import NamePlace, spelling_key, words_of
from jvom.checks.views import DossierView
from jvom.dutch.typos import typo

#: Too many words differ in one letter from a shorter name.
_SHORTEST = 6
_INTACT = 3
_NO_NAMES: frozenset[str] = frozenset()
_ENDINGS = ("s", "e", "n", "se", "en")
_ONE_LETTER = ("other", "more", "less", "swapped")


class NameTypo(NamedTuple):
    """The place of a word or name with a typo, and what was meant."""

    place: NamePlace
    meant: str


def name_typos(dossier: DossierView, names: Iterable[str], known: Iterable[str]) -> Iterator[NameTypo]:
    """Yield capitalized words that exist in no dictionary and differ in one letter from a word of the names.

    `known` are other forms that are right, or that other rules report. A typo leaves the first or the last
    three letters intact, so only words that share those are compared.
    """
    right = {spelling_key(word) for name in (*names, *known) for word in words_of(name)}
    heads: dict[str, set[str]] = {}
    tails: dict[str, set[str]] = {}
    for name in names:
        for word in words_of(name):
            if len(word) >= _SHORTEST and word.isalpha() and word.capitalize() in name:
                heads.setdefault(word[:_INTACT], set()).add(word)
                tails.setdefault(word[-_INTACT:], set()).add(word)
    for word, places in dossier.words.items():
        if len(word) < _SHORTEST - 1:
            continue
        head, tail = heads.get(word[:_INTACT], _NO_NAMES), tails.get(word[-_INTACT:], _NO_NAMES)
        if not (head or tail) or spelling_key(word) in right:
            continue
        alike = [name for name in head | tail if -2 < len(name) - len(word) < 2 and _one_letter(word, name)]
        if alike and not _is_inflected(word, right):
            meant = min(alike)
            # The dictionary comes last: loading it takes time, and few dossiers need it here.
            typos = [place for place in _single_words(places) if _may_be_typo(place)]
            if typos and not is_in_dutch_dictionary(word) and word not in english():
                for place in typos:
                    if not is_in_dutch_dictionary(place.found):
                        yield NameTypo(place, meant.capitalize())


#: Words inside a name that are easily confused: "Charles du Gaulle", "Inspectie voor de Militaire ...".
_SMALL_WORDS = frozenset("van de der het den du des en voor ter ten op aan in tot bij over om".split())
_MOST_SMALL = 3


def small_word_typos(dossier: DossierView, names: Iterable[str]) -> Iterator[NameTypo]:
    """Yield names whose capitalized words have other small words between them, or none."""
    right = {" ".join(words_of(name)) for name in names}
    for name in sorted(right):
        words = name.split()
        capitalized = [word for word in words if word not in _SMALL_WORDS]
        if len(capitalized) < 2 or words[0] in _SMALL_WORDS or words[-1] in _SMALL_WORDS:
            continue
        if not all(map(dossier.words.__contains__, capitalized)):
            continue
        for passage, first in dossier.words[capitalized[0]]:
            last = _end_of_name(passage.lowered_words, first, capitalized)
            found = passage.lowered_words[first : last + 1]
            if last < 0 or " ".join(found) in right or (len(capitalized) == 2 and len(found) != len(words)):
                continue
            place = NamePlace(passage, first, last)
            spaced = "".join(place.found.split()).isalpha()
            if spaced and place.found[0].isupper() and passage.is_dutch(place.start, place.end):
                yield NameTypo(place, name)


def capital_word_typos(dossier: DossierView, names: Iterable[str]) -> Iterator[NameTypo]:
    """Yield names of three words or more in which one capitalized word differs in a letter.

    As the other words are right, that word may be short, or one that exists: "Zr.Ms. Johan de Wit". "ij"
    equals "y". With more capitals it is another name (Camp Union II); longer words that don't exist are left
    to `name_typos`.
    """
    right = {tuple(words_of(name)) for name in names}
    for name in sorted(right):
        if len(name) < _FEWEST_WORDS:
            continue
        counts = [len(dossier.words.get(word, ())) for word in name]
        absent = counts.count(0)
        for at, word in enumerate(name):
            if len(word) < _INTACT or word in _SMALL_WORDS or absent > (counts[at] == 0):
                continue
            others = [number for number in range(len(name)) if number != at]
            anchor = min(others, key=counts.__getitem__)
            for passage, number in dossier.words.get(name[anchor], ()):
                first = number - anchor
                found = passage.lowered_words[max(0, first) : first + len(name)]
                if (
                    first < 0
                    or len(found) != len(name)
                    or found in right
                    or any(found[other] != name[other] for other in others)
                    or not _may_be_typo_of(found[at], word)
                ):
                    continue
                place = NamePlace(passage, first, first + len(name) - 1)
                start, end = passage.words[first + at]
                written = passage.text[start:end]
                exists = len(written) < _SHORTEST or is_in_dutch_dictionary(written) or found[at] in english()
                if written.istitle() and place.found[0].isupper() and exists:
                    yield NameTypo(place, " ".join(name))


_FEWEST_WORDS = 3


def _may_be_typo_of(word: str, name: str) -> bool:
    """Tell whether a word may be a typo of a word of a name."""
    if len(word) < _INTACT or word in _SMALL_WORDS or abs(len(word) - len(name)) > 1:
        return False
    if any(name == word + ending for ending in _ENDINGS):
        return False
    return word.replace("ij", "y") == name.replace("ij", "y") or _one_letter(word, name)


def _end_of_name(words: tuple[str, ...], first: int, capitalized: list[str]) -> int:
    """Return the index of the last word when the capitalized words follow one another from `first`, or -1."""
    at, skipped = first, 0
    for wanted in capitalized[1:]:
        at += 1
        while at < len(words) and words[at] in _SMALL_WORDS and skipped < _MOST_SMALL:
            at, skipped = at + 1, skipped + 1
        if at >= len(words) or words[at] != wanted:
            return -1
    return at


def _is_inflected(word: str, right: set[str]) -> bool:
    """Tell whether a word is a right word with an ending, or without the -e of one: "Iraaks", "Iraakse"."""
    return (word.endswith("s") and f"{word}e" in right) or any(
        word.removesuffix(ending) in right for ending in _ENDINGS
    )


def _single_words(places: Iterable[Place]) -> Iterator[NamePlace]:
    return (NamePlace(passage, number, number) for passage, number in places)


def _may_be_typo(place: NamePlace) -> bool:
    passage, start, end = place.passage, place.start, place.end
    found = place.found
    return (
        found[0].isupper()
        and not found[1:].isupper()
        and passage.is_dutch(start, end)
        and not is_in_address(passage.text, start, end)
    )


def _one_letter(word: str, name: str) -> bool:
    """Tell whether a word has one letter more, less or different, or two that are swapped."""
    if word.startswith(name) and word[len(name) :] in _ENDINGS:
        return False
    return typo(word, name) in _ONE_LETTER
