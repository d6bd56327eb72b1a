# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on dates whose year is missing, and what gives a date its year: a sentence or a cell nearby."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import RUNNING, Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView

#: A month without a year is that of the year before it, when that is no further away.
BEFORE = 600
YEAR = Phrase("{year|years}")


def has_year(passage: Passage, start: int, end: int) -> bool:
    """Tell whether there is a year between two offsets, by itself or in a date."""
    dates = passage.dates_between(start, end)
    return any(date.year_written for date in dates) or bool(YEAR.find_in(passage, max(0, start), end))


def is_below_year(text: TextView, passage: Passage, date: DateExpression) -> bool:
    """Tell whether a month is all of a cell in a column where another has its year."""
    is_whole = passage.kind == "cell" and date.text == passage.text.strip()
    return is_whole and any(
        each.year_written and each.month
        for other in text.passages_of("cell")
        if other.block is passage.block and other.column == passage.column
        for each in other.dates
    )


_NEARBY = 300
_DIGITS = Phrase("{digits}")
_MONTH_COMES = Phrase(
    "in|sinds|vanaf|van|rond|omstreeks|tot|na|vóór|voor|tussen|halverwege|tijdens|gedurende (de maand)?",
    "helft|loop|eind|einde|begin van (de maand)?",
)
_VERB_FOLLOWS = Phrase("{finite_verb}", "bracht|verliep|kende|begon|eindigde")
_JOINED_BEFORE = Phrase("maanden|en|of|t/m", "tot en met")
#: Words that make a day an annual one, or give its year in another way.
_IMPLIES_YEAR = Phrase(
    "elk|elke|ieder|iedere|jaarlijks|jaarlijkse|enig|*seizoen|moesson",
    "steeds|telkens|altijd|meestal|doorgaans|gewoonlijk ...4 {date}",
    "{month} ...5 altijd|meestal|doorgaans|gewoonlijk|traditioneel",
    "van|over het|dat|dit|een {word}? *jaar",
    "herdenking*|*herdenking|viering*|*viering|feestdag*|veteranendag",
    "nationale|internationale dag van|voor|tegen",
    "begroting|begrotingsjaar|boekjaar|kalenderjaar loopt van",
)
_YEAR_FOLLOWS = Phrase(
    "voorafgaand aan",
    ",? van|in|uit? dit|dat|hetzelfde|het|vorig|volgend|datzelfde {word}? *jaar",
    "\\-{word}",
)
#: "op 24 april en 25 juni a.s.": what follows the last day applies to both.
_JOINED = Phrase(",|en|of|t/m next={date}", "tot en met next={date}")


@rule("DAT007", WARNING, Scope.FRAGMENT, loose=INFO, local=True)
def date_without_year(text: TextView) -> Iterator[Violation]:
    """A day and month lack the year, or in a dossier a month does."""
    is_loose = text.document == "tekst"
    known = _days_with_one_year(text)
    for passage in text.passages:
        cited = {each.date.start for each in passage.citations if each.date is not None}
        for date in passage.dates:
            is_told = date.start in cited or (date.day, date.month) in known
            if is_told or passage.is_quoted(date.start, date.end) or not _lacks_year(passage, date):
                continue
            start, end = passage.sentence_at(date.start)
            start, end = max(start, date.start - _NEARBY), min(end, date.end + _NEARBY)
            if _YEAR_FOLLOWS.match_at(passage, date.end) or _IMPLIES_YEAR.find_in(passage, start, end):
                continue
            turns = date.day is None and not is_loose and _turns_back(passage, date, start, end)
            if date.day is None and (
                is_loose
                or not (_is_month(passage, date) or is_below_year(text, passage, date))
                or (has_year(passage, date.start - BEFORE, end) and not turns)
            ):
                continue
            written = " ".join(date.text.split())
            severity = None if turns or not has_year(passage, start, end) else INFO
            yield violation(passage.span_of(date), date=written, severity=severity)


def _lacks_year(passage: Passage, date: DateExpression) -> bool:
    """Tell whether a date has a month, and neither a year nor what tells it: "jl.", a date after it."""
    has_year = date.year is not None or date.year_written or date.qualifier or date.introduced
    if date.month is None or date.impossible or date.shared or has_year:
        return False
    following = _JOINED.match_at(passage, date.end)
    return not (following and following.value("next", DateExpression).qualifier)


def _days_with_one_year(text: TextView) -> frozenset[tuple[int | None, int | None]]:
    """Return the (day, month) of the days that a text has with a year, always the same."""
    days = {date.date for passage in text.passages for date in passage.dates if date.day and date.year}
    years = Counter((day.day, day.month) for day in days if day)
    return frozenset(day for day, count in years.items() if count == 1)


def _is_month(passage: Passage, date: DateExpression) -> bool:
    """Tell whether a word is a month without a year: no surname, heading of a column, or "mei 202"."""
    if _DIGITS.match_at(passage, date.end):
        return False
    if date.part or _MONTH_COMES.match_before(passage, date.start):
        return True
    if passage.text[date.start].isupper():
        return _VERB_FOLLOWS.match_at(passage, date.end) is not None
    return passage.kind in RUNNING and not _JOINED_BEFORE.match_before(passage, date.start)


def _turns_back(passage: Passage, date: DateExpression, start: int, end: int) -> bool:
    """Tell whether the only year of a sentence is that of a later month: "in juli 2024 en in maart"."""
    dates = [each for each in passage.dates_between(start, end) if each.year_written]
    return (
        len(dates) == 1
        and dates[0].end < date.start
        and (dates[0].month or 0) > (date.month or 0)
        and len(YEAR.find_in(passage, start, end)) <= 1
    )
