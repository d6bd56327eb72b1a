# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words and names with capitals that also occur with other capitals: "EMASoH", "Rode Zee"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.name_spellings import NamePlace
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.word_classes import word_class
from jvom.checks.name_phrases import Phrases, is_row
from jvom.checks.rules.names.comparable_words import ComparableWords, Group
from jvom.checks.views import Texts

_RUNNING = ("paragraph", "item", "quote", "footnote", "cell")


def capital_variants(words: ComparableWords) -> Iterator[Group]:
    """Yield words with capitals inside ("EMASoH") that also occur with other capitals."""
    seen = set(words.known)
    for passage in words.passages:
        for start, end in passage.capital_words if not passage.text.isupper() else ():
            word = passage.text[start:end].lower()
            if len(word) > 2 and word not in seen and len(words.index.places.get(word, ())) > 1:
                seen.add(word)
                yield from words.group(_cases(words, word))


def _cases(words: ComparableWords, word: str) -> list[list[NamePlace]]:
    """Return the places of a word by its capitals; none for an ordinary word, once written in capitals."""
    forms: dict[str, list[NamePlace]] = {}
    for place in words.places(word):
        if not place.passage.text.isupper() and not _is_shouted(place):
            forms.setdefault(place.found, []).append(place)
    lower_case = len(forms.pop(word, ()))
    return [] if lower_case > 1 or (lower_case and len(forms) < 2) else list(forms.values())


def _is_shouted(place: NamePlace) -> bool:
    """Tell whether a word is in capitals for emphasis: beside others in capitals, or after a colon."""
    beside = (place.word(number) for number in (-1, 1))
    after_colon = place.passage.text[max(0, place.start - 4) : place.start].rstrip().endswith(":")
    return place.found.isupper() and (after_colon or any(len(word) > 1 and word.isupper() for word in beside))


#: An office and whose it is, or one with a hyphen or a deputy, which needs no more to be known.
_OFFICE = Phrase(
    "office={head_of} van|voor|der de|het? {word}",
    "office=*-president|*-generaal|*-minister|*-premier",
    "office=(plaatsvervangend {head_of}|waarnemend {head_of})",
)


def _offices(texts: Texts) -> dict[int, list[tuple[str, NamePlace]]]:
    """Return the offices in mid-sentence of each passage, in small letters, with their places."""
    found: dict[int, list[tuple[str, NamePlace]]] = {}
    for match in _OFFICE.find(texts, Reads.DUTCH):
        passage, (start, end) = match.passage, (match["office"].start, match["office"].end)
        if passage.kind in _RUNNING and passage.sentence_at(start)[0] < start - 1:
            first, after = (bisect_left(passage.words, (at, 0)) for at in (start, end))
            office = match.text.lower(), NamePlace(passage, first, after - 1)
            found.setdefault(id(passage), []).append(office)
    return found


def office_variants(words: ComparableWords) -> Iterator[Group]:
    """Yield offices with a capital that also occur without: "de Commandant der Strijdkrachten"."""
    offices = words.texts.memo(_offices)
    found: dict[str, dict[tuple[bool, ...], list[NamePlace]]] = {}
    for passage in words.passages:
        for office, place in offices.get(id(passage), ()):
            capitals = tuple(part[0].isupper() for part in place.found.replace("-", " ").split())
            found.setdefault(office, {}).setdefault(capitals, []).append(place)
    for forms in found.values():
        yield from words.group(words.comparable(places) for places in forms.values())


def phrase_variants(words: ComparableWords, names: Phrases) -> Iterator[Group]:
    """Yield names of several words with other capitals: "Rode Zee" and "Rode zee"."""
    for key, found in names.items():
        if "".join(key) in words.known:
            continue
        everywhere = [NamePlace(at, first, first + len(key) - 1) for at, first in words.index.rows(key)]
        if len(everywhere) == len(found):
            continue
        others = [
            place
            for place in words.comparable(everywhere)
            if (place.passage.kind not in ("title", "heading", "value", "head") or is_row(place.passage))
            and not place.found.isupper()
        ]
        if len(others) > len(found):
            yield from words.group(_by_capitals(others))


def _by_capitals(places: list[NamePlace]) -> list[list[NamePlace]]:
    """Group the places of a name by which of its words have a capital.

    The first word of a sentence doesn't count, nor does a noun in front ("de regeling van de Minister").
    Dutch words without any capital are not a name.
    """
    forms: dict[tuple[bool, ...], list[NamePlace]] = {}
    for place in places:
        first, *others = (place.word(number) for number in range(len(place.words)))
        rest = tuple(word[0].isupper() for word in others if word.lower() not in word_class("joining"))
        if not any((first[0].isupper(), *rest)) and place.is_dutch:
            continue
        is_adjective = first.endswith("e") and not first.endswith("ie")
        if not is_adjective or not _begins_sentence(place):
            forms.setdefault((first[0].isupper() or not is_adjective, *rest), []).append(place)
    return list(forms.values())


def _begins_sentence(place: NamePlace) -> bool:
    """Tell whether a place begins a sentence, or follows a colon."""
    before = place.passage.text[place.passage.sentence_at(place.start)[0] : place.start]
    return not any(map(str.isalnum, before[-40:])) or before.rstrip("\"'“‘„« \n*").endswith(":")
