# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda for a program. A change that breaks readers increases `SCHEMA_VERSION`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jvom.output.agenda_words import sentence
from jvom.output.localized import Localized
from jvom.years.agenda import Event

SCHEMA_VERSION = 1


def agenda_value(
    events: Sequence[Event], dossier: str, as_of: date, until: date, local: Localized
) -> dict[str, object]:
    """Return the agenda as plain values; days are ISO dates."""
    return {
        "schema_version": SCHEMA_VERSION,
        "dossier": dossier,
        "as_of": as_of,
        "until": until,
        "events": [_event(event, local) for event in events],
    }


def _event(event: Event, local: Localized) -> dict[str, object]:
    return {
        "uid": event.uid,
        "kind": event.kind,
        "date": event.day,
        "what": sentence(event.what, local),
        "mission": event.mission or None,
        "section": event.place.id if event.place else None,
        "owners": event.owners,
        "todo": sentence(event.todo, local),
        "by": event.by,
        "overdue": event.overdue,
        "source": local.say(event.source),
        "path": event.span.path,
        "line": event.span.line,
    }
