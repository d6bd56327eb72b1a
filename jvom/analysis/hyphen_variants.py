# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are written as one word, with a hyphen, or as two words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from jvom.analysis.comparable_words import ComparableWords, Forms
from jvom.analysis.compounds import singulars
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace, hyphened_words, place_of
from jvom.analysis.nouns import is_plural
from jvom.analysis.passages import Passage
from jvom.analysis.word_classes import word_class

_SPACES = (" ", "\n")
#: Shorter words differ from others by more than their plural.
_SHORTEST_INFLECTED = 9


def hyphen_variants(words: ComparableWords) -> Iterator[Forms]:
    """Yield words that are written as one word, with hyphens, or as more words."""
    known = words.index.places
    # "politieke-en veiligheidscontext" lacks a space.
    conjunctions = word_class("small_word")
    hyphened = (
        found
        for passage in words.passages
        if "-" in passage.text
        for found in _hyphened(passage)
        if found[0][-1] not in conjunctions
    )
    in_two = [tuple(pair.split()) for pair in words.index.pairs if pair.replace(" ", "") in known]
    apart = sorted(pair for pair in in_two if len(pair) == 2 and _may_be_apart(pair))
    for key, begins in dict.fromkeys((*hyphened, *((pair, False) for pair in apart))):
        forms: defaultdict[str, list[NamePlace]] = defaultdict(list)
        # "Zelfrijdendeauto-race": inside a compound they are one word anyhow.
        whole = [
            place
            for place in words.places(_as_one_word("".join(key), known))
            if not place.passage.text.startswith("-", place.end) or key[-1].isdigit() or key not in apart
        ]
        spelled = words.comparable(_spelled(words, key, begins))
        is_noun = any(place.text.islower() for place in whole)
        is_small = any(place.text.islower() for place in spelled)
        for place in spelled:
            # "de Sociaal-Economische Raad" is a name, beside "sociaaleconomische gevolgen".
            if not (is_noun and place.word(1).istitle()) and not (is_small and _is_in_longer_name(place)):
                forms[place.shown.lower()].append(place)
        yield whole, *forms.values()


def _is_in_longer_name(place: NamePlace) -> bool:
    """Tell whether a name has capitals there and on both sides: "het Akkoord Zero Emissie Vervoer"."""
    beside = (place.word(number) for number in range(-1, len(place.words) + 1))
    return place.first > 0 and all(map(str.istitle, beside))


def _hyphened(passage: Passage) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the words of each word with hyphens, and whether they only begin it.

    When the first is a number, the word before it is included: "artikel 100-bijdrage". And
    "artikel-100-bijdrage" is compared with "artikel 100-inzet" by its beginning.
    """
    for place in hyphened_words(passage):
        first, second, *more = words = place.words
        is_number = second.isdigit() and (first.isdigit() or first in word_class("part_before_number"))
        if more:
            yield (words[:2], True) if second.isdigit() else (words, False)
        elif len(second) > 1 and not is_number and not (first.isdigit() and not place.first):
            yield passage.lowered_words[place.first - first.isdigit() : place.last + 1], False


def _spelled(words: ComparableWords, key: tuple[str, ...], begins: bool) -> Iterator[NamePlace]:
    """Yield where words are, with spaces or hyphens between them; those that only begin a word if so."""
    may_be_apart = _may_be_apart(key)
    for passage, first in words.index.rows(key, (*_SPACES, "-")):
        place = place_of(passage, first, first + len(key) - 1)
        has_hyphen = "-" in place.gaps()
        is_whole = place.is_in_compound == begins or not (has_hyphen or begins)
        if is_whole and (has_hyphen or (may_be_apart and not _are_two_phrases(place))):
            yield place


def _are_two_phrases(place: NamePlace) -> bool:
    """Tell whether two words belong apart: "voor de lange termijn", "op de stations voorzieningen"."""
    if len(place.words) != 2:
        return False
    first, second = place.words
    is_attribute = first.endswith("e") and classes_of(first) == "a"
    words = place.passage.lowered_words[max(0, place.first - 2) : place.first]
    is_behind = len(words) > 1 and words[1] in ("de", "het") and words[0] in word_class("opening")
    # "Vanaf het internet toegang te krijgen"
    is_object = (place.word(2) == "te" and place.text.islower()) or (is_plural(first) and is_plural(second))
    # "Als gemeente grond verkopen"
    return is_attribute or words[-1:] == ("als",) or (is_behind and is_object)


def _may_be_apart(key: tuple[str, ...]) -> bool:
    """Tell whether words side by side may be one word that was written apart."""
    is_led = len(key) > 2 and key[0] in word_class("opening")
    if is_led and not word_class("small_word").isdisjoint(key[1:-1]):
        return False  # "op het canvas", beside "op-het-canvasopties"
    is_chain = len(key) > 2 and not key[1].isdigit()
    return is_chain or (
        word_class("joining", "opening", "never_first").isdisjoint(key)
        and key[0] not in word_class("compass")
        and key[-1] not in word_class("verb_after_object")
        and all(len(word) > 2 or word.isdigit() for word in key)
        and not all(map(str.isdigit, key))
    )


def _as_one_word(word: str, known: Container[str]) -> str:
    """Return the word, or the singular or plural of it that the texts have."""
    if len(word) < _SHORTEST_INFLECTED:
        return word
    plurals = (f"{word}en", f"{word}s", f"{word}{word[-1]}en")
    return next((each for each in (word, *singulars(word), *plurals) if each in known), word)
