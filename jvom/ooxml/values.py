# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the value of an attribute means: on or off (ECMA-376-1, 22.9.2.7), a whole number (17.18.10)."""

from __future__ import annotations

# Enough for 32 bits, which ids have; Word reads no more.
_MOST_DIGITS = 10


def is_true(text: str | None) -> bool:
    """Tell whether an attribute of type ST_OnOff is on; one that is left out is not."""
    return text in ("1", "true", "on")


def is_off(text: str) -> bool:
    """Tell whether the value takes a property away: ST_OnOff, or the "none" of an underline."""
    return text.lower() in ("0", "false", "off", "none")


def whole_number(text: str | None, default: int) -> int:
    """Return the number of an attribute of type ST_DecimalNumber.

    `default` is for one that is missing or is no number.
    """
    if text is None:
        return default
    number = text.strip()
    digits = number[1:] if number[:1] in ("-", "+") else number
    is_whole = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
    return int(number) if is_whole else default
