# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of chapters, sections and appendices, from the outline alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from jvom.model import Dossier, Fragment, OutlineEntry


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A chapter, section or appendix: `number` is "2.3.4", or "1" for the first appendix."""

    fragment: Fragment
    level: int
    number: str
    appendix: bool = False
    landscape: bool = False


def sections(dossier: Dossier) -> tuple[Section, ...]:
    """Return the report's sections in reading order, appendices last."""
    fragments = {fragment.id: fragment for fragment in dossier.sections}
    appendices = {appendix.id for appendix in dossier.data.appendices}
    landscape = {appendix.id for appendix in dossier.data.appendices if appendix.orientation == "liggend"}
    landscape |= set(_landscape(dossier.data.outline))
    return tuple(
        Section(
            fragment=fragments[id],
            level=level(number),
            number=number,
            appendix=id in appendices,
            landscape=id in landscape,
        )
        for id, number in outline(dossier)
    )


def outline(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Return the id and number of each section and appendix that the outline names, in reading order."""
    appendices = ((appendix.id, str(place)) for place, appendix in enumerate(dossier.data.appendices, 1))
    return (*_numbers(dossier.data.outline), *appendices)


def level(number: str) -> int:
    """Return how deep a section with that number is: 1 for a chapter, 3 for "2.3.1"."""
    return number.count(".") + 1


def by_id(numbered: tuple[Section, ...]) -> Mapping[str, Section]:
    """Return the sections by the id of their fragment."""
    return {section.fragment.id: section for section in numbered}


def _numbers(entries: tuple[OutlineEntry, ...], above: str = "") -> Iterator[tuple[str, str]]:
    for place, entry in enumerate(entries, 1):
        number = f"{above}.{place}" if above else str(place)
        yield entry.id, number
        yield from _numbers(entry.sections, number)


def _landscape(entries: tuple[OutlineEntry, ...]) -> Iterator[str]:
    """Yield the ids of the entries whose own text is landscape."""
    for entry in entries:
        if entry.orientation == "liggend":
            yield entry.id
        yield from _landscape(entry.sections)
