# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on amounts: the euro, millions and percentages, each in one form."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.quantities import Quantity
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts, TextView
from jvom.findings import Related
from jvom.messages import msg

_SIGN_AFTER = Phrase("amount={quantity} € of_next={digits}?", "amount={quantity}€ of_next={digits}?")


@rule("FIG009", WARNING, Scope.TEXTS, msg("Euro, miljoen of procent staat in twee vormen"))
def mixed_units(texts: Texts) -> Iterator[Violation]:
    """Euro, million or per cent is written in two forms."""
    for match in _SIGN_AFTER.find(texts, Reads.TYPED):
        if "of_next" not in match and not match.value("amount", Quantity).number.unit:
            yield Violation(
                match.passage.span(match.start, match.end),
                msg("het euroteken staat achter het bedrag"),
                msg("zet het teken voor het bedrag: € 5 miljoen"),
            )
    if isinstance(texts, DossierView):
        yield from _mixed_styles([each for text in texts.texts for each in _amounts(text)], in_dossier=True)
        return
    for text in texts.texts:
        yield from _mixed_styles(_amounts(text), in_dossier=False)


def _amounts(text: TextView) -> list[tuple[Passage, Quantity]]:
    return [
        (passage, quantity)
        for passage in text.passages
        for quantity in passage.quantities
        if quantity.number.unit or quantity.number.magnitude
    ]


_STYLES = {"€": "€", "eur": "EUR", "euro": "euro", "%": "%", "procent": "procent"}


def _mixed_styles(amounts: list[tuple[Passage, Quantity]], *, in_dossier: bool) -> Iterator[Violation]:
    styles: dict[str, dict[str, list[tuple[Passage, int, int]]]] = {}
    for passage, quantity in amounts:
        number = quantity.number
        written = number.unit_written.lower()
        if " " in written:
            yield Violation(
                passage.span(number.start, number.end),
                msg("bij dit bedrag staat de munt twee keer"),
                msg("laat een van de twee weg"),
            )
        elif number.unit in ("euro", "percent") and written in _STYLES:
            place = passage, number.start, number.end
            styles.setdefault(number.unit, {}).setdefault(_STYLES[written], []).append(place)
        if number.magnitude:
            word = number.magnitude.lower().rstrip(".")
            unit = {"mln": "miljoen", "miljoen": "miljoen", "mld": "miljard", "miljard": "miljard"}.get(word)
            at = passage.text.find(number.magnitude, number.start, number.end)
            if unit:
                styles.setdefault(unit, {}).setdefault(word, []).append(
                    (passage, at, at + len(number.magnitude))
                )
    for unit, by_style in styles.items():
        if len(by_style) < 2:
            continue
        # A figure is printed with the sign, and a magnitude in full.
        printed = "€" if in_dossier else ""
        best = next(
            (style for style in (printed, "miljoen", "miljard") if style in by_style),
            max(by_style, key=lambda style: len(by_style[style])),
        )
        example, start, end = by_style[best][0]
        for style, places in by_style.items():
            if style == best:
                continue
            for passage, first, last in places:
                if passage.is_typed(first, last):
                    yield Violation(
                        passage.span(first, last),
                        msg("hier staat «{style}», elders «{best}»", style=style, best=best),
                        msg("kies een vorm"),
                        related=(Related(example.span(start, end), msg("hier staat «{best}»", best=best)),),
                        severity=INFO if unit == "percent" else None,
                    )


RULES = (mixed_units,)
