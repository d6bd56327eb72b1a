# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are a name of the registers but for one letter: "Naquora", "Mitrovia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jvom.checks.languages import english, is_in_dutch_dictionary
from jvom.checks.sequences import Sequence, in_an_address, loose, words_of
from jvom.checks.views import DossierView, Place

#: Shorter names differ from too many words in one letter.
_SHORTEST = 6
_HALF = 3
_NONE: frozenset[str] = frozenset()
_ENDINGS = ("s", "e", "n", "se", "en")


class NearlyName(NamedTuple):
    """Where a word stands that is nearly a word of a name, and that word."""

    place: Sequence
    meant: str


def nearly_names(dossier: DossierView, names: Iterable[str], known: Iterable[str]) -> Iterator[NearlyName]:
    """Yield the words with a capital that differ in one letter from a word of the names, and are no word.

    `known` are more forms that are right, or for other rules. One wrong letter leaves the first three letters
    or the last three as they are: only what shares those is compared.
    """
    right = {loose(word) for name in (*names, *known) for word in words_of(name)}
    heads: dict[str, set[str]] = {}
    tails: dict[str, set[str]] = {}
    for name in names:
        for word in words_of(name):
            if len(word) >= _SHORTEST and word.isalpha() and word.capitalize() in name:
                heads.setdefault(word[:_HALF], set()).add(word)
                tails.setdefault(word[-_HALF:], set()).add(word)
    for word, places in dossier.words.items():
        head, tail = heads.get(word[:_HALF], _NONE), tails.get(word[-_HALF:], _NONE)
        if not (head or tail) or len(word) < _SHORTEST - 1 or loose(word) in right:
            continue
        alike = (name for name in head | tail if -2 < len(name) - len(word) < 2)
        meant = min((name for name in alike if _one_letter(word, name)), default="")
        if meant and not _is_form(word, right):
            # The dictionary comes last: it is large, and few words are asked of it.
            slips = [place for place in _alone(places) if _may_be_slip(place)]
            if slips and not is_in_dutch_dictionary(word) and word not in english():
                for place in slips:
                    if not is_in_dutch_dictionary(place.found):
                        yield NearlyName(place, meant.capitalize())


def _is_form(word: str, right: set[str]) -> bool:
    """Tell whether a word is one of the right words with an ending, or an adjective of which one has -e."""
    return (word.endswith("s") and f"{word}e" in right) or any(
        word.removesuffix(ending) in right for ending in _ENDINGS
    )


def _alone(places: Iterable[Place]) -> Iterator[Sequence]:
    return (Sequence(passage, number, number) for passage, number in places)


def _may_be_slip(place: Sequence) -> bool:
    passage, start, end = place.passage, place.start, place.end
    found = place.found
    return (
        found[0].isupper()
        and not found[1:].isupper()
        and passage.is_dutch(start, end)
        and not in_an_address(passage.text, start, end)
    )


def _one_letter(word: str, name: str) -> bool:
    """Tell whether a word has one letter more, less or other than a name, or two that changed places.

    Words of two letters more or less are for the caller to leave out.
    """
    if any(word == name + ending for ending in _ENDINGS):
        return False
    same = 0
    while same < min(len(word), len(name)) and word[same] == name[same]:
        same += 1
    rest, other = word[same:], name[same:]
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[:2] == other[1::-1] and len(other) > 1 and rest[2:] == other[2:])
    )
