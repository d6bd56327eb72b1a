# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""FIG007: numbers of one list in digits and in words: "twaalf, 3 en vier"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.quantities import Quantity, lists_of
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView
from jvom.text import List


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


RULES = (digits_beside_words,)
