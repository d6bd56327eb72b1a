# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What sentences state of quantities: each with the words, names and years in its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cached_property

from jvom.analysis.number_expressions import NumberExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.quantities import Quantity, lists_of
from jvom.analysis.stretches import Stretch
from jvom.analysis.tokens import Tokens
from jvom.analysis.word_classes import word_class
from jvom.analysis.years import is_year

_TOTAL_WORD = Phrase("{total_word}")
_PART = Phrase("binnen|onder|uit")
#: Durations are too common to compare.
_TIME_NOUNS = ("week", "weken", "dag", "maand", "jaar", "jaren", "uur", "uren", "minuut", "minuten", "second")
#: A sentence that goes on for a page is a list, not a statement about one number.
_LONGEST_SENTENCE = 600
#: How far before a number the word is that makes it a rough one.
_ROUGHLY = 12
#: What may be typed around a word.
_MARKS = ".,;:!?()[]\"'“”‘’„«»…–/-"


class Statement(Stretch, frozen=True, dict=True):
    """The number of a quantity, in a sentence that says something of it.

    `place` is the text that it is in, or the part of it, and `mission` what it is about. The rest is what its
    sentence has, read when it is compared with another.
    """

    quantity: Quantity
    place: str
    mission: str

    @property
    def number(self) -> NumberExpression:
        return self.quantity.number

    @property
    def written(self) -> str:
        """The number as written."""
        return " ".join(self.text.split())

    @cached_property
    def said(self) -> str:
        """The sentence."""
        return self.passage.text[slice(*self.sentence)]

    @cached_property
    def _typed(self) -> list[str]:
        typed = (each.strip(_MARKS) for each in self.said.split())
        return [word for word in typed if word and word[0].isalpha()]

    @cached_property
    def terms(self) -> frozenset[str]:
        """The longer words, in small letters."""
        long = {word.lower() for word in self._typed if len(word) > 3}
        counted = {self.quantity.noun, self.number.digits.lower()}
        return frozenset(long - word_class("beside_figures") - counted)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words with a capital that does not begin the sentence."""
        capitalized = ((at, word) for at, word in enumerate(self._typed) if word[0].isupper())
        return frozenset(word for at, word in capitalized if at or word.isupper())

    @cached_property
    def years(self) -> frozenset[str]:
        """The years."""
        return frozenset(filter(is_year, Tokens(self.said).forms))

    @cached_property
    def values_beside(self) -> frozenset[Decimal]:
        """The values in its sentence."""
        return frozenset(each.number.value for each in self.passage.quantities_between(*self.sentence))

    @cached_property
    def is_total(self) -> bool:
        """Whether the number is the first after "totaal", or the last before it if none follows."""
        starts = [each.start for each in self.passage.quantities_between(*self.sentence)]
        return any(
            self.start == next((at for at in starts if at > match.start), starts[-1])
            for match in _TOTAL_WORD.find_in(self.passage, *self.sentence)
        )


def find_statements(passage: Passage, place: str, mission_at: Callable[[int], str]) -> Iterator[Statement]:
    """Yield what the sentences of a passage state of quantities, in order.

    Not of percentages, durations and the parts of a list, nor of what a sentence counts twice: "van de vijf
    schepen zijn twee schepen oud" makes the comparison itself. A question states nothing.
    `place` is that of the passage, and `mission_at` gives the mission that an offset in it is about.
    """
    listed = {
        part.start for run in lists_of(passage.text, passage.quantities) if len(run) > 1 for part in run
    }
    counted = Counter((passage.sentence_at(each.start), each.noun) for each in passage.quantities)
    for quantity in passage.quantities:
        number = quantity.number
        start, end = passage.sentence_at(number.start)
        if (
            (not quantity.noun and not number.unit)
            or number.unit == "percent"
            or number.start in listed
            or end - start > _LONGEST_SENTENCE
            or passage.text[start:end].rstrip().endswith("?")
            or quantity.noun.startswith(_TIME_NOUNS)
            or (quantity.noun and counted[(start, end), quantity.noun] > 1)
        ):
            continue
        yield Statement(passage, number.start, number.end, quantity, place, mission_at(number.start))


def contradict(one: Statement, two: Statement, report_years: frozenset[str]) -> bool:
    """Tell whether two statements give different values for what must be the same thing.

    A sentence without a year is about the years of the report.
    """
    spent = not word_class("spending_word").isdisjoint(one.terms & two.terms)
    if one.number.value == two.number.value or (two.number.unit and not spent):
        return False
    # Total spending may be stated twice in one place.
    total_words = word_class("total_word")
    totals = spent and one.terms & total_words and two.terms & total_words
    if one.place == two.place and (one.passage is two.passage or not totals):
        return False
    if two.number.value in one.values_beside or one.number.value in two.values_beside:
        return False  # A sentence with both knows that they differ.
    if not _may_be_about_the_same(one, two, report_years) or _rounds(one, two) or _rounds(two, one):
        return False
    if _is_of_a_part(*sorted((one, two), key=lambda each: each.number.value)):
        return False
    return are_totals(one, two) or _share_words(one, two) or (spent and are_close_amounts(one, two))


def _rounds(rough: Statement, exact: Statement) -> bool:
    """Tell whether one statement is nearly what the other is: "ruim tien miljoen" and "10,2 miljoen"."""
    before = rough.passage.text[max(0, rough.start - _ROUGHLY) : rough.start].lower().split()[-1:]
    values = sorted((rough.number.value, exact.number.value))
    return word_class("roughly").issuperset(before or ("",)) and values[1] <= values[0] * Decimal("1.1")


def _is_of_a_part(smaller: Statement, larger: Statement) -> bool:
    """Tell whether only one says of what: "negen scholen binnen de gemeente" and "alle 65 scholen"."""
    part = _PART.match_at(smaller.passage, smaller.quantity.end)
    return part is not None and _PART.match_at(larger.passage, larger.quantity.end) is None


def are_totals(one: Statement, two: Statement) -> bool:
    """Tell whether two statements give the total of one mission."""
    return one.is_total and two.is_total and one.mission == two.mission


def _may_be_about_the_same(one: Statement, two: Statement, report_years: frozenset[str]) -> bool:
    """Tell whether two statements have no different missions, names and years."""
    if one.mission and two.mission and one.mission != two.mission:
        return False
    if (one.years or two.years) and not (one.years or report_years) & (two.years or report_years):
        return False
    return not (one.names - two.names and two.names - one.names)


def _share_words(one: Statement, two: Statement) -> bool:
    return (one.mission == two.mission or bool(one.names & two.names)) and share_words(one, two)


def share_words(one: Statement, two: Statement) -> bool:
    """Tell whether two sentences have so many words in common that they may be about the same."""
    shared, shortest = len(one.terms & two.terms), min(len(one.terms), len(two.terms))
    return shared >= (4 if one.number.unit else 3) and shared >= 0.6 * shortest


def are_close_amounts(one: Statement, two: Statement) -> bool:
    """Tell whether two amounts spent differ little, in sentences that name the same things."""
    smaller, larger = sorted((one.number.value, two.number.value))
    close = bool(one.number.unit) and larger <= smaller * Decimal("1.25")
    return close and not (one.names ^ two.names) - word_class("spender")
