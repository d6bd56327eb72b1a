# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the value of an attribute means: on or off (ECMA-376-1, 22.9.2.7), a whole number (17.18.10)."""

from __future__ import annotations

import re

# As many digits as 32 bits can hold: ids have them, and Word reads no more.
_WHOLE_NUMBER = re.compile(r"\s*[+-]?[0-9]{1,10}\s*", re.ASCII)


def is_true(text: str | None) -> bool:
    """Tell whether an attribute of type ST_OnOff is on; one that is left out is not."""
    return text in ("1", "true", "on")


def is_off(text: str) -> bool:
    """Tell whether the value takes a property away: ST_OnOff, or the "none" of an underline."""
    return text.lower() in ("0", "false", "off", "none")


def whole_number(text: str | None, default: int) -> int:
    """Return the number of an attribute of type ST_DecimalNumber.

    `default` is for one that is left out, or that holds something else.
    """
    return int(text) if text is not None and _WHOLE_NUMBER.fullmatch(text) else default
