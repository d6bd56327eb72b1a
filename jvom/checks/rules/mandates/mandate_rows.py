# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names, places and regions in the mandate table, compared with the register and the headings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec

from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.mandates.mandate_sections import mission_sections
from jvom.checks.rules.mandates.mandate_table import base_name, places
from jvom.checks.views import DossierView
from jvom.model import Mission
from jvom.source import Span


@rule("MAN008", ERROR, Scope.DOSSIER)
def row_name_differs(dossier: DossierView) -> Iterator[Violation]:
    """The name in row or heading is not that of the register."""
    for printed in _in_rows_and_headings(dossier):
        if base_name(printed.words) not in _right_names(printed.mission):
            yield violation(printed.span, "register", name=printed.mission.name)
    for row, section in _rows_with_sections(dossier):
        here, there = base_name(row.words), base_name(section.words)
        if here != there and {here, there} <= {*_right_names(row.mission)}:
            title, related = section.words, section.span
            yield violation(row.span, "heading", name=there, title=title, related=related, severity=INFO)


@rule("MAN009", WARNING, Scope.DOSSIER)
def row_place_differs(dossier: DossierView) -> Iterator[Violation]:
    """The places in row or heading are not those of the register."""
    for printed in _in_rows_and_headings(dossier):
        known = _known_places(printed.mission)
        for place in places(printed.words):
            if known and _plain(place) not in known:
                yield violation(printed.span, "register", place=place)
    for row, section in _rows_with_sections(dossier):
        known = _known_places(row.mission)
        here, there = ({*map(_plain, places(each.words))} for each in (row, section))
        if here and there and here != there and (not known or here | there <= known):
            yield violation(row.span, "heading", title=section.words, related=section.span, severity=INFO)


class _Printed(msgspec.Struct, frozen=True):
    """What a row or the heading of a section prints for a mission."""

    mission: Mission
    words: str
    span: Span


def _rows(dossier: DossierView) -> list[_Printed]:
    return [
        _Printed(mission, row.operation, row.at.value("operation"))
        for row in dossier.dossier.mandates.rows
        if (mission := dossier.mission.get(row.mission))
    ]


def _headings(dossier: DossierView) -> dict[str, _Printed]:
    """Return the headings of the sections on one mission, by its id: on more, the title is no name."""
    return {
        mission.id: _Printed(mission, text.title, text.title_span)
        for text, mission in dossier.memo(mission_sections)
        if len(text.missions) < 2
    }


def _in_rows_and_headings(dossier: DossierView) -> list[_Printed]:
    return [*_rows(dossier), *_headings(dossier).values()]


def _rows_with_sections(dossier: DossierView) -> Iterator[tuple[_Printed, _Printed]]:
    headings = _headings(dossier)
    return ((row, headings[row.mission.id]) for row in _rows(dossier) if row.mission.id in headings)


@rule("MAN010", WARNING, Scope.DOSSIER)
def row_region_differs(dossier: DossierView) -> Iterator[Violation]:
    """The region of a row is not that of the register or of the section."""
    regions = {mission.region for mission in dossier.dossier.missions.missions}
    regions |= {row.region for row in dossier.dossier.mandates.rows}
    above = _regions_above(dossier, regions)
    sections = {mission.id: text.id for text, mission in dossier.memo(mission_sections)}
    for row in dossier.dossier.mandates.rows:
        mission, place = dossier.mission.get(row.mission), row.at.value("region")
        region = above.get(sections.get(row.mission, ""), "")
        if mission and mission.region != row.region:
            there = mission.at.value("region")
            yield violation(place, "register", region=mission.region, related=there)
        elif region and region != row.region:
            is_diverse = row.region.lower().startswith(("divers", "overig"))
            yield violation(place, "section", region=region, severity=INFO if is_diverse else None)
    closed: set[str] = set()
    for region, rows in groupby(dossier.dossier.mandates.rows, key=lambda row: row.region):
        if region in closed:
            yield violation(next(rows).at.value("region"), "scattered", region=region)
        closed.add(region)


def _right_names(mission: Mission) -> tuple[str, ...]:
    return (mission.name, mission.official, *mission.accepted)


def _known_places(mission: Mission) -> set[str]:
    """Return the places of a mission, and the parts of those that are several: "Israël en Libanon"."""
    return {_plain(part) for place in mission.places for part in (place, *places(f"({place})"))}


def _plain(place: str) -> str:
    return place.lower().removeprefix("de ").removeprefix("het ").strip()


def _regions_above(dossier: DossierView, regions: set[str]) -> dict[str, str]:
    """Return, by the id of a section, the nearest heading above it that is a region."""
    nearest: dict[str, str] = {}
    within = [""]
    for entry, level in dossier.outline:
        nearest[entry.id] = within[level - 1]
        text = dossier.text(entry.id)
        within[level:] = [text.title if text and text.title in regions else within[level - 1]]
    return nearest
