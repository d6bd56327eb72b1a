# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds dates and periods in a Dutch text, complete or not, possible or not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Literal

import msgspec

from jvom.dutch.characters import GAP, SPACE
from jvom.dutch.dates import MONTHS, SHORT_MONTHS, WEEKDAYS
from jvom.dutch.patterns import pattern


class DateExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A date in a text, from its day of the week to its qualifier; a "d.d." before it is left out."""

    start: int  #: offset of the first character
    end: int  #: offset after the last
    text: str  #: text[start:end]
    form: Literal["words", "numeric", "iso"]  #: 20 mei 2026, 20-05-2026, 2026-05-20
    day: int | None = None
    month: int | None = None  #: None for "eind 2025", and for "woensdag jl."
    year: int | None = None  #: written with it, or borrowed (see shared)
    year_written: str = ""  #: "2026", "26" or "202" when cut short, "" when there is none
    weekday: int | None = None  #: 0 is Monday
    qualifier: Literal["", "past", "coming"] = ""  #: jl., jongstleden, afgelopen; a.s., aanstaande
    qualifier_written: str = ""
    part: Literal["", "begin", "medio", "eind"] = ""  #: of the month, or of the year
    introduced: str = ""  #: the "d.d." or "dd." before it, as written
    #: What it borrows from the date after it: "20 en 21 mei 2026", "mei tot en met juni 2026".
    shared: Literal["", "year", "month"] = ""

    @property
    def date(self) -> datetime.date | None:
        """The day, when it is complete and exists."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def days(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and last day that it may mean; None when it has no year or does not exist."""
        if self.year is None or self.impossible or not 1 <= self.year <= 9999:
            return None
        first = datetime.date(self.year, self.month or 1, (self.month and self.day) or 1)
        if self.month is None:
            return first, first.replace(month=12, day=31)
        return first, first if self.day else first.replace(day=_days_in(self.year, self.month))

    @property
    def impossible(self) -> bool:
        """Whether there is no such day, in any year when the year is not known."""
        if self.month is not None and not 1 <= self.month <= 12:
            return True
        if self.day is None or self.month is None:
            return False
        # 2024 is a leap year: without a year the 29th of February may exist.
        return not 1 <= self.day <= _days_in(self.year or 2024, self.month)

    @property
    def year_cut_short(self) -> bool:
        """Whether a year is written in other than four digits."""
        return self.year_written != "" and len(self.year_written) != 4


class Period(msgspec.Struct, frozen=True):
    """Two dates joined to a period: "mei 2025 tot en met april 2026"."""

    start: int
    end: int
    text: str
    first: DateExpression
    last: DateExpression
    joined: str  #: "tot en met", "t/m", "tot", "-", "–"


def find_dates(text: str, words: Iterable[tuple[str, tuple[int, int]]] | None = None) -> list[DateExpression]:
    """Return the dates in text, in order, none overlapping; impossible ones too.

    Reads day, month and year in words or digits, months alone, parts of a month or year ("medio
    maart 2026", "eind 2025"), and a day of the week with a qualifier ("woensdag jl."). A year alone
    is a number, not a date. `words`, those of the text in lower case with their (start, end), saves
    searching the whole text.
    """
    found: list[DateExpression] = []
    taken = 0
    for anchor in _ANCHORS.finditer(text) if words is None else _anchors_among(text, words):
        if anchor.start() >= taken and (dates := _at_anchor(text, anchor, taken)):
            found += dates
            taken = dates[-1].end
    return _with_shared_years(text, found)


def periods_between(text: str, dates: Iterable[DateExpression]) -> list[Period]:
    """Return the periods among the dates that `find_dates` found in text."""
    return [
        Period(first.start, last.end, text[first.start : last.end], first, last, joint)
        for first, last in pairwise(dates)
        if (joint := _joint(text, first, last)) in _UP_TO
    ]


def date_at(text: str, position: int) -> DateExpression | None:
    """Return the date that begins at a position in text, or None."""
    # The month or the first digits of a date come within a few words of its start.
    for anchor in _ANCHORS.finditer(text, position, min(len(text), position + 60)):
        if dates := _at_anchor(text, anchor, position):
            return dates[0] if dates[0].start == position else None
    return None


_MONTH_NUMBERS = {**{name: number for number, name in enumerate(MONTHS) if name}, **SHORT_MONTHS}
_WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)} | {
    name: number for number, name in enumerate(("ma", "di", "wo", "do", "vr", "za", "zo"))
}
_PARTS: dict[str, Literal["begin", "medio", "eind"]] = {
    "begin": "begin",
    "medio": "medio",
    "half": "medio",
    "midden": "medio",
    "eind": "eind",
    "einde": "eind",
    "ultimo": "eind",
}
_PAST = ("jl", "jl.", "j.l.", "ll.", "l.l.", "jongstleden", "laatstleden", "afgelopen")

_YEAR = r"(?:1[5-9]|2[01])\d\d"
_QUALIFIER = (
    r"(?:jl\b\.?|as\.(?=\s)|as(?=[.,;)]|\Z)|j\.l\.|ll\.|l\.l\.|a\.s\."
    r"|(?:jongstleden|laatstleden|aanstaande)(?!\w))"
)
_AFTER = rf"(?:,?{SPACE}?(?P<qualifier>{_QUALIFIER}))?"
_JOINT = rf"(?:{GAP}(?:en|of|tot{GAP}en{GAP}met|tot|t/m){GAP}|{SPACE}?[-–]{SPACE}?|/)"
#: What joins two dates to a period, and what joins dates that may share one year, as `_joint` returns it.
_UP_TO = frozenset(("tot en met", "tot", "t/m", "-", "–"))
_SHARING = _UP_TO | {"en", "of", "/", ","}

#: Every date whose digits `_DATE_DIGITS` does not find has one of these words.
DATE_WORDS = frozenset((*_MONTH_NUMBERS, *_PARTS, *WEEKDAYS))


def _anchors_among(text: str, words: Iterable[tuple[str, tuple[int, int]]]) -> Iterable[re.Match[str]]:
    """Return the anchors among the words of a text, few of which are the name of a month."""
    if _DATE_DIGITS.search(text):
        return _ANCHORS.finditer(text)
    starts = [start for word, (start, _) in words if word in DATE_WORDS]
    return filter(None, [_ANCHORS.match(text, start) for start in starts])


#: A letter right after a digit: "20mei" is one word.
_DATE_DIGITS = pattern(r"\d(?:[-/.]\d\d?[-/.]\d\d|[^\W\d_])")
#: What a date is recognised by: a month, digits with two marks, a part of a year, a weekday.
_ANCHORS = pattern(
    rf"(?<![^\W\d])(?<!\d[.,])(?:(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})(?!\w)"
    r"|(?<!\d)(?P<numeric>\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d))(?![\w/-])"
    r"|(?<!\d)(?P<iso>\d{4}-\d\d-\d\d)(?![\w/-])"
    rf"|(?P<part>begin|medio|half|midden|einde?|ultimo){GAP}(?P<year>{_YEAR})(?!\w)"
    rf"|(?P<weekday>{'|'.join(WEEKDAYS)})(?={SPACE}(?:jl|j\.l|a\.s|jongst|laatst|aanst)))",
    re.IGNORECASE,
)
#: The part of a date before its anchor, in the text up to it.
_BEFORE = pattern(
    r"(?:(?<!\w)(?=\S)|\Z)"  # it begins a word, or there is nothing: most of the text fails here
    rf"(?:(?<![\w.])(?P<introduced>d\.d\.?|dd\.?){GAP})?"
    rf"(?P<all>(?:(?<!\w)(?P<qualifier>aanstaande|komende|afgelopen|jongstleden){GAP})?"
    rf"(?:(?<!\w)(?P<weekday>{'|'.join(WEEKDAYS)}|(?:ma|di|wo|do|vr|za|zo)(?:\.|(?={GAP}(?:\d|\Z)))),?{GAP})?"
    rf"(?:(?<!\w)(?P<part>begin|medio|half|midden|einde?|ultimo){GAP})?"
    rf"(?P<days>(?:(?<![\w.,/–-])(?<!nr\.{SPACE})(?<!nrs\.{SPACE})(?<!artikelen{SPACE})"
    rf"(?:\d{{1,2}},{GAP}){{0,4}}\d{{1,2}}{_JOINT}|(?<!\w)(?<!\d[.,/–-])(?<!-))"
    rf"\d{{1,2}}(?:e|ste|de)?{GAP})?)\Z",
    re.IGNORECASE,
)
#: No longer part of a date comes before its anchor.
_LONGEST = 64
#: What may follow a month. Case counts: a lower-case letter after a year cut short makes it a number.
_AFTER_MONTH = pattern(
    rf"(?P<dot>\.?)(?:{GAP}(?:(?P<year>{_YEAR})(?!\d)|(?P<odd>(?:19|20)\d(?:\d\d)?)(?!\d)(?![.,]\d)(?!{GAP}[a-z])"
    rf"|[’'‘](?P<short>\d\d)(?!\w)))?{_AFTER}"
)
#: A hyphen and a word that is no month: "de mei-bijeenkomst".
_COMPOUND = pattern(rf"-(?!(?:{'|'.join(_MONTH_NUMBERS)})(?!\w))[^\W\d]", re.IGNORECASE)
_QUALIFIER_AFTER = pattern(_AFTER)
_DAY_NUMBERS = pattern(r"\d{1,2}", re.ASCII)


def _at_anchor(text: str, anchor: re.Match[str], floor: int) -> list[DateExpression]:
    """Return the dates at an anchor, first those that borrow its month; none if it is no date."""
    before = _BEFORE.search(text, max(floor, anchor.start() - _LONGEST), anchor.start())
    if before is None:
        return []
    if anchor["month"]:
        return _in_words(text, anchor, before)
    if anchor["numeric"] or anchor["iso"]:
        return _in_digits(text, anchor, before)
    year = anchor["year"] or ""
    return [_with(text, anchor, before, anchor.end(), year=_year(year), year_written=year)]


def _in_words(text: str, anchor: re.Match[str], before: re.Match[str]) -> list[DateExpression]:
    name, after = anchor["month"].lower(), _AFTER_MONTH.match(text, anchor.end())
    if after is None or (text.startswith("-", anchor.end()) and _COMPOUND.match(text, anchor.end())):
        return []
    if name in SHORT_MONTHS and not before["days"] and not after["year"]:
        return []
    days = [*_DAY_NUMBERS.finditer(text, *before.span("days"))] if before["days"] else []
    told: dict[str, Any] = {"month": _MONTH_NUMBERS[name], "day": int(days[-1][0]) if days else None}
    end = anchor.end()
    # A point that is no part of the month ends the sentence: nothing after it belongs to the date.
    if name in SHORT_MONTHS or not after["dot"]:
        end, year = after.end(), after["year"] or after["odd"] or after["short"] or ""
        told |= {"year": _year(year), "year_written": year, "qualifier": after["qualifier"]}
    whole = _with(text, anchor, before, end, **told)
    return [_of_days(whole, text, days, number) for number in range(len(days))] if len(days) > 1 else [whole]


def _of_days(whole: DateExpression, text: str, days: Sequence[re.Match[str]], number: int) -> DateExpression:
    """Return the date of one of the days before a month; `whole` is from the first of them to its year."""
    is_first, is_last = number == 0, number == len(days) - 1
    start = whole.start if is_first else days[number].start()
    end = whole.end if is_last else days[number].end()
    told: dict[str, Any] = {"introduced": ""}
    if not is_last:
        told = {"year_written": "", "qualifier": "", "qualifier_written": "", "shared": "month"}
    if not is_first:
        told |= {"weekday": None, "part": ""}
    day = int(days[number][0])
    return msgspec.structs.replace(whole, start=start, end=end, text=text[start:end], day=day, **told)


def _in_digits(text: str, anchor: re.Match[str], before: re.Match[str]) -> list[DateExpression]:
    parts = re.split(r"[-/.]", anchor[0])
    written = parts[0] if anchor["iso"] else parts[2]
    day, month = map(int, parts[:0:-1] if anchor["iso"] else parts[:2])
    dotted, year = anchor["mark"] == ".", _year(written)
    # With dashes and a year of four digits it is a date, even one that can't exist; else it must exist.
    if anchor["iso"] or dotted or len(written) == 2:
        is_date = 1 <= day <= 31 and 1 <= month <= 12 and not (dotted and len(written) == 2)
    else:
        is_date = 1800 <= int(written) < 2200 and (day <= 31 or month <= 12)
    if not is_date or before["days"]:
        return []
    form: Literal["numeric", "iso"] = "iso" if anchor["iso"] else "numeric"
    told: dict[str, Any] = {"day": day, "month": month, "year": year, "year_written": written}
    return [_with(text, anchor, before, anchor.end(), form, **told)]


def _with(
    text: str,
    anchor: re.Match[str],
    before: re.Match[str],
    end: int,
    form: Literal["words", "numeric", "iso"] = "words",
    qualifier: str | None = None,
    **told: Any,
) -> DateExpression:
    """Return the date at an anchor, with what precedes it and its qualifier."""
    if not anchor["month"] and (after := _QUALIFIER_AFTER.match(text, end)):
        qualifier, end = after["qualifier"], after.end()
    qualifier = qualifier or before["qualifier"] or ""
    part = before["part"] or anchor["part"] or ""
    weekday = before["weekday"] or anchor["weekday"] or ""
    start = before.start("all")
    return DateExpression(
        start=start,
        end=end,
        text=text[start:end],
        form=form,
        weekday=_WEEKDAY_NUMBERS.get(weekday.lower().rstrip(".")),
        qualifier="" if not qualifier else "past" if qualifier.lower() in _PAST else "coming",
        qualifier_written=qualifier,
        part=_PARTS[part.lower()] if part else "",
        introduced=before["introduced"] or "",
        **told,
    )


def _year(written: str) -> int | None:
    if len(written) == 2:
        return 2000 + int(written) if int(written) < 60 else 1900 + int(written)
    return int(written) if len(written) == 4 else None


def _with_shared_years(text: str, found: list[DateExpression]) -> list[DateExpression]:
    """Give each date without a year the year of the date it is joined to, from last to first."""
    following: DateExpression | None = None
    shared: list[DateExpression] = []
    for date in reversed(found):
        may_share = not date.year_written and not date.qualifier
        if may_share and following and following.year and _joint(text, date, following) in _SHARING:
            date = msgspec.structs.replace(date, year=following.year, shared=date.shared or "year")
        shared.append(date)
        following = date
    return shared[::-1]


def _joint(text: str, one: DateExpression, two: DateExpression) -> str:
    """Return the text between two dates, on one line."""
    return " ".join(text[one.end : two.start].split())


def _days_in(year: int, month: int) -> int:
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.timedelta(1)).day
