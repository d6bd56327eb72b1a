# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words with capitals of their own, as most abbreviations have: "EUTM", "VPDs", "MoU"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.dutch.patterns import pattern

#: Two capitals with at most three small letters between them.
_TWO_CAPITALS = pattern(r"[A-Z][a-z]{0,3}[A-Z]")
_WORD = pattern(r"[A-Za-zÀ-ÿ]{2,24}+(?![\w@])")


def capital_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of words of 2 to 24 letters that have two capitals near their start."""
    end = 0
    for match in _TWO_CAPITALS.finditer(text):
        start = match.start()
        if start < end:
            continue
        first = max(0, start - 4)
        while start > first and text[start - 1].isalpha() and text[start - 1].islower():
            start -= 1
        before = text[start - 1 : start]
        if before.isalnum() or before in ("_", "@"):
            continue
        if word := _WORD.match(text, start):
            end = word.end()
            yield start, end
