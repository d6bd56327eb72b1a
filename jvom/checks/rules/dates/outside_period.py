# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""DAT008: what a text wrongly places in the reporting period."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.years import Year
from jvom.checks.report_period import ReportPeriod, period_of_report
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.dates import write_date

_WITHIN = "in|tijdens|gedurende|binnen de|deze|dezelfde verslagperiode|rapportageperiode"
_CLAIM = Phrase(
    f"again=ook|opnieuw|weer|wederom|eveneens|nog? {_WITHIN}",
    f"again=nog steeds|altijd {_WITHIN}",
    "in het|dit verslagjaar",
)
_STRETCH = Phrase("van first={date} (tot en met|t/m|tot) last={date}", "tussen first={date} en last={date}")
#: What a stretch may belong to instead: "de brief over de periode van".
_OWNER = Phrase("die|dat|periode|jaren|kader|mandaat|brief|looptijd")
_YEAR = Phrase("year={year}")
_HAPPENED = Phrase("op|in|begin|eind|medio|half|rond|omstreeks begin|eind|medio|half?")
_COMPARED = Phrase("dan|als|zoals|evenals|sinds|vóór|voor|na op|in")
_LASTING = Phrase("sinds|vanaf|tot|met|voor|vóór|na|van")
#: How far from its claim a sentence is read.
_NEAR = 400


@rule("DAT008", WARNING, Scope.TEXTS, local=True)
def outside_period(texts: Texts) -> Iterator[Violation]:
    """A sentence about the reporting period gives a date outside it."""
    own = texts.memo(period_of_report)
    if own is None:
        return
    first, last = write_date(own.first), write_date(own.last)
    for claim in _CLAIM.find(texts):
        passage, (start, end) = claim.passage, claim.sentence
        start, end = max(start, claim.start - _NEAR), min(end, claim.end + _NEAR)
        # "De aanslag van 24 september 2023 had ook in de verslagperiode gevolgen."
        start = claim.end if "again" in claim else start
        for place in (*_times(passage, start, end, own), *_stretches(passage, start, end, own)):
            yield violation(passage.span(*place), first=first, last=last, related=claim.span)


def _stretches(passage: Passage, start: int, end: int, own: ReportPeriod) -> Iterator[tuple[int, int]]:
    """Yield the stretches of time that are not all in the period."""
    for stretch in _STRETCH.find_in(passage, start, end):
        first, last = (stretch.value(name, DateExpression).days for name in ("first", "last"))
        within = first and last and own.first <= first[0] and last[1] <= own.last
        if first and last and not within and not _OWNER.match_before(passage, stretch.start):
            yield stretch["first"].start, stretch["last"].end


def _times(passage: Passage, start: int, end: int, own: ReportPeriod) -> Iterator[tuple[int, int]]:
    """Yield the times outside the period at which something happened."""
    for date in passage.dates_between(start, end):
        days = date.days
        if days and not (own.first <= days[1] and days[0] <= own.last):
            lasts = date.part and not _LASTING.match_before(passage, date.start)
            if lasts or _happened(passage, date.start):
                yield date.start, date.end
    for year in _YEAR.find_in(passage, start, end):
        reported = own.first.year <= year.value("year", Year).number <= own.last.year
        if not reported and _happened(passage, year.start):
            yield year.start, year.end


def _happened(passage: Passage, at: int) -> bool:
    """Tell whether something happened at a time: not "sinds 2023", nor "anders dan in 2023"."""
    return bool(_HAPPENED.match_before(passage, at) and not _COMPARED.match_before(passage, at))


RULES = (outside_period,)
