# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words and numbers that are one typo apart."""

from __future__ import annotations

from typing import Literal

#: What went wrong: another character; one too many or too few; two neighbours that changed places, or two
#: characters further apart.
Typo = Literal["", "other", "more", "less", "swapped", "swapped apart"]


def typo(written: str, meant: str) -> Typo:
    """Return the kind of typo that turned `meant` into `written`; "" if they are equal or differ more."""
    longer = len(written) - len(meant)
    if longer == 0:
        return _slip_of_equal_length(written, meant)
    if not -2 < longer < 2:
        return ""
    same = _common_start(written, meant)
    if longer == 1:
        return "more" if written[same + 1 :] == meant[same:] else ""
    return "less" if written[same:] == meant[same + 1 :] else ""


def _slip_of_equal_length(written: str, meant: str) -> Typo:
    if written == meant:
        return ""
    first = _common_start(written, meant)
    rest, other = written[first + 1 :], meant[first + 1 :]
    if rest == other:
        return "other"
    second = first + 1 + _common_start(rest, other)
    if (written[second], written[first]) != (meant[first], meant[second]):
        return ""
    if written[second + 1 :] != meant[second + 1 :]:
        return ""
    return "swapped" if second == first + 1 else "swapped apart"


def _common_start(one: str, other: str) -> int:
    """Return how many characters two texts have in common before the first that differs."""
    length, same = min(len(one), len(other)), 0
    while same < length and one[same] == other[same]:
        same += 1
    return same
