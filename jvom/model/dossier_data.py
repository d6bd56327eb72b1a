# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The file dossier.yml."""

from datetime import date
from typing import Annotated

from msgspec import Meta, field

from jvom.messages import msg
from jvom.model.letter import Letter, Signatory
from jvom.model.nota import Nota
from jvom.model.planning import Planning
from jvom.model.record import IN_LETTER, IN_REPORT, NAME_IN_LETTER, Classification, Line, Record, whole
from jvom.model.report import Appendix, OutlineEntry, Report
from jvom.times import Month


class Period(Record, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    first: Annotated[Month, Meta(description="De eerste maand van de verslagperiode (2025-05).")]
    last: Annotated[Month, Meta(description="De laatste maand van de verslagperiode (2026-04).")]


class Ministry(Record, frozen=True, kw_only=True):
    name: Annotated[
        Line,
        Meta(description="De naam van het ministerie, in het woordmerk en het colofon.", extra=IN_LETTER),
    ]
    return_address: Annotated[
        Line, Meta(description="Het retouradres boven de geadresseerde.", extra=NAME_IN_LETTER)
    ]
    visiting: Annotated[
        tuple[Line, ...], Meta(description="Het bezoekadres, een regel per item.", extra=NAME_IN_LETTER)
    ]
    postal: Annotated[
        tuple[Line, ...], Meta(description="Het postadres, een regel per item.", extra=NAME_IN_LETTER)
    ]
    mpc: Annotated[str, Meta(description="De militaire postcode (MPC).")] = ""
    web: Annotated[Line, Meta(description="Het webadres.")]


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


class DossierData(Record, frozen=True, kw_only=True):
    """The file ``dossier.yml``."""

    year: Annotated[int, Meta(ge=2000, le=2100, description="Het jaar waarover het dossier gaat.")]
    title: Annotated[Line, Meta(description="De titel van het dossier, zonder jaar.", extra=IN_REPORT)]
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
