# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The file figures.yml: counts, amounts, days and percentages, each with its source."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from jvom.model.record import Identifier, Line, Record


class FigureRecord(Record, frozen=True, kw_only=True):
    """What every figure may say of its value, from one year to the next."""

    constant: Annotated[bool, Meta(description="Of de waarde elk jaar dezelfde is.")] = False
    confirmed: Annotated[
        str, Meta(description="Wie bevestigt dat de waarde weer die van vorig jaar is, en wanneer.")
    ] = ""


class Count(FigureRecord, frozen=True, kw_only=True, tag="count", tag_field="type"):
    value: Annotated[
        Annotated[int, Meta(ge=0, le=10**15)] | None,
        Meta(description="Het aantal; leeg (null) zolang het niet bekend is."),
    ]
    last_year: Annotated[
        Annotated[int, Meta(ge=0, le=10**15)] | None, Meta(description="Het aantal van vorig jaar.")
    ] = None
    form: Annotated[
        Literal["cijfers", "letters"], Meta(description="In cijfers (4.126) of in letters (elf).")
    ] = "cijfers"
    source: Annotated[Line, Meta(description="Waar het getal vandaan komt.")]
    parts: Annotated[
        tuple[Identifier, ...], Meta(description="De cijfers waarvan dit de som is, als dat zo is.")
    ] = ()


class Money(FigureRecord, frozen=True, kw_only=True, tag="money", tag_field="type"):
    value: Annotated[
        float | None,
        Meta(description="Het bedrag, in de genoemde eenheid; leeg (null) zolang het niet bekend is."),
    ]
    last_year: Annotated[float | None, Meta(description="Het bedrag van vorig jaar.")] = None
    unit: Annotated[Literal["", "duizend", "miljoen", "miljard"], Meta(description="De eenheid.")] = ""
    currency: Annotated[Literal["EUR", "USD"], Meta(description="De munt.")] = "EUR"
    source: Annotated[Line, Meta(description="Waar het bedrag vandaan komt.")]
    parts: Annotated[
        tuple[Identifier, ...], Meta(description="De bedragen waarvan dit de som is, als dat zo is.")
    ] = ()


class Day(FigureRecord, frozen=True, kw_only=True, tag="date", tag_field="type"):
    value: Annotated[date | None, Meta(description="De datum; leeg (null) zolang die niet bekend is.")]
    last_year: Annotated[date | None, Meta(description="De datum van vorig jaar.")] = None
    form: Annotated[
        Literal["datum", "dag-maand", "maand-jaar"],
        Meta(description="20 mei 2026, 20 mei, of mei 2026."),
    ] = "datum"
    source: Annotated[Line, Meta(description="Waar de datum vandaan komt.")]


class Percentage(FigureRecord, frozen=True, kw_only=True, tag="percentage", tag_field="type"):
    value: Annotated[float | None, Meta(description="Het percentage; leeg (null) zolang het niet bekend is.")]
    last_year: Annotated[float | None, Meta(description="Het percentage van vorig jaar.")] = None
    source: Annotated[Line, Meta(description="Waar het percentage vandaan komt.")]


Figure = Count | Money | Day | Percentage


class FigureData(Record, frozen=True, kw_only=True):
    """The file ``figures.yml``."""

    figures: Annotated[
        dict[Identifier, Figure],
        Meta(description="De cijfers van het dossier, elk met een naam en een bron."),
    ]
