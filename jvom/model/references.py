# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The file references.yml: the Kamerstukken and publications that are cited."""

from typing import Annotated

from msgspec import Meta

from jvom.model.record import IN_REPORT, DossierNumber, Identifier, LanguageTag, Line, Record
from jvom.times import LooseDate


class Kamerstuk(Record, frozen=True, kw_only=True, tag="kamerstuk", tag_field="type"):
    dossier: Annotated[DossierNumber, Meta(description="Het dossiernummer: 29521 of 21501-02.")]
    number: Annotated[int, Meta(ge=1, description="Het nummer binnen het dossier.")]
    date: Annotated[LooseDate, Meta(description="De datum van het stuk.")]
    title: Annotated[str, Meta(description="De titel van het stuk.", extra=IN_REPORT)] = ""


class Publication(Record, frozen=True, kw_only=True, tag="publicatie", tag_field="type"):
    title: Annotated[Line, Meta(description="De titel.", extra=IN_REPORT)]
    date: Annotated[LooseDate, Meta(description="De datum, zo precies als bekend.")]
    publisher: Annotated[str, Meta(description="De uitgever of opsteller.", extra=IN_REPORT)] = ""
    number: Annotated[str, Meta(description="Het kenmerk van de uitgave.")] = ""
    language: Annotated[LanguageTag, Meta(description="De taal van de titel.")] = "nl"
    address: Annotated[str, Meta(description="Het webadres.")] = ""


Reference = Kamerstuk | Publication


class ReferenceData(Record, frozen=True, kw_only=True):
    """The file ``references.yml``."""

    references: Annotated[
        dict[Identifier, Reference], Meta(description="De aangehaalde stukken, elk met een naam.")
    ]
