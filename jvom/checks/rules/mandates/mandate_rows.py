# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names, places and regions in the mandate table, compared with the register and the headings."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.mandates.mandate_sections import mission_sections, place_of
from jvom.checks.rules.mandates.mandate_table import base_name, places
from jvom.checks.views import DossierView
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Mission, OutlineEntry


@rule("MAN008", ERROR, Scope.DOSSIER, msg("De naam in rij of kop is niet die van het register"))
def row_name_differs(dossier: DossierView) -> Iterator[Violation]:
    """The name in row or heading is not that of the register."""
    headings = {mission.id: text for text, mission in dossier.memo(mission_sections)}
    for row in dossier.dossier.mandates.rows:
        mission = dossier.mission.get(row.mission)
        if mission is None:
            continue
        name, section = base_name(row.operation), headings.get(row.mission)
        if name not in _right_names(mission):
            yield Violation(
                row.at.value("operation"),
                msg("het register noemt deze missie «{name}»", name=mission.name),
                msg("schrijf de naam zoals in missions.yml, of zet deze schrijfwijze daar bij accepted"),
            )
        elif (
            section and base_name(section.title) in _right_names(mission) and base_name(section.title) != name
        ):
            yield Violation(
                row.at.value("operation"),
                msg("de kop van de paragraaf noemt deze missie «{name}»", name=base_name(section.title)),
                msg("kies één naam"),
                related=(Related(place_of(section), msg("hier staat «{title}»", title=section.title)),),
                severity=INFO,
            )
    for id, text in headings.items():
        mission = dossier.mission[id]
        if text.title and base_name(text.title) not in _right_names(mission):
            yield Violation(
                text.title_span,
                msg("het register noemt deze missie «{name}»", name=mission.name),
                msg("schrijf de naam zoals in missions.yml, of zet deze schrijfwijze daar bij accepted"),
            )


@rule("MAN009", WARNING, Scope.DOSSIER, msg("De plaatsen in rij of kop zijn niet die van het register"))
def row_place_differs(dossier: DossierView) -> Iterator[Violation]:
    """The places in row or heading are not those of the register."""
    headings = {mission.id: text for text, mission in dossier.memo(mission_sections)}
    printed = [
        (row.mission, row.operation, row.at.value("operation")) for row in dossier.dossier.mandates.rows
    ]
    printed += [(id, text.title, text.title_span) for id, text in headings.items()]
    for id, words, span in printed:
        mission = dossier.mission.get(id)
        known = (
            {_plain(part) for place in mission.places for part in _whole_and_parts(place)}
            if mission
            else set()
        )
        for place in places(words):
            if known and _plain(place) not in known:
                yield Violation(
                    span,
                    msg("het register kent «{place}» niet bij deze missie", place=place),
                    msg("schrijf een plaats uit missions.yml, of zet deze erbij"),
                )
    for row in dossier.dossier.mandates.rows:
        text, mission = headings.get(row.mission), dossier.mission.get(row.mission)
        if text is None or mission is None:
            continue
        known = {_plain(part) for place in mission.places for part in _whole_and_parts(place)}
        here, there = (
            {*map(_plain, places(row.operation))},
            {*map(_plain, places(text.title))},
        )
        if here and there and here != there and (not known or here | there <= known):
            yield Violation(
                row.at.value("operation"),
                msg("de kop van de paragraaf geeft andere plaatsen: «{title}»", title=text.title),
                msg("geef in rij en kop dezelfde plaatsen"),
                related=(Related(text.title_span, msg("hier staat «{title}»", title=text.title)),),
                severity=INFO,
            )


@rule(
    "MAN010",
    WARNING,
    Scope.DOSSIER,
    msg("De regio van een rij is niet die van het register of van de paragraaf"),
)
def row_region_differs(dossier: DossierView) -> Iterator[Violation]:
    """The region of a row is not that of the register or of the section."""
    regions = {mission.region for mission in dossier.dossier.missions.missions}
    regions |= {row.region for row in dossier.dossier.mandates.rows}
    above = _regions_above(dossier, regions)
    sections = {mission.id: text.id for text, mission in dossier.memo(mission_sections)}
    previous, closed = "", set[str]()
    for row in dossier.dossier.mandates.rows:
        mission, place = dossier.mission.get(row.mission), row.at.value("region")
        region = above.get(sections.get(row.mission, ""), "")
        if mission and mission.region != row.region:
            yield Violation(
                place,
                msg("het register geeft «{region}» als regio", region=mission.region),
                msg("maak rij en register gelijk"),
                related=(
                    Related(mission.at.value("region"), msg("hier staat «{region}»", region=mission.region)),
                ),
            )
        elif region and region != row.region:
            yield Violation(
                place,
                msg("de paragraaf over deze missie staat onder «{region}»", region=region),
                msg("zet de rij onder die regio, of verplaats de paragraaf"),
                severity=INFO if _is_miscellaneous(row.region) else None,
            )
        if row.region != previous:
            if row.region in closed:
                yield Violation(
                    place,
                    msg("de rijen van «{region}» staan niet bij elkaar", region=row.region),
                    msg("zet de rij bij de andere van die regio"),
                )
            closed.add(previous)
            previous = row.region


def _right_names(mission: Mission) -> tuple[str, ...]:
    return (mission.name, mission.official, *mission.accepted)


def _whole_and_parts(place: str) -> tuple[str, ...]:
    return (place, *places(f"({place})"))


def _plain(place: str) -> str:
    return place.lower().removeprefix("de ").removeprefix("het ").strip()


def _is_miscellaneous(region: str) -> bool:
    return region.lower().startswith(("divers", "overig"))


def _regions_above(dossier: DossierView, regions: set[str]) -> dict[str, str]:
    """Return, by the id of a section, the nearest heading above it that is a region."""
    nearest: dict[str, str] = {}

    def descend(entries: tuple[OutlineEntry, ...], region: str) -> None:
        for entry in entries:
            if region:
                nearest[entry.id] = region
            text = dossier.text(entry.id)
            descend(entry.sections, text.title if text and text.title in regions else region)

    descend(dossier.data.outline, "")
    return nearest


RULES = (row_name_differs, row_place_differs, row_region_differs)
