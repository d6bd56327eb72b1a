# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The reporting period, and what the texts say it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from jvom.analysis.date_expressions import Period
from jvom.analysis.entities import entities
from jvom.analysis.entity import Entity
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase
from jvom.analysis.word_classes import word_class
from jvom.checks.groups import by_key
from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import write_month
from jvom.source import Span
from jvom.times import Month

#: First and last month, each (year, month).
Months = tuple[tuple[int, int], tuple[int, int]]


class ReportPeriod(msgspec.Struct, frozen=True):
    """The reporting period, and where it is stated."""

    months: Months
    span: Span

    @property
    def first(self) -> datetime.date:
        return Month(*self.months[0]).first_day

    @property
    def last(self) -> datetime.date:
        return Month(*self.months[1]).last_day

    @property
    def words(self) -> Mapping[str, str]:
        """The first and the last month, for a message."""
        return {"first": write_month(*self.months[0]), "last": write_month(*self.months[1])}


class PeriodClaim(msgspec.Struct, frozen=True):
    """What a text says the report is about: a Period, a YearRange ("2025-2026") or one Year."""

    passage: Passage
    about: Entity

    @property
    def span(self) -> Span:
        return self.passage.span(self.about.start, self.about.end)


def period_of_report(texts: Texts) -> ReportPeriod | None:
    """Return the period of the dossier, or the one that loose texts state most often, if any."""
    if isinstance(texts, DossierView):
        declared = texts.data.period
        months = (declared.first.year, declared.first.month), (declared.last.year, declared.last.month)
        return ReportPeriod(months, declared.at.span) if months[0] <= months[1] else None
    periods = ((each.about, each.span) for each in texts.memo(period_claims))
    stated = ((months_of(about), span) for about, span in periods if isinstance(about, Period))
    claims = by_key((claimed, span) for claimed, span in stated if claimed and claimed[0] <= claimed[1])
    if not claims:
        return None
    best = max(claims, key=lambda months: len(claims[months]))
    return ReportPeriod(best, claims[best][0])


def months_of(period: Period) -> Months | None:
    """Return the first and last month of a period that is complete."""
    first, last = period.first.days, period.last.days
    if not is_complete(period) or not first or not last:
        return None
    return (first[0].year, first[0].month), (last[0].year, last[0].month)


def is_complete(period: Period) -> bool:
    """Tell whether both ends have their month and year; those of "mei tot en met april 2026" do not."""
    first, last = period.first, period.last
    if any(end.year is None or end.month is None or end.year_cut_short for end in (first, last)):
        return False
    return not (first.shared and (first.month or 0) > (last.month or 0))


_PERIODS = word_class("report_period")
_OTHER_REPORT = Phrase(
    "vorige|eerdere|voorgaande|volgende|komende|eerste {word}? {word}?",
    "volgt|vervolg|aanvulling op de",
    "vervangt|sinds de",
)
#: "In de verslagperiode was van november tot en met maart ..." is about something within it; not so when the
#: period directly follows the name.
WITHIN = Phrase("in|tijdens|gedurende|binnen de|deze|dezelfde|het|dit")
_APPOSED = Phrase(r",|:|\(? (van|dus|namelijk|te weten)? {period|year|years}")
_ABOUT = Phrase("over")
#: Not in "Deze rapportage behandelt de missies die ook in de periode van ...".
_OTHER_THING = Phrase("ook|evaluatie|brief|die|dat")


@cache
def _claim(names: ReportNames) -> Phrase:
    """Return the report or its period with its dates, and the report with the period that it covers."""
    report = f"name={names.phrase(*sorted(word_class('report') | _PERIODS))}"
    links = names.phrase(*sorted(word_class("before_period")), *names.subject)
    return Phrase(
        rf"{report} ,|:|\(|\)|{links}...15? about={{period|year|years}}",
        f"{report} covers=behandelt*|beschrijft*|beslaat*|betreft*|geeft* ...30 "
        "in|over de periode|maanden|verslagperiode|verslagmaanden van? about={period}",
        "name=kabinet|regering|rapportage|rapport kijkt|blikt (in|met dit|deze {word})? terug op "
        "(de periode van?)? about={period}",
    )


def period_claims(texts: Texts) -> tuple[PeriodClaim, ...]:
    """Return the periods and years that the texts say the report is about, in reading order."""
    claim, found = _claim(texts.memo(report_names)), list[PeriodClaim]()
    for passage in texts.memo(passages_with_years):
        if _is_subtitle(passage):
            about: Iterable[Entity | None] = passage.periods
        else:
            about = (match["about"].value for match in claim.find_in(passage) if _is_claim(match))
        if passage.document != "gegevens":
            found += (PeriodClaim(passage, each) for each in about if each)
    return tuple(found)


def passages_with_years(texts: Texts) -> tuple[Passage, ...]:
    """Return the passages that name a period or a year, which are few, in reading order."""
    return tuple(each for each in texts.passages if each.periods or each.years or entities(each, "years"))


def _is_claim(match: Match) -> bool:
    """Tell whether the dates after a name are those of this report or its period."""
    passage, name, about = match.passage, match["name"], match["about"]
    if _OTHER_REPORT.match_before(passage, name.start):
        return False
    if "covers" in match:
        return not _OTHER_THING.find_in(passage, name.end, about.start)
    if WITHIN.match_before(passage, name.start) and not _APPOSED.match_at(passage, name.end):
        return False
    # "De rapportage verschijnt in 2026" is no claim: the year must be what it is "over", or its own.
    return (
        isinstance(about.value, Period)
        or passage.text[name.start : name.end].lower() in _PERIODS
        or bool(_ABOUT.find_in(passage, name.end, about.start))
    )


def _is_subtitle(passage: Passage) -> bool:
    """Tell whether a passage is the subtitle of the report, or a line with nothing but a period."""
    periods = passage.periods
    if len(periods) == 1 and periods[0].text == passage.text.strip():
        return passage.kind in ("title", "paragraph") or passage.label == "subtitle"
    return passage.kind == "value" and passage.label == "subtitle"
