# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Messages whose values are days, months and lists, in the language of the run (Babel, the CLDR)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list

from jvom.cli.terminal import Terminal
from jvom.messages import Message
from jvom.times import Month

# British English, which writes the day before the month, as Dutch does. Given only the name of a language,
# Babel would first look for its aliases.
_LOCALES = {"nl": ("nl",), "en": ("en", "GB")}


def message_writer(terminal: Terminal) -> Callable[[Message], str]:
    """Return what writes a message with the values in it, as text for the terminal."""
    locale = Locale(*_LOCALES[terminal.language])

    def written(value: object) -> object:
        match value:
            case Month():
                return format_date(value.first_day, "MMMM y", locale)
            case date():
                return format_date(value, "d MMMM y", locale)
            case tuple():
                return format_list([str(written(each)) for each in value], locale=locale)
            case Message():
                return write(value)
            case _:
                return value

    def write(message: Message) -> str:
        values = {name: written(value) for name, value in message.values.items()}
        return terminal.translated(Message(message.text, values))

    return write
