# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Times in the data files: a month, the end of a mandate, a date that may be known only in part."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from re import fullmatch
from typing import ClassVar

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


class Month:
    """A calendar month, typed ``2025-05``."""

    __slots__ = ("month", "year")
    FORM: ClassVar[str] = r"[0-9]{4}-(0[1-9]|1[0-2])"

    def __init__(self, year: int, month: int) -> None:
        self.year, self.month = year, month

    @classmethod
    def parse(cls, typed: object) -> Month:
        """Read ``2025-05``; raises ValueError for anything else."""
        if not isinstance(typed, str) or not fullmatch(cls.FORM, typed):
            raise ValueError(typed)
        date(int(typed[:4]), 1, 1)
        return cls(int(typed[:4]), int(typed[5:]))

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Month) and (self.year, self.month) == (other.year, other.month)

    def __hash__(self) -> int:
        return hash((self.year, self.month))

    def __repr__(self) -> str:
        return f"Month({self.year}, {self.month})"


class Duration:
    """The duration of a mandate or framework: up to and including a day, or one of `WORDS`."""

    __slots__ = ("until", "word")
    WORDS: ClassVar[tuple[str, ...]] = ("onbepaald", "doorlopend", "geen")
    FORM: ClassVar[str] = f"{_DAY}|[Oo]nbepaald|[Dd]oorlopend|[Gg]een"

    def __init__(self, until: date | None = None, word: str = "") -> None:
        self.until, self.word = until, word

    @classmethod
    def parse(cls, typed: object) -> Duration:
        """Read a day (``2028-06-30``) or a word, with or without a capital; raises ValueError otherwise."""
        if not isinstance(typed, str) or not fullmatch(cls.FORM, typed):
            raise ValueError(typed)
        if typed.lower() in cls.WORDS:
            return cls(word=typed.lower())
        return cls(until=date.fromisoformat(typed))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Duration) and (self.until, self.word) == (other.until, other.word)

    def __hash__(self) -> int:
        return hash((self.until, self.word))

    def __repr__(self) -> str:
        return f"Duration({self.until or self.word})"


class LooseDate:
    """The date of a source, as far as it is known: ``2025-04-04``, ``2022-08`` or ``2022``."""

    __slots__ = ("day", "month", "year")
    FORM: ClassVar[str] = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"

    def __init__(self, year: int, month: int | None = None, day: int | None = None) -> None:
        self.year, self.month, self.day = year, month, day

    @classmethod
    def parse(cls, typed: object) -> LooseDate:
        """Read a year, month or day; raises ValueError for another form or a date that does not exist."""
        text = str(typed)
        if not fullmatch(cls.FORM, text):
            raise ValueError(typed)
        parts = [int(part) for part in text.split("-")]
        date(*[*parts, 1, 1][:3])
        return cls(*parts)

    @property
    def exact(self) -> date | None:
        """The day, when it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        return self.exact or Month(self.year, self.month or 12).last_day

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LooseDate) and (self.year, self.month, self.day) == (
            other.year,
            other.month,
            other.day,
        )

    def __hash__(self) -> int:
        return hash((self.year, self.month, self.day))

    def __repr__(self) -> str:
        return f"LooseDate({self.year}, {self.month}, {self.day})"
