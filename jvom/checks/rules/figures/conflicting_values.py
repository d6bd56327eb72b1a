# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on a quantity with two values: in two texts, or in a text and in figures.yml."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import asdict

from jvom.analysis.statements import (
    TOTAL_WORDS,
    Statement,
    are_close_amounts,
    find_statements,
    share_words,
)
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.rules.figures.declared_figures import (
    Declared,
    declared_figures,
    digits_of,
    figures_by_digits,
    figures_by_mission,
    stated_value,
    value_of,
)
from jvom.checks.views import DossierView, Texts
from jvom.messages import msg
from jvom.resolving.figures import write_figure


class Placed(Statement, frozen=True):
    """A statement with the text it is in, or the part of a loose text, and the mission it is about."""

    place: str
    mission: str


_SPENDING_WORDS = frozenset(
    "uitgaven kosten bedrag uitgegeven bedroegen bedraagt budget besteed uitgave lasten".split()
)
#: The most statements of a value, and values of a noun, that are compared: it keeps the time linear.
_MOST_COMPARED = 12
_HAVING_WORDS = word_class("having_word")


@rule("FIG002", WARNING, Scope.TEXTS, worst=ERROR)
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
            earlier = next((each for each in statements[:number] if _contradict(each, later, years)), None)
            if earlier and (found := _two_values(texts, earlier, later)).span not in spans:
                yield found


def _two_values(texts: Texts, earlier: Placed, later: Placed) -> Violation:
    declared = texts.memo(declared_figures)

    def suspicion(statement: Placed) -> int:
        """Return how suspect one of two values is: more if typed, most if figures.yml lacks it too."""
        typed = statement.passage.is_typed(statement.number.start, statement.number.end)
        return typed + (typed and stated_value(statement.number) not in declared)

    suspect, other = sorted((later, earlier), key=suspicion, reverse=True)
    sure = _are_totals(earlier, later) and earlier.passage.document != later.passage.document
    return Violation(
        suspect.span,
        msg("hier staat «{here}», elders «{there}»", here=suspect.written, there=other.written),
        msg("zoek op welke waarde klopt, en noem het cijfer overal bij zijn naam"),
        related=quoted_at(other.span, other.written),
        severity=ERROR if sure else None,
    )


# --- against figures.yml -------------------------------------------------------------------------


def _mistyped(dossier: DossierView) -> Iterator[Violation]:
    """Yield typed numbers that have the digits of a declared figure in another order."""
    declared, shuffled = dossier.memo(declared_figures), dossier.memo(figures_by_digits)
    for passage in dossier.passages if shuffled else ():
        for number in (each.number for each in passage.quantities if passage.kind != "value"):
            figure = shuffled.get((number.unit, "".join(sorted(digits_of(number.value)))))
            if figure and stated_value(number) not in declared and passage.is_typed(number.start, number.end):
                yield Violation(
                    passage.span_of(number),
                    msg("dit lijkt het cijfer «{name}», met verwisselde cijfers", name=figure.name),
                    msg("noem het cijfer bij zijn naam, tussen dubbele accolades"),
                    related=(figure.here,),
                )


def _against_declared(dossier: DossierView, years: frozenset[str]) -> Iterator[Violation]:
    """Yield typed numbers on a named mission that differ from the declared figure in its own section."""
    declared = dossier.memo(figures_by_mission)
    for statement in dossier.memo(_statements) if declared else ():
        own = dossier.mission[statement.mission].name if statement.mission in dossier.mission else ""
        about = [name for name in declared if name in statement.sentence and name != own]
        if (
            len(about) != 1
            or not statement.words & _HAVING_WORDS
            or statement.years - years
            or not statement.passage.is_typed(statement.number.start, statement.number.end)
        ):
            continue
        same = [each for each in declared[about[0]].values() if _counts(each, statement.quantity.noun)]
        if same and all(value_of(each.figure) != stated_value(statement.number) for each in same):
            yield Violation(
                statement.span,
                msg(
                    "hier staat «{here}», in de eigen paragraaf «{there}»",
                    here=statement.written,
                    there=write_figure(same[0].figure),
                ),
                msg("zoek op welke waarde klopt, en noem het cijfer overal bij zijn naam"),
                related=(same[0].here,),
            )


def _counts(figure: Declared, noun: str) -> bool:
    """Tell whether a figure counts what a noun says, or its last part: "schepen" and "marineschepen"."""
    return any(noun == its or (len(its) > 4 and noun.endswith(its)) for its in figure.nouns)


# --- statements compared with one another --------------------------------------------------------


def _comparable_groups(texts: Texts) -> Iterator[list[Placed]]:
    """Yield the statements that count or measure the same, as far as there are two values."""
    groups: dict[tuple[str, str], dict[Decimal, list[Placed]]] = {}
    for statement in texts.memo(_statements):
        values = groups.setdefault((statement.number.unit, statement.quantity.noun), {})
        if statement.number.value in values or len(values) < _MOST_COMPARED:
            values.setdefault(statement.number.value, []).append(statement)
    for values in groups.values():
        if len(values) > 1:
            yield [each for same in values.values() for each in same[:_MOST_COMPARED]]


def _statements(texts: Texts) -> tuple[Placed, ...]:
    return tuple(
        Placed(
            **asdict(each),
            place=text.path if text.document != "tekst" else f"{text.path} {passage.heading}",
            mission=text.mission_at(passage, each.number.start),
        )
        for text in texts.texts
        for passage in text.passages
        if passage.quantities and passage.kind not in ("title", "heading", "head", "value")
        for each in find_statements(passage)
    )


def _contradict(one: Placed, two: Placed, report_years: frozenset[str]) -> bool:
    """Tell whether two statements give different values for what must be the same thing."""
    spent = bool(one.words & two.words & _SPENDING_WORDS)
    if (
        one.number.value == two.number.value
        or (two.number.unit and not spent)
        or not _comparable(one, two, report_years)
    ):
        return False
    return _are_totals(one, two) or _share_words(one, two) or (spent and are_close_amounts(one, two))


def _are_totals(one: Placed, two: Placed) -> bool:
    return one.is_total and two.is_total and one.mission == two.mission


def _comparable(one: Placed, two: Placed, report_years: frozenset[str]) -> bool:
    """Tell whether two statements, in different places, may be about one mission, name and year.

    A sentence without a year is about the years of the report. Total spending may be stated twice in one
    place.
    """
    if one.place == two.place:
        totals = one.words & TOTAL_WORDS and two.words & TOTAL_WORDS
        if one.passage is two.passage or not totals or not one.words & two.words & _SPENDING_WORDS:
            return False
    if one.mission and two.mission and one.mission != two.mission:
        return False
    if (one.years or two.years) and not (one.years or report_years) & (two.years or report_years):
        return False
    return not (one.names - two.names and two.names - one.names)


def _share_words(one: Placed, two: Placed) -> bool:
    return (one.mission == two.mission or bool(one.names & two.names)) and share_words(one, two)


RULES = (two_values,)
