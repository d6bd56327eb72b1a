# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Years without a date: "in 2024", and ranges such as "2014-2019"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from jvom.analysis.date_expressions import DateExpression
from jvom.dutch.patterns import pattern

# What may not be before them comes behind their first digits: a search for those is faster.
_YEAR = pattern(r"(?:19|20)(?<![\w.,/-]..)\d\d(?![\w/-])(?!\.\d)")
_RANGE = pattern(
    r"((?:19|20)(?<![\w.,/-]..)(?<!–..)\d\d)\s?([-/]|–(?!–))\s?((?:19|20)?\d\d)(?![\w/-])(?!–|\.\d)"
)


class Year(msgspec.Struct, frozen=True):
    """A year from 1900 to 2099, and where it is."""

    start: int
    end: int
    number: int


class YearRange(msgspec.Struct, frozen=True):
    """Two years with a mark between them: "2014-2019", "2025/26". The `last` is 26 when so written."""

    start: int
    end: int
    first: int
    last: int
    joined: str  #: "-", "–" or "/"


def find_year_ranges(text: str) -> Iterator[YearRange]:
    """Yield the ranges of years in a text, in order."""
    for match in _RANGE.finditer(text):
        yield YearRange(*match.span(), int(match[1]), int(match[3]), match[2])


def find_years(text: str, dates: Iterable[DateExpression]) -> Iterator[Year]:
    """Yield the years in a text that belong to none of its dates, in order."""
    left = iter(dates)
    date = next(left, None)
    for match in _YEAR.finditer(text):
        start, end = match.span()
        while date is not None and date.end <= start:
            date = next(left, None)
        if date is None or start < date.start:
            yield Year(start, end, int(match[0]))


def is_year(word: str) -> bool:
    """Tell whether a word is a year from 1900 to 2099."""
    return len(word) == 4 and word.isdecimal() and word.startswith(("19", "20"))
