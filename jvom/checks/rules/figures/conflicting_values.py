# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on a quantity with two values: in two texts, or in a text and in figures.yml."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from jvom.analysis.statements import Statement, are_totals, contradict, find_statements
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.figures.declared_figures import (
    declared_figures,
    digits_of,
    figures_by_digits,
    figures_by_mission,
    stated_value,
    value_of,
)
from jvom.checks.views import DossierView, Texts
from jvom.resolving.figures import write_figure

#: The most statements of a value, and values of a noun, that are compared: it keeps the time linear.
_MOST_COMPARED = 12
_HAVING_WORDS = word_class("having_word")


@rule("FIG002", WARNING, Scope.TEXTS, loose=INFO, worst=ERROR)
def two_values(texts: Texts) -> Iterator[Violation]:
    """The same count has another value in two places."""
    reported: list[Violation] = []
    years: frozenset[str] = frozenset()
    if isinstance(texts, DossierView):
        period = texts.data.period
        years = frozenset(map(str, (texts.data.year, period.first.year, period.last.year)))
        reported += [*_mistyped(texts), *_against_declared(texts, years)]
        yield from reported
    spans = {each.span for each in reported}
    for statements in _comparable_groups(texts):
        for number, later in enumerate(statements):
            earlier = next((each for each in statements[:number] if contradict(each, later, years)), None)
            if earlier and (found := _two_values(texts, earlier, later)).span not in spans:
                yield found


def _two_values(texts: Texts, earlier: Statement, later: Statement) -> Violation:
    declared = texts.memo(declared_figures)

    def suspicion(statement: Statement) -> int:
        """Return how suspect one of two values is: more if typed, most if figures.yml lacks it too."""
        typed = statement.is_typed
        return typed + (typed and stated_value(statement.number) not in declared)

    suspect, other = sorted((later, earlier), key=suspicion, reverse=True)
    severity = None
    if are_totals(earlier, later):
        if earlier.passage.document != later.passage.document:
            severity = ERROR
        elif earlier.span.path == later.span.path:  # Other numbers in a loose text may be of something else.
            severity = WARNING
    here, there = suspect.written, other.written
    return violation(suspect.span, "elsewhere", here=here, there=there, related=other.span, severity=severity)


# --- against figures.yml -------------------------------------------------------------------------


def _mistyped(dossier: DossierView) -> Iterator[Violation]:
    """Yield typed numbers that have the digits of a declared figure in another order."""
    declared, shuffled = dossier.memo(declared_figures), dossier.memo(figures_by_digits)
    for passage in dossier.passages if shuffled else ():
        for number in (each.number for each in passage.quantities if passage.kind != "value"):
            figure = shuffled.get((number.unit, "".join(sorted(digits_of(number.value)))))
            if figure and stated_value(number) not in declared and passage.is_typed(number.start, number.end):
                span = passage.span_of(number)
                yield violation(span, "digits-swapped", name=figure.name, related=(figure.here,))


def _against_declared(dossier: DossierView, years: frozenset[str]) -> Iterator[Violation]:
    """Yield typed numbers on a named mission that differ from the declared figure in its own section."""
    declared = dossier.memo(figures_by_mission)
    for statement in dossier.memo(_statements) if declared else ():
        own = dossier.mission[statement.mission].name if statement.mission in dossier.mission else ""
        about = [name for name in declared if name in statement.said and name != own]
        if len(about) != 1 or not statement.terms & _HAVING_WORDS or statement.years - years:
            continue
        # "Schepen" and "marineschepen" are the same.
        noun, figures = statement.quantity.noun, declared[about[0]].values()
        same = [each for each in figures if any(map(noun.endswith, each.nouns))]
        if same and all(value_of(each.figure) != stated_value(statement.number) for each in same):
            here, there = statement.written, write_figure(same[0].figure)
            yield violation(statement.span, "own-section", here=here, there=there, related=(same[0].here,))


# --- statements compared with one another --------------------------------------------------------


def _comparable_groups(texts: Texts) -> Iterator[list[Statement]]:
    """Yield the statements that count or measure the same, as far as there are two values."""
    groups: dict[tuple[str, str], dict[Decimal, list[Statement]]] = {}
    for statement in texts.memo(_statements):
        values = groups.setdefault((statement.number.unit, statement.quantity.noun), {})
        if statement.number.value in values or len(values) < _MOST_COMPARED:
            values.setdefault(statement.number.value, []).append(statement)
    for values in groups.values():
        if len(values) > 1:
            yield [each for same in values.values() for each in same[:_MOST_COMPARED]]


def _statements(texts: Texts) -> tuple[Statement, ...]:
    return tuple(
        statement
        for text in texts.texts
        for passage in text.passages
        if passage.quantities and passage.kind not in ("title", "heading", "head", "value")
        for statement in find_statements(
            passage,
            place=text.path if text.document != "tekst" else f"{text.path} {passage.heading}",
            mission_at=partial(text.mission_at, passage),
        )
    )
