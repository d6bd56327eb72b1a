# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words with which a sentence goes from a number to what it counts: ":", "te weten", "waarvan"."""

from __future__ import annotations

from jvom.analysis.passages import Passage
from jvom.analysis.phrase_matching import Match
from jvom.analysis.phrases import Phrase

_LONGEST = 70


def opening_after(phrase: Phrase, passage: Passage, start: int, end: int, barred: str) -> Match | None:
    """Return the first match between two offsets, if neither a digit nor a barred mark comes before it."""
    first = next(iter(phrase.find_in(passage, start, end)), None)
    if first is None or first.start - start > _LONGEST:
        return None
    between = passage.text[start : first.start]
    return None if any(each in barred or each.isdigit() for each in between) else first
