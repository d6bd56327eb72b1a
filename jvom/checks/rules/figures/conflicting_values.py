# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on a quantity with two values: in two texts, or in a text and in figures.yml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

import msgspec

from jvom.analysis.number_expressions import NumberExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import Quantity
from jvom.analysis.tokens import Tokens
from jvom.analysis.word_classes import word_class
from jvom.analysis.years import is_year
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.rules.figures.declared_figures import Declared, declared_figures, stated_value, value_of
from jvom.checks.views import DossierView, Texts, TextView
from jvom.messages import msg
from jvom.resolving.figures import write_figure
from jvom.source import Span


class Statement(msgspec.Struct, frozen=True):
    """A quantity with the context in its sentence: the longer words, the names and the years.

    `is_total` if the sentence calls this number a total.
    """

    passage: Passage
    quantity: Quantity
    sentence: str
    place: str
    mission: str
    words: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]
    is_total: bool

    @property
    def number(self) -> NumberExpression:
        return self.quantity.number

    @property
    def span(self) -> Span:
        return self.passage.span_of(self.number)

    @property
    def written(self) -> str:
        return " ".join(self.number.text.split())


_STOP_WORDS = word_class("beside_figures")
_TOTAL_WORDS = frozenset(("totaal", "totale", "tezamen", "gezamenlijk"))
_TOTAL_WORD = Phrase("totaal|totale|tezamen|gezamenlijk")
_SPENDING_WORDS = frozenset(
    "uitgaven kosten bedrag uitgegeven bedroegen bedraagt budget besteed uitgave lasten".split()
)
_SPENDERS = word_class("spender")
_TIME_NOUNS = ("week", "weken", "dag", "maand", "jaar", "jaren", "uur", "uren", "minuut", "minuten")
#: The most statements of a value, and values of a noun, that are compared: it keeps the time linear.
_MOST_COMPARED = 12
_LONGEST_SENTENCE = 600
#: A shorter number may have the digits of another by chance.
_MANY_DIGITS = 4
_HAVING_WORDS = word_class("having_word")
#: What may be typed around a word.
_MARKS = ".,;:!?()[]\"'“”‘’„«»…–/-"


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


def _two_values(texts: Texts, earlier: Statement, later: Statement) -> Violation:
    declared = texts.memo(declared_figures)

    def suspicion(statement: Statement) -> int:
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
    declared = dossier.memo(declared_figures)
    shuffled: dict[tuple[str, str], Declared] = {
        (unit, "".join(sorted(digits))): figures[0]
        for (unit, value), figures in declared.items()
        if len(set(digits := _digits(value))) > 1 and (len(digits) >= _MANY_DIGITS or unit)
    }
    for passage in dossier.passages if shuffled else ():
        for number in (each.number for each in passage.quantities if passage.kind != "value"):
            figure = shuffled.get((number.unit, "".join(sorted(_digits(number.value)))))
            if figure and stated_value(number) not in declared and passage.is_typed(number.start, number.end):
                yield Violation(
                    passage.span_of(number),
                    msg("dit lijkt het cijfer «{name}», met verwisselde cijfers", name=figure.name),
                    msg("noem het cijfer bij zijn naam, tussen dubbele accolades"),
                    related=(figure.here,),
                )


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", "")


def _against_declared(dossier: DossierView, years: frozenset[str]) -> Iterator[Violation]:
    """Yield typed numbers on a named mission that differ from the declared figure in its own section."""
    declared: dict[str, dict[str, Declared]] = {}
    for figure in chain.from_iterable(dossier.memo(declared_figures).values()):
        for text in filter(None, map(dossier.text, sorted(figure.sections))):
            if mission := dossier.mission.get(text.mission):
                declared.setdefault(mission.name, {})[figure.name] = figure
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
        noun = statement.quantity.noun
        same = [figure for figure in declared[about[0]].values() if _counts(figure, noun)]
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
        for statement in _statements_of(text, passage)
    )


def _statements_of(text: TextView, passage: Passage) -> Iterator[Statement]:
    listed = {part.start for run in passage.quantity_lists if len(run) > 1 for part in run}
    counted = Counter((passage.sentence_at(each.start), each.noun) for each in passage.quantities)
    for quantity in passage.quantities:
        number = quantity.number
        start, end = passage.sentence_at(number.start)
        sentence = passage.text[start:end]
        if (
            (not quantity.noun and not number.unit)
            or number.unit == "percent"
            or number.start in listed
            # A sentence that goes on for a page is a list, not a statement about one number.
            or len(sentence) > _LONGEST_SENTENCE
            # A question states nothing, and durations are too common to compare.
            or sentence.rstrip().endswith("?")
            or quantity.noun.startswith(_TIME_NOUNS)
            # "Van de vijf schepen zijn twee schepen oud" makes the comparison itself.
            or (quantity.noun and counted[(start, end), quantity.noun] > 1)
        ):
            continue
        typed = [word for each in sentence.split() if (word := each.strip(_MARKS)) and word[0].isalpha()]
        long = {word.lower() for word in typed if len(word) > 3}
        yield Statement(
            passage=passage,
            quantity=quantity,
            sentence=sentence,
            place=text.path if text.document != "tekst" else f"{text.path} {passage.heading}",
            mission=text.mission_at(passage, number.start),
            words=frozenset(long - _STOP_WORDS - {quantity.noun, number.digits.lower()}),
            names=frozenset(
                word for place, word in enumerate(typed) if word[0].isupper() and (place or word.isupper())
            ),
            years=frozenset(filter(is_year, Tokens(sentence).forms)),
            is_total=_is_total(passage, quantity, start, end),
        )


def _is_total(passage: Passage, quantity: Quantity, start: int, end: int) -> bool:
    """Tell whether a number is the first after "totaal", or the last before it if none follows."""
    starts = [each.start for each in passage.quantities_between(start, end)]
    return any(
        quantity.start == next((at for at in starts if at > match.start), starts[-1])
        for match in _TOTAL_WORD.find_in(passage, start, end)
    )


def _contradict(one: Statement, two: Statement, report_years: frozenset[str]) -> bool:
    """Tell whether two statements give different values for what must be the same thing."""
    spent = bool(one.words & two.words & _SPENDING_WORDS)
    if (
        one.number.value == two.number.value
        or (two.number.unit and not spent)
        or not _comparable(one, two, report_years)
    ):
        return False
    return _are_totals(one, two) or _share_words(one, two) or (spent and _are_close_amounts(one, two))


def _are_totals(one: Statement, two: Statement) -> bool:
    return one.is_total and two.is_total and one.mission == two.mission


def _comparable(one: Statement, two: Statement, report_years: frozenset[str]) -> bool:
    """Tell whether two statements, in different places, may be about one mission, name and year.

    A sentence without a year is about the years of the report. Total spending may be stated twice in one
    place.
    """
    if one.place == two.place:
        totals = one.words & _TOTAL_WORDS and two.words & _TOTAL_WORDS
        if one.passage is two.passage or not totals or not one.words & two.words & _SPENDING_WORDS:
            return False
    if one.mission and two.mission and one.mission != two.mission:
        return False
    if (one.years or two.years) and not (one.years or report_years) & (two.years or report_years):
        return False
    return not (one.names - two.names and two.names - one.names)


def _are_close_amounts(one: Statement, two: Statement) -> bool:
    """Tell whether two amounts spent differ little, in sentences that name the same things."""
    smaller, larger = sorted((one.number.value, two.number.value))
    close = bool(one.number.unit) and larger <= smaller * Decimal("1.25")
    return close and not (one.names ^ two.names) - _SPENDERS


def _share_words(one: Statement, two: Statement) -> bool:
    if one.mission != two.mission and not one.names & two.names:
        return False
    shared = len(one.words & two.words)
    return shared >= (4 if one.number.unit else 3) and shared >= 0.6 * min(len(one.words), len(two.words))


RULES = (two_values,)
