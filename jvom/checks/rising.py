# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The longest part of a list that is in order: what is not in it stands in the wrong place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any


def longest_rising(keys: Sequence[Any]) -> list[int]:
    """Return the numbers of the most keys that don't go down, in order (patience sorting, O(n log n))."""
    tops: list[Any] = []
    ends: list[int] = []
    previous: list[int] = []
    for number, key in enumerate(keys):
        at = bisect_right(tops, key)
        previous.append(ends[at - 1] if at else -1)
        tops[at : at + 1], ends[at : at + 1] = [key], [number]
    found: list[int] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(number)
        number = previous[number]
    return found[::-1]
