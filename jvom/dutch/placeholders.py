# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The placeholders that writers type, in capitals, for what is still missing."""

from __future__ import annotations

PLACEHOLDERS = (
    "TODO", "TO DO", "TBD", "TBC", "TBA", "FIXME", "PM", "NTB", "NNTB", "INVULLEN", "AANVULLEN",
    "NADER IN TE VULLEN",
)  # fmt: skip
"""Shared by the checks of texts, fields and abbreviations; PLH001 has its own pattern of them."""

OPEN_PLACE = "[nog open]"
"""What a draft prints where a value is still null."""
