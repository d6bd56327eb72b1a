# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on declared figures: typed by hand in a text, or not the sum of their parts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts
from jvom.dutch.numbers import MAGNITUDES, write_decimal
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Count, Day, Money, Percentage
from jvom.resolving.figures import write_figure
from jvom.text import FigureUse

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.analysis.quantities import Quantity
    from jvom.model import Figure

#: Nouns that many numbers count: an equal number of them in two sections proves nothing.
_COMMON_NOUNS = frozenset(
    """
    militairen personen functionarissen landen adviseurs stafofficieren experts jaar maanden weken dagen keer
    """.split()
)


#: Units of time, which any number may measure.
_TIME_NOUNS = frozenset("jaar jaren maand maanden week weken dag dagen uur uren keer procent".split())


class DeclaredFigures(msgspec.Struct, frozen=True):
    """The declared figures: names by unit and value, and by name the words and sections of their uses."""

    names: dict[tuple[str, Decimal], list[str]]
    days: dict[datetime.date, str]
    nouns: dict[str, set[str]]
    phrases: dict[str, set[str]]
    sections: dict[str, set[str]]


def declared_figures(texts: Texts) -> DeclaredFigures:
    """Return the figures of a dossier; none without one."""
    result = DeclaredFigures({}, {}, {}, {}, {})
    if not isinstance(texts, DossierView):
        return result
    for name, figure in texts.dossier.figures.figures.items():
        if figure.value is None:
            continue
        if isinstance(figure, Day):
            if figure.form == "datum" and figure.value is not None:
                result.days.setdefault(figure.value, name)
        else:
            result.names.setdefault(value_of(figure), []).append(name)
    for passage in texts.passages:
        starts = {each.start: each for each in passage.quantities} if passage.segments else {}
        for part in passage.segments:
            if isinstance(part.source, FigureUse):
                name = part.source.name
                result.sections.setdefault(name, set()).add(passage.section)
                if (quantity := starts.get(part.start)) and quantity.noun:
                    result.nouns.setdefault(name, set()).add(quantity.noun)
                    result.phrases.setdefault(name, set()).add(quantity.phrase)
    return result


def value_of(figure: Figure) -> tuple[str, Decimal]:
    """Return the unit and the value of a figure, comparable with a number in a text.

    The value of one that is still open is no number. Raises ValueError for a date.
    """
    if figure.value is None:
        return "", Decimal("NaN")
    match figure:
        case Money():
            unit = "euro" if figure.currency == "EUR" else "dollar"
            return unit, Decimal(str(figure.value)) * (MAGNITUDES[figure.unit] if figure.unit else 1)
        case Percentage():
            return "percent", Decimal(str(figure.value))
        case Count():
            return "", Decimal(figure.value)
        case _:
            raise ValueError("a date has no value")


@rule("FIG001", WARNING, Scope.DOSSIER, msg("Een cijfer uit figures.yml is met de hand getypt"))
def typed_figure(dossier: DossierView) -> Iterator[Violation]:
    """A figure from figures.yml is typed by hand."""
    known = dossier.memo(declared_figures)
    for passage in dossier.passages:
        if passage.kind in ("title", "value", "alternative", "caption"):
            continue
        for quantity in passage.quantities:
            number = quantity.number
            names = known.names.get((number.unit, number.value))
            if not names or not passage.is_typed(number.start, number.end):
                continue
            name = _matching_figure(passage, quantity, names, known)
            if name:
                yield Violation(
                    passage.span(number.start, number.end),
                    msg("dit is het cijfer «{name}», met de hand getypt", name=name),
                    msg("noem het bij zijn naam, tussen dubbele accolades"),
                    related=(_declared_here(dossier, name),),
                )
        for date in passage.dates:
            day_name = known.days.get(date.date) if date.date else None
            if day_name and passage.is_typed(date.start, date.end):
                yield Violation(
                    passage.span(date.start, date.end),
                    msg("dit is de datum «{name}», met de hand getypt", name=day_name),
                    msg("zet daar de naam tussen dubbele accolades"),
                    related=(_declared_here(dossier, day_name),),
                    severity=INFO,
                )


def _matching_figure(passage: Passage, quantity: Quantity, names: list[str], known: DeclaredFigures) -> str:
    """Return the name of the figure that a typed number repeats; "" if it may be a coincidence."""
    for name in names:
        if quantity.noun and quantity.noun in known.nouns.get(name, ()):
            if passage.section in known.sections.get(name, ()):
                return name
            same = quantity.phrase in known.phrases.get(name, ())
            if same and (quantity.noun not in _COMMON_NOUNS or quantity.number.value > 12):
                return name
    if is_distinctive(quantity):
        return names[0]
    return next((name for name in names if _is_unreferenced(passage, quantity, name, known)), "")


def _is_unreferenced(passage: Passage, quantity: Quantity, name: str, known: DeclaredFigures) -> bool:
    """Tell whether no text uses the figure, and its section or size shows that this is it."""
    if name in known.sections or quantity.number.value < 2 or quantity.noun in _TIME_NOUNS:
        return False
    own = name.partition("_")[0] in passage.section.split("-")
    return own or (quantity.number.value > 12 and bool(quantity.noun))


def is_distinctive(quantity: Quantity) -> bool:
    """Tell whether a number is so specific that an equal one is the same thing."""
    value = quantity.number.value
    if quantity.number.unit:
        return True
    return value >= 100 and (value % 100 != 0 or (value >= 1000 and value % 1000 != 0))


def _declared_here(dossier: DossierView, name: str) -> Related:
    figure = dossier.dossier.figures.figures[name]
    return Related(
        figure.at.value("value"), msg("«{name}» is {value}", name=name, value=write_figure(figure))
    )


@rule("FIG003", ERROR, Scope.DOSSIER, msg("Een totaal in figures.yml is niet de som van zijn delen"))
def sum_of_parts(dossier: DossierView) -> Iterator[Violation]:
    """A total in figures.yml is not the sum of its parts."""
    figures = dossier.dossier.figures.figures
    for figure in figures.values():
        if not isinstance(figure, Count | Money) or not figure.parts:
            continue
        if any(each.value is None for each in (figure, *(figures[name] for name in figure.parts))):
            continue  # PLH011 names what is open
        unit, value = value_of(figure)
        total, other_kind = Decimal(0), ""
        for name in figure.parts:
            part = figures[name]
            part_unit, part_value = ("date", Decimal(0)) if isinstance(part, Day) else value_of(part)
            if part_unit != unit:
                other_kind = name
            total += part_value
        value_span = figure.at.value("value")
        if other_kind:
            yield Violation(
                value_span,
                msg("het deel «{name}» is van een ander soort dan het totaal", name=other_kind),
                msg("noem alleen delen die samen dit totaal vormen"),
            )
        elif total != value:
            yield Violation(
                value_span,
                msg(
                    "de delen zijn samen {total}, hier staat {value}",
                    total=write_decimal(total),
                    value=write_decimal(value),
                ),
                msg("zoek op welk getal fout is: het totaal of een van de delen"),
                related=tuple(_declared_here(dossier, name) for name in figure.parts),
            )


RULES = (typed_figure, sum_of_parts)
