# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier as frozen values: what ``content/`` says, and where.

The field names are the keys of the YAML files, and their Dutch descriptions go into the JSON Schemas
(``schema/``); ``at`` holds the places of a record's keys and values and is not a key.

Other facts about a field are in the ``extra`` of its `Meta`: ``document`` for the data of a kind of
document, ``printed`` where its words are printed, ``personal`` when the public version blacks them.
:mod:`jvom.kinds` reads the first two.
"""

# No `from __future__ import annotations` here: msgspec would have to compile each annotation in every run.

from collections.abc import Mapping
from datetime import date
from posixpath import dirname, normpath
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, field

from jvom.messages import Message, msg
from jvom.source import NOWHERE, Positions, Problem, Span
from jvom.text import VISIBLE, Block, Footnote, Inlines, Picture, Remark, Suppression
from jvom.times import Duration, LooseDate, Month


def whole(form: str) -> str:
    """Return a pattern that matches a text of that form and no other, in Python and in JSON Schema.

    In Python `$` alone also matches before a line end at the end.
    """
    return rf"^(?:{form})$(?!\n)"


Identifier = Annotated[
    str,
    Meta(pattern=whole("[a-z0-9]+(?:[-_][a-z0-9]+)*"), max_length=80, examples=["nmi", "kst-29521-493"]),
]
Line = Annotated[str, Meta(min_length=1, pattern=VISIBLE)]
LanguageTag = Annotated[
    str,
    # No tag in use is longer (RFC 5646, 4.4.1).
    Meta(pattern=whole("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"), max_length=35, examples=["en", "fr"]),
]
DossierNumber = Annotated[str, Meta(pattern=whole("[0-9]{5}(?:-(?:[0-9]{2}|[IVX]{1,7}))?"))]

Classification = Literal[
    "Departementaal vertrouwelijk", "Stg. Confidentieel", "Stg. Geheim", "Stg. Zeer Geheim"
]


# Where the words of a field are printed: the kind of document, by its label in lower case.
_IN_LETTER, _IN_NOTA, _IN_REPORT = {"printed": "brief"}, {"printed": "nota"}, {"printed": "rapport"}
_A_CODE = {"printed": ""}
"""Printed as well, but no words that a check could read."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping in a data file; `at` has the places of its keys and values."""

    at: Positions = NOWHERE


# --- the registers of the house, for all dossiers ---------------------------------------------------


class Abbreviation(Record, frozen=True, kw_only=True):
    abbreviation: Annotated[Line, Meta(description="De afkorting zoals die gedrukt wordt.")]
    expansion: Annotated[Line, Meta(description="De voluit geschreven naam.")]
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
    official: Annotated[Line, Meta(description="De volledige officiële naam.")]
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
    name: Annotated[Line, Meta(description="De naam zoals die gedrukt wordt.")]
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


# --- dossier.yml ---------------------------------------------------------------------------------


class Period(Record, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    first: Annotated[Month, Meta(description="De eerste maand van de verslagperiode (2025-05).")]
    last: Annotated[Month, Meta(description="De laatste maand van de verslagperiode (2026-04).")]


class Ministry(Record, frozen=True, kw_only=True):
    name: Annotated[Line, Meta(description="De naam van het ministerie, in het woordmerk en het colofon.")]
    return_address: Annotated[Line, Meta(description="Het retouradres boven de geadresseerde.")]
    visiting: Annotated[tuple[Line, ...], Meta(description="Het bezoekadres, een regel per item.")]
    postal: Annotated[tuple[Line, ...], Meta(description="Het postadres, een regel per item.")]
    mpc: Annotated[str, Meta(description="De militaire postcode (MPC).")] = ""
    web: Annotated[Line, Meta(description="Het webadres.")]


class Signatory(Record, frozen=True, kw_only=True):
    office: Annotated[Line, Meta(description="Het ambt, zoals het boven de naam staat.", extra=_IN_LETTER)]
    name: Annotated[Line, Meta(description="De naam van de bewindspersoon.", extra=_IN_LETTER)]
    signed_how: Annotated[
        str,
        Meta(
            description="Wat in plaats van een handtekening staat, zoals Digitaal ondertekend; leeg geeft "
            "ruimte om te tekenen.",
            extra=_IN_LETTER,
        ),
    ] = ""


class Recipient(Record, frozen=True, kw_only=True):
    id: Annotated[
        Identifier, Meta(description="Waarmee het bestand heet: brief-<id>.docx, bijvoorbeeld eerste-kamer.")
    ]
    addressee: Annotated[
        tuple[Line, ...], Meta(description="De geadresseerde, een regel per item.", extra=_IN_LETTER)
    ]
    address: Annotated[
        tuple[Line, ...], Meta(description="Straat en nummer; postcode en plaats.", extra=_IN_LETTER)
    ]
    reference: Annotated[
        Line | None, Meta(description="Onze referentie; leeg (null) zolang die er niet is.", extra=_A_CODE)
    ]
    date: Annotated[
        date | None, Meta(description="De datum van de brief; leeg (null) zolang die niet vaststaat.")
    ]
    attention: Annotated[
        str,
        Meta(
            description="Ter attentie van wie, onder de geadresseerde: een functie, geen persoon.",
            examples=["t.a.v. de griffier"],
            extra=_IN_LETTER,
        ),
    ] = ""
    salutation: Annotated[
        str,
        Meta(
            description="De aanhef voor deze geadresseerde, in plaats van die bij letter.", extra=_IN_LETTER
        ),
    ] = ""
    your_reference: Annotated[
        str, Meta(description="Uw referentie: het kenmerk van de geadresseerde.", extra=_A_CODE)
    ] = ""


class Letter(Record, frozen=True, kw_only=True):
    subject: Annotated[Line, Meta(description="Betreft.", extra=_IN_LETTER)]
    salutation: Annotated[Line, Meta(description="De aanhef.", extra=_IN_LETTER)]
    closing: Annotated[Line, Meta(description="De slotgroet.", extra=_IN_LETTER)]
    on_behalf_of: Annotated[
        tuple[Line, ...],
        Meta(description="De bewindspersonen namens wie de brief mede gaat.", extra=_IN_LETTER),
    ] = ()
    attachments: Annotated[
        tuple[Line, ...] | None,
        Meta(description="Wat als bijlage meegaat; hoeveel dat er zijn, wordt gedrukt. Anders het rapport."),
    ] = None
    contact: Annotated[
        tuple[Line, ...],
        Meta(description="De directie en functionele postbus voor vragen; geen persoon.", extra=_IN_LETTER),
    ] = ()
    reply: Annotated[
        str, Meta(description="Wat een antwoord moet vermelden; leeg laat de regel weg.", extra=_IN_LETTER)
    ] = "Bij beantwoording datum, onze referentie en onderwerp vermelden"
    classification: Annotated[
        Classification | None, Meta(description="De rubricering van de brieven, anders die van het dossier.")
    ] = None
    recipients: Annotated[tuple[Recipient, ...], Meta(min_length=1, description="Aan wie de brief gaat.")]

    @property
    def date(self) -> date | None:
        """The date of the letter to the first recipient, None when it is open."""
        return self.recipients[0].date


class RouteStep(Record, frozen=True, kw_only=True):
    """A step of the route along which a nota goes before the minister has it."""

    office: Annotated[Line, Meta(description="De functie of directie die parafeert.", extra=_IN_NOTA)]
    signed: Annotated[
        date | None, Meta(description="De dag van de paraaf; leeg (null) als die er niet is.")
    ] = None
    initial: Annotated[
        str,
        Meta(description="De paraaf, leeg om te schrijven. Een persoonsgegeven.", extra={"personal": True}),
    ] = ""


class Nota(Record, frozen=True, kw_only=True, rename={"sender": "from"}):
    to: Annotated[Line, Meta(description="Aan.", extra=_IN_NOTA)]
    sender: Annotated[Line, Meta(description="Van.", extra=_IN_NOTA)]
    coordinated_with: Annotated[tuple[Line, ...], Meta(description="Afgestemd met.", extra=_IN_NOTA)] = ()
    copy_to: Annotated[tuple[Line, ...], Meta(description="In afschrift aan.", extra=_IN_NOTA)] = ()
    purpose: Annotated[
        Line, Meta(description="Waartoe de nota dient: TER BESLISSING of TER INFORMATIE.", extra=_IN_NOTA)
    ]
    date: Annotated[
        date | None, Meta(description="De datum van de nota; leeg (null) zolang die niet vaststaat.")
    ]
    reference: Annotated[
        Line | None, Meta(description="Onze referentie; leeg (null) zolang die er niet is.", extra=_A_CODE)
    ]
    drafted_by: Annotated[
        str | None,
        Meta(
            description="Opgesteld door. Een persoonsgegeven: leeg (null) als de naam niet gedrukt wordt.",
            extra={"personal": True},
        ),
    ] = None
    attachments: Annotated[int, Meta(ge=0, description="Aantal bijlagen.")]
    title: Annotated[Line, Meta(description="De titel (Betreft) van de nota.", extra=_IN_NOTA)]
    route: Annotated[
        tuple[RouteStep, ...], Meta(description="De parafenroute: wie de nota parafeert, in volgorde.")
    ] = ()
    classification: Annotated[
        Classification | None, Meta(description="De rubricering van de nota, anders die van het dossier.")
    ] = None
    signed_by: Annotated[Line, Meta(description="Het ambt dat de nota ondertekent.", extra=_IN_NOTA)]
    signed_how: Annotated[
        Line, Meta(description="Hoe er getekend is, bijvoorbeeld Digitaal akkoord.", extra=_IN_NOTA)
    ]


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
    title: Annotated[Line, Meta(description="De titel op het omslag.", extra=_IN_REPORT)]
    subtitle: Annotated[
        str, Meta(description="De tweede regel van de titel, bijvoorbeeld de periode.", extra=_IN_REPORT)
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
            extra=_IN_REPORT,
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


class PublicVersion(Record, frozen=True, kw_only=True):
    """What the public version says about its redactions."""

    ground: Annotated[
        str,
        Meta(
            description="De grond uit de Wet open overheid (Woo) waarop persoonsgegevens gelakt worden. Wat "
            "met {.gelakt} gemarkeerd is, heeft zijn eigen grond.",
            pattern=whole(r"artikel 5\.[12](?:, lid [1-9])?(?:, onder [a-z])?|5\.[12](?:\.[1-9])?[a-z]?"),
            examples=["artikel 5.1, lid 2, onder e", "5.1.2e"],
        ),
    ] = "artikel 5.1, lid 2, onder e"


class Claims(Record, frozen=True, kw_only=True):
    """What the nota asserts about the report, for the check to compare with the report."""

    no_financial_effects: Annotated[
        bool, Meta(description="De nota zegt dat het rapport geen financiële gevolgen noemt.")
    ] = False


class Milestone(Record, frozen=True, kw_only=True):
    """A day of the planning that is not one of its own keys."""

    date: Annotated[date, Meta(description="De dag.")]
    what: Annotated[Line, Meta(description="Wat er dan klaar moet zijn, zoals Nota naar de minister.")]


EVERY_TEXT = "all"
"""The key in `Planning.approvals` for those who must approve every text."""


class Planning(Record, frozen=True, kw_only=True):
    """Who must be ready when. The council and the presentation have keys of their own in dossier.yml."""

    texts: Annotated[
        date | None, Meta(description="De dag waarop de eigenaren hun teksten geleverd hebben.")
    ] = None
    review: Annotated[
        date | None, Meta(description="De dag waarop de teksten nagekeken en definitief zijn.")
    ] = None
    owners: Annotated[
        dict[str, date],
        Meta(description="Per eigenaar een eigen dag om te leveren, in plaats van die bij texts."),
    ] = field(default_factory=dict)
    milestones: Annotated[
        tuple[Milestone, ...], Meta(description="Andere dagen, zoals die van de nota.")
    ] = ()
    approvals: Annotated[
        tuple[Line, ...] | dict[str, tuple[Line, ...]],
        Meta(
            description="Wie elke tekst moet accorderen: [DJZ]. Of per tekst: {all: [DJZ], nmi: [CDS]}; "
            "wat onder all staat, geldt voor alle teksten.",
        ),
    ] = ()

    def approvers(self, text: str) -> tuple[str, ...]:
        """Return who must approve a text, by the name of its file without `.md`."""
        if isinstance(self.approvals, tuple):
            return self.approvals
        named = (*self.approvals.get(EVERY_TEXT, ()), *self.approvals.get(text, ()))
        return tuple(dict.fromkeys(named))


class DossierData(Record, frozen=True, kw_only=True):
    """The file ``dossier.yml``."""

    year: Annotated[int, Meta(ge=2000, le=2100, description="Het jaar waarover het dossier gaat.")]
    title: Annotated[Line, Meta(description="De titel van het dossier, zonder jaar.", extra=_IN_REPORT)]
    short: Annotated[Line, Meta(description="De afkorting van de titel.")]
    version: Annotated[
        str, Meta(description="De versie van het dossier, die op een concept staat, zoals 0.3.")
    ] = ""
    period: Annotated[Period, Meta(description="De verslagperiode, van maand tot en met maand.")]
    presentation_date: Annotated[date, Meta(description="De dag van aanbieding aan de Kamers.")]
    council_of_ministers: Annotated[date, Meta(description="De dag van de ministerraad.")]
    ministry: Annotated[Ministry, Meta(description="De gegevens van het ministerie.")]
    signatories: Annotated[
        tuple[Signatory, ...], Meta(min_length=1, description="De ondertekenaars van de brieven.")
    ]
    letter: Annotated[Letter, Meta(description="De aanbiedingsbrief.", extra={"document": msg("Brief")})]
    nota: Annotated[
        Nota | None,
        Meta(description="De velden van de nota, als die er is.", extra={"document": msg("Nota")}),
    ] = None
    report: Annotated[
        Report | None, Meta(description="Het rapport, als dat er is.", extra={"document": msg("Rapport")})
    ] = None
    classification: Annotated[
        Classification | None,
        Meta(
            description="De rubricering van alle stukken (Besluit voorschrift informatiebeveiliging "
            "rijksdienst bijzondere informatie); zonder deze sleutel zijn zij niet gerubriceerd."
        ),
    ] = None
    public: Annotated[
        PublicVersion, Meta(description="De openbare versie, die geen persoonsgegevens toont.")
    ] = PublicVersion()
    claims: Annotated[Claims, Meta(description="Beweringen van de nota die nagegaan worden.")] = Claims()
    first: Annotated[
        bool,
        Meta(description="Of dit het eerste jaar is: dan wordt het niet met een eerder jaar vergeleken."),
    ] = False
    previous: Annotated[
        str,
        Meta(
            description="De verzegelde indiening van een eerder jaar, vanaf de map content, als dat dossier "
            "er zelf niet staat."
        ),
    ] = ""
    planning: Annotated[
        Planning, Meta(description="Wie wanneer klaar moet zijn, en wie teksten accordeert.")
    ] = field(default_factory=Planning)

    def classification_of(self, document: Letter | Nota | Report) -> str:
        """Return the rubricering of a document: its own, or that of the dossier; "" when it has none."""
        return document.classification or self.classification or ""

    @property
    def outline(self) -> tuple[OutlineEntry, ...]:
        """The chapters of the report; none without one."""
        return self.report.outline if self.report else ()

    @property
    def appendices(self) -> tuple[Appendix, ...]:
        """The appendices of the report; none without one."""
        return self.report.appendices if self.report else ()


# --- figures.yml, mandates.yml, references.yml ---------------------------------------------------


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


class MandateRow(Record, frozen=True, kw_only=True):
    mission: Annotated[Identifier, Meta(description="De missie, zoals die in missions.yml heet.")]
    operation: Annotated[Line, Meta(description="De inzet zoals gedrukt in de tabel.", extra=_IN_REPORT)]
    region: Annotated[
        Line, Meta(description="De regio: rijen van een regio staan bij elkaar.", extra=_IN_REPORT)
    ]
    basis: Annotated[Line, Meta(description="De rechtsbasis.", extra=_IN_REPORT)]
    mandate: Annotated[Duration, Meta(description="Duur van het internationale mandaat.")]
    framework: Annotated[Duration, Meta(description="Duur van het nationale kader.")]
    without_section: Annotated[
        str, Meta(description="Waarom de missie in het rapport geen eigen paragraaf heeft.")
    ] = ""
    notice: Annotated[
        Annotated[int, Meta(ge=0, le=60)] | None,
        Meta(
            description="Hoeveel maanden voor het einde van het nationale kader de brief aan de Kamers weg "
            "moet; 0 is geen brief. Zonder deze sleutel geldt die van het huis (jvom.yml).",
        ),
    ] = None


class WithoutRow(Record, frozen=True, kw_only=True):
    mission: Annotated[Identifier, Meta(description="De missie, zoals die in missions.yml heet.")]
    reason: Annotated[Line, Meta(description="Waarom de missie geen rij in de bijlage heeft.")]


class MandateData(Record, frozen=True, kw_only=True):
    """The file ``mandates.yml``."""

    rows: Annotated[tuple[MandateRow, ...], Meta(description="De rijen van de bijlage, in volgorde.")]
    without_row: Annotated[tuple[WithoutRow, ...], Meta(description="Missies zonder rij, met de reden.")] = ()


class Kamerstuk(Record, frozen=True, kw_only=True, tag="kamerstuk", tag_field="type"):
    dossier: Annotated[DossierNumber, Meta(description="Het dossiernummer: 29521 of 21501-02.")]
    number: Annotated[int, Meta(ge=1, description="Het nummer binnen het dossier.")]
    date: Annotated[LooseDate, Meta(description="De datum van het stuk.")]
    title: Annotated[str, Meta(description="De titel van het stuk.")] = ""


class Publication(Record, frozen=True, kw_only=True, tag="publicatie", tag_field="type"):
    title: Annotated[Line, Meta(description="De titel.")]
    date: Annotated[LooseDate, Meta(description="De datum, zo precies als bekend.")]
    publisher: Annotated[str, Meta(description="De uitgever of opsteller.")] = ""
    number: Annotated[str, Meta(description="Het kenmerk van de uitgave.")] = ""
    language: Annotated[LanguageTag, Meta(description="De taal van de titel.")] = "nl"
    address: Annotated[str, Meta(description="Het webadres.")] = ""


Reference = Kamerstuk | Publication


class ReferenceData(Record, frozen=True, kw_only=True):
    """The file ``references.yml``."""

    references: Annotated[
        dict[Identifier, Reference], Meta(description="De aangehaalde stukken, elk met een naam.")
    ]


# --- fragments and the dossier -------------------------------------------------------------------

Status = Literal["outline", "draft", "review", "final"]


LONGEST_TITLE = 1_000
"""A title of more characters is a text that ended up in the wrong place."""


class FrontMatter(Record, frozen=True, kw_only=True):
    title: Annotated[
        str, Meta(max_length=LONGEST_TITLE, description="De kop boven de paragraaf, zonder nummer.")
    ] = ""
    mission: Annotated[str, Meta(description="De missie waarover de paragraaf gaat (missions.yml).")] = ""
    owner: Annotated[
        str | tuple[Line, ...], Meta(description="Wie de tekst levert: een eigenaar, of een lijst.")
    ] = ""
    carried_from: Annotated[
        Annotated[int, Meta(ge=2000, le=2100)] | None,
        Meta(description="Het jaar waaruit de tekst is overgenomen, tot zij is bijgewerkt."),
    ] = None
    unchanged: Annotated[
        str, Meta(description="Waarom de tekst met recht woord voor woord die van vorig jaar is.")
    ] = ""
    status: Annotated[Status, Meta(description="Hoever de tekst is: outline, draft, review of final.")] = (
        "draft"
    )


class Approval(Record, frozen=True, kw_only=True):
    text: Annotated[Identifier, Meta(description="De tekst: rapport/<text>.md, of brief of nota.")]
    by: Annotated[Line, Meta(description="De eigenaar die akkoord is.")]
    date: Annotated[date, Meta(description="De dag van het akkoord.")]
    digest: Annotated[
        str,
        Meta(
            description="De vingerafdruk van de tekst waarop het akkoord slaat; jvom approve schrijft die.",
            pattern=whole("sha256:[0-9a-f]{64}"),
        ),
    ]


class ApprovalData(Record, frozen=True, kw_only=True):
    """The optional file ``approvals.yml``: who approved which text, and which version of it."""

    approvals: Annotated[tuple[Approval, ...], Meta(description="De akkoorden, in volgorde van geven.")]


TraceKind = Literal["opmerking", "invoeging", "verwijdering", "verborgen tekst", "leeg veld"]


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """A trace of editing in a Word file: its author (may be ""), and the words."""

    kind: TraceKind
    author: str
    text: str
    span: Span


class Font(msgspec.Struct, frozen=True, kw_only=True):
    """A font that a Word file uses, and whether it is embedded."""

    name: str
    embedded: bool


class BlankParagraphs(msgspec.Struct, frozen=True):
    """A paragraph of a Word file, and how many empty paragraphs follow it."""

    span: Span
    count: int


class LowContrast(msgspec.Struct, frozen=True):
    """Words of a Word file with too little contrast: their contrast ratio, and the least it should be."""

    span: Span
    ratio: float
    least: float


class WordFile(msgspec.Struct, frozen=True, kw_only=True):
    """What a Word file contains besides its text; places are those of its paragraphs.

    `language` is the language tag of its default text. `margins` are the words of headers and footers.
    `blanks` are the paragraphs that empty ones follow, `underlined` and `formatted`
    the runs that are underlined, or have a font, size or colour of their own. `floating` are the first words
    of text boxes and frames, `undescribed` the tables without title or description, `unspoken` the terms in
    italics that are not marked with a language. `contract` is what a template lacks; only its reader knows.
    """

    title: str = ""
    language: str = ""
    template: bool = False
    margins: tuple[Block, ...] = ()
    traces: tuple[Trace, ...] = ()
    underlined: tuple[Span, ...] = ()
    formatted: tuple[Span, ...] = ()
    blanks: tuple[BlankParagraphs, ...] = ()
    faint: tuple[LowContrast, ...] = ()
    floating: tuple[Span, ...] = ()
    undescribed: tuple[Span, ...] = ()
    unspoken: tuple[Span, ...] = ()
    fonts: tuple[Font, ...] = ()
    contract: tuple[Problem, ...] = ()


class Fragment(msgspec.Struct, frozen=True, kw_only=True):
    """One Markdown file: its front matter, blocks, footnotes, suppressions and remarks.

    `lines` is the file's text, a string a line without line ends, for messages and checks; `body_line` is
    the number of the first one below the front matter. A Word file is read as a fragment too: then a line is
    a paragraph, `places` says for each how a reader finds it ("alinea 34, onder 2.3.1 UNIFIL"), and `word`
    is what the file contains besides its words.
    """

    id: str
    span: Span
    front: FrontMatter
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    remarks: tuple[Remark, ...] = ()
    title: Inlines = ()
    lines: tuple[str, ...] = ()
    body_line: int = 1
    places: tuple[Message, ...] = ()
    word: WordFile | None = None

    @property
    def owners(self) -> tuple[str, ...]:
        """Who delivers the text; empty when its front matter doesn't say."""
        owner = self.front.owner
        return owner if isinstance(owner, tuple) else (owner,) if owner else ()

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """The blocks of the text, and then those of its footnotes."""
        return (*self.blocks, *(block for note in self.footnotes for block in note.blocks))


class DataFile(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a YAML file, for messages and checks, with the suppressions and remarks in its comments."""

    path: str
    lines: tuple[str, ...]
    suppressions: tuple[Suppression, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Caption(msgspec.Struct, frozen=True, kw_only=True):
    """The caption of a picture or table: what it is ("Figuur", "Tabel"), and its number in its document.

    `document` is the kind of the document, `span` the place of the picture or table.
    """

    label: str
    number: int
    document: str
    span: Span
    name: str = ""


class ImageFile(msgspec.Struct, frozen=True, kw_only=True):
    """A PNG or JPEG image, `width` by `height` millimetres at its natural size."""

    data: bytes
    extension: str
    width: float
    height: float


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that ``content/<id>/`` and the registers say; `images` are by their `image_path`.

    `unused_images` are the paths of the pictures in its folder that no text shows.

    `texts` are the texts of its documents by kind (see :mod:`jvom.kinds`), in order, and `sections` those of
    the report, which has many. Without a register of `owners` these are free. The `captions` are those that
    a public version has from the whole one, whose numbers it keeps.
    """

    data: DossierData
    glossary: Glossary
    missions: MissionRegister
    figures: FigureData
    mandates: MandateData
    references: ReferenceData
    texts: Mapping[str, Fragment]
    sections: tuple[Fragment, ...]
    names: NameRegister = NameRegister(names=())
    owners: OwnerRegister | None = None
    approvals: ApprovalData = ApprovalData(approvals=())
    files: tuple[DataFile, ...] = ()
    images: Mapping[str, ImageFile] = {}
    unused_images: tuple[str, ...] = ()
    captions: tuple[Caption, ...] | None = None

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """The texts of the documents, and of each section of the report."""
        return (*self.texts.values(), *self.sections)

    def section(self, id: str) -> Fragment:
        """Return the report's fragment of that id; KeyError when there is none."""
        for fragment in self.sections:
            if fragment.id == id:
                return fragment
        raise KeyError(id)


def image_path(fragment: Fragment, picture: Picture) -> str:
    """Return the path of the image that a fragment shows: it is typed relative to the fragment's folder."""
    return normpath(f"{dirname(fragment.span.path)}/{picture.path}")
