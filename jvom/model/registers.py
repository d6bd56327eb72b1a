# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of the house, for all dossiers: abbreviations, missions, names and owners."""

from typing import Annotated, Literal

from msgspec import Meta

from jvom.model.record import IN_REPORT, Identifier, LanguageTag, Line, Record, whole


class Abbreviation(Record, frozen=True, kw_only=True):
    abbreviation: Annotated[Line, Meta(description="De afkorting zoals die gedrukt wordt.")]
    expansion: Annotated[Line, Meta(description="De voluit geschreven naam.", extra=IN_REPORT)]
    also: Annotated[
        tuple[Line, ...], Meta(description="Andere vormen die ook goed zijn, zoals NATO bij NAVO.")
    ] = ()
    language: Annotated[
        LanguageTag, Meta(description="De taal van de voluit geschreven naam (nl, en, fr).")
    ] = "nl"


class Glossary(Record, frozen=True, kw_only=True):
    abbreviations: Annotated[
        tuple[Abbreviation, ...], Meta(description="De afkortingen van het huis, voor alle dossiers.")
    ]


class Resolution(Record, frozen=True, kw_only=True):
    number: Annotated[int, Meta(ge=1, description="Het nummer van de resolutie van de Veiligheidsraad.")]
    year: Annotated[int, Meta(ge=1946, description="Het jaar van de resolutie.")]
    in_force: Annotated[
        bool, Meta(description="Of de missie nu op deze resolutie rust; false als die is opgevolgd.")
    ] = True


class Mission(Record, frozen=True, kw_only=True):
    id: Annotated[Identifier, Meta(description="De naam waarmee de andere bestanden de missie aanwijzen.")]
    name: Annotated[Line, Meta(description="De naam zoals die in tekst en tabel gedrukt wordt.")]
    official: Annotated[Line, Meta(description="De volledige officiële naam.", extra=IN_REPORT)]
    language: Annotated[LanguageTag, Meta(description="De taal van de officiële naam.")] = "en"
    region: Annotated[Line, Meta(description="De regio waaronder de missie in tekst en bijlage valt.")]
    places: Annotated[
        tuple[Line, ...], Meta(description="Landen en plaatsen die bij de naam gedrukt mogen worden.")
    ] = ()
    accepted: Annotated[tuple[Line, ...], Meta(description="Andere schrijfwijzen die goed zijn.")] = ()
    rejected: Annotated[tuple[Line, ...], Meta(description="Schrijfwijzen die fout zijn.")] = ()
    resolutions: Annotated[
        tuple[Resolution, ...], Meta(description="De resoluties waarop de missie rust of rustte.")
    ] = ()


class MissionRegister(Record, frozen=True, kw_only=True):
    missions: Annotated[tuple[Mission, ...], Meta(description="Alle missies die het huis kent.")]


class Name(Record, frozen=True, kw_only=True):
    name: Annotated[Line, Meta(description="De naam zoals die gedrukt wordt.", extra=IN_REPORT)]
    kind: Annotated[
        Literal["land", "plaats", "ambt", "organisatie", "persoon", "zaak"],
        Meta(description="Wat het is: land, plaats, ambt, organisatie, persoon of zaak."),
    ]
    accepted: Annotated[tuple[Line, ...], Meta(description="Andere schrijfwijzen die goed zijn.")] = ()
    rejected: Annotated[tuple[Line, ...], Meta(description="Schrijfwijzen die fout zijn.")] = ()


class NameRegister(Record, frozen=True, kw_only=True):
    """The optional file ``names.yml``: names of anything but missions."""

    names: Annotated[
        tuple[Name, ...], Meta(description="Landen, plaatsen, ambten, organisaties en andere namen.")
    ]


class Owner(Record, frozen=True, kw_only=True):
    id: Annotated[Line, Meta(description="Zoals teksten en planning de eigenaar noemen.", examples=["DGB"])]
    name: Annotated[Line, Meta(description="De naam van de directie, voluit.")]
    function: Annotated[
        Line, Meta(description="De functie die de teksten levert of accordeert; geen persoon.")
    ]
    mailbox: Annotated[
        str,
        Meta(
            description="De functionele postbus; geen adres van een persoon.",
            pattern=whole(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
            max_length=254,
            examples=["postbus.dgb@defensie.example"],
        ),
    ]


class OwnerRegister(Record, frozen=True, kw_only=True):
    """The optional file ``owners.yml``: who delivers or approves texts."""

    owners: Annotated[tuple[Owner, ...], Meta(description="De eigenaren van teksten, voor alle dossiers.")]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(owner.id for owner in self.owners)
