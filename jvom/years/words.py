# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How many words a text has, as typed: the same count for a text of this year and of an earlier one."""

from __future__ import annotations

from jvom.model import Fragment
from jvom.text import (
    Citation,
    CrossReference,
    FieldResult,
    FigureUse,
    Inlines,
    Space,
    Text,
    contents_of,
    walk,
)


def count_words(fragment: Fragment) -> int:
    """Return the number of words of body, tables and notes, without the title.

    A figure, a citation and a reference to a section are each one word, whatever they print.
    """
    return sum(
        sum(any(map(str.isalnum, word)) for word in flat(content).split())
        for content in contents_of(fragment.all_blocks)
    )


def flat(content: Inlines) -> str:
    """Return the words of inlines as plain text, with an x for what is printed of data."""
    parts = []
    for inline in walk(content):
        match inline:
            case Text(value=value) | FieldResult(value=value):
                parts.append(value)
            case Space():
                parts.append(" ")
            case FigureUse() | Citation() | CrossReference():
                parts.append("x")
    return "".join(parts)
