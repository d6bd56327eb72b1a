# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a name however it is spelled: with another hyphen, space, capital, accent, or -s- for -z-."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise

from jvom.analysis.inflected_names import adjectives
from jvom.analysis.passages import Passage
from jvom.analysis.spelling_keys import name_key, plain_marks, spelling_key, words_of
from jvom.analysis.stretches import Stretch
from jvom.analysis.word_index import Indexed, WordIndex
from jvom.dutch.patterns import pattern

#: What may separate two words of a name.
_GAPS = frozenset((*" \n\u00a0-‑–/'’&", " - ", " – ", "- ", " -", "-\n"))
#: The hyphen comes first: it is found fast.
_HYPHEN = pattern(r"-(?<=\w-)(?=\w)")
_PLURALS = ("s", "en", "e", "es")


class NamePlace(Stretch, frozen=True):
    """The words `first` up to and including `last` of a passage."""

    first: int
    last: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words there in small letters."""
        return self.passage.lowered_words[self.first : self.last + 1]

    def word(self, number: int) -> str:
        """Return a word as typed, counted from the first of these; "" outside the passage."""
        at = self.first + number
        words = self.passage.words
        return self.passage.text[slice(*words[at])] if 0 <= at < len(words) else ""

    def gaps(self) -> Iterator[str]:
        """Yield what is between the words."""
        for left, right in pairwise(self.passage.words[self.first : self.last + 1]):
            yield self.passage.text[left[1] : right[0]]


def place_of(passage: Passage, first: int, last: int) -> NamePlace:
    """Return the place of the words `first` up to and including `last` of a passage."""
    words = passage.words
    return NamePlace(passage, words[first][0], words[last][1], first, last)


def name_places(texts: Indexed, name: str, *, plural: bool = False) -> tuple[NamePlace, ...]:
    """Return where a name was typed, in any spelling but as one word, in reading order.

    With `plural` its last word may have an ending. Cached, since several rules look for the same names.
    """
    return _cached_places(texts.index, name, plural)


def _cached_places(index: WordIndex, name: str, plural: bool) -> tuple[NamePlace, ...]:
    found, key = index.name_places, (name, plural)
    if key not in found:
        if index.parts:
            found[key] = tuple(
                chain.from_iterable(_cached_places(each, name, plural) for each in index.parts)
            )
        else:
            found[key] = tuple(_name_places(index, name, plural))
    return found[key]


def _name_places(index: WordIndex, name: str, plural: bool) -> Iterator[NamePlace]:
    wanted, places = name_key(name), index.places_by_key
    if len(wanted) == 1:
        found = places.get(wanted[0], ())
        if plural:  # it may be there without the singular
            forms = (places.get(form, ()) for form in _plurals(words_of(name)[0]))
            found = sorted(chain(found, *forms), key=index.place_in_order)
        for passage, number in found:
            if passage.is_typed(*passage.words[number]):
                yield place_of(passage, number, number)
        return
    # A name is only where all its words are, apart from the ending of the last: look where the rarest is.
    certain = wanted[:-1] if plural else wanted
    counts = [len(places.get(word, ())) for word in certain]
    if not all(counts) or not _might_match(index, certain):
        return
    anchor, lowered = counts.index(min(counts)), name.lower()
    for passage, number in places[certain[anchor]]:
        first, last = number - anchor, number - anchor + len(wanted) - 1
        if first < 0 or last >= len(passage.words):
            continue
        place = place_of(passage, first, last)
        if (place.text.lower() == lowered or _is_named(place, wanted, plural, name)) and place.is_typed:
            yield place


def single_words(index: WordIndex, word: str) -> Iterator[NamePlace]:
    """Yield where one word is (small letters)."""
    return (place_of(passage, number, number) for passage, number in index.places.get(word, ()))


def typed_as(index: WordIndex, word: str) -> Iterator[NamePlace]:
    """Yield where one word is with these capitals."""
    return (place for place in single_words(index, word.lower()) if place.text == word)


def _plurals(word: str) -> tuple[str, ...]:
    """Return how a word (small letters) may be in the plural: "teams", "partijen", "boten", "staven"."""
    found = [*(word + end for end in _PLURALS), *(f"{form}n" for form in adjectives(word))]
    if changed := {"f": "ven", "s": "zen"}.get(word[-1]):
        found.append(word[:-1] + changed)
    return tuple(found)


def _might_match(index: WordIndex, wanted: tuple[str, ...]) -> bool:
    """Tell quickly whether words can occur side by side in any spelling; most names do not."""
    known = index.spellings
    return all(f"{one} {two}" in index.pairs or one in known or two in known for one, two in pairwise(wanted))


def _is_named(place: NamePlace, wanted: tuple[str, ...], plural: bool, name: str) -> bool:
    """Tell whether the words of a place are the `wanted`, spelled in any way.

    They may be separated by what may separate any name, or by what separates the words of the name itself.
    """
    words = place.words
    if words != wanted:
        *keys, last = map(spelling_key, words)
        is_plural = plural and last[:2] == wanted[-1][:2] and last in _plurals(wanted[-1])
        if not (last == wanted[-1] or is_plural) or tuple(keys) != wanted[:-1]:
            return False
    return all(gap in _GAPS or plain_marks(gap) in _gaps_of(name) for gap in place.gaps())


@cache
def _gaps_of(name: str) -> frozenset[str]:
    plain, words, gaps = plain_marks(name), words_of(name), set()
    for word in words:
        gap, _, plain = plain.lower().partition(word)
        gaps.add(gap)
    return frozenset((*gaps, plain))


def run_together(texts: Indexed, name: str) -> Iterator[NamePlace]:
    """Yield where a name of several words is written as one word."""
    words = words_of(name)
    if len(words) > 1:
        yield from single_words(texts.index, "".join(words))


def taken_apart(texts: Indexed, word: str) -> Iterator[NamePlace]:
    """Yield where one word (small letters) is written as two, with a hyphen or a space between them.

    A part of one letter counts with a hyphen only ("K-FOR").
    """
    index = texts.index
    for at in range(1, len(word)):
        parts = word[:at], word[at:]
        for passage, number in index.rows(parts, _GAPS) if " ".join(parts) in index.pairs else ():
            found = place_of(passage, number, number + 1)
            if "-" in found.shown or 1 < at < len(word) - 1:
                yield found


def spelled_out(texts: Indexed, word: str) -> Iterator[NamePlace]:
    """Yield where a word (small letters) has a full stop after each letter: "V.N.", "N.A.V.O."."""
    for found in texts.index.rows(tuple(word), (".",)):
        text = found[0].text
        place = place_of(*found, found[1] + len(word) - 1)
        if text.startswith(".", place.end) and text[place.start - 1 : place.start] != ".":
            yield place


def hyphened_words(passage: Passage) -> tuple[NamePlace, ...]:
    """Return the words with hyphens: "missie-eenheid", "staakt-het-vuren"."""
    return passage.memo(_hyphened_words) if "-" in passage.text else ()


def _hyphened_words(passage: Passage) -> tuple[NamePlace, ...]:
    found: list[NamePlace] = []
    for hyphen in _HYPHEN.finditer(passage.text):
        number = bisect_left(passage.words, (hyphen.end(), 0))
        goes_on = bool(found) and found[-1].last == number - 1
        first = found.pop().first if goes_on else number - 1
        found.append(place_of(passage, first, number))
    return tuple(found)
