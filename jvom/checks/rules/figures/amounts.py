# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on amounts: the euro, millions and percentages, each in one form."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.number_expressions import NumberExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.stretches import Stretch
from jvom.checks.groups import by_key
from jvom.checks.outliers import outliers
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts

_SIGN_AFTER = Phrase("{quantity} € of_next={digits}?", "{quantity}€ of_next={digits}?")
#: What is meant by the forms that a text mixes.
_MEANT = {"€": "euro", "EUR": "euro", "eur": "euro", "euro": "euro", "%": "procent", "procent": "procent"}
_MEANT |= {"mln": "miljoen", "miljoen": "miljoen", "mld": "miljard", "miljard": "miljard"}
#: A magnitude is best in full; in a dossier a figure is printed with the sign.
_IN_FULL = frozenset(("miljoen", "miljard"))


class _Written(Stretch, frozen=True):
    """How a unit or a magnitude is written in one place."""

    style: str


@rule("FIG009", WARNING, Scope.TEXTS)
def mixed_units(texts: Texts) -> Iterator[Violation]:
    """Euro, million or per cent is written in two forms."""
    for match in _SIGN_AFTER.find(texts, Reads.TYPED):
        if "of_next" not in match:
            yield violation(match.span, "sign-behind")
    in_dossier = isinstance(texts, DossierView)
    best = _IN_FULL | {"€"} if in_dossier else _IN_FULL
    numbers = [(passage, each.number) for passage in texts.passages for each in passage.quantities]
    for passage, number in numbers:
        if " " in number.unit_written:
            yield violation(passage.span_of(number), "currency-twice")
    written = (each for passage, number in numbers for each in _written(passage, number))
    groups = by_key(((each.passage.compared_in, _MEANT[each.style]), each) for each in written)
    for (_, thing), places in groups.items():
        yield from _mixed_styles(thing, places, best)


def _written(passage: Passage, number: NumberExpression) -> Iterator[_Written]:
    unit = number.unit_written
    if (style := unit if unit.isupper() else unit.lower()) in _MEANT:
        yield _Written(passage, number.start, number.end, style)
    if (magnitude := number.magnitude.lower().rstrip(".")) in _MEANT:
        at = passage.text.find(number.magnitude, number.start, number.end)
        yield _Written(passage, at, at + len(number.magnitude), magnitude)


def _mixed_styles(thing: str, places: list[_Written], best: frozenset[str]) -> Iterator[Violation]:
    for found in outliers(places, lambda each: each.style, lambda style, count: (style in best, count)):
        item = found.item
        if item.is_typed and not item.passage.is_quoted(item.start, item.end):
            span, there = item.span, found.example.span
            # Public prose may keep the word for millions, and asks and answers in one text.
            minor = thing == "procent" or (thing == "euro" and item.passage.document == "tekst")
            severity = INFO if minor else None
            yield violation(
                span, "mixed", style=found.form, best=found.usual, related=there, severity=severity
            )
