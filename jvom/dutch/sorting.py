# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The order of entries in a Dutch glossary."""

from __future__ import annotations

import unicodedata
from functools import cache

# Letters that Unicode does not decompose into a base letter and a mark.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


@cache
def letters(entry: str) -> str:
    """Return what determines the order: letters and digits, in lower case, without diacritics."""
    folded = entry.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded.translate(_PLAIN)).casefold()
    return "".join(filter(str.isalnum, folded))


def sort_key(entry: str) -> tuple[str, str, str]:
    """Return the key that sorts a glossary letter by letter.

    Case, diacritics, spaces, hyphens and punctuation do not matter ("EUPOL COPPS" before
    "EU SDI GoG"), but among entries that are otherwise equal they decide, case last. Independent of the
    locale, so the same on every machine.
    """
    return letters(entry), entry.casefold(), entry
