# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What ends and what is due: mandates, national frameworks and the letters about them, and the planning."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

import msgspec

from jvom.dossier_ids import DossierId
from jvom.messages import Message, msg
from jvom.model import Dossier, MandateRow
from jvom.resolving.numbering import Section, sections
from jvom.source import Span
from jvom.years.words import flat

EventKind = Literal[
    "mandate", "framework", "letter", "texts", "owner", "review", "milestone", "council", "presentation"
]

ALARMS: dict[EventKind, int] = {
    "mandate": 30,
    "framework": 30,
    "letter": 30,
    "texts": 14,
    "owner": 7,
    "review": 7,
    "milestone": 7,
    "council": 7,
    "presentation": 7,
}
"""How many days before an event a calendar warns of it."""


class Ahead(msgspec.Struct, frozen=True):
    """How far ahead an agenda looks, typed ``12m``, ``6w``, ``90d`` or ``2j`` (years; ``2y`` too)."""

    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, typed: str) -> Ahead:
        """Read such a length; raises ValueError for anything else, and for more than a century."""
        found = re.fullmatch(r"([0-9]{1,5})([dwmjy])", typed)
        if found is None:
            raise ValueError(typed)
        count, unit = int(found[1]), found[2]
        if count > {"d": 36525, "w": 5218, "m": 1200, "j": 100, "y": 100}[unit]:
            raise ValueError(typed)
        match unit:
            case "d":
                return cls(days=count)
            case "w":
                return cls(days=7 * count)
            case "m":
                return cls(months=count)
        return cls(months=12 * count)

    def after(self, day: date) -> date:
        """Return the day that is so far after a day; the last of the calendar when there is none."""
        try:
            return months_after(day, self.months) + timedelta(self.days)
        except OverflowError:
            return date.max


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """The section of the report that an event is about."""

    id: str
    number: str
    title: str
    appendix: bool


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the agenda.

    `uid` is the same in every agenda that has the event, also in that of another year, and whatever its date.
    `todo` is what must be done `by` a day, which is that of the event or an earlier one; `source` is where
    the date comes from, at `span`. `mission` and its `name` are those of a mandate or framework.
    """

    uid: str
    kind: EventKind
    day: date
    what: Message
    todo: Message
    by: date
    source: Message
    span: Span
    mission: str = ""
    name: str = ""
    place: Place | None = None
    owners: tuple[str, ...] = ()
    overdue: bool = False


def agenda(dossier: Dossier, id: DossierId, as_of: date, until: date, notice: int) -> tuple[Event, ...]:
    """Return the events from `as_of` up to and including `until`, in order.

    `notice` is how many months before a framework ends the letter about it must go, where its row does not
    say. A letter that should have gone by now is there, `overdue`, as long as the framework has not ended.
    """
    events = [
        event
        for event in (*_mandates(dossier, id, as_of, notice), *_planning(dossier, id))
        if event.day <= until and (event.day >= as_of or event.overdue)
    ]
    return tuple(sorted(events, key=lambda event: (event.day, _ORDER.index(event.kind), event.uid)))


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or of an earlier one; its last day when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_ORDER: tuple[EventKind, ...] = tuple(ALARMS)
_IN_MANDATES = msg("nationaal kader in mandates.yml")
_IN_PLANNING = msg("planning in dossier.yml")


def _mandates(dossier: Dossier, id: DossierId, as_of: date, notice: int) -> Iterator[Event]:
    names = {mission.id: mission.name for mission in dossier.missions.missions}
    places: dict[str, Section] = {}
    # A mission's own section before one that it shares.
    for section in sorted(sections(dossier), key=lambda each: len(each.fragment.front.about)):
        for mission in section.fragment.front.about:
            places.setdefault(mission, section)
    rows = Counter[str]()
    for row in dossier.mandates.rows:
        rows[row.mission] += 1
        several = f"-{rows[row.mission]}" if rows[row.mission] > 1 else ""
        # Not of the year: next year's agenda has the same event, which a calendar must not show twice.
        uid = "-".join(filter(None, (id.series, row.mission))) + several
        yield from _of_row(row, uid, names[row.mission], places.get(row.mission), as_of, notice)


def _of_row(
    row: MandateRow, uid: str, mission: str, section: Section | None, as_of: date, notice: int
) -> Iterator[Event]:
    def event(kind: EventKind, day: date, what: Message, todo: Message, by: date, key: str) -> Event:
        return Event(
            uid=f"{kind}-{uid}",
            kind=kind,
            day=day,
            what=what,
            todo=todo,
            by=by,
            source=msg("{basis} (mandates.yml)", basis=row.basis) if kind == "mandate" else _IN_MANDATES,
            span=row.at.value(key),
            mission=row.mission,
            name=mission,
            place=_place(section) if section else None,
            owners=section.fragment.owners if section else (),
            overdue=kind == "letter" and day < as_of,
        )

    if end := row.mandate.until:
        what = msg("het internationale mandaat van {mission} eindigt", mission=mission)
        todo = msg("kijk of het verlengd wordt, en werk mandates.yml en de tekst bij")
        yield event("mandate", end, what, todo, end, "mandate")
    if not (end := row.framework.until):
        return
    months = notice if row.notice is None else row.notice
    what = msg("het nationale kader van {mission} eindigt", mission=mission)
    letter = msg("brief aan de Kamers over het nationale kader van {mission}", mission=mission)
    if not months:
        todo = msg("kijk of het verlengd wordt, en werk mandates.yml en de tekst bij")
        yield event("framework", end, what, todo, end, "framework")
        return
    by = months_after(end, -months)
    if end >= as_of:
        todo = msg("stuur de Kamers voor die dag een brief over verlengen of eindigen")
        yield event("letter", by, letter, todo, by, "framework")
    yield event(
        "framework", end, what, msg("stuur de Kamers een brief over verlengen of eindigen"), by, "framework"
    )


def _planning(dossier: Dossier, id: DossierId) -> Iterator[Event]:
    data = dossier.data
    planning = data.planning

    def event(
        kind: EventKind,
        day: date,
        what: Message,
        todo: Message,
        span: Span,
        *,
        which: str = "",
        owners: tuple[str, ...] = (),
        source: Message = _IN_PLANNING,
    ) -> Event:
        uid = f"{kind}-{id}{which}"
        return Event(
            uid=uid,
            kind=kind,
            day=day,
            what=what,
            todo=todo,
            by=day,
            source=source,
            span=span,
            owners=owners,
        )

    every = tuple(dict.fromkeys(owner for text in dossier.fragments for owner in text.owners))
    if planning.texts:
        others = tuple(owner for owner in every if owner not in planning.owners)
        todo = msg("lever de teksten: geen ervan is nog schets of concept")
        at = planning.at.value("texts")
        yield event("texts", planning.texts, msg("de teksten zijn geleverd"), todo, at, owners=others)
    for owner, day in planning.owners.items():
        what = msg("de teksten van {owner} zijn geleverd", owner=owner)
        todo = msg("lever de teksten: geen ervan is nog schets of concept")
        at = planning.at.entry("owners", owner)
        yield event("owner", day, what, todo, at, which=f"-{_slug(owner)}", owners=(owner,))
    if planning.review:
        todo = msg("maak de teksten definitief (status: final)")
        at = planning.at.value("review")
        yield event("review", planning.review, msg("de teksten zijn nagekeken"), todo, at)
    told = Counter[str]()
    for each in planning.milestones:
        told[each.what] += 1
        several = f"-{told[each.what]}" if told[each.what] > 1 else ""
        what = Message("{what}", {"what": each.what})
        at = each.at.value("date")
        yield event("milestone", each.date, what, Message(""), at, which=f"-{_slug(each.what)}{several}")
    source = msg("dossier.yml")
    council, presentation = data.council_of_ministers, data.presentation_date
    todo = msg("leg het dossier aan de ministerraad voor")
    at = data.at.value("council_of_ministers")
    yield event("council", council, msg("ministerraad"), todo, at, source=source)
    todo = msg("verzegel het dossier en bied het de Kamers aan")
    at = data.at.value("presentation_date")
    yield event("presentation", presentation, msg("aanbieding aan de Kamers"), todo, at, source=source)


def _place(section: Section) -> Place:
    return Place(
        id=section.fragment.id,
        number=section.number,
        title=flat(section.fragment.title),
        appendix=section.appendix,
    )


def _slug(words: str) -> str:
    """Return words as they may stand in an identifier: other characters become their number."""
    return "".join(
        each if each.isascii() and each.isalnum() else "-" if each == " " else f"_{ord(each):x}"
        for each in words
    )
