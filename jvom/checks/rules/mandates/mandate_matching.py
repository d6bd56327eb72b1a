# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections matched with rows of the mandate table, in a report that belongs to no dossier."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.section_references import number_of_heading
from jvom.analysis.tokens import Tokens
from jvom.analysis.whole_words import has_any_whole
from jvom.checks.rules.mandates.mandate_table import Row, base_name, table_rows
from jvom.checks.sections import Section, has_two_fixed_headings, sections_of
from jvom.checks.views import Texts

_FEWEST_ROWS = 3


class Match(msgspec.Struct, frozen=True):
    """A section about a mission and its row; one of them is None when it has no match."""

    heading: Passage | None
    row: Row | None
    named: bool = False
    """Whether another text names the mission of a row without a section."""


def matches(texts: Texts) -> tuple[Match, ...]:
    """Match the sections about missions with the rows; return nothing without a table of a few rows."""
    rows = [row for row in texts.memo(table_rows) if row.names]
    if len(rows) < _FEWEST_ROWS:
        return ()
    sections = [
        (section.heading, section)
        for text in texts.texts
        for section in sections_of(text)
        if section.heading is not None and has_two_fixed_headings(section, texts.settings)
    ]
    matched: list[Match] = []
    remaining = {row.id: row for row in rows}
    unmatched: list[tuple[Passage, Section]] = []
    for heading, section in sections:
        row = next((row for row in rows if _is_about(heading.text, row)), None)
        if row:
            remaining.pop(row.id, None)
            matched.append(Match(heading, row))
        else:
            unmatched.append((heading, section))
    for heading, section in unmatched:
        words = " ".join(passage.text.lower() for passage in section.passages if passage.kind != "cell")
        row = next((row for row in remaining.values() if has_any_whole(words, row.names)), None)
        if row:
            del remaining[row.id]
        matched.append(Match(heading, row))
    return (*matched, *_without_section(texts, remaining, bool(sections)))


def _without_section(texts: Texts, remaining: dict[str, Row], has_sections: bool) -> Iterator[Match]:
    prose = [
        passage.text.lower() for passage in texts.passages if passage.kind not in ("cell", "head", "value")
    ]
    for row in remaining.values() if has_sections else ():
        yield Match(None, row, any(has_any_whole(words, row.names) for words in prose))


def _is_about(heading: str, row: Row) -> bool:
    number = number_of_heading(heading)
    words = heading[number.title :] if number else heading
    base = base_name(words)
    lowered = words.lower()
    if has_any_whole(lowered, row.names) or base.lower() in row.operation.text.lower():
        return True
    initials = "".join(word[0] for word in Tokens(base).forms if word[0].isupper())
    return len(initials) > 2 and initials == base_name(row.operation.text)
