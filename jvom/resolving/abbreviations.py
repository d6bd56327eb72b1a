# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which abbreviations of the glossary a text uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jvom.dutch.sorting import sort_key
from jvom.model import Abbreviation, Glossary


def used_abbreviations(lines: Iterable[str], glossary: Glossary) -> tuple[Abbreviation, ...]:
    """Return, sorted, the entries whose abbreviation or other accepted form is a word in `lines`.

    A longer abbreviation does not count for a shorter one within it ("EU SDI GoG" is no use of "EU");
    a compound does ("EU-missie"). The order is the Dutch reader's: letter by letter, whatever the case.
    """
    text = "\n".join(lines)
    forms = [(form, entry) for entry in glossary.abbreviations for form in (entry.abbreviation, *entry.also)]
    used: dict[str, Abbreviation] = {}
    parted = [pair for pair in forms if not pair[0].isalnum()]
    for form, entry in sorted(parted, key=lambda pair: (-len(pair[0]), pair[0])):
        if places := [*_words(form, text)]:
            used[entry.abbreviation] = entry
            text = _without(text, places)
    for form, entry in forms:
        if form.isalnum() and any(_words(form, text)):
            used[entry.abbreviation] = entry
    return tuple(sorted(used.values(), key=lambda entry: sort_key(entry.abbreviation)))


def _words(form: str, text: str) -> Iterator[slice]:
    """Yield where a form is a word of its own."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield slice(start, end)
        start = text.find(form, end)


def _without(text: str, places: Iterable[slice]) -> str:
    """Return the text with a space in each of the places; linear however many there are."""
    pieces, end = [], 0
    for place in places:
        pieces.append(text[end : place.start])
        end = place.stop
    return " ".join((*pieces, text[end:]))
