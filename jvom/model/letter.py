# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What dossier.yml says of the letters: who signs them, to whom they go, and the letter itself."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from jvom.model.record import A_CODE, IN_LETTER, NAME_IN_LETTER, Classification, Identifier, Line, Record


class Signatory(Record, frozen=True, kw_only=True):
    office: Annotated[
        Line, Meta(description="Het ambt, zoals het boven de naam staat.", extra=NAME_IN_LETTER)
    ]
    name: Annotated[Line, Meta(description="De naam van de bewindspersoon.", extra=NAME_IN_LETTER)]
    signed_how: Annotated[
        str,
        Meta(
            description="Wat in plaats van een handtekening staat, zoals Digitaal ondertekend; leeg geeft "
            "ruimte om te tekenen.",
            extra=IN_LETTER,
        ),
    ] = ""


class Recipient(Record, frozen=True, kw_only=True):
    id: Annotated[
        Identifier, Meta(description="Waarmee het bestand heet: brief-<id>.docx, bijvoorbeeld eerste-kamer.")
    ]
    addressee: Annotated[
        tuple[Line, ...], Meta(description="De geadresseerde, een regel per item.", extra=NAME_IN_LETTER)
    ]
    address: Annotated[
        tuple[Line, ...], Meta(description="Straat en nummer; postcode en plaats.", extra=NAME_IN_LETTER)
    ]
    reference: Annotated[
        Line | None, Meta(description="Onze referentie; leeg (null) zolang die er niet is.", extra=A_CODE)
    ]
    date: Annotated[
        date | None, Meta(description="De datum van de brief; leeg (null) zolang die niet vaststaat.")
    ]
    attention: Annotated[
        str,
        Meta(
            description="Ter attentie van wie, onder de geadresseerde: een functie, geen persoon.",
            examples=["t.a.v. de griffier"],
            extra=NAME_IN_LETTER,
        ),
    ] = ""
    salutation: Annotated[
        str,
        Meta(description="De aanhef voor deze geadresseerde, in plaats van die bij letter.", extra=IN_LETTER),
    ] = ""
    your_reference: Annotated[
        str, Meta(description="Uw referentie: het kenmerk van de geadresseerde.", extra=A_CODE)
    ] = ""


class Letter(Record, frozen=True, kw_only=True):
    subject: Annotated[Line, Meta(description="Betreft.", extra=IN_LETTER)]
    salutation: Annotated[Line, Meta(description="De aanhef.", extra=IN_LETTER)]
    closing: Annotated[Line, Meta(description="De slotgroet.", extra=IN_LETTER)]
    on_behalf_of: Annotated[
        tuple[Line, ...],
        Meta(description="De bewindspersonen namens wie de brief mede gaat.", extra=IN_LETTER),
    ] = ()
    attachments: Annotated[
        tuple[Line, ...] | None,
        Meta(
            description="Wat als bijlage meegaat; hoeveel dat er zijn, wordt gedrukt. Anders het rapport.",
            extra=IN_LETTER,
        ),
    ] = None
    contact: Annotated[
        tuple[Line, ...],
        Meta(description="De directie en functionele postbus voor vragen; geen persoon.", extra=IN_LETTER),
    ] = ()
    reply: Annotated[
        str, Meta(description="Wat een antwoord moet vermelden; leeg laat de regel weg.", extra=IN_LETTER)
    ] = "Bij beantwoording datum, onze referentie en onderwerp vermelden"
    classification: Annotated[
        Classification | None, Meta(description="De rubricering van de brieven, anders die van het dossier.")
    ] = None
    recipients: Annotated[tuple[Recipient, ...], Meta(min_length=1, description="Aan wie de brief gaat.")]

    @property
    def date(self) -> date | None:
        """The date of the letter to the first recipient, None when it is open."""
        return self.recipients[0].date
