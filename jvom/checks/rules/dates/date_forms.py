# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on written dates: impossible ones, wrong weekdays, and missing years."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.reference_dates import reference_date
from jvom.checks.rule import ERROR, INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import TextView
from jvom.dutch.dates import MONTHS, WEEKDAYS, write_date
from jvom.messages import Message, msg


@rule("DAT001", ERROR, Scope.FRAGMENT, local=True)
def impossible_date(text: TextView) -> Iterator[Violation]:
    """A date does not exist."""
    for passage in text.passages:
        for date in passage.dates:
            if date.impossible:
                yield Violation(
                    passage.span(date.start, date.end),
                    msg("«{date}» bestaat niet", date=" ".join(date.text.split())),
                    _impossible_advice(date),
                )


def _impossible_advice(date: DateExpression) -> Message:
    if date.month is None or not 1 <= date.month <= 12:
        return msg("een jaar heeft twaalf maanden: zoek de datum op")
    last = monthrange(date.year or 2024, date.month)[1]
    month = MONTHS[date.month] + (f" {date.year}" if date.month == 2 and date.year else "")
    return msg("{month} heeft {last} dagen: zoek de datum op", month=month, last=last)


@rule("DAT002", ERROR, Scope.FRAGMENT, local=True)
def wrong_weekday(text: TextView) -> Iterator[Violation]:
    """The day of the week does not go with the date."""
    for passage in text.passages:
        for date in passage.dates:
            if date.weekday is None or date.day is None or date.month is None:
                continue
            day, certain = date.date, True
            if day is None and not date.year_written and not date.impossible:
                day, certain = _nearest_to_document(text, passage, date), False
            if day is None or day.weekday() == date.weekday:
                continue
            yield Violation(
                passage.span(date.start, date.end),
                msg(
                    "{day} is een {right}, geen {written}",
                    day=write_date(day),
                    right=WEEKDAYS[day.weekday()],
                    written=WEEKDAYS[date.weekday],
                ),
                msg("kijk op de kalender welke van de twee klopt"),
                severity=None if certain else WARNING,
            )


def _nearest_to_document(text: TextView, passage: Passage, date: DateExpression) -> datetime.date | None:
    """Return the date in the year that is nearest to that of the document, if that is known."""
    reference = reference_date(text, passage)
    if not reference.certain or date.day is None or date.month is None:
        return None
    days = [
        datetime.date(year, date.month, date.day)
        for year in (reference.day.year - 1, reference.day.year, reference.day.year + 1)
        if date.day <= monthrange(year, date.month)[1]
    ]
    return min(days, key=lambda day: abs(day - reference.day)) if days else None


_NEARBY = 300
#: A month without a year is that of the year before it, when that is no further away.
_BEFORE = 600
_DIGITS = Phrase("{digits}")
_MONTH_COMES = Phrase(
    "in|sinds|vanaf|rond|omstreeks|tot|na|vóór|voor|halverwege|tijdens|gedurende (de maand)?",
    "helft|loop|eind|einde|begin van (de maand)?",
)


#: Words that make a day an annual one, or give its year in another way.
_IMPLIES_YEAR = Phrase(
    "elk|elke|ieder|iedere|jaarlijks|jaarlijkse|enig",
    "van het|dat|dit {word}? *jaar",
    "herdenking*|*herdenking|viering*|*viering|feestdag*|veteranendag",
    "nationale|internationale dag van|voor|tegen",
    "begroting|begrotingsjaar|boekjaar|kalenderjaar loopt van",
)
_YEAR_FOLLOWS = Phrase(
    ",? van|in|uit? dit|dat|hetzelfde|het|vorig|volgend|datzelfde {word}? *jaar", "\\-{word}"
)
#: "op 24 en 25 juni a.s.": what follows the last day applies to both.
_JOINT = Phrase(",", "en|of|t/m", "tot en met")


def _qualified(passage: Passage) -> frozenset[int]:
    """Return where the dates begin that have "jl." or "aanstaande", or share it: "14, 15 en 16 maart jl."."""
    found: set[int] = set()
    following: DateExpression | None = None
    for date in reversed(passage.dates):
        shares = following is not None and following.start in found
        if date.qualifier or (
            shares and following and _JOINT.match_between(passage, date.end, following.start)
        ):
            found.add(date.start)
        following = date
    return frozenset(found)


@rule("DAT007", WARNING, Scope.FRAGMENT, local=True)
def date_without_year(text: TextView) -> Iterator[Violation]:
    """A day and month lack the year, or in a dossier a month does."""
    dated = text.document == "tekst" and _has_dated_title(text)
    for passage in text.passages:
        cited = {each.date.start for each in passage.citations if each.date is not None}
        years = _years(passage)
        qualified = _qualified(passage)
        for date in passage.dates:
            if not _lacks_year(date) or date.start in cited or date.start in qualified:
                continue
            start, end = passage.sentence_at(date.start)
            start, end = max(start, date.start - _NEARBY), min(end, date.end + _NEARBY)
            if _YEAR_FOLLOWS.match_at(passage, date.end) or _IMPLIES_YEAR.find_in(passage, start, end):
                continue
            if date.day is None and (
                text.document == "tekst"
                or not _is_month(passage, date)
                or bisect_left(years, date.start - _BEFORE) < bisect_left(years, end)
            ):
                continue
            yield Violation(
                passage.span_of(date),
                msg("bij «{date}» staat geen jaar", date=" ".join(date.text.split())),
                msg("zet het jaar erbij"),
                severity=INFO if dated or bisect_left(years, start) < bisect_left(years, end) else None,
            )


def _lacks_year(date: DateExpression) -> bool:
    """Tell whether a date has a month, and neither a year nor what tells it: "jl.", a date after it."""
    has_year = date.year is not None or date.year_written or date.qualifier or date.introduced
    return date.month is not None and not has_year and not date.impossible


def _years(passage: Passage) -> list[int]:
    """Return where the years of a passage are, in order."""
    dates = [each.start for each in passage.dates if each.year_written]
    ranges = [each.start for each in passage.year_ranges]
    return sorted((*(each.start for each in passage.years), *ranges, *dates))


def _is_month(passage: Passage, date: DateExpression) -> bool:
    """Tell whether a word is a month without a year: no surname, heading of a column, or "mei 202"."""
    if _DIGITS.match_at(passage, date.end):
        return False
    return bool(date.part) or _MONTH_COMES.match_before(passage, date.start) is not None


def _has_dated_title(text: TextView) -> bool:
    """Tell whether the first line has a date that also dates the rest: "Werkbezoek, 9-12 maart 2026"."""
    days = [date for date in text.passages[0].dates if date.day and date.year] if text.passages else []
    return len({date.year for date in days}) == 1


RULES = (impossible_date, wrong_weekday, date_without_year)
