# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the table, the board, the workbook and the calendar file call events alike."""

from __future__ import annotations

from jvom.escaping import escape_controls
from jvom.messages import Message
from jvom.output.localized import Localized
from jvom.output.status_words import number
from jvom.years.agenda import Place


def sentence(message: Message, local: Localized) -> str:
    """Return a message with a capital."""
    text = local.say(message)
    return text[:1].upper() + text[1:]


def place(place: Place | None, local: Localized) -> str:
    """Return "2.3.1 UNIFIL (Libanon)"; "" for what is about no section."""
    if place is None:
        return ""
    return f"{number(place.number, place.appendix, local)} {escape_controls(place.title)}"
