# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on amounts: the euro, millions and percentages, each in one form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from jvom.analysis.number_expressions import NumberExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.quantities import Quantity
from jvom.checks.outliers import outliers
from jvom.checks.rule import INFO, WARNING, Scope, Violation, quoted_at, rule
from jvom.checks.views import DossierView, Texts
from jvom.messages import msg

_SIGN_AFTER = Phrase("amount={quantity} € of_next={digits}?", "amount={quantity}€ of_next={digits}?")


@rule("FIG009", WARNING, Scope.TEXTS)
def mixed_units(texts: Texts) -> Iterator[Violation]:
    """Euro, million or per cent is written in two forms."""
    for match in _SIGN_AFTER.find(texts, Reads.TYPED):
        if "of_next" not in match and not match.value("amount", Quantity).number.unit:
            yield Violation(
                match.span,
                msg("het euroteken staat achter het bedrag"),
                msg("zet het teken voor het bedrag: € 5 miljoen"),
            )
    in_dossier = isinstance(texts, DossierView)
    for group in (texts.texts,) if in_dossier else ((text,) for text in texts.texts):
        amounts = [
            (passage, quantity.number)
            for text in group
            for passage in text.passages
            for quantity in passage.quantities
            if quantity.number.unit or quantity.number.magnitude
        ]
        for passage, number in amounts:
            if " " in number.unit_written:
                yield Violation(
                    passage.span_of(number),
                    msg("bij dit bedrag staat de munt twee keer"),
                    msg("laat een van de twee weg"),
                )
        yield from _mixed_styles(amounts, in_dossier=in_dossier)


class _Written(msgspec.Struct, frozen=True):
    """How a unit or a magnitude is written in one place."""

    passage: Passage
    start: int
    end: int
    thing: str
    style: str


_STYLES = {"€": "€", "eur": "EUR", "euro": "euro", "%": "%", "procent": "procent"}
_MAGNITUDES = {"mln": "miljoen", "miljoen": "miljoen", "mld": "miljard", "miljard": "miljard"}


def _written(passage: Passage, number: NumberExpression) -> Iterator[_Written]:
    if number.unit in ("euro", "percent") and (style := _STYLES.get(number.unit_written.lower())):
        yield _Written(passage, number.start, number.end, number.unit, style)
    word = number.magnitude.lower().rstrip(".")
    if word in _MAGNITUDES:
        at = passage.text.find(number.magnitude, number.start, number.end)
        yield _Written(passage, at, at + len(number.magnitude), _MAGNITUDES[word], word)


def _mixed_styles(
    amounts: Iterable[tuple[Passage, NumberExpression]], *, in_dossier: bool
) -> Iterator[Violation]:
    things: dict[str, list[_Written]] = {}
    for each in amounts:
        for written in _written(*each):
            things.setdefault(written.thing, []).append(written)
    # A figure is printed with the sign, and a magnitude in full.
    printed = ("miljoen", "miljard", "€") if in_dossier else ("miljoen", "miljard")
    for thing, places in things.items():
        styles = outliers(places, lambda each: each.style, lambda style, count: (style in printed, count))
        for found in styles:
            here = found.item
            if here.passage.is_typed(here.start, here.end):
                yield Violation(
                    here.passage.span_of(here),
                    msg("hier staat «{style}», elders «{best}»", style=found.form, best=found.usual),
                    msg("schrijf het overal op dezelfde manier"),
                    related=quoted_at(found.example.passage.span_of(found.example), found.usual),
                    severity=INFO if thing == "percent" else None,
                )


RULES = (mixed_units,)
