# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which abbreviations of the house glossary a text uses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jvom.dutch.sorting import sort_key
from jvom.model import Abbreviation, Glossary


def used_abbreviations(text: str, glossary: Glossary) -> tuple[Abbreviation, ...]:
    """Return the entries whose abbreviation, or other accepted form, stands in `text` as a word, sorted.

    A longer abbreviation does not count for a shorter one within it ("EU SDI GoG" is no use of "EU");
    a compound does ("EU-missie"). The order is the Dutch reader's: letter by letter, whatever the case.
    """
    forms = [(form, entry) for entry in glossary.abbreviations for form in (entry.abbreviation, *entry.also)]
    used: dict[str, Abbreviation] = {}
    parted = [pair for pair in forms if not pair[0].isalnum()]
    for form, entry in sorted(parted, key=lambda pair: (-len(pair[0]), pair[0])):
        if places := [place for place in _places(form, text) if _is_word(text, place, place + len(form))]:
            used[entry.abbreviation] = entry
            text = _without(text, places, len(form))
    # A form of letters alone is in one word, and a text has far fewer words than places where they stand.
    words = "\n".join(set(chain.from_iterable(map(str.split, text.splitlines()))))
    for form, entry in forms:
        if form.isalnum() and any(
            _is_word(words, place, place + len(form)) for place in _places(form, words)
        ):
            used[entry.abbreviation] = entry
    return tuple(sorted(used.values(), key=lambda entry: sort_key(entry.abbreviation)))


def _places(form: str, text: str) -> Iterator[int]:
    place = text.find(form)
    while place >= 0:
        yield place
        place = text.find(form, place + len(form))


def _without(text: str, places: list[int], length: int) -> str:
    """Return the text with spaces for what stands at the places, in one go however many there are."""
    pieces, end = [], 0
    for place in places:
        pieces.append(text[end:place])
        end = place + length
    pieces.append(text[end:])
    return (" " * length).join(pieces)


def _is_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
