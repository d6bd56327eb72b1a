# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections matched with rows of the mandate table, in a report that belongs to no dossier."""

from __future__ import annotations

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.section_references import number_of_heading
from jvom.analysis.tokens import Tokens
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.rules.mandates.mandate_table import Row, base_name, table_rows
from jvom.checks.sections import has_two_fixed_headings, sections_of
from jvom.checks.views import Texts

_FEWEST_ROWS = 3


class Unmatched(msgspec.Struct, frozen=True):
    """The headings of sections about missions without a row, and the rows without a section."""

    headings: tuple[Passage, ...] = ()
    rows: tuple[Row, ...] = ()


def unmatched(texts: Texts) -> Unmatched:
    """Match the sections about missions with the rows of a table of a few or more; return what is left."""
    rows = [row for row in texts.memo(table_rows) if row.names]
    sections = [
        (section.heading, section)
        for text in texts.texts
        for section in sections_of(text)
        if section.heading and has_two_fixed_headings(section, texts.settings)
    ]
    if len(rows) < _FEWEST_ROWS or not sections:
        return Unmatched()
    left = {row.id: row for row in rows}
    unnamed = []
    for heading, section in sections:
        if row := next((row for row in rows if _is_about(heading.text, row)), None):
            left.pop(row.id, None)
        else:
            unnamed.append((heading, section))
    headings = []
    for heading, section in unnamed:
        words = " ".join(passage.lowered for passage in section.passages if passage.kind != "cell")
        if row := next((row for row in left.values() if has_any_whole(words, row.names)), None):
            del left[row.id]
        else:
            headings.append(heading)
    return Unmatched(tuple(headings), tuple(left.values()))


def _is_about(heading: str, row: Row) -> bool:
    number = number_of_heading(heading)
    words = heading[number.title :] if number else heading
    if has_any_whole(words.lower(), row.names) or base_name(words).lower() in row.operation.text.lower():
        return True
    initials = "".join(word[0] for word in Tokens(base_name(words)).forms if word[0].isupper())
    return len(initials) > 2 and initials == base_name(row.operation.text)
