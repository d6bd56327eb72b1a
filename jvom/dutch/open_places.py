# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What writers put in capitals where something must still come."""

from __future__ import annotations

OPEN_PLACES = (
    "TODO", "TO DO", "TBD", "TBC", "TBA", "FIXME", "PM", "NTB", "NNTB", "INVULLEN", "AANVULLEN",
    "NADER IN TE VULLEN",
)  # fmt: skip
"""The texts, the fields and the abbreviations of a dossier know the same; PLH001 has them as a pattern."""
