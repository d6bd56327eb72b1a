# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What gives a date its year: the text as a whole, a heading, a sentence or cell nearby."""

from __future__ import annotations

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.years import is_year
from jvom.checks.views import TextView

#: A month without a year is that of the year before it, when that is no further away.
BEFORE = 600
#: Where a month in small letters is no surname, and not alone in a column.
RUNNING = ("paragraph", "item", "quote", "footnote")
YEAR = Phrase("{year|years}")
_ENDINGS = (".", "!", "?", ":")


def is_diary_day(passage: Passage, date: DateExpression) -> bool:
    """Tell whether a heading is a day, as in a diary: "Maandag 3 april"."""
    return (
        passage.kind == "heading"
        and date.end == len(passage.text)
        and " " not in passage.text[: date.start].strip()
    )


def near_a_year(text: TextView) -> frozenset[int]:
    """Return the ids of the passages below a title or sub-heading with one year, or near one before them."""
    found, is_under, before = set(), [False, False], None
    for number, passage in enumerate(text.passages):
        if passage.kind in ("title", "heading"):
            is_under[number > 0] = len({*filter(is_year, passage.tokens.forms)}) == 1
        elif any(is_under) or (before and has_year(before, len(before.text) - BEFORE, len(before.text))):
            found.add(id(passage))
        before = passage if passage.kind in RUNNING and passage.text.endswith(_ENDINGS) else None
    return frozenset(found)


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


def is_dated(text: TextView) -> bool:
    """Tell whether the first line has a date that also dates the rest: "Werkbezoek, 9-12 maart 2026".

    So does the place and date at the head of a letter: "Den Haag, 25 oktober 2023".
    """
    title = {date.year for passage in text.passages[:1] for date in passage.dates if date.day and date.year}
    return len(title) == 1 or any(map(_is_date_line, text.passages[:_HEAD]))


#: The address, the subject and the date of a letter stand in its first lines.
_HEAD, _LONGEST_DATE_LINE = 15, 50


def _is_date_line(passage: Passage) -> bool:
    last = passage.dates[-1] if len(passage.text) < _LONGEST_DATE_LINE and passage.dates else None
    return bool(last and last.day and last.year and last.end == len(passage.text))
