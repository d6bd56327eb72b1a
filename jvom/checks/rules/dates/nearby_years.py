# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What gives a date its year: a sentence or a cell nearby."""

from __future__ import annotations

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.checks.views import TextView

#: A month without a year is that of the year before it, when that is no further away.
BEFORE = 600
#: Where a month in small letters is no surname, and not alone in a column.
RUNNING = ("paragraph", "item", "quote", "footnote")
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
