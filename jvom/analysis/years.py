# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Years that are written alone: "in 2024", and not the year of a date or a part of a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from jvom.dutch.date_expressions import DateExpression
from jvom.dutch.patterns import pattern

_YEAR = pattern(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-])(?!\.\d)")


class Year(msgspec.Struct, frozen=True):
    """A year from 1900 to 2099, and where it is."""

    start: int
    end: int
    number: int


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
