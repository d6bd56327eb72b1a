# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What dossier.yml says of the report: its outline, its appendices and its cover."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from jvom.model.record import IN_REPORT, Classification, Identifier, Line, Record


class OutlineEntry(Record, frozen=True, kw_only=True):
    id: Annotated[Identifier, Meta(description="Het fragment: rapport/<id>.md.")]
    sections: Annotated[
        tuple["OutlineEntry", ...],
        Meta(description="De paragrafen hieronder, in volgorde; drie niveaus diep."),
    ] = ()
    orientation: Annotated[
        Literal["staand", "liggend"],
        Meta(description="De stand van het papier voor de tekst van deze paragraaf zelf."),
    ] = "staand"


class Appendix(Record, frozen=True, kw_only=True):
    id: Annotated[Identifier, Meta(description="Het fragment: rapport/<id>.md.")]
    orientation: Annotated[
        Literal["staand", "liggend"], Meta(description="De stand van het papier voor deze bijlage.")
    ] = "staand"


class Report(Record, frozen=True, kw_only=True):
    title: Annotated[Line, Meta(description="De titel op het omslag.", extra=IN_REPORT)]
    subtitle: Annotated[
        str, Meta(description="De tweede regel van de titel, bijvoorbeeld de periode.", extra=IN_REPORT)
    ] = ""
    date: Annotated[
        date | None, Meta(description="De datum op het omslag; leeg (null) zolang die niet vaststaat.")
    ]
    classification: Annotated[
        Classification | None, Meta(description="De rubricering van het rapport, anders die van het dossier.")
    ] = None
    no_duration: Annotated[
        str,
        Meta(
            description="Wat in de bijlage staat bij een mandaat of kader dat er niet is (geen); leeg is "
            "een streepje (–).",
            extra=IN_REPORT,
        ),
    ] = ""
    outline: Annotated[
        tuple[OutlineEntry, ...],
        Meta(min_length=1, description="De hoofdstukken en paragrafen: daaruit volgen volgorde en nummers."),
    ]
    appendices: Annotated[tuple[Appendix, ...], Meta(description="De bijlagen, in volgorde.")] = ()
    lists: Annotated[
        tuple[Literal["figuren", "tabellen"], ...],
        Meta(description="Welke lijsten van bijschriften er na de inhoudsopgave komen."),
    ] = ()
