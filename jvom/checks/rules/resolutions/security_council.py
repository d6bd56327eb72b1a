# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which resolutions the Security Council adopted in which year (``jvom/data/resolutions.txt``)."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from functools import cache

import msgspec

from jvom.data import DATA

_LIST = DATA / "resolutions.txt"

#: More than the Council adopts in a year: since 2018, that was 44 to 57.
_MOST_IN_A_YEAR = 70


class Resolutions(msgspec.Struct, frozen=True):
    """The last number of each of the `years`, in order, as of the day on which the list was updated."""

    years: tuple[int, ...]
    last_numbers: tuple[int, ...]
    as_of: date

    def year_of(self, number: int) -> int | None:
        """Return the year in which a resolution was adopted; None when the list doesn't have it."""
        place = bisect_left(self.last_numbers, number)
        return self.years[place] if number > 0 and place < len(self.years) else None

    def numbers_of(self, year: int) -> tuple[int, int] | None:
        """Return the first and last number of a year; None for a year that the list doesn't have."""
        if year not in self.years:
            return None
        place = self.years.index(year)
        return (self.last_numbers[place - 1] + 1 if place else 1), self.last_numbers[place]

    def may_exist(self, number: int, today: date) -> bool:
        """Tell whether there can be a resolution of that number, given how many there are in a year."""
        days = max(0, (today - self.as_of).days)
        return 0 < number <= self.last_numbers[-1] + days * _MOST_IN_A_YEAR // 365


@cache
def resolutions() -> Resolutions:
    """Return the resolutions in the package's list."""
    years: list[int] = []
    last_numbers: list[int] = []
    as_of = date.min
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("# read:"):
            as_of = date.fromisoformat(line.removeprefix("# read:").strip())
        elif not line.startswith("#"):
            year, _, last = line.partition(" ")
            years.append(int(year))
            last_numbers.append(int(last))
    return Resolutions(tuple(years), tuple(last_numbers), as_of)
