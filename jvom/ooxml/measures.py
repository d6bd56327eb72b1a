# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The measures of a Word file: twips, half points and English metric units, and what they are in others."""

from __future__ import annotations

from math import isfinite

TWIPS_PER_POINT = 20
"""A twip is a twentieth of a point (ECMA-376-1, 22.9.2.14)."""

HALF_POINTS_PER_POINT = 2
"""What sizes of type are counted in (ECMA-376-1, 17.18.42)."""

EIGHTHS_PER_POINT = 8
"""What the width of a border is counted in (ECMA-376-1, 17.18.23)."""

POINTS_PER_MILLIMETRE = 72 / 25.4
EMU_PER_MILLIMETRE = 36_000
"""English metric units, in which drawings are measured (ECMA-376-1, 20.1.2.1)."""

# Lengths with a unit (ECMA-376-1, 22.9.2.15), in points; "pi" is a pica as well.
_POINTS = {
    "pt": 1.0,
    "in": 72.0,
    "mm": POINTS_PER_MILLIMETRE,
    "cm": 10 * POINTS_PER_MILLIMETRE,
    "pc": 12.0,
    "pi": 12.0,
}


def twips(text: str | None, default: float = 0) -> float:
    """Return the twips of a measure: a number of them, or a length with a unit such as "2.5cm".

    `default` is for a measure that is left out, or that is none.
    """
    if text is None:
        return default
    points = _POINTS.get(text[-2:])
    if points is None:
        return decimal(text, default)
    length = decimal(text[:-2], float("nan"))
    return length * points * TWIPS_PER_POINT if isfinite(length) else default


def decimal(text: str | None, default: float = 0) -> float:
    """Return the number in an attribute, `default` when it is missing or no number."""
    try:
        number = default if text is None else float(text)
    except ValueError:
        return default
    return number if isfinite(number) else default


def emu(millimetres: float) -> int:
    """Return a length in English metric units; never nothing, which Word takes for damage."""
    return max(1, round(millimetres * EMU_PER_MILLIMETRE))
