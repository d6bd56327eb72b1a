# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words and numbers that are one slip of the fingers apart."""

from __future__ import annotations

from typing import Literal

#: What went wrong: another character; one too many, or missing; two neighbours that changed places, or
#: two that stand further apart.
TypingSlip = Literal["", "other", "more", "less", "swapped", "swapped apart"]


def typing_slip(written: str, meant: str) -> TypingSlip:
    """Return the one slip with which `meant` became `written`; "" when they are equal or differ in more."""
    longer = len(written) - len(meant)
    if written == meant or not -2 < longer < 2:
        return ""
    same = 0
    while same < min(len(written), len(meant)) and written[same] == meant[same]:
        same += 1
    rest, other = written[same:], meant[same:]
    if longer:
        return "more" if rest[1:] == other else "less" if rest == other[1:] else ""
    if rest[1:] == other[1:]:
        return "other"
    if rest[2:] == other[2:]:
        return "swapped" if rest[:2] == other[1::-1] else ""
    at = other.find(rest[0])
    apart = at > 1 and rest == other[at] + other[1:at] + other[0] + other[at + 1 :]
    return "swapped apart" if apart else ""
