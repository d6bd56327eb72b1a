# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A fix that puts other words in the place of some in a passage."""

from __future__ import annotations

from jvom.analysis.passages import Passage
from jvom.findings import Edit, Fix


def replace(passage: Passage, start: int, end: int, replacement: str, *, safe: bool = True) -> Fix | None:
    """Return the fix for the characters `start` up to `end`; None where they were not typed plainly."""
    span = passage.plainly_typed(start, end)
    return Fix((Edit(span, replacement),), safe) if span else None
