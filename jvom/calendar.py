# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Days that return each year under the same description, such as the third Wednesday of May."""

from __future__ import annotations

import datetime
from typing import ClassVar

import msgspec

from jvom.dutch.dates import MONTHS, WEEKDAYS, nth_weekday

_LAST = "laatste"


class UnknownWord(msgspec.Struct, frozen=True):
    """A word of a description that means nothing there: where it begins in it, and what it may be."""

    word: str
    start: int
    known: tuple[str, ...]


class YearlyDay:
    """A weekday of a month by its rank, typed ``derde woensdag van mei`` or ``laatste vrijdag van juni``.

    `ordinal` counts from 1; 0 is the last of the month. `weekday` counts from 0 (Monday), `month` from 1.
    """

    __slots__ = ("month", "ordinal", "weekday")
    #: What each word of a description may be; a month need not have a fifth day of any name.
    ORDINALS: ClassVar[tuple[str, ...]] = (_LAST, "eerste", "tweede", "derde", "vierde")
    WORDS: ClassVar[tuple[tuple[str, ...], ...]] = (
        (*ORDINALS[1:], _LAST),
        WEEKDAYS,
        ("van",),
        MONTHS[1:],
    )
    FORM: ClassVar[str] = " ".join(f"({'|'.join(words)})" for words in WORDS)

    def __init__(self, ordinal: int, weekday: int, month: int) -> None:
        self.ordinal, self.weekday, self.month = ordinal, weekday, month

    @classmethod
    def parse(cls, typed: object) -> YearlyDay:
        """Read ``derde woensdag van mei``; raises ValueError for anything else."""
        if not isinstance(typed, str) or cls.unknown_word(typed):
            raise ValueError(typed)
        ordinal, weekday, _, month = typed.split()
        return cls(cls.ORDINALS.index(ordinal), WEEKDAYS.index(weekday), MONTHS.index(month))

    @classmethod
    def unknown_word(cls, typed: str) -> UnknownWord | None:
        """Return the first word that a description may not have at its place; None when it is right.

        One that is too short lacks its next word: that is "" at its end.
        """
        start = 0
        words = typed.split()
        for number, word in enumerate([*words, *[""] * (len(cls.WORDS) - len(words))]):
            start = typed.index(word, start) if word else len(typed)
            known = cls.WORDS[number] if number < len(cls.WORDS) else ()
            if word not in known:
                return UnknownWord(word, start, known)
            start += len(word)
        return None

    def in_year(self, year: int) -> datetime.date:
        """Return the date of the day in a year."""
        if self.ordinal:
            return nth_weekday(year, self.month, self.weekday, self.ordinal)
        fourth = nth_weekday(year, self.month, self.weekday, 4)
        fifth = fourth + datetime.timedelta(7)
        return fifth if fifth.month == self.month else fourth

    def __str__(self) -> str:
        return f"{self.ORDINALS[self.ordinal]} {WEEKDAYS[self.weekday]} van {MONTHS[self.month]}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, YearlyDay) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash((self.ordinal, self.weekday, self.month))

    def __repr__(self) -> str:
        return f"YearlyDay({str(self)!r})"


#: Verantwoordingsdag, when the government accounts for the year before (Comptabiliteitswet).
ACCOUNTABILITY_DAY = YearlyDay.parse("derde woensdag van mei")
#: Prinsjesdag, when it presents the budget (Grondwet, art. 65).
BUDGET_DAY = YearlyDay.parse("derde dinsdag van september")


def last_weekday_before(day: datetime.date, weekday: int, days: int) -> datetime.date:
    """Return the last given weekday (0 is Monday) that is at least that many days before a day."""
    latest = day - datetime.timedelta(days)
    return latest - datetime.timedelta((latest.weekday() - weekday) % 7)
