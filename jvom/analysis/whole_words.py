# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names as whole words of a text; a hyphen beside one counts as its end."""

from __future__ import annotations


def find_whole(text: str, name: str, start: int = 0) -> int:
    """Return the first offset from `start` on at which a name is not part of a longer word; -1 without."""
    place = text.find(name, start)
    while place >= 0:
        end = place + len(name)
        if not (_is_letter(text[place - 1 : place]) or _is_letter(text[end : end + 1])):
            break
        place = text.find(name, place + 1)
    return place


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
