# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections about missions and rows of the mandate table: each needs the other."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.registers import Mention
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.mandates.mandate_matching import unmatched
from jvom.checks.rules.mandates.mandate_table import base_name
from jvom.checks.views import DossierView, Texts, TextView
from jvom.model import Mission
from jvom.source import Span

_CONTRIBUTED = Phrase(
    "Nederland|kabinet leverde|levert|zond|stuurde|droeg|draagt ...6 aan|naar mission={mission}",
)
_YEAR = Phrase("{year|date}")


@rule("MAN006", ERROR, Scope.TEXTS, loose=WARNING)
def section_without_row(texts: Texts) -> Iterator[Violation]:
    """A mission has a section and no row in the mandate table."""
    if not isinstance(texts, DossierView):
        for heading in texts.memo(unmatched).headings:
            yield violation(heading.span(), "not-in-table")
        return
    mandates = texts.dossier.mandates
    rows = {row.mission: row for row in mandates.rows}
    excused = {exception.mission: exception for exception in mandates.without_row}
    for text, mission in texts.memo(mission_sections):
        if mission.id not in rows.keys() | excused.keys():
            yield violation(place_of(text, mission), "no-row", name=mission.name)
    listed = {mission.id for _, mission in texts.memo(mission_sections)}
    for match in _CONTRIBUTED.find(texts):
        mission = texts.mission[match.value("mission", Mention).id]
        known = rows.keys() | excused.keys() | listed
        if mission.id not in known and not _YEAR.find_in(match.passage, *match.sentence):
            yield violation(match.span, "contributed", name=mission.name, severity=WARNING)
    for id in excused.keys() & rows.keys():
        yield violation(excused[id].at.value("mission"), "has-row", related=rows[id].at.value("mission"))


@rule("MAN007", ERROR, Scope.TEXTS, loose=WARNING)
def row_without_section(texts: Texts) -> Iterator[Violation]:
    """A row of the mandate table has no section."""
    if isinstance(texts, DossierView):
        if texts.data.report is not None:
            yield from _listed_and_not_named(texts)
            yield from _rows_without_section(texts)
        return
    for left in texts.memo(unmatched).rows:
        prose = (each.lowered for each in texts.passages if each.kind not in ("cell", "head", "value"))
        severity = INFO if any(has_any_whole(words, left.names) for words in prose) else None
        yield violation(left.operation.span, "not-in-text", name=left.operation.text, severity=severity)


def _rows_without_section(dossier: DossierView) -> Iterator[Violation]:
    sections = {mission.id: (text, mission) for text, mission in dossier.memo(mission_sections)}
    seen: dict[str, Span] = {}
    for row in dossier.dossier.mandates.rows:
        place = row.at.value("mission")
        is_second = row.mission in seen
        seen.setdefault(row.mission, place)
        if is_second:
            yield violation(place, "two-rows", related=seen[row.mission])
        elif row.mission not in sections and not row.without_section.strip():
            about = [each for each in _prose(dossier) if _names(each, row.mission)]
            if any(each.mission == row.mission or each.kind in ("title", "heading") for each in about):
                continue
            # A report may be about a mission under another heading, in more than a sentence.
            elsewhere = about if sum(len(_names(each, row.mission)) for each in about) > 1 else []
            severity, there = (INFO, about[0].span()) if elsewhere else (None, ())
            yield violation(place, "no-section", name=row.operation, related=there, severity=severity)
        elif row.mission in sections and row.without_section:
            here, there = row.at.value("without_section"), place_of(*sections[row.mission])
            yield violation(here, "has-section", name=row.operation, related=there, severity=WARNING)


def _prose(dossier: DossierView) -> Iterator[Passage]:
    """Yield what the report says outside tables."""
    for passage in dossier.passages:
        if passage.document == "rapport" and passage.kind not in ("value", "head", "cell"):
            yield passage


def _names(passage: Passage, mission: str) -> set[tuple[int, int]]:
    """Return the sentences of a passage that name a mission; all of one that is marked to be about it."""
    if passage.mission == mission:
        return {*passage.sentences}
    named = passage.mentions.get("mission", ())
    return {passage.sentence_at(each.start) for each in named if each.id == mission}


def _listed_and_not_named(dossier: DossierView) -> Iterator[Violation]:
    """Yield the missions of a text on several that none of its passages names."""
    for text, mission in dossier.memo(mission_sections):
        if len(text.missions) > 1 and not any(_names(each, mission.id) for each in text.passages):
            yield violation(place_of(text, mission), "not-named", name=mission.name, severity=WARNING)


def mission_sections(dossier: DossierView) -> tuple[tuple[TextView, Mission], ...]:
    """Return the sections about missions, known by front matter or by a heading that is its name.

    A section on several missions is there once for each.
    """
    by_name = {
        form: mission
        for mission in dossier.dossier.missions.missions
        for form in (mission.name.lower(), mission.official.lower())
    }
    found = []
    for text in dossier.texts:
        if text.document == "rapport":
            missions = [dossier.mission[each] for each in text.missions if each in dossier.mission]
            titled = by_name.get(base_name(text.title).lower())
            found += [(text, each) for each in missions or ([titled] if titled else ())]
    return tuple(found)


def place_of(text: TextView, mission: Mission) -> Span:
    """Return the place where a section says that it is about a mission."""
    if text.fragment and mission.id in text.missions:
        return text.fragment.front.place_of(mission.id)
    return text.title_span
