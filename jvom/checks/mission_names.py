# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The names that a text may use for a mission."""

from __future__ import annotations

from jvom.model import Mission


def names_of(mission: Mission) -> tuple[str, ...]:
    """Return the names of a mission in small letters, the longest first."""
    names = {name.lower() for name in (mission.name, mission.official, *mission.accepted)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
