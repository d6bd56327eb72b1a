# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names that a text lists: "Benin, Ghana en Togo"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.dutch.characters import SPACE
from jvom.dutch.patterns import pattern

# The curly apostrophe is kept out of the class of characters, which would be slow to compile with it.
_WORD = r"[A-ZÉ](?:[\w'-]|’[\w'-]){1,30}"
_NAME = rf"(?:(?:[Dd]e|[Hh]et){SPACE})?{_WORD}(?:{SPACE}(?:(?:van|de|der|het){SPACE})?{_WORD}){{0,3}}"
_LIST = pattern(
    rf"(?<![\w.])(?!(?:De|Het|In){SPACE}){_NAME}(?:,{SPACE}{_NAME}){{0,20}}(?:{SPACE}en{SPACE}{_NAME}){{1,3}}(?![\w-])"
)


class NameList(msgspec.Struct, frozen=True):
    """Names with commas and "en" between them, and how many there are.

    An "en" may be part of a name (Bosnië en Herzegovina), so there are `fewest` to `most`.
    """

    start: int
    end: int
    fewest: int
    most: int


def find_name_lists(text: str) -> Iterator[NameList]:
    """Yield the lists of names in a text, in order. Linear in the text."""
    for match in _LIST.finditer(text) if "en" in text else ():
        parts, joints = match[0].count(",") + 1, match[0].split().count("en")
        yield NameList(*match.span(), parts + 1, parts + joints)
