# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What dossier.yml says of the nota, and of the route along which it is initialled."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from jvom.model.record import A_CODE, IN_NOTA, NAME_IN_NOTA, Classification, Line, Record


class RouteStep(Record, frozen=True, kw_only=True):
    """A step of the route along which a nota goes before the minister has it."""

    office: Annotated[Line, Meta(description="De functie of directie die parafeert.", extra=NAME_IN_NOTA)]
    signed: Annotated[
        date | None, Meta(description="De dag van de paraaf; leeg (null) als die er niet is.")
    ] = None
    initial: Annotated[
        str,
        Meta(description="De paraaf, leeg om te schrijven. Een persoonsgegeven.", extra={"personal": True}),
    ] = ""


class Nota(Record, frozen=True, kw_only=True, rename={"sender": "from"}):
    to: Annotated[Line, Meta(description="Aan.", extra=NAME_IN_NOTA)]
    sender: Annotated[Line, Meta(description="Van.", extra=NAME_IN_NOTA)]
    coordinated_with: Annotated[tuple[Line, ...], Meta(description="Afgestemd met.", extra=NAME_IN_NOTA)] = ()
    copy_to: Annotated[tuple[Line, ...], Meta(description="In afschrift aan.", extra=NAME_IN_NOTA)] = ()
    purpose: Annotated[
        Line, Meta(description="Waartoe de nota dient: TER BESLISSING of TER INFORMATIE.", extra=IN_NOTA)
    ]
    date: Annotated[
        date | None, Meta(description="De datum van de nota; leeg (null) zolang die niet vaststaat.")
    ]
    reference: Annotated[
        Line | None, Meta(description="Onze referentie; leeg (null) zolang die er niet is.", extra=A_CODE)
    ]
    drafted_by: Annotated[
        str | None,
        Meta(
            description="Opgesteld door. Een persoonsgegeven: leeg (null) als de naam niet gedrukt wordt.",
            extra={"personal": True},
        ),
    ] = None
    attachments: Annotated[int, Meta(ge=0, description="Aantal bijlagen.")]
    title: Annotated[Line, Meta(description="De titel (Betreft) van de nota.", extra=IN_NOTA)]
    route: Annotated[
        tuple[RouteStep, ...], Meta(description="De parafenroute: wie de nota parafeert, in volgorde.")
    ] = ()
    classification: Annotated[
        Classification | None, Meta(description="De rubricering van de nota, anders die van het dossier.")
    ] = None
    signed_by: Annotated[Line, Meta(description="Het ambt dat de nota ondertekent.", extra=NAME_IN_NOTA)]
    signed_how: Annotated[
        Line, Meta(description="Hoe er getekend is, bijvoorbeeld Digitaal akkoord.", extra=IN_NOTA)
    ]
