# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The entities of a passage by kind: what is recognised once, for all rules and phrases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from jvom.analysis.abbreviations import find_abbreviations, find_explained_abbreviations, find_short_forms
from jvom.analysis.entity import Entity
from jvom.analysis.enumerations import find_enumerations
from jvom.analysis.name_lists import find_name_lists
from jvom.analysis.offices import find_offices
from jvom.analysis.passages import Passage
from jvom.analysis.personal_numbers import (
    find_bsn,
    find_iban,
    find_licence_plates,
    find_mail_addresses,
    find_phone_numbers,
    landline_numbers,
)
from jvom.analysis.persons import find_full_names, find_persons, find_surnames
from jvom.analysis.years import find_year_ranges

_MONEY = frozenset(("euro", "dollar"))

_KEPT: Mapping[str, Callable[[Passage], Sequence[Entity]]] = {
    "address": attrgetter("addresses"),
    "citation": attrgetter("citations"),
    "date": attrgetter("dates"),
    "mission": lambda passage: passage.mentions.get("mission", ()),
    "organisation": lambda passage: passage.mentions.get("organisation", ()),
    "period": attrgetter("periods"),
    "place": lambda passage: passage.mentions.get("place", ()),
    "quantity": attrgetter("quantities"),
    "quotation": attrgetter("quotations"),
    "resolution": attrgetter("resolutions"),
    "section": attrgetter("section_references"),
    "year": attrgetter("years"),
}
"""For each kind that a passage itself keeps, what reads it."""

_WITH_DIGITS: Mapping[str, Callable[[Passage], Sequence[Entity]]] = {
    "bank_account": lambda passage: tuple(find_iban(passage.text)),
    "bsn": lambda passage: tuple(find_bsn(passage.text)),
    "landline_number": lambda passage: tuple(
        landline_numbers(passage.text, entities(passage, "phone_number"))
    ),
    "licence_plate": lambda passage: tuple(find_licence_plates(passage.text)),
    "phone_number": lambda passage: tuple(find_phone_numbers(passage.text)),
    "years": lambda passage: tuple(find_year_ranges(passage.text)),
}
"""For each kind that has digits, what finds the entities of a passage, in order."""

_FOUND: Mapping[str, Callable[[Passage], Sequence[Entity]]] = {
    **_WITH_DIGITS,
    "abbreviation": find_abbreviations,
    "money": lambda passage: tuple(each for each in passage.quantities if each.number.unit in _MONEY),
    "mail_address": lambda passage: tuple(find_mail_addresses(passage.text)),
    "names": lambda passage: tuple(find_name_lists(passage.text)),
    "enumeration": find_enumerations,
    "explained_abbreviation": find_explained_abbreviations,
    "full_name": find_full_names,
    "office": lambda passage: find_offices(passage.text),
    "person": find_persons,
    "short_form": lambda passage: tuple(find_short_forms(passage.text)),
    "surname": find_surnames,
    "url": lambda passage: tuple(each for each in passage.addresses if each.kind == "web"),
}
"""The same for each other kind."""

KINDS = frozenset((*_KEPT, *_FOUND))


def entities(passage: Passage, kind: str) -> Sequence[Any]:
    """Return the entities of a kind in a passage, in order; docs/phrases.md has what each kind is."""
    if kept := _KEPT.get(kind):
        return kept(passage)
    if kind in _WITH_DIGITS and not passage.has_digit:
        return ()
    return passage.memo(_FOUND[kind])


def starting_at(passage: Passage, kind: str, offset: int) -> Entity | None:
    """Return the entity of a kind that begins at an offset."""
    return _by_offset(passage, kind)[0].get(offset)


def ending_at(passage: Passage, kind: str, offset: int) -> Entity | None:
    """Return the entity of a kind that ends at an offset."""
    return _by_offset(passage, kind)[1].get(offset)


def _by_offset(passage: Passage, kind: str) -> tuple[dict[int, Entity], dict[int, Entity]]:
    """Return the entities of a kind by their first and by their last offset; made once for a passage."""
    if kind not in passage.entities_by_offset:
        found = entities(passage, kind)
        passage.entities_by_offset[kind] = (
            {each.start: each for each in found},
            {each.end: each for each in found},
        )
    return passage.entities_by_offset[kind]
