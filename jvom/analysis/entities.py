# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The entities of a passage by kind: what is recognised once, for all rules and phrases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from jvom.analysis.addresses import find_addresses
from jvom.analysis.passages import Passage


class Entity(Protocol):
    """What is recognised in a text: its offsets there. What else it has depends on its kind."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_MONEY = frozenset(("euro", "dollar"))

ENTITIES: Mapping[str, Callable[[Passage], Sequence[Entity]]] = {
    "address": lambda passage: tuple(find_addresses(passage.text)),
    "citation": lambda passage: passage.citations,
    "date": lambda passage: passage.dates,
    "money": lambda passage: tuple(each for each in passage.quantities if each.number.unit in _MONEY),
    "names": lambda passage: passage.name_lists,
    "period": lambda passage: passage.periods,
    "quantity": lambda passage: passage.quantities,
    "quotation": lambda passage: passage.quotations,
    "resolution": lambda passage: passage.resolutions,
    "section": lambda passage: passage.section_references,
    "year": lambda passage: passage.years,
    "years": lambda passage: passage.year_ranges,
}
"""For each kind, what finds the entities of a passage, in order."""

KINDS = frozenset(ENTITIES)


def entities(passage: Passage, kind: str) -> Sequence[Entity]:
    """Return the entities of a kind in a passage, in order; found once for a passage."""
    found = passage.entity_lists.get(kind)
    if found is None:
        found = passage.entity_lists[kind] = ENTITIES[kind](passage)
    return found


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
