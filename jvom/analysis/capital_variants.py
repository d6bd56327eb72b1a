# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words and names with capitals that also occur with other capitals: "EMASoH", "Rode Zee"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.capitalized_names import Names, is_row
from jvom.analysis.comparable_words import ComparableWords, Forms
from jvom.analysis.name_spellings import NamePlace, place_of
from jvom.analysis.word_classes import word_class

#: "Het Comité voor Wederopbouw" is not named after a committee, as a regulation is after a minister.
_BODIES = frozenset(
    ("comité", "commissie", "fonds", "bureau", "instituut", "agentschap", "autoriteit", "centrum")
)
_OF_BODY = ("voor", "inzake", "tot")


def capital_variants(words: ComparableWords) -> Iterator[Forms]:
    """Yield words with capitals inside ("EMASoH") that also occur with other capitals."""
    various = words.index.typed_variously
    for word in dict.fromkeys(map(str.lower, words.index.capital_words)):
        if word in various and len(word) > 2 and word not in words.known:
            yield _cases(words, word)


def _cases(words: ComparableWords, word: str) -> list[list[NamePlace]]:
    """Return the places of a word by its capitals; none for an ordinary word, once written in capitals."""
    forms: dict[str, list[NamePlace]] = {}
    for place in words.places(word):
        if not place.passage.text.isupper() and not _is_shouted(place):
            forms.setdefault(place.text, []).append(place)
    lower_case = len(forms.pop(word, ()))
    # "Samen" begins its sentences only, so that "SAMEN" is "samen" with emphasis.
    title = forms.get(word.title(), ())
    if lower_case and all(map(_begins_sentence, title)):
        forms.pop(word.title(), None)
    return [] if lower_case > 1 or (lower_case and len(forms) < 2) else list(forms.values())


def _is_shouted(place: NamePlace) -> bool:
    """Tell whether a word is in capitals for emphasis: beside others in capitals, or after a colon."""
    beside = (place.word(number) for number in (-1, 1))
    after_colon = place.passage.text[max(0, place.start - 4) : place.start].rstrip().endswith(":")
    return place.text.isupper() and (after_colon or any(len(word) > 1 and word.isupper() for word in beside))


def phrase_variants(words: ComparableWords, names: Names) -> Iterator[Forms]:
    """Yield names of several words with other capitals: "Rode Zee" and "Rode zee"."""
    for key, found in names.items():
        rarest = min(len(words.index.places.get(word, ())) for word in key)
        if rarest == len(found) or "".join(key) in words.known:
            continue  # it is nowhere else, as most are
        everywhere = [place_of(at, first, first + len(key) - 1) for at, first in words.index.rows(key)]
        if len(everywhere) == len(found):
            continue
        others = [
            place
            for place in words.comparable(everywhere)
            if not place.passage.text.startswith("-", place.end)
            and (place.passage.kind not in ("title", "heading", "value", "head") or is_row(place.passage))
            and not place.text.isupper()
        ]
        if len(others) > len(found):
            yield _by_capitals(others)


def _by_capitals(places: list[NamePlace]) -> list[list[NamePlace]]:
    """Group the places of a name by which of its words have a capital.

    The first word of a sentence doesn't count, nor does a noun in front with small words behind it ("de
    regeling van de Minister"). Dutch words without any capital are not a name.
    """
    forms: dict[tuple[bool, ...], list[NamePlace]] = {}
    is_mixed = any(place.word(0)[0].islower() and place.word(1)[0].isupper() for place in places)
    for place in places:
        first, *others = (place.word(number) for number in range(len(place.words)))
        rest = tuple(word[0].isupper() for word in others if word.lower() not in word_class("joining"))
        opens = _begins_sentence(place)
        if place.is_dutch and not any((first[0].isupper() and not opens, *rest)):
            continue
        is_adjective = first.endswith("e") and not first.endswith("ie")
        is_body = others[0] in _OF_BODY and first.lower() in _BODIES
        counts = is_adjective or is_body or (is_mixed and len(rest) == len(others))
        if not counts or not opens:
            is_capital = first[0].isupper() or not counts or _is_behind_first_name(place)
            forms.setdefault((is_capital, *rest), []).append(place)
    return list(forms.values())


def _is_behind_first_name(place: NamePlace) -> bool:
    """Tell whether a place is a surname without a capital because of the name before: "Leen den Boer"."""
    return place.word(0) in word_class("name_prefix") and place.word(-1).istitle()


def _begins_sentence(place: NamePlace) -> bool:
    """Tell whether a place begins a sentence, or may begin one: "in gebied B. Gebied B", "doel: Gebied A"."""
    before = place.passage.text[place.sentence[0] : place.start]
    return not any(map(str.isalnum, before[-40:])) or before.rstrip("\"'“‘„« \n*").endswith((":", "."))
