# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The entities of a passage by kind: what is recognised once, for all rules and phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from jvom.analysis.abbreviations import find_abbreviations, find_explained_abbreviations, find_short_forms
from jvom.analysis.entity import Entity
from jvom.analysis.enumerations import find_enumerations
from jvom.analysis.name_lists import find_name_lists
from jvom.analysis.offices import find_offices
from jvom.analysis.passages import Passage
from jvom.analysis.personal_numbers import (
    PersonalNumber,
    find_bsn,
    find_iban,
    find_licence_plates,
    find_mail_addresses,
    find_phone_numbers,
    landline_numbers,
)
from jvom.analysis.persons import find_full_names, find_persons, find_surnames
from jvom.analysis.years import find_year_ranges


def _numbers(passage: Passage, find: Callable[[str], Iterable[PersonalNumber]]) -> Sequence[PersonalNumber]:
    return tuple(find(passage.text)) if passage.has_digit else ()


_MONEY = frozenset(("euro", "dollar"))

ENTITIES: Mapping[str, Callable[[Passage], Sequence[Entity]]] = {
    "abbreviation": find_abbreviations,
    "address": lambda passage: passage.addresses,
    "bank_account": lambda passage: _numbers(passage, find_iban),
    "bsn": lambda passage: _numbers(passage, find_bsn),
    "citation": lambda passage: passage.citations,
    "date": lambda passage: passage.dates,
    "money": lambda passage: tuple(each for each in passage.quantities if each.number.unit in _MONEY),
    "landline_number": lambda passage: tuple(
        landline_numbers(passage.text, entities(passage, "phone_number"))
    ),
    "licence_plate": lambda passage: tuple(find_licence_plates(passage.text)) if passage.has_digit else (),
    "mail_address": lambda passage: tuple(find_mail_addresses(passage.text)),
    "mission": lambda passage: passage.mentions.get("mission", ()),
    "names": lambda passage: tuple(find_name_lists(passage.text)),
    "enumeration": find_enumerations,
    "explained_abbreviation": find_explained_abbreviations,
    "full_name": find_full_names,
    "office": lambda passage: find_offices(passage.text),
    "organisation": lambda passage: passage.mentions.get("organisation", ()),
    "period": lambda passage: passage.periods,
    "person": find_persons,
    "phone_number": lambda passage: _numbers(passage, find_phone_numbers),
    "place": lambda passage: passage.mentions.get("place", ()),
    "quantity": lambda passage: passage.quantities,
    "quotation": lambda passage: passage.quotations,
    "resolution": lambda passage: passage.resolutions,
    "section": lambda passage: passage.section_references,
    "short_form": lambda passage: tuple(find_short_forms(passage.text)),
    "surname": find_surnames,
    "url": lambda passage: tuple(each for each in passage.addresses if each.kind == "web"),
    "year": lambda passage: passage.years,
    "years": lambda passage: tuple(find_year_ranges(passage.text)) if passage.has_digit else (),
}
"""For each kind, what finds the entities of a passage, in order."""

KINDS = frozenset(ENTITIES)


def entities(passage: Passage, kind: str) -> Sequence[Any]:
    """Return the entities of a kind in a passage, in order; docs/phrases.md has what each kind is."""
    return passage.memo(ENTITIES[kind])


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
