# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda as a calendar file (iCalendar, RFC 5545), which Outlook and every other calendar imports.

Each event is a whole day, has a UID that stays, so that a second import changes it and adds none, and warns
some days before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar
from icalendar import Event as CalendarEvent

from jvom.messages import msg
from jvom.output.agenda_words import place, sentence
from jvom.output.localized import Localized
from jvom.years.agenda import ALARMS, Event

_DOMAIN = "jvom"
"""Behind the @ of each UID (RFC 7986, 5.3): whose the identifier is."""


def agenda_calendar(events: Sequence[Event], title: str, as_of: date, local: Localized) -> bytes:
    """Return the calendar file. Its time stamp is the day of the agenda: the same agenda, the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", f"-//jvom//agenda//{local.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    # In UTC, as RFC 5545 (3.8.7.2) asks; a later export is a later revision of its events.
    stamp = datetime.combine(as_of, time(), UTC)
    for event in events:
        calendar.add_component(_event(event, stamp, local))
    data: bytes = calendar.to_ical()
    return data


def _event(event: Event, stamp: datetime, local: Localized) -> CalendarEvent:
    what = sentence(event.what, local)
    made = CalendarEvent()
    made.add("uid", f"{event.uid}@{_DOMAIN}")
    made.add("dtstamp", stamp)
    made.add("dtstart", event.day)
    if event.day < date.max:
        made.add("dtend", event.day + timedelta(1))  # not inclusive (RFC 5545, 3.6.1)
    made.add("summary", what)
    made.add("description", _description(event, local))
    made.add("transp", "TRANSPARENT")  # a day off for nobody
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", what)
    alarm.add("trigger", -timedelta(ALARMS[event.kind]))
    made.add_component(alarm)
    return made


def _description(event: Event, local: Localized) -> str:
    lines = [
        (msg("Te doen"), _todo(event, local)),
        (msg("Paragraaf"), place(event.place, local)),
        (msg("Eigenaar"), local.listed(event.owners)),
        (msg("Bron"), local.say(event.source)),
    ]
    return "\n".join(f"{local.say(label)}: {words}" for label, words in lines if words)


def _todo(event: Event, local: Localized) -> str:
    todo = sentence(event.todo, local)
    if not todo or event.by == event.day:
        return todo
    return local.say(msg("{todo}, uiterlijk {day}", todo=todo, day=local.day(event.by)))
