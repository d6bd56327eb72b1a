# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Terms that are marked as foreign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from jvom.analysis.passages import Passage
from jvom.analysis.stretches import Stretch


class MarkedTerm(Stretch, frozen=True):
    """A term in a passage that is marked as foreign, with its language."""

    language: str


def marked_terms(passages: Iterable[Passage]) -> Iterator[MarkedTerm]:
    """Yield the marked foreign terms of passages."""
    for passage in passages:
        if passage.dutch is passage.text:
            continue  # All of it is Dutch.
        parts = (part for part in passage.segments if part.start < part.end)
        for language, inside in groupby(parts, key=lambda part: part.style.language):
            marked = list(inside)
            if language:
                yield MarkedTerm(passage, marked[0].start, marked[-1].end, language)
