# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names that a text may use for a mission."""

from __future__ import annotations

import re
from functools import cache

from jvom.model import Mission


def names_of(mission: Mission) -> tuple[str, ...]:
    """Return the names of a mission in small letters, the longest first."""
    names = {name.lower() for name in (mission.name, mission.official, *mission.accepted)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def names_in(lowered: str, names: tuple[str, ...]) -> bool:
    """Tell whether a text (small letters) has one of the names as whole words."""
    return any(name in lowered and _as_word(name).search(lowered) for name in names)


@cache
def _as_word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?!\w)")
