# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of figures.yml that are numbers, and what the texts use them for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import TypeAlias

import msgspec

from jvom.analysis.number_expressions import NumberExpression
from jvom.checks.groups import by_key
from jvom.checks.views import DossierView, Texts
from jvom.dutch.numbers import MAGNITUDES
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Count, Day, Figure, Money, Percentage
from jvom.resolving.figures import write_figure
from jvom.text import FigureUse

#: A value with its unit: "", "euro", "dollar", "percent".
Value: TypeAlias = tuple[str, Decimal]


class Declared(msgspec.Struct, frozen=True):
    """A figure, with what it counts in the texts , as nouns and as phrases that end in them, and where."""

    name: str
    figure: Figure
    nouns: set[str]
    phrases: set[str]
    sections: set[str]

    @property
    def here(self) -> Related:
        """Where its value is declared."""
        return declared_here(self.name, self.figure)


def declared_figures(texts: Texts) -> Mapping[Value, Sequence[Declared]]:
    """Return the figures of a dossier by their value; none without one."""
    if not isinstance(texts, DossierView):
        return {}
    by_name = {
        name: Declared(name, figure, set(), set(), set())
        for name, figure in texts.dossier.figures.figures.items()
        if figure.value is not None and not isinstance(figure, Day)
    }
    for passage in texts.passages:
        starts = {each.start: each for each in passage.quantities} if passage.segments else {}
        for part in passage.segments:
            if isinstance(part.source, FigureUse) and (used := by_name.get(part.source.name)):
                used.sections.add(passage.section)
                if (quantity := starts.get(part.start)) and quantity.noun:
                    used.nouns.add(quantity.noun)
                    used.phrases.add(quantity.phrase)
    return by_key((value_of(each.figure), each) for each in by_name.values())


def figures_by_mission(dossier: DossierView) -> Mapping[str, Mapping[str, Declared]]:
    """Return the figures in the sections on missions, by the name of the mission and their own."""
    found: dict[str, dict[str, Declared]] = {}
    for figure in chain.from_iterable(dossier.memo(declared_figures).values()):
        for text in filter(None, map(dossier.text, sorted(figure.sections))):
            if mission := dossier.mission.get(text.mission):
                found.setdefault(mission.name, {})[figure.name] = figure
    return found


#: A shorter number may have the digits of another by chance.
_MANY_DIGITS = 4


def figures_by_digits(texts: Texts) -> Mapping[tuple[str, str], Declared]:
    """Return the figures of a dossier by their unit and their digits in order, if those are many."""
    return {
        (unit, "".join(sorted(digits))): figures[0]
        for (unit, value), figures in texts.memo(declared_figures).items()
        if len(set(digits := digits_of(value))) > 1 and (len(digits) >= _MANY_DIGITS or unit)
    }


def digits_of(value: Decimal) -> str:
    """Return the digits that a value is written with."""
    return f"{value.normalize():f}".replace(".", "")


def stated_value(number: NumberExpression) -> Value:
    """Return the value of a number in a text."""
    return number.unit, number.value


def value_of(figure: Figure) -> Value:
    """Return the value of a figure that is not open; a date has a unit of its own, and no size."""
    match figure:
        case Money(value=int() | float() as value, currency=currency, unit=unit):
            amount = Decimal(str(value)) * (MAGNITUDES[unit] if unit else 1)
            return "euro" if currency == "EUR" else "dollar", amount
        case Percentage(value=int() | float() as value):
            return "percent", Decimal(str(value))
        case Count(value=int(value)):
            return "", Decimal(value)
        case _:
            return "date", Decimal(0)


def declared_here(name: str, figure: Figure) -> Related:
    """Return where the value of a figure is declared."""
    place = figure.at.value("value")
    return Related(place, msg("«{name}» is {value}", name=name, value=write_figure(figure)))
