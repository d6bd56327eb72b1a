# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Points in running text that are marked (1), (2) or a), b)."""

from __future__ import annotations

import msgspec

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase

_ORDERS = ("123456789", "abcdefgh", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
_POINT = Phrase(f"mark=({'|'.join(mark for order in _ORDERS for mark in order)})\\)")


class MarkedPoints(msgspec.Struct, frozen=True):
    """Two or more points in running text, and the offsets from the first mark through the last."""

    start: int
    end: int
    count: int


def marked_points(passage: Passage, start: int, end: int) -> MarkedPoints | None:
    """Return the points between two offsets that are marked (1), (2) or a), b), if any."""
    marks = _POINT.find_in(passage, start, end)
    for order in _ORDERS:
        count = 0
        for mark in marks:
            count += count < len(order) and mark.part("mark") == order[count]
        if count > 1:
            return MarkedPoints(marks[0].start, marks[-1].end, count)
    return None
