# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Missions, mandates and frameworks beside those of last year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.model import Dossier, MandateRow, WithoutRow
from jvom.source import Span
from jvom.text import Citation, walk_blocks


@rule("VRG008", WARNING, Scope.DOSSIER)
def mission_gone(dossier: DossierView) -> Iterator[Violation]:
    """A mission of last year has gone without a word."""
    then = _missions(dossier.last_year) if dossier.last_year else {}
    now = _missions(dossier.dossier)
    for mission in (dossier.mission[id] for id in then if id not in now and id in dossier.mission):
        names = (mission.name, mission.official, *mission.accepted)
        if not any(name in passage.text for passage in dossier.passages for name in names):
            place = dossier.dossier.mandates.at.keys.get("rows") or dossier.data.at.value("year")
            yield violation(place, mission=mission.name, related=then[mission.id])


def _missions(dossier: Dossier) -> dict[str, Span]:
    """Return the missions that a dossier has a row, a reason or a section for, and where."""
    found: dict[str, Span] = {}
    rows: tuple[MandateRow | WithoutRow, ...] = (*dossier.mandates.rows, *dossier.mandates.without_row)
    for row in rows:
        found.setdefault(row.mission, row.at.value("mission"))
    for section in dossier.sections:
        for mission in section.front.about:
            found.setdefault(mission, section.front.place_of(mission))
    return found


def _rows(dossier: DossierView) -> Iterator[tuple[MandateRow, MandateRow]]:
    """Yield each row with last year's of the same mission and operation, or the only one of the mission."""
    earlier = dossier.last_year.mandates.rows if dossier.last_year else ()
    for row in dossier.dossier.mandates.rows:
        about = [each for each in earlier if each.mission == row.mission]
        same = [each for each in about if each.operation == row.operation] or about
        if len(same) == 1:
            yield row, same[0]


@rule("VRG009", WARNING, Scope.DOSSIER)
def mandate_ends_earlier(dossier: DossierView) -> Iterator[Violation]:
    """A mandate ends earlier than last year's appendix said."""
    for row, other in _rows(dossier):
        if row.mandate.until and other.mandate.until and row.mandate.until < other.mandate.until:
            here, there = (each.at.value("mandate") for each in (row, other))
            yield violation(here, day=other.mandate.until, related=there)


@rule("VRG010", WARNING, Scope.DOSSIER)
def framework_changed_silently(dossier: DossierView) -> Iterator[Violation]:
    """A national framework changed, and no text or source says so."""
    for row, other in _rows(dossier):
        was = other.framework
        if row.framework != was and not _is_said(dossier, row):
            here, there = (each.at.value("framework") for each in (row, other))
            yield violation(here, was=was.until or was.word, related=there)


def _is_said(dossier: DossierView, row: MandateRow) -> bool:
    """Tell whether a text names the month of a framework's end, or a newer source than last year's report."""
    until = row.framework.until
    dates = (day for passage in dossier.passages if passage.kind != "value" for day in passage.dates)
    if until and any((day.year, day.month) == (until.year, until.month) for day in dates):
        return True
    presented = dossier.last_year.data.presentation_date if dossier.last_year else None
    references = dossier.dossier.references.references
    sections = (each for each in dossier.dossier.sections if row.mission in each.front.about)
    inlines = (each for section in sections for each in walk_blocks(section.all_blocks))
    cited = (each.references for each in inlines if isinstance(each, Citation))
    sources = map(references.__getitem__, chain.from_iterable(cited))
    return any(presented and source.date.latest > presented for source in sources)
