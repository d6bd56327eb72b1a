# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on a quantity with two values: in two texts, or in a text and in figures.yml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from decimal import Decimal

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import Quantity, joined_runs
from jvom.analysis.tokens import Tokens
from jvom.analysis.word_classes import word_class
from jvom.analysis.years import is_year
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.rules.figures.typed_figures import declared_figures, value_of
from jvom.checks.views import DossierView, Texts, TextView
from jvom.findings import Related
from jvom.messages import msg
from jvom.resolving.figures import write_figure


class Statement(msgspec.Struct, frozen=True):
    """A quantity with the context in its sentence: the longer words, the names and the years.

    `is_total` if the sentence calls this number a total.
    """

    passage: Passage
    quantity: Quantity
    place: str
    mission: str
    words: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]
    is_total: bool

    @property
    def written(self) -> str:
        return " ".join(self.quantity.number.text.split())


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


@rule(
    "FIG002",
    WARNING,
    Scope.TEXTS,
    msg("Hetzelfde aantal heeft op twee plaatsen een andere waarde"),
    worst=ERROR,
)
def two_values(texts: Texts) -> Iterator[Violation]:
    """The same count has another value in two places."""
    mistyped = list(_mistyped(texts))
    yield from mistyped
    known = texts.memo(declared_figures).names
    report_years: frozenset[str] = frozenset()
    if isinstance(texts, DossierView):
        period = texts.data.period
        report_years = frozenset(map(str, (texts.data.year, period.first.year, period.last.year)))
    declared_conflicts = [*_against_declared(texts, report_years)]
    yield from declared_conflicts
    reported_spans = {violation.span for violation in (*mistyped, *declared_conflicts)}
    buckets: dict[tuple[str, str], dict[Decimal, list[Statement]]] = {}
    for statement in texts.memo(_all_statements):
        number = statement.quantity.number
        values = buckets.setdefault((number.unit, statement.quantity.noun), {})
        if number.value in values or len(values) < _MOST_COMPARED:
            same = values.setdefault(number.value, [])
            if len(same) < _MOST_COMPARED:
                same.append(statement)
    for values in buckets.values():
        if len(values) > 1:
            found = _contradictions([each for same in values.values() for each in same], report_years, known)
            yield from (violation for violation in found if violation.span not in reported_spans)


_HAVING_WORDS = word_class("having_word")


def _against_declared(texts: Texts, report_years: frozenset[str]) -> Iterator[Violation]:
    """Yield typed numbers on a named mission that differ from the declared figure in its own section."""
    if not isinstance(texts, DossierView):
        return
    known = texts.memo(declared_figures)
    # By the short name of a mission: the nouns that its section counts, with the figures that do so.
    counted: dict[str, dict[str, list[str]]] = {}
    for name, sections in known.sections.items():
        for section in sorted(sections):
            text = texts.text(section)
            mission = texts.mission.get(text.mission) if text else None
            for noun in sorted(known.nouns.get(name, ())) if mission else ():
                counted.setdefault(mission.name if mission else "", {}).setdefault(noun, []).append(name)
    for statement in texts.memo(_all_statements) if counted else ():
        own = texts.mission[statement.mission].name if statement.mission in texts.mission else ""
        here = [mission for mission in counted if mission != own and mission in statement.passage.text]
        if here:
            yield from _differs_from_declared(texts, statement, here, counted, report_years)


def _differs_from_declared(
    texts: DossierView,
    statement: Statement,
    missions: list[str],
    counted: dict[str, dict[str, list[str]]],
    report_years: frozenset[str],
) -> Iterator[Violation]:
    number = statement.quantity.number
    start, end = statement.passage.sentence_at(number.start)
    about = [mission for mission in missions if mission in statement.passage.text[start:end]]
    if len(about) != 1 or not statement.words & _HAVING_WORDS or statement.years - report_years:
        return
    if not statement.passage.is_typed(number.start, number.end):
        return
    for noun, names in counted[about[0]].items():
        if statement.quantity.noun != noun and not (len(noun) > 4 and statement.quantity.noun.endswith(noun)):
            continue
        figures = [texts.dossier.figures.figures[name] for name in names]
        if all(figure.value is None for figure in figures):
            continue
        if (number.unit, number.value) not in map(value_of, figures):
            yield Violation(
                statement.passage.span(statement.quantity.start, number.end),
                msg(
                    "hier staat «{here}», in de eigen paragraaf «{there}»",
                    here=statement.written,
                    there=write_figure(figures[0]),
                ),
                msg("zoek op welke waarde klopt, en noem het cijfer overal bij zijn naam"),
                related=(Related(figures[0].at.value("value"), msg("dit is «{name}»", name=names[0])),),
            )
            return


def _all_statements(texts: Texts) -> tuple[Statement, ...]:
    return tuple(
        statement
        for text in texts.texts
        for passage in text.passages
        if passage.quantities
        for statement in _statements(text, passage)
    )


def _statements(text: TextView, passage: Passage) -> Iterator[Statement]:
    if passage.kind in ("title", "heading", "head", "value"):
        return
    parts = {part.start for run in joined_runs(passage.text, passage.quantities) for part in run}
    counted = Counter((passage.sentence_at(each.start)[0], each.noun) for each in passage.quantities)
    for quantity in passage.quantities:
        number = quantity.number
        if (not quantity.noun and not number.unit) or number.unit == "percent" or number.start in parts:
            continue
        start, end = passage.sentence_at(number.start)
        # A sentence that goes on for a page is a list, not a statement about one number.
        if end - start > _LONGEST_SENTENCE:
            continue
        sentence = passage.text[start:end]
        # A question states nothing, and durations are too common to compare.
        if sentence.rstrip().endswith("?") or quantity.noun.startswith(_TIME_NOUNS):
            continue
        # "Van de vijf schepen zijn twee schepen oud" makes the comparison itself.
        if quantity.noun and counted[start, quantity.noun] > 1:
            continue
        typed = [word for each in sentence.split() if (word := each.strip(_MARKS)) and word[0].isalpha()]
        yield Statement(
            passage=passage,
            quantity=quantity,
            place=text.path if text.document != "tekst" else f"{text.path} {passage.heading}",
            mission=text.mission,
            words=frozenset(word.lower() for word in typed if len(word) > 3)
            - _STOP_WORDS
            - {quantity.noun, number.digits.lower()},
            names=frozenset(
                word for place, word in enumerate(typed) if word[0].isupper() and (place or word.isupper())
            ),
            years=frozenset(filter(is_year, Tokens(sentence).forms)),
            is_total=_is_total(passage, quantity, start, end),
        )


#: What may be typed around a word.
_MARKS = ".,;:!?()[]\"'“”‘’„«»…–/-"


def _is_total(passage: Passage, quantity: Quantity, start: int, end: int) -> bool:
    """Tell whether a number is the first after "totaal", or the last before it if none follows."""
    starts = [each.number.start for each in passage.quantities if start <= each.number.start < end]
    for match in _TOTAL_WORD.find_in(passage, start, end):
        later = [at for at in starts if at > match.start]
        if quantity.number.start == (later[0] if later else starts[-1]):
            return True
    return False


def _contradictions(
    statements: list[Statement], report_years: frozenset[str], known: Container[tuple[str, Decimal]]
) -> Iterator[Violation]:
    for number, later in enumerate(statements):
        for earlier in statements[:number]:
            same = earlier.quantity.number.value == later.quantity.number.value
            if same or not _comparable(earlier, later, report_years):
                continue
            total = earlier.is_total and later.is_total and earlier.mission == later.mission
            spent = bool(earlier.words & later.words & _SPENDING_WORDS)
            money = not later.quantity.number.unit or spent
            if not money or not (
                total or _share_words(earlier, later) or (spent and _are_close_amounts(earlier, later))
            ):
                continue
            suspect = max(later, earlier, key=lambda statement: _suspicion(statement, known))
            other = earlier if suspect is later else later
            yield Violation(
                suspect.passage.span(suspect.quantity.start, suspect.quantity.number.end),
                msg("hier staat «{here}», elders «{there}»", here=suspect.written, there=other.written),
                msg("zoek op welke waarde klopt, en noem het cijfer overal bij zijn naam"),
                related=(
                    Related(
                        other.passage.span(other.quantity.start, other.quantity.number.end),
                        msg("hier staat «{there}»", there=other.written),
                    ),
                ),
                severity=ERROR if total and earlier.passage.document != later.passage.document else None,
            )
            break


def _suspicion(statement: Statement, known: Container[tuple[str, Decimal]]) -> int:
    """Return how suspect one of two values is: more if typed, most if figures.yml lacks it too."""
    number = statement.quantity.number
    typed = statement.passage.is_typed(statement.quantity.start, number.end)
    return typed + (typed and (number.unit, number.value) not in known)


def _comparable(one: Statement, two: Statement, report_years: frozenset[str]) -> bool:
    """Tell whether two statements, in different places, may be about one mission, name and year.

    A sentence without a year is about the years of the report. Total spending may be stated twice in one
    place.
    """
    twice = one.words & _TOTAL_WORDS and two.words & _TOTAL_WORDS and one.words & two.words & _SPENDING_WORDS
    if (one.place == two.place and (not twice or one.passage is two.passage)) or (
        one.mission and two.mission and one.mission != two.mission
    ):
        return False
    if (one.years or two.years) and not (one.years or report_years) & (two.years or report_years):
        return False
    return not (one.names - two.names and two.names - one.names)


def _are_close_amounts(one: Statement, two: Statement) -> bool:
    """Tell whether two amounts spent differ little, in sentences that name the same things."""
    smaller, larger = sorted((one.quantity.number.value, two.quantity.number.value))
    return (
        bool(one.quantity.number.unit)
        and larger <= smaller * Decimal("1.25")
        and not (one.names ^ two.names) - _SPENDERS
    )


def _share_words(one: Statement, two: Statement) -> bool:
    if one.mission != two.mission and not one.names & two.names:
        return False
    shared = len(one.words & two.words)
    return shared >= (4 if one.quantity.number.unit else 3) and shared >= 0.6 * min(
        len(one.words), len(two.words)
    )


def _mistyped(texts: Texts) -> Iterator[Violation]:
    """Yield typed numbers that have the digits of a declared figure in another order."""
    if not isinstance(texts, DossierView):
        return
    known = texts.memo(declared_figures)
    shuffled: dict[tuple[str, str], tuple[Decimal, str]] = {}
    for (unit, value), names in known.names.items():
        digits = _digits(value)
        if len(set(digits)) > 1 and (len(digits) >= 4 or unit):
            shuffled[unit, "".join(sorted(digits))] = value, names[0]
    if not shuffled:
        return
    for passage in texts.passages:
        if passage.kind == "value":
            continue
        for quantity in passage.quantities:
            number = quantity.number
            if (number.unit, number.value) in known.names:
                continue
            digits = _digits(number.value)
            found = shuffled.get((number.unit, "".join(sorted(digits))))
            if not found or not passage.is_typed(number.start, number.end):
                continue
            if len(digits) == len(_digits(found[0])):
                figure = texts.dossier.figures.figures[found[1]]
                yield Violation(
                    passage.span(number.start, number.end),
                    msg("dit lijkt het cijfer «{name}», met verwisselde cijfers", name=found[1]),
                    msg("noem het cijfer bij zijn naam, tussen dubbele accolades"),
                    related=(Related(figure.at.value("value"), msg("dit is «{name}»", name=found[1])),),
                )


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", "")


RULES = (two_values,)
