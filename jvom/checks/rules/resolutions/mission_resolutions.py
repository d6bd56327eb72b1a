# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The resolutions that table and texts give for a mission, compared with the register."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase
from jvom.analysis.resolutions import ResolutionMention, find_resolutions, write_resolutions
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.mission_names import names_of
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.dutch.typos import typo
from jvom.findings import Severity
from jvom.model import MandateRow, Mission, Resolution
from jvom.source import Span

_RESTS_ON = Phrase(
    "mandaat*|*mandaat|*-mandaat|mandaten*|grondslag*|rechtsgrond*|rechtsbasis|krachtens|verleng*|berust*",
    "op grond|basis van",
    "rust op",
)
_EARLIER = Phrase(
    "destijds|oorspronkelijk*|aanvankelijk|eerder*|voorheen|vorig|vorige|toenmalig*|opgevolgd|vervangen",
    "liep af",
)


@rule("RES005", ERROR, Scope.DOSSIER)
def resolution_superseded(dossier: DossierView) -> Iterator[Violation]:
    """According to the text, a mission rests on a resolution that has been superseded."""
    for row, mission in _rows(dossier):
        mentions = find_resolutions(row.basis)
        for mention in mentions:
            if old := _superseded(mission, mention, mentions):
                yield _violation(row.at.value("basis"), mission, old, None)
    for text in dossier.texts:
        for passage in text.passages:
            for mention in passage.resolutions:
                start, end = passage.sentence_at(mention.start)
                about = dossier.mission.get(text.mission_at(passage, mention.start))
                about = about or _named(dossier, passage.lowered[start:end])
                beside = [each for each in passage.resolutions if start <= each.start < end]
                old = _superseded(about, mention, beside) if about else None
                rests = _RESTS_ON.find_in(passage, start, end) and not _EARLIER.find_in(passage, start, end)
                if about and old and rests:
                    yield _violation(passage.span_of(mention), about, old, WARNING)


def _rows(dossier: DossierView) -> Iterator[tuple[MandateRow, Mission]]:
    """Yield the rows of the table about a mission of which the register has the resolutions."""
    for row in dossier.dossier.mandates.rows:
        mission = dossier.mission.get(row.mission)
        if mission and mission.resolutions:
            yield row, mission


@rule("RES006", WARNING, Scope.DOSSIER)
def resolution_not_of_mission(dossier: DossierView) -> Iterator[Violation]:
    """The table gives a mission a resolution that the register does not list for it."""
    known = {each.number for mission in dossier.mission.values() for each in mission.resolutions}
    for text in dossier.texts:
        for passage in text.passages if text.missions else ():
            for mention in passage.resolutions:
                mission = dossier.mission.get(text.mission_at(passage, mention.start))
                meant = _intended(mission, mention) if mission and mention.number not in known else None
                if mission and meant:
                    whole = write_resolutions([meant.number], meant.year)
                    yield _not_of_mission(passage.span_of(mention), mission, mention, whole)
    for row, mission in _rows(dossier):
        known = {resolution.number for resolution in mission.resolutions}
        for mention in find_resolutions(row.basis):
            if mention.number not in known:
                yield _not_of_mission(row.at.value("basis"), mission, mention)


def _not_of_mission(span: Span, mission: Mission, mention: ResolutionMention, meant: str = "") -> Violation:
    wording, there = "mistyped" if meant else "not-of-mission", mission.at.value("resolutions")
    return violation(span, wording, number=mention.number, name=mission.name, meant=meant, related=there)


def _superseded(
    mission: Mission, mention: ResolutionMention, beside: list[ResolutionMention]
) -> Resolution | None:
    """Return the resolution of a mention if it is no longer in force, and no newer one is named beside it."""
    known = {each.number: each for each in mission.resolutions}
    newer = (known.get(each.number) for each in beside if each.number > mention.number)
    old = known.get(mention.number)
    return None if old is None or old.in_force or any(each and each.in_force for each in newer) else old


def _named(dossier: DossierView, sentence: str) -> Mission | None:
    """Return the mission that a sentence in small letters names, when it is the only one with resolutions."""
    missions = (mission for mission in dossier.mission.values() if mission.resolutions)
    named = [mission for mission in missions if has_any_whole(sentence, names_of(mission))]
    return named[0] if len(named) == 1 else None


def _intended(mission: Mission, mention: ResolutionMention) -> Resolution | None:
    """Return the resolution of a mission that a mention misspells."""
    meant = (each for each in mission.resolutions if typo(str(mention.number), str(each.number)))
    return next((each for each in meant if mention.year in (None, each.year)), None)


def _violation(span: Span, mission: Mission, old: Resolution, severity: Severity | None) -> Violation:
    valid = [each for each in mission.resolutions if each.in_force]
    newest = max(valid, key=lambda each: each.number, default=None)
    has_newer = newest is not None and newest.number > old.number
    whole = write_resolutions([newest.number], newest.year) if newest else ""
    wording, there, name = "newer" if has_newer else "no-newer", old.at.value("in_force"), mission.name
    return violation(
        span, wording, number=old.number, name=name, whole=whole, related=there, severity=severity
    )
