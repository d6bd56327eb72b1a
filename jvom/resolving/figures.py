# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A declared figure as Dutch writes it."""

from __future__ import annotations

from datetime import date

from jvom.dutch import dates, numbers
from jvom.dutch.placeholders import OPEN_PLACE
from jvom.model import Count, Day, Figure, Money, Percentage


def write_figure(figure: Figure) -> str:
    """Return "4.126", "elf", "€ 42,2 miljoen", "20 mei 2026" or "12,5%"; spaces are plain.

    A figure that is still open gives `OPEN_PLACE`.
    """
    return OPEN_PLACE if figure.value is None else write_value(figure, figure.value)


def write_value(figure: Figure, value: float | date) -> str:
    """Return a value as the figure is written, which may have another; it must be of that type."""
    match figure, value:
        case Count(form="letters"), int(count) if count <= numbers.LARGEST_IN_WORDS:
            return numbers.write_words(count)
        case Count(), int(count):
            return numbers.write_integer(count)
        case Money(unit=unit, currency=currency), int() | float():
            # Cents are two digits, or none at all: € 12,50 and € 500.000.
            amount = numbers.write_money(value, unit, 2 if not unit and value % 1 else None)
            return amount if currency == "EUR" else amount.replace("€", "US$", 1)
        case Day(form="maand-jaar"), date(year=year, month=month):
            return dates.write_month(year, month)
        case Day(form="dag-maand"), date(month=month, day=day):
            return f"{day} {dates.MONTHS[month]}"
        case Day(), date():
            return dates.write_date(value)
        case Percentage(), int() | float():
            return numbers.write_percentage(value)
    raise TypeError(f"no value of a {type(figure).__name__}: {value!r}")
