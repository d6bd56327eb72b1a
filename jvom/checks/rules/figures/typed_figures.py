# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on declared figures: typed by hand in a text, or not the sum of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jvom.analysis.passages import Passage
from jvom.analysis.quantities import Quantity
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.figures.declared_figures import (
    Declared,
    declared_figures,
    declared_here,
    stated_value,
    value_of,
)
from jvom.checks.views import DossierView
from jvom.dutch.numbers import write_decimal
from jvom.model import Count, Day, Money

#: A number up to this one is often equal to another by chance.
_OFTEN_EQUAL = 12


@rule("FIG001", WARNING, Scope.DOSSIER)
def typed_figure(dossier: DossierView) -> Iterator[Violation]:
    """A figure from figures.yml is typed by hand."""
    declared = dossier.memo(declared_figures)
    days = {
        figure.value: (name, figure)
        for name, figure in reversed(dossier.dossier.figures.figures.items())
        if isinstance(figure, Day) and figure.form == "datum"
    }
    for passage in dossier.passages:
        if passage.kind in ("title", "value", "alternative", "caption"):
            continue
        for quantity in passage.quantities:
            number = quantity.number
            equal = declared.get(stated_value(number))
            figure = _repeated(passage, quantity, equal) if equal else None
            if figure and passage.is_typed(number.start, number.end):
                yield violation(passage.span_of(number), "figure", name=figure.name, related=(figure.here,))
        for date in passage.dates:
            if date.date and date.date in days and passage.is_typed(date.start, date.end):
                name, day = days[date.date]
                here, there = passage.span_of(date), declared_here(name, day)
                yield violation(here, "date", name=name, related=(there,), severity=INFO)


def _repeated(passage: Passage, quantity: Quantity, equal: Sequence[Declared]) -> Declared | None:
    """Return which of the figures with its value a number repeats; None if it may be a coincidence."""
    tests = (_counts_the_same, _is_distinctive, _is_unreferenced)
    return next((each for test in tests for each in equal if test(passage, quantity, each)), None)


def _counts_the_same(passage: Passage, quantity: Quantity, figure: Declared) -> bool:
    if passage.section in figure.sections:
        return quantity.noun in figure.nouns
    common = quantity.noun in word_class("often_counted") and quantity.number.value <= _OFTEN_EQUAL
    return quantity.phrase in figure.phrases and not common


def _is_distinctive(_: Passage, quantity: Quantity, __: Declared) -> bool:
    """Tell whether a number is so specific that an equal one is the same thing."""
    value = quantity.number.value
    return bool(quantity.number.unit) or (value >= 100 and value % (1000 if value >= 1000 else 100) != 0)


def _is_unreferenced(passage: Passage, quantity: Quantity, figure: Declared) -> bool:
    """Tell whether no text uses the figure, and its section or size shows that this is it."""
    if figure.sections or quantity.number.value < 2 or quantity.noun in word_class("time_noun"):
        return False
    own = figure.name.partition("_")[0] in passage.section.split("-")
    return own or (quantity.number.value > _OFTEN_EQUAL and bool(quantity.noun))


@rule("FIG003", ERROR, Scope.DOSSIER)
def sum_of_parts(dossier: DossierView) -> Iterator[Violation]:
    """A total in figures.yml is not the sum of its parts."""
    figures = dossier.dossier.figures.figures
    for figure in figures.values():
        if not isinstance(figure, Count | Money) or not figure.parts:
            continue
        parts = {name: figures[name] for name in figure.parts}
        if any(each.value is None for each in (figure, *parts.values())):
            continue  # PLH011 names what is open
        unit, value = value_of(figure)
        total = sum((value_of(each)[1] for each in parts.values()), Decimal(0))
        if any(value_of(each)[0] != unit for each in parts.values()):
            wording = "other-kind"
        elif total != value:
            wording = "other-sum"
        else:
            continue
        there = [declared_here(*each) for each in parts.items()]
        right, written = write_decimal(total), write_decimal(value)
        yield violation(figure.at.value("value"), wording, written=written, total=right, related=there)
