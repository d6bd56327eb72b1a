# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on numbers in digits that should be words, or the reverse: in a list, or where a sentence begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from jvom.analysis.clauses import has_finite_verb_at, is_sentence
from jvom.analysis.passages import Passage
from jvom.analysis.quantities import Quantity, lists_of
from jvom.analysis.years import is_year
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView
from jvom.dutch.patterns import pattern
from jvom.text import List

#: The marks that a sentence may have before its figure.
_OPENING = "\"“„‘'"
#: Where a quotation begins that is a sentence.
_QUOTED = pattern(r": [\"“„‘'](?=\d)")
#: What a day may be or do itself.
_OF_DAYS = frozenset(
    "is was wordt werd blijft bleef valt viel geldt gold vormt vormde markeert markeerde".split()
)


@rule("FIG011", WARNING, Scope.FRAGMENT, loose=INFO)
def opening_figure(text: TextView) -> Iterator[Violation]:
    """A sentence begins with a figure."""
    for passage in text.passages_of("paragraph", "footnote", "item", "cell"):
        if not passage.has_digit:
            continue
        is_single = passage.kind in ("item", "cell") and len(passage.sentences) == 1
        if is_single and (passage.kind == "cell" or not is_sentence(passage)):
            continue
        begins = {start + (passage.text[start] in _OPENING) for start, _ in passage.sentences}
        if ": " in passage.text:
            begins |= {match.end() for match in _QUOTED.finditer(passage.text)}
        for quantity in passage.quantities:
            number = passage.text[quantity.start : quantity.end]
            is_typed = passage.is_typed(quantity.start, quantity.end)
            if quantity.start in begins and not number[0].isalpha() and is_typed:
                yield violation(passage.span_of(quantity), number=number)
        for start in sorted(begins) if text.document != "tekst" else ():
            if is_year(year := passage.text[start : start + 4]) and _tells(passage, start + 4):
                yield violation(passage.span(start, start + 4), number=year)
        for date in passage.dates:
            number = passage.text[date.start : date.end]
            if date.start in begins and number[0].isdigit() and _lacks_preposition(passage, date.end):
                yield violation(passage.span_of(date), number=number)


def _tells(passage: Passage, end: int) -> bool:
    """Tell whether a word right behind a year is no verb of which it may be the subject: "2025 was druk"."""
    word = bisect_left(passage.words, (end, 0))
    behind = passage.lowered_words[word : word + 1]
    return passage.text[end : end + 1] == " " and bool(behind) and behind[0] not in _OF_DAYS


def _lacks_preposition(passage: Passage, end: int) -> bool:
    """Tell whether a verb follows of which a day is no subject: "4 mei gingen", and not "4 mei was"."""
    verb = bisect_left(passage.words, (end, 0))
    return has_finite_verb_at(passage, verb) and passage.lowered_words[verb] not in _OF_DAYS


@rule("FIG007", WARNING, Scope.FRAGMENT, local=True)
def digits_beside_words(text: TextView) -> Iterator[Violation]:
    """A list mixes digits and letters."""
    items: dict[int, list[tuple[Passage, Quantity]]] = {}
    for passage in text.passages:
        plain = [each for each in passage.quantities if not each.number.unit and not each.number.magnitude]
        if plain and passage.kind == "item" and plain[0].start == 0 and isinstance(passage.block, List):
            items.setdefault(id(passage.block), []).append((passage, plain[0]))
        for run in lists_of(passage.text, plain):
            yield from _mixed_forms([(passage, each) for each in run])
    for listed in items.values():
        yield from _mixed_forms(listed)


def _mixed_forms(listed: list[tuple[Passage, Quantity]]) -> Iterator[Violation]:
    """Yield the numbers of a list that are written in the less common form."""
    words, digits = ([each for each in listed if each[1].number.form == form] for form in ("words", "digits"))
    small = [each for each in digits if each[1].number.value <= 20]
    wrong, right = (words, digits) if len(words) < len(digits) else (small or digits, words)
    for passage, quantity in wrong:
        number = quantity.number
        if passage.is_typed(number.start, number.end):
            other, place = right[0]
            yield violation(
                passage.span_of(number),
                here=number.text,
                there=place.number.text,
                related=other.span_of(place.number),
                severity=None if small and any(each[1].number.value <= 20 for each in words) else INFO,
            )
