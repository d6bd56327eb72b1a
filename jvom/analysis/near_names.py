# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of several words with one word wrong, with other small words, or without their end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jvom.analysis.compounds import singulars
from jvom.analysis.inflected_names import adjectives
from jvom.analysis.languages import english, is_in_dutch_dictionary
from jvom.analysis.lexicon import classes_of
from jvom.analysis.name_spellings import NamePlace, name_places, place_of, taken_apart
from jvom.analysis.name_typos import SHORTEST, is_one_letter_off
from jvom.analysis.phrases import Phrase
from jvom.analysis.spelling_keys import name_key, plain_marks, words_of
from jvom.analysis.stretches import Stretch
from jvom.analysis.word_classes import word_class
from jvom.analysis.word_index import Indexed

_FEWEST_WORDS, _SHORTEST_WORD, _STEM, _MOST_SMALL = 3, 3, 5, 4
#: Of a name of so many words the others tell that it is meant.
_MANY_WORDS = 5
#: What comes behind a name that ends there: no noun, and no longer name.
_ENDS = Phrase(
    r",|;|:|.|\)|\*",
    "en|of|die|te|weg",
    "{preposition|away_preposition}",
    "{verb}",
    "{finite_verb|plural_verb}",
)
_SEVERAL = Phrase("{numeral|digits}", "beide|enkele|alle|meer|meerdere|veel|andere|nieuwe|deze|die")
_ONE = Phrase("een|één|elk|elke|ieder|iedere|geen|nieuwe|deze|dit|die|dat")
#: "Het Internationaal Comité voor Militaire Geneeskunde" is another name than that of the Red Cross.
_OTHER_NAME = Phrase("voor|inzake|tegen {article}? {capital}")
#: Small words of English names, in which a plural for a singular is a mistake, and the reverse.
_ENGLISH = frozenset(("of", "for", "on", "to", "the", "and"))


def ends_name(place: Stretch) -> bool:
    """Tell whether no noun or longer name goes on where a name ends."""
    passage, end = place.passage, place.end
    return end == len(passage.text) or _ENDS.match_at(passage, end) is not None


def near_names(texts: Indexed, names: Mapping[str, bool]) -> Iterator[tuple[Stretch, str]]:
    """Yield where one of `names` is not quite right, with that name; each has whether it is a proper name.

    As their other words are right, the wrong one may be short, or one that exists: "Charles du Gaulle",
    "Zr.Ms. Johan de Wit", "Verdrag inzake de Rechten van".
    """
    right = {name_key(name) for name in names}
    for name, is_proper in names.items():
        words = words_of(name)
        for place in _near(texts, name, is_proper) if len(words) >= _FEWEST_WORDS else ():
            is_other = place.words != words and place.text[0].isupper()
            if is_other and name_key(place.text) not in right:
                yield place, name


def _near(texts: Indexed, name: str, is_proper: bool) -> Iterator[Stretch]:
    """Yield the places that may be a name; looks only where its words are without the name itself."""
    words, small = words_of(name), word_class("inside_name")
    elsewhere = _elsewhere(texts, name)
    capitalized = [word for word in words if word not in small]
    if elsewhere.issuperset(capitalized):
        yield from _other_small_words(texts, words, capitalized)
    if len(elsewhere) >= len({*words}) - 1:
        yield from _wrong_word(texts, words, is_proper)
        if is_proper and name[-1].isalpha() and words[-1] not in elsewhere:
            yield from _last_apart(texts, words)
    yield from _other_numbers(texts, words)
    if is_proper and " en " in name:
        yield from name_places(texts, name.replace(" en ", " & "))
    if elsewhere.issuperset(words[:2]):
        yield from _cut(texts, name, is_proper)
    if is_proper and len(words) > _FEWEST_WORDS and len(elsewhere) >= len({*words}) - 2:
        yield from _without_inner(texts, name, elsewhere)
    if elsewhere.issuperset(words[1:]):
        yield from _without_first(texts, name, is_proper)


def _elsewhere(texts: Indexed, name: str) -> set[str]:
    """Return the words of a name that are in more places than the name."""
    places, count = texts.index.places_by_key, len(name_places(texts, name))
    keys = zip(words_of(name), name_key(name), strict=True)
    return {word for word, key in keys if len(places.get(key, ())) > count}


def _other_small_words(texts: Indexed, name: tuple[str, ...], capitalized: list[str]) -> Iterator[Stretch]:
    """Yield the places of a name with other small words between its capitalized words, or none."""
    small = word_class("inside_name")
    if len(capitalized) < 2 or not small.isdisjoint((name[0], name[-1])):
        return
    for passage, first in texts.index.places.get(capitalized[0], ()):
        row = passage.lowered_words[first : first + len(capitalized) + _MOST_SMALL]
        if capitalized[1] not in row or row[: len(name)] == name:
            continue  # in most places
        kept = [number for number, word in enumerate(row) if word not in small][: len(capitalized)]
        if [row[number] for number in kept] == capitalized:
            place = place_of(passage, first, first + kept[-1])
            is_as_long = len(capitalized) > 2 or len(place.words) == len(name)
            if is_as_long and "".join(place.text.split()).replace(",", "").isalpha() and place.is_dutch:
                yield place


def _wrong_word(texts: Indexed, name: tuple[str, ...], is_proper: bool) -> Iterator[Stretch]:
    """Yield the places of a name of three words or more in which one differs in a letter.

    With more capitals it is another name (Camp Union II).
    """
    places = texts.index.places
    # One of its two rarest words is right: look where these are.
    counts = sorted((len(places.get(word, ())), at) for at, word in enumerate(name))
    rarest, other = (at for _, at in counts[:2])
    for anchor in (rarest, other):
        for passage, number in places.get(name[anchor], ()):
            first = number - anchor
            row = passage.lowered_words[max(0, first) : first + len(name)]
            # Of a word in another number the article may differ: "de Rechten van de Zee".
            wrong = [at for at, word in enumerate(row) if word not in (name[at], "de", "het")]
            if len(row) < len(name) or len(wrong) != 1:
                continue
            at = wrong[0]
            place = place_of(passage, first, first + len(name) - 1)
            if rarest in (anchor, at) and _is_wrong(place, at, name, is_proper):
                yield place


def _is_wrong(place: NamePlace, at: int, name: tuple[str, ...], is_proper: bool) -> bool:
    """Tell whether a word of a place is that of a name but for a letter, or plural where that is singular."""
    written, word = place.word(at), name[at]
    lowered = written.lower()
    if {lowered, word} <= _ENGLISH:
        return True  # "Concept for Operations"
    if min(len(lowered), len(word)) < _SHORTEST_WORD:
        return False
    is_last = at == len(name) - 1
    is_english = not place.is_dutch or not _ENGLISH.isdisjoint(name)
    is_plural, is_singular = _is_plural(lowered, word), _is_plural(word, lowered)
    is_long = len(name) >= _MANY_WORDS
    if (is_plural or (is_proper and is_singular)) and is_last and name[at - 1] == "of":
        return True  # the plural is in its first word, as in "Codes of Conduct"
    if (is_plural or is_singular) and (is_last or is_english or is_long or (is_proper and at > 0)):
        counted = (_SEVERAL if is_plural else _ONE).match_before(place.passage, place.start)
        is_head = is_last or (at == 0 and name[1] in _ENGLISH)
        return not is_head or ((is_proper or is_singular) and not counted)
    if lowered.replace("ij", "y") == word.replace("ij", "y"):
        return True
    if is_proper and not is_last and not is_english and _is_inflected(lowered, word):
        return at > 0 or is_long  # "Speciale Gezant voor de Hoorn van Afrika", "Verbod op Chemisch Wapens"
    if not written.istitle() or not is_one_letter_off(lowered, word):
        return False
    # The dictionary comes last: loading it takes time.
    return len(lowered) < SHORTEST or lowered in english() or is_in_dutch_dictionary(written)


def _last_apart(texts: Indexed, name: tuple[str, ...]) -> Iterator[NamePlace]:
    """Yield the places of a name whose last word is written as two: "Verdrag inzake Cluster Munitie"."""
    for place in taken_apart(texts, name[-1]):
        first = place.first - len(name) + 1
        if first >= 0 and place.passage.lowered_words[first : place.first] == name[:-1]:
            yield place_of(place.passage, first, place.last)


def _is_inflected(word: str, name: str) -> bool:
    """Tell whether one of two words is the other with the ending of an adjective."""
    return word in adjectives(name) or name in adjectives(word)


def _other_numbers(texts: Indexed, name: tuple[str, ...]) -> Iterator[Stretch]:
    """Yield the places of an English name with the s of its plural at the wrong side: "line of efforts"."""
    if len(name) == _FEWEST_WORDS and name[1] in ("of", "for"):
        one, two = (word.removesuffix("s") if word[-1] == "s" else f"{word}s" for word in name[::2])
        yield from name_places(texts, f"{one} {name[1]} {two}")


def _is_plural(word: str, singular: str) -> bool:
    return word != singular and (singular in singulars(word) or f"{singular[:-1]}ies" == word)


def _cut(texts: Indexed, name: str, is_proper: bool) -> Iterator[NamePlace]:
    """Yield the places of a name that ends too early.

    What a proper name begins with is no name of its own if it has three words or more, or lacks only the
    last, or ends in a small word, or if the whole name is nowhere in the texts.
    """
    words = name.split()
    for length in range(_FEWEST_WORDS - 1, len(words)):
        is_long, lacks_last = length >= _FEWEST_WORDS, length == len(words) - 1
        is_cut = (is_proper or is_long) if lacks_last else is_proper and is_long
        is_cut |= is_proper and words[1][0].isupper() and not _is_in_text(texts, name)
        if not is_cut and words[length - 1].lower() not in word_class("joining"):
            continue
        for place in name_places(texts, " ".join(words[:length])):
            after = place.word(len(place.words))
            if after[:1].isupper() or after.lower()[:_STEM] == words[length].lower()[:_STEM]:
                continue
            goes_on = _OTHER_NAME.match_at(place.passage, place.end) is not None
            if not goes_on and (ends_name(place) or classes_of(after) in ("a", "v", "av")):
                yield place


def _is_in_text(texts: Indexed, name: str) -> bool:
    """Tell whether a name is anywhere else than in a register."""
    return any(place.passage.document != "gegevens" for place in name_places(texts, name))


def _without_inner(texts: Indexed, name: str, elsewhere: set[str]) -> Iterator[NamePlace]:
    """Yield the places of a long name without a word inside: "Mine Service" for "Mine Action Service"."""
    words = name.split()
    for at in range(1, len(words) - 1):
        # One of two that "en" joins goes with it.
        behind = at + 1 + (words[at + 1] in ("en", "and"))
        shorter = " ".join((*words[:at], *words[behind:]))
        is_word = words[at][0].isupper() and words[at][-1].isalpha() and behind < len(words)
        is_long = sum(map(str.istitle, shorter.split())) >= _FEWEST_WORDS
        if is_word and is_long and elsewhere.issuperset(words_of(shorter)):
            yield from (place for place in name_places(texts, shorter) if place.shown == plain_marks(shorter))


def _without_first(texts: Indexed, name: str, is_proper: bool) -> Iterator[NamePlace]:
    """Yield the places of a long name without its first word: "Comité van het Rode Kruis"."""
    rest = name.split()[1:]
    if is_proper and len(rest) >= _FEWEST_WORDS and rest[0][0].isupper():
        for place in name_places(texts, " ".join(rest)):
            before = place.word(-1)
            if place.text[0].isupper() and (before.islower() or before in ("", "De", "Het")):
                yield place
