# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG030: a noun apart from the name or term before it: "Verenigde Naties vredesmacht"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

from jvom.analysis.compounds import compounds, singulars
from jvom.analysis.entities import entities
from jvom.analysis.languages import english
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace, hyphened_words, place_of
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.name_phrases import phrases
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts

_LEADING = Phrase("{determiner} {adjective}?")
_OPENS = Phrase("{start} {determiner} {adjective}?")
_GOVERNED = Phrase(
    "{preposition|away_preposition} {determiner}? {adjective}?", "{numeral|digits} {adjective}?"
)
_PHRASE_END = Phrase(
    r",|;|:|\)|.", "en|of|die|dat", "{preposition|away_preposition}", "{finite_verb|plural_verb}"
)
_LEADING_OR_GOVERNED = Phrase(*_LEADING.typed, *_GOVERNED.typed)
_WORD = Phrase("{word}")
_SHORTEST = 4
_PLURAL = ("en", "s")


@rule("LNG030", WARNING, Scope.TEXTS)
def name_and_noun_apart(texts: Texts) -> Iterator[Violation]:
    """A noun is written apart from the name or term that it makes one word with."""
    for names in texts.memo(phrases):
        for place in (place for places in names.values() for place in places):
            if not _is_inflected(place) and _has_noun(place, _is_head) and _is_phrase(place):
                yield _apart(place, f"{place.shown}-")
    for place in _terms(texts):
        if _has_noun(place, _is_head) and _LEADING_OR_GOVERNED.match_before(place.passage, place.start):
            yield _apart(place, f"{place.shown}-" if not place.is_dutch else place.shown.replace(" ", "-"))
    for passage in texts.passages:
        for place in hyphened_words(passage):
            is_chain = len(place.words) > 2 and not _is_inflected(place)
            if is_chain and _has_noun(place, _is_noun) and _is_phrase(place):
                yield _apart(place, place.shown)
        for each in entities(passage, "short_form"):
            first, last = (bisect_left(passage.words, (at, 0)) for at in (each.start, each.end))
            place = place_of(passage, first, last - 1)
            if each.text[-1].isdigit() and _has_noun(place, _is_only_a_noun) and _is_phrase(place):
                yield _apart(place, f"{place.shown}-")


def _terms(texts: Texts) -> Iterator[NamePlace]:
    """Yield the runs of English words in small letters."""
    known = english() | word_class("loanword")
    for word in english() & texts.words.keys():
        for passage, number in texts.words[word]:
            words, first, last = passage.lowered_words, number, number
            while first and words[first - 1] in known:
                first -= 1
            while last + 1 < len(words) and words[last + 1] in known and words[last + 1] not in _heads():
                last += 1
            place = place_of(passage, first, last)
            if place.text.islower() and next(each for each in words[first:] if each in english()) == word:
                yield place


def _has_noun(place: NamePlace, is_noun: Callable[[str], bool]) -> bool:
    """Tell whether a Dutch noun is right behind a name or term, with only a space between them."""
    found = _WORD.match_at(place.passage, place.end)
    return (
        found is not None
        and found.end - found.start >= _SHORTEST
        and found.text.islower()
        and not place.passage.text.startswith(("-", "‑"), found.end)
        and place.passage.is_dutch(found.start, found.end)
        and is_noun(found.text)
    )


def _is_head(noun: str) -> bool:
    return not _heads().isdisjoint(singulars(noun))


def _is_noun(noun: str) -> bool:
    return "n" in classes_of(noun) and noun not in word_class("small_word", "finite_verb")


def _is_only_a_noun(noun: str) -> bool:
    return (classes_of(noun) or "n" * compounds().is_noun(noun)) == "n"


def _is_phrase(place: NamePlace) -> bool:
    """Tell whether a name and the noun behind it are one phrase, and not two that a verb has."""
    passage, noun = place.passage, place.passage.lowered_words[place.last + 1]
    if _OPENS.match_before(passage, place.start):
        return True
    begins = _GOVERNED if noun.endswith(_PLURAL) else _LEADING
    return bool(
        begins.match_before(passage, place.start)
        and _PHRASE_END.match_at(passage, passage.words[place.last + 1][1])
    )


def _is_inflected(place: NamePlace) -> bool:
    """Tell whether the last word is an adjective, which is apart from its noun."""
    last = place.words[-1]
    return last.endswith(("ige", "landse", "ische")) or (
        last.endswith("e") and ("a" in classes_of(last) or last in word_class("nationality"))
    )


@cache
def _heads() -> frozenset[str]:
    return word_class("count_noun", "head_noun", "after_thing")


def _apart(place: NamePlace, first: str) -> Violation:
    noun = place.word(place.last - place.first + 1)
    end = place.passage.words[place.last + 1][1]
    return violation(
        place.passage.span(place.start, end), noun=noun, name=place.shown, better=f"{first}{noun}"
    )


RULES = (name_and_noun_apart,)
