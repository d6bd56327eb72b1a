# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Days, numbers, durations and lists in the language of the terminal, by Babel (the CLDR)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from babel.core import Locale
from babel.dates import format_date, format_timedelta
from babel.lists import format_list

from jvom.cli.numbers import write_number
from jvom.cli.terminal import Terminal
from jvom.output.localized import Localized

_ALWAYS_DAYS = 10**9
"""This many weeks, months or years before Babel writes those instead of days."""


def localized(terminal: Terminal) -> Localized:
    """Return how values are written on a terminal."""
    # Given only the name of a language, Babel would first look for its aliases.
    locale = Locale(*_LOCALES[terminal.language])

    def in_form(form: str, day: date) -> str:
        return format_date(day, form, locale)

    def days(count: int) -> str:
        delta = timedelta(days=count)
        return format_timedelta(delta, granularity="day", threshold=_ALWAYS_DAYS, locale=locale)

    def listed(words: Sequence[str]) -> str:
        return format_list(words, style="standard", locale=locale)

    return Localized(
        language=terminal.language,
        say=terminal.translated,
        day=lambda day: in_form("d MMMM y", day),
        short_day=lambda day: in_form("d MMM y", day),
        month=lambda day: in_form("MMM y", day),
        days=days,
        number=lambda number: write_number(number, terminal.language),
        listed=listed,
    )


# British English, which writes a day before its month, as Dutch does.
_LOCALES = {"nl": ("nl",), "en": ("en", "GB")}
