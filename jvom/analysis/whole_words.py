# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names as whole words of a text; a word with a hyphen may begin with one, but not end."""

from __future__ import annotations

from collections.abc import Iterable


def find_whole(text: str, name: str, start: int = 0) -> int:
    """Return the first offset from `start` on at which a name is not part of a longer word; -1 without."""
    place = text.find(name, start)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(name) : place + len(name) + 1]
        if before not in ("-", "_") and not before.isalnum() and after != "_" and not after.isalnum():
            break
        place = text.find(name, place + 1)
    return place


def has_any_whole(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text has one of the names."""
    return any(find_whole(text, name) >= 0 for name in filter(text.__contains__, names))
