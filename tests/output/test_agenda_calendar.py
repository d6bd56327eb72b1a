# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar file, read back by another reader than the library that wrote it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import vobject
from msgspec.structs import replace

from jvom.output.agenda_calendar import agenda_calendar
from tests.output.boards import AS_OF, local, made


def written(as_of: date = AS_OF, language: str = "nl") -> bytes:
    _, events = made()
    return agenda_calendar(events, "Het dossier", as_of, local(language))


def events_in(data: bytes) -> list[Any]:
    calendar = vobject.readOne(data.decode())
    return list(calendar.vevent_list)


class Describe_the_calendar_file:
    def it_has_every_event_on_its_whole_day(self):
        _, events = made()

        found = events_in(written())

        assert [each.dtstart.value for each in found] == [event.day for event in events]
        assert all(type(each.dtstart.value) is date for each in found)
        assert all(each.dtend.value - each.dtstart.value == timedelta(1) for each in found)
        assert all(each.transp.value == "TRANSPARENT" for each in found)

    def it_says_what_to_do_where_and_by_whom(self):
        (mandate,) = (each for each in events_in(written()) if each.uid.value.startswith("mandate-unifil"))

        assert mandate.summary.value == "Het internationale mandaat van UNIFIL eindigt"
        assert mandate.description.value.splitlines() == [
            "Te doen: Kijk of het verlengd wordt, en werk mandates.yml en de tekst bij",
            "Paragraaf: 2.1.1 UNIFIL <& co>",
            "Eigenaar: DGB en CDS",
            "Bron: VNVR-resolutie 2790 (2025) (mandates.yml)",
        ]

    def it_warns_in_time(self):
        alarms = {each.uid.value: each.valarm for each in events_in(written())}

        assert all(alarm.action.value == "DISPLAY" and alarm.description.value for alarm in alarms.values())
        assert alarms["mandate-unifil@jvom"].trigger.value == -timedelta(30)
        assert alarms["council-2025@jvom"].trigger.value == -timedelta(7)

    def its_identifiers_stay_when_a_day_moves(self):
        """So a second import moves the event, and makes no second one."""
        _, events = made()
        moved = [replace(event, day=event.day + timedelta(40)) for event in events]

        first, later = events_in(written()), events_in(agenda_calendar(moved, "Het dossier", AS_OF, local()))

        uids = [each.uid.value for each in first]
        assert len(uids) == len(set(uids))
        assert uids == [each.uid.value for each in later]
        assert [each.dtstart.value for each in first] != [each.dtstart.value for each in later]

    def it_is_the_same_each_time(self):
        assert written() == written()
        assert written(AS_OF + timedelta(1)) != written()

    def it_has_the_lines_of_the_standard(self):
        """RFC 5545, 3.1: lines end in CR LF and have at most 75 octets."""
        lines = written().split(b"\r\n")

        assert lines[0] == b"BEGIN:VCALENDAR"
        assert lines[-1] == b""
        assert b"\n" not in b"".join(lines)
        assert max(map(len, lines)) <= 75

    def it_speaks_english(self):
        assert "The international mandate of UNIFIL ends" in written(language="en").decode()

    def it_may_be_empty(self):
        data = agenda_calendar([], "Het dossier", AS_OF, local())

        assert data.startswith(b"BEGIN:VCALENDAR")
        assert b"VEVENT" not in data
