# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are a name of the registers but for one letter: "Naquora", "Mitrovia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jvom.analysis.word_index import Place
from jvom.checks.languages import english, is_in_dutch_dictionary
from jvom.checks.name_places import NamePlace, is_in_address, spelling_key, words_of
from jvom.checks.views import DossierView
from jvom.dutch.typos import typo

#: Shorter names differ from too many words in one letter.
_SHORTEST = 6
_HALF = 3
_NONE: frozenset[str] = frozenset()
_ENDINGS = ("s", "e", "n", "se", "en")
_ONE_LETTER = ("other", "more", "less", "swapped")


class NearlyName(NamedTuple):
    """Where a word stands that is nearly a word of a name, and that word."""

    place: NamePlace
    meant: str


def nearly_names(dossier: DossierView, names: Iterable[str], known: Iterable[str]) -> Iterator[NearlyName]:
    """Yield the words with a capital that differ in one letter from a word of the names, and are no word.

    `known` are more forms that are right, or for other rules. One wrong letter leaves the first three letters
    or the last three as they are: only what shares those is compared.
    """
    right = {spelling_key(word) for name in (*names, *known) for word in words_of(name)}
    heads: dict[str, set[str]] = {}
    tails: dict[str, set[str]] = {}
    for name in names:
        for word in words_of(name):
            if len(word) >= _SHORTEST and word.isalpha() and word.capitalize() in name:
                heads.setdefault(word[:_HALF], set()).add(word)
                tails.setdefault(word[-_HALF:], set()).add(word)
    for word, places in dossier.words.items():
        if len(word) < _SHORTEST - 1:
            continue
        head, tail = heads.get(word[:_HALF], _NONE), tails.get(word[-_HALF:], _NONE)
        if not (head or tail) or spelling_key(word) in right:
            continue
        alike = [name for name in head | tail if -2 < len(name) - len(word) < 2 and _one_letter(word, name)]
        if alike and not _is_form(word, right):
            meant = min(alike)
            # The dictionary comes last: it is large, and few words are asked of it.
            slips = [place for place in _alone(places) if _may_be_slip(place)]
            if slips and not is_in_dutch_dictionary(word) and word not in english():
                for place in slips:
                    if not is_in_dutch_dictionary(place.found):
                        yield NearlyName(place, meant.capitalize())


#: Words inside a name that are easily others: "Charles du Gaulle", "Inspectie voor de Militaire ...".
_SMALL = frozenset("van de der het den du des en voor ter ten op aan in tot bij over om".split())
_FEW = 3


def with_other_small_words(dossier: DossierView, names: Iterable[str]) -> Iterator[NearlyName]:
    """Yield where a name of some capital words stands with other small words between them, or none."""
    right = {" ".join(words_of(name)) for name in names}
    for name in sorted(right):
        words = name.split()
        great = [word for word in words if word not in _SMALL]
        if len(great) < 2 or words[0] in _SMALL or words[-1] in _SMALL:
            continue
        if not all(map(dossier.words.__contains__, great)):
            continue
        for passage, first in dossier.words[great[0]]:
            last = _end_of_name(passage.lowered_words, first, great)
            found = passage.lowered_words[first : last + 1]
            if last < 0 or " ".join(found) in right or (len(great) == 2 and len(found) != len(words)):
                continue
            place = NamePlace(passage, first, last)
            spaced = "".join(place.found.split()).isalpha()
            if spaced and place.found[0].isupper() and passage.is_dutch(place.start, place.end):
                yield NearlyName(place, name)


def with_another_word(dossier: DossierView, names: Iterable[str]) -> Iterator[NearlyName]:
    """Yield where a name of three words or more has one word with a capital that differs in a letter.

    The others stand there as they are, so the word may be short, or exist: "Zr.Ms. Johan de Wit". An ij is
    like a y. What has more capitals is another name (Camp Union II), and a longer word that does not exist
    is among the `nearly_names`.
    """
    right = {tuple(words_of(name)) for name in names}
    for name in sorted(right):
        if len(name) < _WORDS:
            continue
        counts = [len(dossier.words.get(word, ())) for word in name]
        absent = counts.count(0)
        for at, word in enumerate(name):
            if len(word) < _HALF or word in _SMALL or absent > (counts[at] == 0):
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
                    or not _may_be(found[at], word)
                ):
                    continue
                place = NamePlace(passage, first, first + len(name) - 1)
                start, end = passage.words[first + at]
                written = passage.text[start:end]
                exists = len(written) < _SHORTEST or is_in_dutch_dictionary(written) or found[at] in english()
                if written.istitle() and place.found[0].isupper() and exists:
                    yield NearlyName(place, " ".join(name))


_WORDS = 3


def _may_be(word: str, name: str) -> bool:
    """Tell whether a word may be a slip for another word, of a name."""
    if len(word) < _HALF or word in _SMALL or abs(len(word) - len(name)) > 1:
        return False
    if any(name == word + ending for ending in _ENDINGS):
        return False
    return word.replace("ij", "y") == name.replace("ij", "y") or _one_letter(word, name)


def _end_of_name(words: tuple[str, ...], first: int, great: list[str]) -> int:
    """Return the number of the last word when the great words follow each other from `first`, or -1."""
    at, skipped = first, 0
    for wanted in great[1:]:
        at += 1
        while at < len(words) and words[at] in _SMALL and skipped < _FEW:
            at, skipped = at + 1, skipped + 1
        if at >= len(words) or words[at] != wanted:
            return -1
    return at


def _is_form(word: str, right: set[str]) -> bool:
    """Tell whether a word is one of the right words with an ending, or an adjective of which one has -e."""
    return (word.endswith("s") and f"{word}e" in right) or any(
        word.removesuffix(ending) in right for ending in _ENDINGS
    )


def _alone(places: Iterable[Place]) -> Iterator[NamePlace]:
    return (NamePlace(passage, number, number) for passage, number in places)


def _may_be_slip(place: NamePlace) -> bool:
    passage, start, end = place.passage, place.start, place.end
    found = place.found
    return (
        found[0].isupper()
        and not found[1:].isupper()
        and passage.is_dutch(start, end)
        and not is_in_address(passage.text, start, end)
    )


def _one_letter(word: str, name: str) -> bool:
    """Tell whether a word has one letter more, less or other than a name, or two that changed places."""
    if word.startswith(name) and word[len(name) :] in _ENDINGS:
        return False
    return typo(word, name) in _ONE_LETTER
