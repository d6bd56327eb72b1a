# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words in passages whose spelling must agree, and groups of their forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from jvom.analysis.name_spellings import NamePlace, single_words
from jvom.analysis.passages import Passage
from jvom.analysis.stretches import Found, Stretch
from jvom.checks.glossaries import without_remark
from jvom.checks.rules.names.known_misspellings import is_known_misspelling
from jvom.checks.views import DossierView, Texts
from jvom.dutch.sorting import letters


class Group(msgspec.Struct, frozen=True):
    """The places of a word by its forms, both in reading order; `uncertain` when they may be two names."""

    forms: list[list[Stretch]]
    uncertain: bool = False


class ComparableWords:
    """Passages whose spelling must agree; `known` are the letters of names that other rules check."""

    def __init__(self, texts: Texts, passages: tuple[Passage, ...], known: frozenset[str]) -> None:
        self.texts, self.passages, self.known = texts, passages, known
        self.index = texts.index
        self._own = set(map(id, passages))

    def places(self, word: str) -> list[NamePlace]:
        """Return the places of a word."""
        return self.comparable(single_words(self.index, word))

    def comparable(self, places: Iterable[Found]) -> list[Found]:
        """Return the places in these passages that were typed, and are in no address or quotation."""
        return [
            place
            for place in places
            if id(place.passage) in self._own
            and place.is_typed
            and not place.is_joined
            and not place.is_quoted
        ]

    def group(self, forms: Iterable[Sequence[Stretch]], *, uncertain: bool = False) -> Iterator[Group]:
        """Yield the forms as a group, when at least two have places that no other rule reports."""
        found: list[list[Stretch]] = []
        for places in forms:
            unreported = [place for place in places if not is_known_misspelling(self.texts, place.shown)]
            if unreported and letters(unreported[0].text) not in self.known:
                found.append(unreported)
        if len(found) > 1:
            order = self.index.numbers
            found.sort(key=lambda places: (order[id(places[0].passage)], places[0].start))
            yield Group(found, uncertain)


def known_letters(texts: Texts) -> frozenset[str]:
    """Return the letters of the names in the registers, which other rules check."""
    if not isinstance(texts, DossierView):
        return frozenset()
    report = texts.data.report
    titles = (texts.data.title, report.title) if report else (texts.data.title,)
    expansions = (entry.expansion for entry in texts.dossier.glossary.abbreviations)
    return frozenset(map(letters, (*titles, *texts.registered_names, *map(without_remark, expansions))))
