# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers in the language of the messages."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from jvom.dutch.numbers import write_decimal


def write_number(number: float, language: str, decimals: int = 0) -> str:
    """Write a number as `language` does, with that many decimals: "8.219,5" in Dutch, "8,219.5" in English.

    Half is rounded away from zero in both.
    """
    if language == "nl":
        return write_decimal(number, decimals)
    from babel.core import Locale
    from babel.numbers import format_decimal

    rounded = Decimal(str(number)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)  # Babel's is to even
    # Given only the name of a language, Babel would first look for its aliases.
    return format_decimal(rounded, f"#,##0.{'0' * decimals}".rstrip("."), Locale(language))
