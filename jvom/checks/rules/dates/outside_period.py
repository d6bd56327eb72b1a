# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on what a text places in the reporting period, and developments on a day before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.years import Year
from jvom.checks.report_period import ReportPeriod, period_of_report
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts
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


#: In this time a day may well be one of last year's report, or one whose year is wrong.
_DAYS = 365
_RUNNING = ("paragraph", "item", "quote")
#: Where a day only tells which event is meant, or is told in passing: "na het akkoord van".
_IN_PASSING = Phrase(
    r"van|uit|sinds|sedert|d.d.|,|\(",
    "na|sinds|van|over de|het|een {word}...2 op",
    ", {word}...3? {participle} op?",
    "als|zoals|evenals|dan|tegenover op|in|tussen|voor|vóór|rond {weekday}?",
    "tijd|periode|dagen|week|weken|maanden tussen|voor|vóór|rond",
)
#: Where it does not: "van 3 tot 9 april", "in de vroege ochtend van".
_TIME = Phrase("in|op de|een {word}? ochtend|middag|avond|nacht|loop van", "met ingang van")
_OF_EVENT = Phrase("de|het|een {adjective}? {noun} van")
_EARLIER = Phrase(
    "al|reeds|eerder|eerdere|sinds|sindsdien|vóór|voordat|voorafgaand|vorig|vorige|nadat|destijds",
    "voor|vóór|buiten het|de|deze begin|aanvang|start|verslagperiode",
    "that=die|dat ...7 {date}",
    "was|waren|had|hadden ...12 {participle}",
    "{participle} was|waren|had|hadden",
    ", op|per {date} {word}...3? {participle}",
)
#: "Een van die landen" begins no clause.
_POINTED = Phrase("{preposition}")
#: "Er kwam een hek, dat op 19 april 2025 openging" tells what came next.
_NEXT = Phrase("een {word}...3? , die|dat ...7 {date}")


@rule("DAT015", WARNING, Scope.DOSSIER)
def before_period(dossier: DossierView) -> Iterator[Violation]:
    """A section on developments has a day from the year before the reporting period as if it were in it."""
    period = dossier.memo(period_of_report)
    for passage in dossier.passages if period else ():
        if period and passage.document == "rapport" and "ontwikkeling" in passage.heading.lower():
            for before, date in pairwise((None, *passage.dates)):
                day = date.date if date and not (before and before.shared) else None
                if day and date and 0 < (period.first - day).days <= _DAYS and _is_news(passage, date):
                    yield violation(passage.span_of(date), day=day, first=period.first)


def _is_news(passage: Passage, date: DateExpression) -> bool:
    """Tell whether a sentence says what happened on a day, or from then on, as if that were news."""
    begins = any(period.start == date.start for period in passage.periods)
    is_time = _TIME.match_before(passage, date.start) or (
        begins and not _OF_EVENT.match_before(passage, date.start)
    )
    if passage.kind not in _RUNNING or (_IN_PASSING.match_before(passage, date.start) and not is_time):
        return False
    sentence = passage.sentence_at(date.start)
    excuses = [
        each
        for each in _EARLIER.find_in(passage, *sentence)
        if not ("that" in each and _POINTED.match_before(passage, each.start))
    ]
    is_next = all("that" in each for each in excuses) and bool(_NEXT.find_in(passage, *sentence))
    return not excuses or is_next
