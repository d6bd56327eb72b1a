# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What dossiers are called: ``2026``, or ``2026-althea`` for a report beside it in the same year."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec


class DossierId(msgspec.Struct, frozen=True, order=True):
    """The name of a dossier: its year and its series, "" for the report that has the year to itself.

    The order is by year, the dossier without a series first.
    """

    #: What an id looks like: a year, or a year, a hyphen and a word of at most 40 small letters and digits.
    FORM = r"[0-9]{4}(?:-[a-z][a-z0-9]{0,39})?"

    year: int
    series: str = ""

    @classmethod
    def parse(cls, text: str) -> DossierId:
        """Read an id such as "2026-althea"; raises ValueError for what is none."""
        if not re.fullmatch(cls.FORM, text):
            raise ValueError(text)
        year, _, series = text.partition("-")
        return cls(int(year), series)

    @property
    def earlier(self) -> DossierId:
        """The id of the same report a year before: ``2025-althea`` for ``2026-althea``."""
        return DossierId(self.year - 1, self.series)

    def sisters(self, known: Iterable[DossierId]) -> tuple[DossierId, ...]:
        """Return the other dossiers of the same year, in order."""
        return tuple(sorted(each for each in known if each.year == self.year and each != self))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.series}" if self.series else f"{self.year:04}"
