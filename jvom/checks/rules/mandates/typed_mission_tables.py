# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Regions, places and legal bases in typed tables, against the table of mandates and the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jvom.analysis.passages import Passage, plain_passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.mission_names import names_of
from jvom.checks.rule import Violation, violation
from jvom.checks.rules.mandates.mandate_table import Row, base_name, column_of
from jvom.checks.tables import tables_of
from jvom.checks.views import DossierView
from jvom.model import Mission

_OPERATION = Phrase("{start} inzet|missie|operatie|bijdrage {end}")
_PLACE = Phrase("{start} gebied|land|gastland|plaats|locatie|standplaats|inzetgebied|missiegebied {end}")


def wrong_cells(dossier: DossierView, rows: Mapping[str, Row]) -> Iterator[Violation]:
    """Yield the cells on a mission that give it another region, place or resolution."""
    paths = {match.passage.whole.path for match in _OPERATION.find(dossier)}
    tables = [table for text in dossier.texts if text.path in paths for table in tables_of(text)]
    for header, lines in tables:
        columns = {_column(head): head.column for head in reversed(header)}
        is_read = "operation" in columns and columns.keys() & {"region", "place", "basis"}
        for line in lines if is_read else ():
            cells = {cell.column: cell for cell in line}
            named = {column: cells[at] for column, at in columns.items() if at in cells}
            name = base_name(named["operation"].text).lower() if "operation" in named else ""
            mission = next((each for each in dossier.mission.values() if name in names_of(each)), None)
            yield from _wrong_in(named, mission, rows, dossier) if mission else ()


def _column(head: Passage) -> str:
    return "place" if _PLACE.find_in(head) else column_of(head)


def _wrong_in(
    cells: Mapping[str, Passage], mission: Mission, rows: Mapping[str, Row], dossier: DossierView
) -> Iterator[Violation]:
    regions, row = {each.region for each in rows.values()}, rows.get(mission.id)
    if (cell := cells.get("region")) and cell.text.strip() in regions - {
        row.region if row else mission.region
    }:
        yield violation(cell.span(), "region", name=mission.name, words=row.region if row else mission.region)
    if (cell := cells.get("place")) and mission.places:
        words = cell.text.strip().removeprefix("de ").lower()
        if words in dossier.memo(_known_places) and not _shares(words, mission.places):
            yield violation(cell.span(), "place", name=mission.name, place=", ".join(mission.places))
    if (cell := cells.get("basis")) and row:
        right = {each.number for each in plain_passage(row.basis.text).resolutions}
        said = {each.number for each in cell.resolutions}
        if said and right and said.isdisjoint(right | {each.number for each in mission.resolutions}):
            yield violation(cell.span(), "basis", words=row.basis.text, related=row.basis.span)


def _known_places(dossier: DossierView) -> frozenset[str]:
    """Return the places of missions and the states, in small letters."""
    places = (place for mission in dossier.mission.values() for place in mission.places)
    return frozenset(map(str.lower, (*places, *word_class("state"))))


def _shares(words: str, places: Sequence[str]) -> bool:
    return any(words in place.lower() or place.lower() in words for place in places)
