# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The reporting period, and what the texts say it is."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from jvom.checks.report_names import ReportNames, report_names
from jvom.checks.views import DossierView, Texts
from jvom.dutch.characters import SPACE
from jvom.dutch.date_expressions import Period
from jvom.dutch.dates import write_month
from jvom.times import Month

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.source import Span

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


class PeriodClaim(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says the report is about: a period, a range of `years` ("2025-2026"), or one `year`."""

    start: int
    end: int
    period: Period | None = None
    years: str = ""
    year: int = 0


def period_of_report(texts: Texts) -> ReportPeriod | None:
    """Return the period of the dossier, or the one that loose texts state most often, if any."""
    if isinstance(texts, DossierView):
        declared = texts.data.period
        months = (declared.first.year, declared.first.month), (declared.last.year, declared.last.month)
        return ReportPeriod(months, declared.at.span) if months[0] <= months[1] else None
    claims: dict[Months, list[Span]] = {}
    names = texts.memo(report_names)
    for passage in texts.passages:
        for claim in period_claims(passage, names):
            months_claimed = months_of(claim.period) if claim.period else None
            if months_claimed is not None and months_claimed[0] <= months_claimed[1]:
                claims.setdefault(months_claimed, []).append(passage.span(claim.start, claim.end))
    if not claims:
        return None
    best = max(claims, key=lambda months: len(claims[months]))
    return ReportPeriod(best, claims[best][0])


def months_of(period: Period) -> Months | None:
    """Return the first and last month of a period that is complete."""
    first, last = period.first, period.last
    if not is_complete(period) or None in (first.year, first.month, last.year, last.month):
        return None
    if not 1 <= (first.month or 0) <= 12 or not 1 <= (last.month or 0) <= 12:
        return None
    return (first.year or 0, first.month or 0), (last.year or 0, last.month or 0)


def is_complete(period: Period) -> bool:
    """Tell whether both ends have their month and year; those of "mei tot en met april 2026" do not."""
    first, last = period.first, period.last
    if first.year is None or last.year is None or first.month is None or last.month is None:
        return False
    if first.year_cut_short or last.year_cut_short:
        return False
    return not (first.shared and first.month > last.month)


def period_claims(passage: Passage, names: ReportNames) -> Iterator[PeriodClaim]:
    """Yield the periods and years that a passage says the report is about, in order."""
    text = passage.text
    if passage.document == "gegevens" or not ("20" in text or "19" in text or passage.dates):
        return
    periods = passage.periods
    if len(periods) == 1 and periods[0].start == 0 and periods[0].end == len(text.strip()):
        # A line of its own is the subtitle of the report.
        if passage.kind in ("title", "paragraph") or passage.label == "subtitle":
            yield PeriodClaim(start=periods[0].start, end=periods[0].end, period=periods[0])
        return
    if passage.kind == "value" and passage.label == "subtitle":
        for period in periods:
            yield PeriodClaim(start=period.start, end=period.end, period=period)
        return
    known, linking = _vocabulary(names)
    if not passage.has_any_word(known):
        return
    for word, (start, end) in zip(passage.lowered_words, passage.words, strict=True):
        if word in known and (claim := _claim(passage, word, start, end, linking)):
            yield claim


@cache
def _vocabulary(names: ReportNames) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the report and its period, and the words that link one to the dates."""
    return _REPORT_NAMES | names.words, _LINKING_WORDS.union(names.words, names.subject)


def _claim(
    passage: Passage, name: str, start: int, after: int, linking: frozenset[str]
) -> PeriodClaim | None:
    """Return the claim that begins with the name of the report or of its period, if one does."""
    text, periods = passage.text, passage.periods
    before = text[max(0, start - 40) : start]
    if any(map(before.lower().__contains__, _OTHER_REPORT)) and _other_report().search(before):
        return None
    # "In de verslagperiode was van november tot en met maart ..." is about something within it.
    inside_period = " ".join(before.lower().split()[-2:]).lstrip("(“") in _INSIDE_PERIOD

    def links(between: str) -> bool:
        return _is_apposed(between) if inside_period else linking.issuperset(_without_marks(between))

    nearest = bisect_left(periods, after, key=lambda period: period.start)
    for period in periods[nearest : nearest + 4]:
        if period.start > after + 4 * _LONGEST_GAP:
            break
        between = text[after : period.start]
        if (len(between) <= _LONGEST_GAP and links(between)) or _is_covered(between):
            return PeriodClaim(start=period.start, end=period.end, period=period)
    names_period = name in ("verslagperiode", "rapportageperiode", "verslagjaar")
    years = _years().search(text, after, after + _LONGEST_GAP)
    if years is None or not links(text[after : years.start()]):
        return None
    dated = passage.date_after(max(0, years.start() - 40))
    while dated is not None and dated.end <= years.start():
        dated = passage.date_after(dated.end)
    if dated is not None and dated.start < years.end():
        return None
    # "De rapportage verschijnt in 2026" is no claim: the year must be what it is "over", or its own.
    if not names_period and "over" not in _without_marks(text[after : years.start()]):
        return None
    start, end = years.span()
    if years[2]:
        return PeriodClaim(start=start, end=end, years=years[0])
    return PeriodClaim(start=start, end=end, year=int(years[1]))


#: The names of any report, and of its period.
_REPORT_NAMES = frozenset(
    """
    verslagperiode rapportageperiode verslagjaar rapportage rapportages voortgangsrapportage
    voortgangsrapportages jaarrapportage jaarrapportages rapport voortgangsverslag verslag
    """.split()
)


#: The words that may come between the name of the report, or of its period, and the dates.
_LINKING_WORDS = frozenset(
    """
    loopt liep is was beslaat besloeg betreft betrof omvat omvatte bestrijkt behandelt gaat heeft ziet
    betrekking op van over de het dit deze een in jaar periode periodes tijdvak maanden namelijk vanaf tussen
    verantwoording legt kabinet regering brengt verslag uit af aan te weten daarmee hierbij dus
    """.split()
)


def _without_marks(between: str) -> list[str]:
    """Return the words between a name and a period, in lower case, without punctuation."""
    return between.lower().translate(_MARKS).split()


_MARKS = str.maketrans(",:()", "    ")


def _is_apposed(between: str) -> bool:
    """Tell whether a period directly follows the name: "verslagperiode (mei tot en met april)"."""
    words = between.strip().lower()
    if words.startswith((",", ":", "(")):
        words = words[1:]
    return " ".join(words.split()) in ("", "van", "dus", "namelijk", "te weten")


_INSIDE_PERIOD = frozenset(
    f"{word} {article}"
    for word in ("in", "tijdens", "gedurende", "binnen")
    for article in ("de", "deze", "dezelfde", "het", "dit")
)
_COVERING_VERBS = ("behandelt", "beschrijft", "beslaat", "betreft", "geeft")


_COVERED_PERIOD = frozenset(("periode", "maanden", "verslagperiode", "verslagmaanden", "van"))


def _is_covered(between: str) -> bool:
    words = between.lower().split() or [""]
    may_be = words[0].startswith(_COVERING_VERBS) and words[-1] in _COVERED_PERIOD
    return may_be and _covers().fullmatch(between) is not None


@cache
def _covers() -> re.Pattern[str]:
    """What follows "Deze rapportage" in "... behandelt de bijdragen aan missies in de periode"."""
    return re.compile(
        rf"{SPACE}(?:{'|'.join(_COVERING_VERBS)})(?:(?!(?<!\w)(?:ook|evaluatie|brief|die|dat)(?!\w))[^.;:]){{1,160}}"
        rf"{SPACE}(?:in|over){SPACE}de{SPACE}(?:verslag)?(?:periode|maanden){SPACE}(?:van{SPACE})?",
        re.IGNORECASE,
    )


_OTHER_REPORT = ("vorige", "eerdere", "voorgaande", "volgende", "komende", "eerste")


@cache
def _other_report() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_OTHER_REPORT)})\s(?:\w{{1,30}}\s){{0,2}}\Z", re.IGNORECASE)


@cache
def _years() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,/-])((?:19|20)\d\d)(?:(?:\s?[-–]|\s?/)\s?((?:19|20)?\d\d))?(?![\w/-])")


_LONGEST_GAP = 60
