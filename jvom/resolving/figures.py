# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A declared figure as Dutch writes it."""

from __future__ import annotations

from jvom.dutch import dates, numbers
from jvom.model import Count, Day, Figure, Money, Percentage


def write_figure(figure: Figure) -> str:
    """Return "4.126", "elf", "€ 42,2 miljoen", "20 mei 2026" or "12,5%"; spaces are plain."""
    match figure:
        case Count(form="letters") if figure.value <= numbers.LARGEST_IN_WORDS:
            return numbers.write_words(figure.value)
        case Count():
            return numbers.write_integer(figure.value)
        case Money():
            # Cents are two digits, or none at all: € 12,50 and € 500.000.
            cents = 2 if not figure.unit and figure.value % 1 else None
            amount = numbers.write_money(figure.value, figure.unit, cents)
            return amount if figure.currency == "EUR" else amount.replace("€", "US$", 1)
        case Day(form="maand-jaar"):
            return dates.write_month(figure.value.year, figure.value.month)
        case Day(form="dag-maand"):
            return f"{figure.value.day} {dates.MONTHS[figure.value.month]}"
        case Day():
            return dates.write_date(figure.value)
        case Percentage():
            return numbers.write_percentage(figure.value)
