# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The file mandates.yml: how long each mission's mandate and national framework last."""

from typing import Annotated

from msgspec import Meta

from jvom.model.record import IN_REPORT, Identifier, Line, Record
from jvom.times import Duration


class MandateRow(Record, frozen=True, kw_only=True):
    mission: Annotated[Identifier, Meta(description="De missie, zoals die in missions.yml heet.")]
    operation: Annotated[Line, Meta(description="De inzet zoals gedrukt in de tabel.", extra=IN_REPORT)]
    region: Annotated[
        Line, Meta(description="De regio: rijen van een regio staan bij elkaar.", extra=IN_REPORT)
    ]
    basis: Annotated[Line, Meta(description="De rechtsbasis.", extra=IN_REPORT)]
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
