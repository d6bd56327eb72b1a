# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a house asks of ``jvom check`` and how its dossiers are shaped: ``jvom.yml``, as frozen values.

The file is in ``content/`` for all dossiers, and in the folder of a dossier for that one. What neither sets
has the defaults here, which are those of the report that jvom was made for.
"""

# No `from __future__ import annotations` here: msgspec would have to compile each annotation in every run.

import datetime
from fnmatch import fnmatchcase
from typing import Annotated, Literal

from msgspec import Meta, field

from jvom.calendar import ACCOUNTABILITY_DAY, YearlyDay, last_weekday_before
from jvom.dutch.dates import WEEKDAYS
from jvom.model import Line, Record


class CouncilDay(Record, frozen=True, kw_only=True):
    """When the council of ministers meets on a dossier, counted from the day of presentation."""

    weekday: Annotated[
        Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
        Meta(description="De dag van de week waarop de ministerraad vergadert."),
    ] = "vrijdag"
    days_before: Annotated[
        int,
        Meta(
            ge=0,
            le=365,
            description="Hoeveel dagen de ministerraad ten minste voor de aanbieding is: de laatste "
            "vergadering die dat haalt, is die van het dossier.",
        ),
    ] = 12

    @property
    def weekday_number(self) -> int:
        """The weekday as `datetime.date.weekday` counts: 0 is Monday."""
        return WEEKDAYS.index(self.weekday)


class Calendar(Record, frozen=True, kw_only=True):
    """The days of the year on which a dossier passes its stations."""

    presentation: Annotated[
        YearlyDay,
        Meta(
            description="De dag van aanbieding aan de Kamers, zoals laatste vrijdag van juni; zonder deze "
            "sleutel de derde woensdag van mei.",
            examples=["derde woensdag van mei"],
        ),
    ] = field(default_factory=lambda: ACCOUNTABILITY_DAY)
    council: Annotated[CouncilDay, Meta(description="De dag van de ministerraad.")] = CouncilDay()
    notice: Annotated[
        int,
        Meta(
            ge=0,
            le=60,
            description="Hoeveel maanden voor het einde van een nationaal kader de brief daarover aan de "
            "Kamers weg moet, als de rij in mandates.yml niets anders zegt; 0 is geen brief.",
        ),
    ] = 3

    def presentation_day(self, year: int) -> datetime.date:
        """Return the day in `year` on which the dossier goes to the Chambers."""
        return self.presentation.in_year(year)

    def council_day(self, presentation: datetime.date) -> datetime.date:
        """Return the day of the council of ministers for a dossier that is presented on that day."""
        return last_weekday_before(presentation, self.council.weekday_number, self.council.days_before)


class FixedHeading(Record, frozen=True, kw_only=True):
    """A heading that every section about a mission has."""

    heading: Annotated[Line, Meta(description="De tussenkop.")]
    with_civilians: Annotated[
        str,
        Meta(
            description="De tussenkop als de tekst eronder ook over civiele experts gaat; leeg is dezelfde."
        ),
    ] = ""
    known_by: Annotated[
        tuple[Line, ...],
        Meta(
            description="Waaraan een verschreven tussenkop te herkennen is, in kleine letters: patronen "
            "waarin * voor alles staat (over de *)."
        ),
    ] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The heading in each of its forms."""
        return (self.heading, self.with_civilians) if self.with_civilians else (self.heading,)


class RegionOpening(Record, frozen=True, kw_only=True):
    """The heading with which a region of the report opens; a region is a section with missions below it."""

    begins: Annotated[
        str,
        Meta(description="Hoe de kop begint waarmee een regio opent; leeg als er geen vaste is."),
    ] = "Rationale en samenhang"
    one_mission: Annotated[str, Meta(description="De hele kop bij een regio met een missie.")] = (
        "Rationale en samenhang Nederlandse bijdrage"
    )
    more_missions: Annotated[str, Meta(description="De hele kop bij een regio met meer missies.")] = (
        "Rationale en samenhang Nederlandse bijdragen"
    )


class ReportShape(Record, frozen=True, kw_only=True):
    """How the report names itself and how it is built."""

    names: Annotated[
        tuple[Line, ...],
        Meta(description="Afkortingen waarmee het rapport zichzelf noemt, naast die in dossier.yml."),
    ] = ("JVOM",)
    subject: Annotated[
        str, Meta(description="Waarover het rapport gaat, zoals dat achter «rapportage» in de titel staat.")
    ] = "overige missiebijdragen"
    opens_with: Annotated[
        tuple[Line, ...],
        Meta(description="Hoe het eerste hoofdstuk mag beginnen te heten, in kleine letters; leeg is vrij."),
    ] = ("inleiding",)
    closes_with: Annotated[
        tuple[Line, ...],
        Meta(description="Hoe het laatste hoofdstuk mag beginnen te heten, in kleine letters; leeg is vrij."),
    ] = ("slotbeschouwing", "tot slot", "slot", "conclusie", "afsluiting")
    region_opening: Annotated[RegionOpening, Meta(description="De kop waarmee een regio opent.")] = (
        RegionOpening()
    )
    mission_headings: Annotated[
        tuple[FixedHeading, ...],
        Meta(
            description="De vaste tussenkoppen van een paragraaf over een missie, in volgorde; leeg is vrij."
        ),
    ] = (
        FixedHeading(heading="Over de missie", known_by=("over de *",)),
        FixedHeading(heading="Voor de missie relevante ontwikkelingen", known_by=("*ontwikkelingen*",)),
        FixedHeading(
            heading="Militaire bijdrage",
            with_civilians="Militaire en civiele bijdrage",
            known_by=("bijdrage", "bijdragen", "* bijdrage", "* bijdragen"),
        ),
    )

    @property
    def every_mission_heading(self) -> tuple[str, ...]:
        """The fixed sub-headings of a mission in all their forms, in order."""
        return tuple(form for fixed in self.mission_headings for form in fixed.forms)


class NotaShape(Record, frozen=True, kw_only=True):
    """How the nota is built."""

    headings: Annotated[
        tuple[Line, ...], Meta(description="De vaste koppen van de nota, in volgorde; leeg is vrij.")
    ] = (
        "Aanleiding",
        "Geadviseerd besluit",
        "Kernpunten",
        "Toelichting",
        "Financiële overwegingen",
        "Juridische overwegingen",
        "Communicatie",
        "Informatie die niet openbaar wordt gemaakt",
    )


class LetterShape(Record, frozen=True, kw_only=True):
    """By which words a letter is known among texts that belong to no dossier."""

    openings: Annotated[tuple[Line, ...], Meta(description="Hoe een aanhef begint.")] = ("Geachte",)
    closings: Annotated[tuple[Line, ...], Meta(description="Wat een slotgroet zegt, in kleine letters.")] = (
        "hoogachtend",
    )

    def opens(self, line: str) -> bool:
        """Tell whether a line is the salutation of a letter."""
        return line.startswith(self.openings)

    def closes(self, line: str) -> bool:
        """Tell whether a line has the closing of a letter."""
        lowered = line.lower()
        return any(closing in lowered for closing in self.closings)


class Settings(Record, frozen=True, kw_only=True, rename={"per_file_ignores": "per-file-ignores"}):
    """The file ``jvom.yml``: what `jvom check` looks for. A rule is named by code, prefix or name."""

    select: Annotated[
        tuple[Line, ...],
        Meta(description="De regels die gelden; leeg betekent alle (MAN, LNG001, mandate-ended)."),
    ] = ()
    ignore: Annotated[tuple[Line, ...], Meta(description="De regels die niet gelden.")] = ()
    per_file_ignores: Annotated[
        dict[str, tuple[Line, ...]],
        Meta(description="Per bestand of patroon (rapport/*.md) de regels die daar niet gelden."),
    ] = field(default_factory=dict)
    severity: Annotated[
        dict[str, Literal["error", "warning", "info"]],
        Meta(description="Per regel een andere zwaarte: error, warning of info."),
    ] = field(default_factory=dict)
    words: Annotated[
        dict[str, dict[str, Line]],
        Meta(description="Per woordregel extra woorden van het huis, met de goede vorm of een toelichting."),
    ] = field(default_factory=dict)
    accept: Annotated[
        dict[str, tuple[Line, ...]],
        Meta(description="Per woordregel de woorden die het huis wel goed vindt."),
    ] = field(default_factory=dict)
    spelling: Annotated[
        tuple[Line, ...],
        Meta(description="Woorden die goed gespeld zijn, ook al kent het woordenboek ze niet."),
    ] = ()
    dictionary: Annotated[
        str,
        Meta(description="De map met een ander Nederlands woordenboek (nl.aff en nl.dic) dan dat van jvom."),
    ] = ""
    calendar: Annotated[Calendar, Meta(description="De dagen waarop een dossier zijn weg gaat.")] = field(
        default_factory=Calendar
    )
    letter: Annotated[LetterShape, Meta(description="Waaraan een brief te herkennen is.")] = LetterShape()
    nota: Annotated[NotaShape, Meta(description="De opbouw van de nota.")] = NotaShape()
    report: Annotated[ReportShape, Meta(description="De opbouw van het rapport.")] = ReportShape()


def matches(path: str, pattern: str) -> bool:
    """Tell whether a file is meant by a name or pattern: the whole path, or its last parts."""
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")
