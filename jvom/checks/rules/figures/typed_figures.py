# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures that are declared in figures.yml and typed by hand all the same, rightly or wrongly."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView, Texts
from jvom.dutch.numbers import MAGNITUDES, write_decimal
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Count, Day, Money, Percentage
from jvom.resolving.figures import write_figure
from jvom.text import FigureUse

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.analysis.quantities import Quantity
    from jvom.model import Figure

#: What many numbers count: the same of these in two sections proves nothing.
_COMMON = frozenset(
    """
    militairen personen functionarissen landen adviseurs stafofficieren experts jaar maanden weken dagen keer
    """.split()
)


#: Stretches of time, which any number may measure.
_TIMES = frozenset("jaar jaren maand maanden week weken dag dagen uur uren keer procent".split())


class Declared(msgspec.Struct, frozen=True):
    """The declared figures: names by unit and value, and by name the words and sections of their uses."""

    names: dict[tuple[str, Decimal], list[str]]
    days: dict[datetime.date, str]
    nouns: dict[str, set[str]]
    phrases: dict[str, set[str]]
    sections: dict[str, set[str]]


def declared(texts: Texts) -> Declared:
    """Return the figures of a dossier; none without one."""
    found = Declared({}, {}, {}, {}, {})
    if not isinstance(texts, DossierView):
        return found
    for name, figure in texts.dossier.figures.figures.items():
        if isinstance(figure, Day):
            if figure.form == "datum":
                found.days.setdefault(figure.value, name)
        else:
            found.names.setdefault(value_of(figure), []).append(name)
    for passage in texts.passages:
        starts = {each.start: each for each in passage.quantities} if passage.segments else {}
        for part in passage.segments:
            if isinstance(part.source, FigureUse):
                name = part.source.name
                found.sections.setdefault(name, set()).add(passage.section)
                if (quantity := starts.get(part.start)) and quantity.noun:
                    found.nouns.setdefault(name, set()).add(quantity.noun)
                    found.phrases.setdefault(name, set()).add(quantity.phrase)
    return found


def value_of(figure: Figure) -> tuple[str, Decimal]:
    """Return the unit and the value of a figure that is no date, as a text's own numbers have them."""
    match figure:
        case Money():
            unit = "euro" if figure.currency == "EUR" else "dollar"
            return unit, Decimal(str(figure.value)) * (MAGNITUDES[figure.unit] if figure.unit else 1)
        case Percentage():
            return "percent", Decimal(str(figure.value))
        case Count():
            return "", Decimal(figure.value)
        case _:
            raise ValueError("a date has no value")


@rule(
    "FIG001",
    "typed-figure",
    WARNING,
    Scope.DOSSIER,
    msg("Een cijfer uit figures.yml is met de hand getypt"),
)
def typed_figure(dossier: DossierView) -> Iterator[Violation]:
    """Meldt een getal dat gelijk is aan een cijfer uit `figures.yml`, maar als getal getypt is.

    Een getal dat voor zichzelf spreekt (4.126, € 42,2 miljoen, 12,5%) wordt overal gemeld. Een klein of rond
    getal alleen als het hetzelfde telt als het cijfer: "vijf posities" waar elders `{{ idf_positions }}
    posities` staat, of als geen tekst het cijfer bij zijn naam noemt: dan is dit de plaats daarvoor. Een
    getypte datum die in `figures.yml` staat, is ter overweging.

    ## Waarom

    Verandert het cijfer, dan verandert het getypte getal niet mee. Zo komt hetzelfde aantal met twee waarden
    in de stukken.

    ## Voorbeelden

    ```fout
    De uitgaven waren € 2,4 miljoen.

    === verwacht
    € 2,4 miljoen
    ```

    ```fout figures.yml
    figures:
      deployed_total: {value: 4126, form: cijfers, parts: []}

    === rapport/slotbeschouwing.md
    In totaal zijn
    4.126 militairen ingezet, vierduizend honderdzesentwintig dus, en 2,4 miljoen euro uitgegeven.

    === verwacht
    4.126
    vierduizend honderdzesentwintig
    2,4 miljoen euro
    ```

    ```fout rapport/untso.md erbij
    De elf militaire waarnemers werkten er het hele jaar.

    === verwacht
    elf
    ```

    ```fout rapport/untso.md
    ## Over de missie

    Nederland leverde elf waarnemers aan UNTSO.

    === verwacht
    elf
    ```

    ```fout
    Op Verantwoordingsdag, 20 mei 2026, gaat de rapportage naar de Kamers.

    === verwacht
    20 mei 2026
    ```

    ```goed
    De uitgaven waren {{ expenditure }}; er waren {{ untso_staff }} militaire waarnemers.
    ```

    ```goed
    De missie had elf doelen en twaalf taken. Eén adviseur deed mee, op grond van artikel 12.
    ```

    ## Herstellen

    Noem het cijfer bij zijn naam, tussen dubbele accolades. Is het toeval, onderdruk de melding dan met die
    reden.
    """
    known = dossier.memo(declared)
    for passage in dossier.passages:
        if passage.kind in ("title", "value", "alternative", "caption"):
            continue
        for quantity in passage.quantities:
            number = quantity.number
            names = known.names.get((number.unit, number.value))
            if not names or not passage.is_typed(number.start, number.end):
                continue
            name = _name(passage, quantity, names, known)
            if name:
                yield Violation(
                    passage.span(number.start, number.end),
                    msg("dit is het cijfer «{name}», met de hand getypt", name=name),
                    msg("noem het bij zijn naam, tussen dubbele accolades"),
                    related=(_place(dossier, name),),
                )
        for date in passage.dates:
            day_name = known.days.get(date.date) if date.date else None
            if day_name and passage.is_typed(date.start, date.end):
                yield Violation(
                    passage.span(date.start, date.end),
                    msg("dit is de datum «{name}», met de hand getypt", name=day_name),
                    msg("zet daar de naam tussen dubbele accolades"),
                    related=(_place(dossier, day_name),),
                    severity=INFO,
                )


def _name(passage: Passage, quantity: Quantity, names: list[str], known: Declared) -> str:
    """Return the figure that a typed number is; "" when the same value may well be chance."""
    for name in names:
        if quantity.noun and quantity.noun in known.nouns.get(name, ()):
            if passage.section in known.sections.get(name, ()):
                return name
            same = quantity.phrase in known.phrases.get(name, ())
            if same and (quantity.noun not in _COMMON or quantity.number.value > 12):
                return name
    if is_distinctive(quantity):
        return names[0]
    return next((name for name in names if _is_unused_here(passage, quantity, name, known)), "")


def _is_unused_here(passage: Passage, quantity: Quantity, name: str, known: Declared) -> bool:
    """Tell whether no text names the figure, and this must be it: in its own section, or by its size."""
    if name in known.sections or quantity.number.value < 2 or quantity.noun in _TIMES:
        return False
    own = name.partition("_")[0] in passage.section.split("-")
    return own or (quantity.number.value > 12 and bool(quantity.noun))


def is_distinctive(quantity: Quantity) -> bool:
    """Tell whether a number is so particular that the same one twice is the same thing."""
    value = quantity.number.value
    if quantity.number.unit:
        return True
    return value >= 100 and (value % 100 != 0 or (value >= 1000 and value % 1000 != 0))


def _place(dossier: DossierView, name: str) -> Related:
    figure = dossier.dossier.figures.figures[name]
    return Related(
        figure.at.value("value"), msg("«{name}» is {value}", name=name, value=write_figure(figure))
    )


@rule(
    "FIG003",
    "sum-of-parts",
    ERROR,
    Scope.DOSSIER,
    msg("Een totaal in figures.yml is niet de som van zijn delen"),
)
def sum_of_parts(dossier: DossierView) -> Iterator[Violation]:
    """Meldt een cijfer met `parts` waarvan de waarde niet de som van die delen is.

    ## Waarom

    Wie een deel bijwerkt, vergeet licht het totaal. De Kamer telt het na.

    ## Voorbeelden

    ```fout figures.yml
    figures:
      untso_staff: {value: 12}

    === verwacht
    12
    ```

    ```fout figures.yml
    figures:
      expenditure: {value: 2.4, unit: miljoen, parts: [one, two]}
      one: {type: money, value: 2, unit: miljoen, source: jaarverslag}
      two: {type: money, value: 300, unit: duizend, source: jaarverslag}

    === verwacht
    2.4
    ```

    ```fout figures.yml
    figures:
      deployed_total: {parts: [unifil_staff, untso_staff, expenditure]}
    ```

    ```goed figures.yml
    figures:
      expenditure: {value: 2.4, unit: miljoen, parts: [one, two]}
      one: {type: money, value: 2, unit: miljoen, source: jaarverslag}
      two: {type: money, value: 400, unit: duizend, source: jaarverslag}
    ```

    ## Herstellen

    Zoek op welk getal fout is: het totaal of een van de delen.
    """
    figures = dossier.dossier.figures.figures
    for figure in figures.values():
        if not isinstance(figure, Count | Money) or not figure.parts:
            continue
        unit, value = value_of(figure)
        total, unlike = Decimal(0), ""
        for name in figure.parts:
            part = figures[name]
            kind, worth = ("date", Decimal(0)) if isinstance(part, Day) else value_of(part)
            if kind != unit:
                unlike = name
            total += worth
        where = figure.at.value("value")
        if unlike:
            yield Violation(
                where,
                msg("het deel «{name}» is van een ander soort dan het totaal", name=unlike),
                msg("noem alleen delen die samen dit totaal vormen"),
            )
        elif total != value:
            yield Violation(
                where,
                msg(
                    "de delen zijn samen {total}, hier staat {value}",
                    total=write_decimal(total),
                    value=write_decimal(value),
                ),
                msg("zoek op welk getal fout is: het totaal of een van de delen"),
                related=tuple(_place(dossier, name) for name in figure.parts),
            )


RULES = (typed_figure, sum_of_parts)
