# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""DAT008: what a text wrongly places in the reporting period."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from jvom.checks.reference_dates import interval
from jvom.checks.rule import WARNING, Scope, Violation, rule
from jvom.checks.rules.dates.report_period import ReportPeriod, period_of_report
from jvom.checks.views import Texts
from jvom.dutch.characters import SPACE
from jvom.dutch.dates import write_date
from jvom.findings import Related
from jvom.messages import msg

if TYPE_CHECKING:
    from jvom.checks.passages import Passage


_NEARBY = 400


#: Every match of `_claims_period` has one of these.
_PERIOD_WORDS = ("=verslagperiode", "=rapportageperiode", "=verslagjaar")


@cache
def _claims_period() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<also>(?:ook|opnieuw|weer|wederom|eveneens|nog(?:{SPACE}(?:steeds|altijd))?){SPACE})?"
        rf"(?:in|tijdens|gedurende|binnen){SPACE}(?:de|deze|dezelfde){SPACE}(?:verslag|rapportage)periode(?!\w)"
        rf"|(?<!\w)in{SPACE}(?:het|dit){SPACE}verslagjaar(?!\w)",
        re.IGNORECASE,
    )


@cache
def _at_the_time() -> re.Pattern[str]:
    """Words before the time of an event; not "sinds", "anders dan in", "tot"."""
    return re.compile(
        rf"(?<!\w)(?:op|in|begin|eind|medio|half|rond|omstreeks){SPACE}(?:(?:begin|eind|medio|half){SPACE})?\Z",
        re.IGNORECASE,
    )


@cache
def _comparison() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:dan|als|zoals|net{SPACE}als|evenals|sinds|vóór|voor|na){SPACE}(?:op|in){SPACE}\Z",
        re.IGNORECASE,
    )


@cache
def _start_or_end() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:sinds|vanaf|tot|met|voor|vóór|na|van){SPACE}\Z", re.IGNORECASE)


@cache
def _year_alone() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-])(?!\.\d)")


@rule(
    "DAT008",
    "outside-period",
    WARNING,
    Scope.TEXTS,
    msg("Een zin over de verslagperiode noemt een datum daarbuiten"),
)
def outside_period(texts: Texts) -> Iterator[Violation]:
    """Meldt een datum buiten de verslagperiode in een zin die zegt dat het daarin gebeurde.

    De zin noemt "in de verslagperiode", "tijdens de rapportageperiode" of "in het verslagjaar". Een datum na
    "sinds", "vanaf", "tot" of "anders dan in", en die van een brief of besluit, telt niet. Van een tijd als
    "van maart tot en met juli 2025" tellen begin en eind.

    ## Waarom

    Of de datum is fout, of de gebeurtenis hoort in het rapport van een ander jaar.

    ## Voorbeelden

    ```fout
    In de verslagperiode bezocht de commandant de missie, op 12 maart 2025.

    === verwacht
    12 maart 2025
    ```

    ```fout
    Tijdens de verslagperiode is de missie begin
    juni 2026 verplaatst, en in 2024 verkleind.

    === verwacht
    begin juni 2026
    2024
    ```

    ```fout
    Van februari tot en met juli 2025 vonden in de verslagperiode geen patrouilles plaats. In de
    verslagperiode waren tussen januari 2026 en augustus 2026 ook de wegen dicht.

    === verwacht
    februari tot en met juli 2025
    januari 2026 en augustus 2026
    ```

    ```goed
    Van juni tot en met augustus 2025 vonden in de verslagperiode geen patrouilles plaats. In de
    verslagperiode is de eenheid, die van januari 2024 tot en met juni 2025 in Irak was, afgelost. De brief
    over de periode van januari 2025 tot december 2028 gold in de verslagperiode.
    ```

    ```goed
    In de verslagperiode bezocht de commandant de missie, op 12 maart 2026. Op 12 maart 2025 was er ook een
    bezoek.
    ```

    ```goed
    In de verslagperiode bleef het rustig, anders dan in 2023. Sinds maart 2025 geldt in de verslagperiode
    een bestand; volgens de brief van 4 april 2025 gold dat in de verslagperiode ook. De aanslag op het
    klooster, op 24 september 2023, had ook in deze verslagperiode nog gevolgen.
    ```

    ## Herstellen

    Verbeter de datum, of haal de zin uit het rapport.
    """
    reporting_period = texts.memo(period_of_report)
    if reporting_period is None:
        return
    first, last = reporting_period.first, reporting_period.last
    for passage in texts.passages_with(_PERIOD_WORDS):
        for claim in _claims_period().finditer(passage.text):
            start, end = passage.sentence_at(claim.start())
            start, end = max(start, claim.start() - _NEARBY), min(end, claim.end() + _NEARBY)
            # "De aanslag van 24 september 2023 had ook in de verslagperiode gevolgen."
            start = claim.end() if claim["also"] else start
            period = {"first": write_date(first), "last": write_date(last)}
            outside = {
                place: msg("dit ligt buiten de verslagperiode, {first} tot en met {last}", **period)
                for place in _times_outside(passage, start, end, reporting_period)
            }
            outside |= {
                place: msg("dit valt niet binnen de verslagperiode, {first} tot en met {last}", **period)
                for place in _ranges_outside(passage, start, end, reporting_period)
            }
            for place, message in outside.items():
                yield Violation(
                    passage.span(*place),
                    message,
                    msg("verbeter de datum, of zeg niet dat het in de verslagperiode was"),
                    related=(Related(passage.span(*claim.span()), msg("hier staat dat het daarin was")),),
                )


def _ranges_outside(
    passage: Passage, start: int, end: int, reporting_period: ReportPeriod
) -> Iterator[tuple[int, int]]:
    """Yield the ranges of dates in a sentence that are not wholly in the reporting period."""
    text = passage.text
    begin = bisect_left(passage.dates, start, key=lambda date: date.start)
    for one, two in pairwise(
        passage.dates[begin : bisect_left(passage.dates, end, key=lambda date: date.start)]
    ):
        days, until = interval(one), interval(two)
        if not days or not until or (reporting_period.first <= days[0] and until[1] <= reporting_period.last):
            continue
        joint = _range_joint().fullmatch(text, one.end, two.start)
        before = joint and _before_range().search(text, max(start, one.start - 40), one.start)
        if joint and before and (before["tussen"] is not None) == (joint["en"] is not None):
            yield one.start, two.end


@cache
def _range_joint() -> re.Pattern[str]:
    return re.compile(rf"{SPACE}(?:tot{SPACE}en{SPACE}met|t/m|tot|(?P<en>en)){SPACE}")


@cache
def _before_range() -> re.Pattern[str]:
    """Words before a range that dates the event itself: not "de brief over de periode van"."""
    return re.compile(
        rf"(?<!\w)(?<!die{SPACE})(?<!dat{SPACE})(?<!periode{SPACE})(?<!jaren{SPACE})(?<!kader{SPACE})(?<!mandaat{SPACE})"
        rf"(?<!brief{SPACE})(?<!looptijd{SPACE})(?:van|(?P<tussen>tussen)){SPACE}\Z",
        re.IGNORECASE,
    )


def _times_outside(
    passage: Passage, start: int, end: int, reporting_period: ReportPeriod
) -> Iterator[tuple[int, int]]:
    """Yield the times outside the reporting period at which a sentence says something happened."""
    text = passage.text
    first = bisect_left(passage.dates, start, key=lambda date: date.start)
    last = bisect_left(passage.dates, end, key=lambda date: date.start)
    dates = passage.dates[first:last]
    for date in dates:
        meant = interval(date)
        if not meant or (reporting_period.first <= meant[1] and meant[0] <= reporting_period.last):
            continue
        if _happened(text, date.start) or (
            date.part and not _start_or_end().search(text[max(0, date.start - 12) : date.start])
        ):
            yield date.start, date.end
    for year in _year_alone().finditer(text, start, end):
        part_of_date = any(date.start <= year.start() < date.end for date in dates)
        in_report_years = reporting_period.first.year <= int(year[0]) <= reporting_period.last.year
        if not part_of_date and not in_report_years and _happened(text, year.start()):
            yield year.span()


def _happened(text: str, at: int) -> bool:
    before = text[max(0, at - 30) : at]
    return _at_the_time().search(before) is not None and _comparison().search(before) is None


RULES = (outside_period,)
