# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Days that need no year in a loose text: they go by their date, or come each year."""

from __future__ import annotations

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.data import lexicon_lines

#: Days that go by their date ("de aanslagen van 11 september"), what tells so, and what only dates.
_BY_DATE = Phrase(*lexicon_lines("days_by_date.txt"))
_RECALLED, _EVENT = Phrase("{recalling}"), Phrase("{recalling} van|op")
_DATES = Phrase("op|per|tot|vanaf|sinds|van|na|voor|vóór|uiterlijk|tussen")
#: The last day of each year on which something can be asked for.
_DEADLINE = Phrase(
    "voor|vóór|tot|uiterlijk|vanaf|tussen ...4 {date} ...12 {applying}",
    "{applying} ...12 {date}",
    "1 januari ...6 31 december",
    "keer|*maal per jaar",
    "1|15 {month} tot|en|t/m ...2 1|15|30|31 {month} ...8 {allowed}",
    "{allowed} ...8 1|15 {month} tot|en|t/m ...2 1|15|30|31 {month}",
)


def is_yearly(passage: Passage, date: DateExpression, start: int, end: int) -> bool:
    """Tell whether a day, in a sentence from `start` to `end`, is one of remembrance, or one of each year."""
    by_date = _BY_DATE.match_at(passage, date.start) and (
        not _DATES.match_before(passage, date.start) or _RECALLED.find_in(passage)
    )
    return bool(by_date or _EVENT.match_before(passage, date.start) or _DEADLINE.find_in(passage, start, end))
