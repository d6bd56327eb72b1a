# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections about missions and rows of the mandate table: each needs the other."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.rules.mandates.mandate_matching import matches
from jvom.checks.rules.mandates.mandate_table import base_name
from jvom.checks.views import DossierView, Texts, TextView
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Mission
from jvom.source import Span


@rule("MAN006", ERROR, Scope.TEXTS)
def section_without_row(texts: Texts) -> Iterator[Violation]:
    """A mission has a section and no row in the mandate table."""
    if not isinstance(texts, DossierView):
        for match in texts.memo(matches):
            if match.heading and match.row is None:
                yield Violation(
                    match.heading.span(),
                    msg("deze missie heeft een paragraaf en geen rij in de mandatentabel"),
                    msg("zet een rij in de tabel, of leg bij de tabel uit waarom er geen is"),
                    severity=WARNING,
                )
        return
    dossier = texts
    rows = {row.mission: row for row in dossier.dossier.mandates.rows}
    excused = {exception.mission: exception for exception in dossier.dossier.mandates.without_row}
    for text, mission in dossier.memo(mission_sections):
        if mission.id not in rows and mission.id not in excused:
            yield Violation(
                place_of(text, mission),
                msg("{name} heeft een paragraaf en geen rij in de mandatentabel", name=mission.name),
                msg("zet een rij in mandates.yml, of geef onder without_row de reden"),
            )
    for id, exception in excused.items():
        if id in rows:
            yield Violation(
                exception.at.value("mission"),
                msg("deze missie heeft wel een rij"),
                msg("haal de reden weg, of de rij"),
                related=(Related(rows[id].at.value("mission"), msg("hier staat de rij")),),
            )


@rule("MAN007", ERROR, Scope.TEXTS)
def row_without_section(texts: Texts) -> Iterator[Violation]:
    """A row of the mandate table has no section."""
    if not isinstance(texts, DossierView):
        for match in texts.memo(matches):
            if match.row and match.heading is None:
                yield Violation(
                    match.row.operation.span,
                    msg("{name} heeft een rij en geen paragraaf", name=match.row.operation.text),
                    msg("schrijf de paragraaf, haal de rij weg, of leg uit waarom er geen is"),
                    severity=INFO if match.named else WARNING,
                )
        return
    dossier = texts
    if dossier.data.report is None:
        return
    yield from _listed_and_not_named(dossier)
    sections = {mission.id: (text, mission) for text, mission in dossier.memo(mission_sections)}
    seen: dict[str, Span] = {}
    for row in dossier.dossier.mandates.rows:
        place = row.at.value("mission")
        if row.mission in seen:
            yield Violation(
                place,
                msg("deze missie heeft twee rijen"),
                msg("houd er een over"),
                related=(Related(seen[row.mission], msg("hier staat de eerste")),),
            )
            continue
        seen[row.mission] = place
        if row.mission not in sections and not row.without_section.strip():
            elsewhere = _described(dossier, row.mission)
            if elsewhere and (elsewhere.mission or elsewhere.kind in ("title", "heading")):
                continue
            about = msg("hier gaat het rapport erover")
            yield Violation(
                place,
                msg("{name} heeft een rij en geen paragraaf", name=row.operation),
                msg("schrijf de paragraaf, haal de rij weg, of geef bij without_section de reden"),
                related=(Related(elsewhere.span(), about),) if elsewhere else (),
                severity=INFO if elsewhere else None,
            )
        elif row.mission in sections and row.without_section:
            yield Violation(
                row.at.value("without_section"),
                msg("{name} heeft wel een paragraaf", name=row.operation),
                msg("haal de reden weg"),
                related=(Related(place_of(*sections[row.mission]), msg("hier staat de paragraaf")),),
                severity=WARNING,
            )


def _listed_and_not_named(dossier: DossierView) -> Iterator[Violation]:
    """Yield the missions of a text on several that none of its passages names."""
    for text, mission in dossier.memo(mission_sections):
        if len(text.missions) > 1 and not any(
            mission.id == passage.mission
            or any(each.id == mission.id for each in passage.mentions.get("mission", ()))
            for passage in text.passages
        ):
            yield Violation(
                place_of(text, mission),
                msg("geen alinea van deze tekst noemt {name}", name=mission.name),
                msg("schrijf over de missie, of haal haar weg uit missions"),
                severity=WARNING,
            )


def _described(dossier: DossierView, mission: str) -> Passage | None:
    """Return where the report is about a mission elsewhere.

    That is a heading, a paragraph that is marked so, or the first of several sentences.
    """
    first, sentences = None, 0
    for passage in dossier.passages:
        if passage.document != "rapport" or passage.kind in ("value", "head", "cell"):
            continue
        named = [each for each in passage.mentions.get("mission", ()) if each.id == mission]
        if passage.mission == mission or (named and passage.kind in ("title", "heading")):
            return passage
        first = first or (passage if named else None)
        sentences += len({passage.sentence_at(each.start) for each in named})
    return first if sentences > 1 else None


def mission_sections(dossier: Texts) -> tuple[tuple[TextView, Mission], ...]:
    """Return the sections about missions, known by front matter or by a heading that is its name.

    A section on several missions is there once for each.
    """
    return tuple(_mission_sections(dossier)) if isinstance(dossier, DossierView) else ()


def _mission_sections(dossier: DossierView) -> Iterator[tuple[TextView, Mission]]:
    by_name = {
        form: mission
        for mission in dossier.dossier.missions.missions
        for form in (mission.name.lower(), mission.official.lower())
    }
    for text in dossier.texts:
        if text.document != "rapport":
            continue
        missions = [dossier.mission[each] for each in text.missions if each in dossier.mission]
        titled = by_name.get(base_name(text.title).lower())
        yield from ((text, each) for each in missions or ([titled] if titled else ()))


def place_of(text: TextView, mission: Mission) -> Span:
    """Return the place where a section says that it is about a mission."""
    if text.fragment and mission.id in text.missions:
        return text.fragment.front.place_of(mission.id)
    return text.title_span


RULES = (section_without_row, row_without_section)
