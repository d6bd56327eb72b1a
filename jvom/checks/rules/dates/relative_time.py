# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""DAT006: dates before or after that of the document: "jl.", "a.s."."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.reference_dates import ReferenceDate, interval, reference_date
from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.dutch.dates import write_date
from jvom.findings import Severity
from jvom.messages import Message, msg

if TYPE_CHECKING:
    from jvom.analysis.date_expressions import DateExpression

_ONE_YEAR = datetime.timedelta(366)
#: Beyond these, a date without a year is more likely on the other side of today.
_TOO_LONG_AGO, _TOO_FAR_AHEAD = datetime.timedelta(300), datetime.timedelta(240)


@rule("DAT006", "wrong-side-of-today", ERROR, Scope.FRAGMENT, msg("Bij de datum past geen «jl.» of «a.s.»"))
def wrong_side_of_today(text: TextView) -> Iterator[Violation]:
    """Meldt "jl." bij wat nog komt of langer dan een jaar geleden is, en "a.s." bij wat geweest is.

    Gerekend vanaf de datum van het stuk: de brief, de nota of het rapport. Een los stuk heeft zijn datum op
    een eigen regel bovenaan; zonder die regel geldt vandaag. Ook "jongstleden", "laatstleden", "afgelopen",
    "aanstaande" en "komende" tellen.

    ## Waarom

    Wie een tekst van eerder overneemt, laat "a.s." staan bij wat intussen gebeurd is. De lezer weet dan niet
    of de datum of het woord fout is.

    ## Voorbeelden

    ```fout
    Op 3 juni 2026 jl. is de Kamer geïnformeerd.

    === verwacht
    3 juni 2026 jl.
    ```

    ```fout nota.md erbij
    De bijeenkomst is op 9 maart 2026 a.s., en de brief volgt eind maart a.s.

    === verwacht
    9 maart 2026 a.s.
    eind maart a.s.
    ```

    ```fout
    De motie van 11 februari 2020 jongstleden is uitgevoerd. In augustus 2026 jl. volgde een tweede.

    === verwacht
    11 februari 2020 jongstleden
    augustus 2026 jl.
    ```

    ```fout
    Op 28 mei jl. sprak de Kamer hierover.
    ```

    ```goed
    Op 9 maart jl. en in oktober jl. is de Kamer geïnformeerd, en op 4 november 2025 jl. ook. Op 3 juni a.s.
    volgt meer.
    ```

    ```goed nota.md erbij
    Op woensdag 20 mei a.s. gaat de rapportage naar de Kamers; op 8 mei 2026 a.s. is de ministerraad.
    ```

    ## Herstellen

    Schrijf de volle datum, zonder "jl." of "a.s.": die blijft waar.
    """
    for passage in text.passages:
        for date in passage.dates:
            if not date.qualifier or date.month is None:
                continue
            reference = reference_date(text, passage)
            if wrong := _wrong_side(date, reference):
                message, severity = wrong
                yield Violation(
                    passage.span(date.start, date.end),
                    message,
                    msg("schrijf de volle datum, zonder «{word}»", word=date.qualifier_written),
                    severity=severity,
                )


def _wrong_side(date: DateExpression, reference: ReferenceDate) -> tuple[Message, Severity] | None:
    """Return what is wrong with a date that looks back or ahead, and its severity."""
    values = {"date": " ".join(date.text.split()), "day": write_date(reference.day)}
    past = date.qualifier == "past"
    possible_days = interval(date)
    if possible_days is None:
        far = reference.certain and _far_off(date, reference.day, past=past)
        if not far:
            return None
        if past:
            return msg("«{date}» is bijna een jaar voor {day}, of ligt vooruit", **values), WARNING
        return msg("«{date}» ligt ver na {day}, of is al geweest", **values), WARNING
    first, last = possible_days
    if past and first > reference.day:
        return msg("«{date}» ligt vooruit, gezien vanaf {day}", **values), ERROR
    if past and reference.certain and reference.day - last > _ONE_YEAR:
        return msg("«{date}» is langer dan een jaar voor {day}", **values), WARNING
    if not past and reference.certain and last < reference.day:
        return msg("«{date}» is al geweest, gezien vanaf {day}", **values), ERROR
    return None


def _far_off(date: DateExpression, reference_day: datetime.date, *, past: bool) -> bool:
    """Tell whether a date without a year is long ago, or far ahead, in the direction that it claims."""
    if date.month is None or date.year_written or date.impossible:
        return False
    years = (
        (reference_day.year, reference_day.year - 1) if past else (reference_day.year, reference_day.year + 1)
    )
    for year in years:
        possible_days = interval(msgspec.structs.replace(date, year=year))
        if possible_days is None:
            return False
        if past and possible_days[0] <= reference_day:
            return reference_day - possible_days[1] > _TOO_LONG_AGO
        if not past and possible_days[1] >= reference_day:
            return possible_days[0] - reference_day > _TOO_FAR_AHEAD
    return False


RULES = (wrong_side_of_today,)
