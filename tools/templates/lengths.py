# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Lengths in twips, twentieths of a point: the unit of WordprocessingML (ST_TwipsMeasure)."""

from __future__ import annotations


def mm(length: float) -> int:
    """Return millimetres as twips."""
    return round(length * 1440 / 25.4)


def pt(length: float) -> int:
    """Return points as twips."""
    return round(length * 20)
