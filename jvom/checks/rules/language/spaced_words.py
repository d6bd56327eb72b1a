# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a passage as spaces separate them, with the marks beside them."""

from __future__ import annotations

from jvom.analysis.passages import Passage


def spaced_words(passage: Passage) -> list[str]:
    """Return the text split at spaces, in lower case."""
    return passage.lowered.split()


def _places(passage: Passage) -> list[tuple[int, int]]:
    """Return the (start, end) of each of the `spaced_words`."""
    places, end = [], 0
    for part in passage.text.split():
        start = passage.text.index(part, end)
        end = start + len(part)
        places.append((start, end))
    return places


def place_of(passage: Passage, number: int, length: int) -> tuple[int, int]:
    """Return the (start, end) of the parts `number` up to `number + length`."""
    places = passage.memo(_places)
    return places[number][0], places[number + length - 1][1]
