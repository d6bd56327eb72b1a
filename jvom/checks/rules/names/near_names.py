# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of several words with one word wrong, with other small words, or without their end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from jvom.analysis.compounds import singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace, name_places
from jvom.analysis.phrases import Phrase
from jvom.analysis.spelling_keys import name_key, words_of
from jvom.analysis.word_classes import word_class
from jvom.checks.languages import english, is_in_dutch_dictionary
from jvom.checks.rules.names.name_typos import SHORTEST, is_one_letter_off
from jvom.checks.views import DossierView

_FEWEST_WORDS, _SHORTEST_WORD, _STEM, _MOST_SMALL = 3, 3, 5, 3
#: What comes behind a name that ends there: no noun, and no longer name.
NAME_ENDS = Phrase(
    r",|;|:|.|\)|\*", "en|of|die|te", "{preposition|away_preposition}", "{verb}", "{finite_verb|plural_verb}"
)
_SEVERAL = Phrase("{numeral|digits}", "beide|enkele|alle|meer|meerdere|veel|andere|nieuwe|deze|die")
_ONE = Phrase("een|één|elk|elke|ieder|iedere|geen|nieuwe|deze|dit|die|dat")
#: Small words of English names, of which a word has one number.
_ENGLISH = frozenset(("of", "for", "the", "and"))


class NearName(NamedTuple):
    """The place of a name that is not quite right, and the name."""

    place: NamePlace
    meant: str


def near_names(dossier: DossierView, names: Mapping[str, bool]) -> Iterator[NearName]:
    """Yield the names that are easily confused with one of `names`, each with whether it is a proper name.

    As their other words are right, the wrong one may be short, or one that exists: "Charles du Gaulle",
    "Zr.Ms. Johan de Wit", "Verdrag inzake de Rechten van".
    """
    right = {name_key(name) for name in names}
    for name, is_proper in names.items():
        words, cut = words_of(name), _cut(dossier, name, is_proper)
        for place in chain(_other_small_words(dossier, words), _wrong_word(dossier, words, is_proper), cut):
            is_other = place.words != words and place.found[0].isupper()
            if is_other and name_key(place.found) not in right:
                yield NearName(place, name)


def _other_small_words(dossier: DossierView, name: tuple[str, ...]) -> Iterator[NamePlace]:
    """Yield the places of a name with other small words between its capitalized words, or none."""
    small = word_class("inside_name")
    capitalized = [word for word in name if word not in small]
    if len(capitalized) < 2 or not small.isdisjoint((name[0], name[-1])):
        return
    if not all(map(dossier.words.__contains__, capitalized)):
        return
    for passage, first in dossier.words[capitalized[0]]:
        place = NamePlace(passage, first, _end_of_name(passage.lowered_words, first, capitalized))
        if place.last < 0 or (len(capitalized) == 2 and len(place.words) != len(name)):
            continue
        if "".join(place.found.split()).isalpha() and place.is_dutch:
            yield place


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


def _wrong_word(dossier: DossierView, name: tuple[str, ...], is_proper: bool) -> Iterator[NamePlace]:
    """Yield the places of a name of three words or more in which one differs in a letter.

    With more capitals it is another name (Camp Union II).
    """
    if len(name) < _FEWEST_WORDS:
        return
    counts = [len(dossier.words.get(word, ())) for word in name]
    for at in range(len(name) if counts.count(0) < 2 else 0):
        if counts.count(0) > (counts[at] == 0):
            continue
        anchor = min((number for number in range(len(name)) if number != at), key=counts.__getitem__)
        for passage, number in dossier.words[name[anchor]]:
            place = NamePlace(passage, number - anchor, number - anchor + len(name) - 1)
            words = place.words if place.first >= 0 and place.last < len(passage.words) else ()
            others_are_right = words[:at] == name[:at] and words[at + 1 :] == name[at + 1 :]
            if words != name and others_are_right and _is_wrong(place, at, name, is_proper):
                yield place


def _is_wrong(place: NamePlace, at: int, name: tuple[str, ...], is_proper: bool) -> bool:
    """Tell whether a word of a place is that of a name but for a letter, or for its number."""
    written, word = place.word(at), name[at]
    lowered = written.lower()
    if min(len(lowered), len(word)) < _SHORTEST_WORD:
        return False
    is_last = at == len(name) - 1
    is_english = not place.is_dutch or not _ENGLISH.isdisjoint(name)
    is_plural, is_singular = _is_plural(lowered, word), _is_plural(word, lowered)
    if (is_plural or is_singular) and (is_last or is_english):
        counted = _SEVERAL if is_plural else _ONE
        is_counted = counted.match_before(place.passage, place.start)
        return not is_last or ((is_proper or is_singular) and not is_counted)
    if lowered.replace("ij", "y") == word.replace("ij", "y"):
        return True
    if not written.istitle() or not is_one_letter_off(lowered, word):
        return False
    # The dictionary comes last: loading it takes time.
    return len(lowered) < SHORTEST or lowered in english() or is_in_dutch_dictionary(written)


def _is_plural(word: str, singular: str) -> bool:
    return word != singular and (singular in singulars(word) or f"{singular[:-1]}ies" == word)


def _cut(dossier: DossierView, name: str, is_proper: bool) -> Iterator[NamePlace]:
    """Yield the places of a name that ends too early.

    Two words, or the beginning of a name that is not proper, may be a name of their own. They are if they
    lack more than the last word, do not end in a small word, and the whole name is in the texts.
    """
    words = name.split()
    begins = words_of(name)[0] in dossier.words
    for length in range(_FEWEST_WORDS - 1, len(words)) if begins else ():
        is_long = length >= _FEWEST_WORDS
        is_cut = (is_proper or is_long) if length == len(words) - 1 else is_proper and is_long
        is_cut |= is_proper and words[1][0].isupper() and not name_places(dossier, name)
        if not is_cut and words[length - 1].lower() not in word_class("joining"):
            continue
        for place in name_places(dossier, " ".join(words[:length])):
            after = place.word(len(place.words))
            goes_on = after[:1].isupper() or after.lower()[:_STEM] == words[length].lower()[:_STEM]
            is_end = place.end == len(place.passage.text) or NAME_ENDS.match_at(place.passage, place.end)
            if not goes_on and (is_end or classes_of(after) in ("a", "v", "av")):
                yield place
