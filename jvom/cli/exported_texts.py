# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which texts of a dossier are exported, and what is known of each."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jvom.cli.chosen_texts import Subjects, paths_of
from jvom.cli.dossiers import read_dossier
from jvom.cli.language import Translate
from jvom.dossier_ids import DossierId
from jvom.exchange.request import Request
from jvom.findings import Report
from jvom.kinds import SECTIONS
from jvom.messages import msg
from jvom.model import Dossier, Fragment
from jvom.reading.decoding import MAX_BYTES
from jvom.reading.dossier_folders import dossier_ids
from jvom.resolving.numbering import Section
from jvom.settings import Settings
from jvom.source import CannotRun, Problem, Span, read_file, unreadable
from jvom.text import Remark

_BELONGS = {
    0: "Waarom de missie er is, onder welk mandaat zij werkt, en wat zij moet bereiken.",
    1: "Wat er in de verslagperiode gebeurde dat voor de missie van belang is.",
    2: "Wat Nederland bijdroeg, met hoeveel mensen, wat dat opleverde, en hoe het verder gaat.",
}


class DossierText(msgspec.Struct, frozen=True):
    """A text of a dossier: its path in it without suffix ("rapport/nmi"), and the fragment."""

    section: str
    fragment: Fragment


def texts_of(dossier: Dossier) -> tuple[DossierText, ...]:
    """Return every text of a dossier, in its order."""
    return (
        *(DossierText(kind, fragment) for kind, fragment in dossier.texts.items()),
        *(DossierText(f"{SECTIONS.name}/{each.id}", each) for each in dossier.sections),
    )


def choose(dossier: Dossier, subjects: Subjects, owners: tuple[str, ...]) -> tuple[DossierText, ...]:
    """Return the texts that are asked for, all without a name or owner.

    Raises CannotRun for unknown names and owners, for those without a text in common, and for data files.
    """
    known = {each.fragment.span.path: each for each in texts_of(dossier)}
    if not subjects.texts and not owners:
        return tuple(known.values())
    paths = paths_of(dossier, subjects, owners)
    advice = msg("noem een tekst, zoals {name}", name=next(iter(known), "nota"))
    problems = [
        Problem(Span(path), msg("dit is geen tekst, maar een gegevensbestand"), advice)
        for path in paths
        if path not in known
    ]
    if problems:
        raise CannotRun(problems)
    return tuple(known[path] for path in paths)


def numbers_of(numbered: tuple[Section, ...]) -> dict[str, str]:
    """Return the id of each section by what a reference to it prints: "2.3.4", "bijlage 1"."""
    return {_printed(each): each.fragment.id for each in numbered}


def _printed(section: Section) -> str:
    return f"bijlage {section.number}" if section.appendix else section.number


def found_in(text: DossierText, report: Report | None, translate: Translate) -> tuple[Remark, ...]:
    """Return what a check found in a text as remarks."""
    path = text.fragment.span.path
    return tuple(
        Remark(f"{each.message.format(translate)} ({each.code})", "jvom", None, each.span)
        for each in (report.findings if report is not None else ())
        if each.span.path == path
    )


def request_of(
    text: DossierText,
    numbered: tuple[Section, ...],
    settings: Settings,
    last_year: Dossier | None,
    findings: tuple[Remark, ...] = (),
) -> Request:
    """Return what is asked of a text; `numbered` are the sections of its dossier.

    Raises CannotRun when its file can't be read any more.
    """
    fragment = text.fragment
    path = Path(fragment.span.path)
    try:
        raw = read_file(path, MAX_BYTES)
    except OSError as error:
        raise CannotRun([unreadable(path.as_posix(), error)]) from error
    place = next((each for each in numbered if each.fragment is fragment), None)
    return Request(
        fragment=fragment,
        raw=raw,
        section=text.section,
        number=_printed(place) if place else "",
        landscape=place is not None and place.landscape,
        headings=_headings(text, settings),
        findings=findings,
        last_year=_same_text(text, last_year),
    )


def _headings(text: DossierText, settings: Settings) -> tuple[tuple[str, str], ...]:
    if text.section == "nota":
        return tuple((heading, "") for heading in settings.nota.headings)
    if len(text.fragment.front.about) == 1:
        fixed = settings.report.mission_headings
        usual = len(fixed) == len(_BELONGS)
        return tuple((each.heading, _BELONGS[at] if usual else "") for at, each in enumerate(fixed))
    return ()


def _same_text(text: DossierText, last_year: Dossier | None) -> tuple[Dossier, Fragment] | None:
    if last_year is None:
        return None
    for each in texts_of(last_year):
        if each.section == text.section:
            return last_year, each.fragment
    return None


def earlier_dossier(content: Path, id: DossierId) -> Dossier:
    """Return the dossier of the year before. Raises CannotRun when there is none, or it can't be read."""
    earlier = DossierId(id.year - 1, id.series)
    if earlier not in dossier_ids(content):
        what = msg("er is geen dossier {id} van het vorige jaar", id=earlier)
        raise CannotRun([Problem(Span("--last-year"), what, msg("laat --last-year weg"))])
    dossier, problems = read_dossier(content, earlier)
    if dossier is None or problems:
        raise CannotRun(problems)
    return dossier
