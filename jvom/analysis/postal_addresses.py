# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Postcodes in an address, and whether a street or a P.O. box comes before each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from jvom.dutch.patterns import pattern

_POSTCODE = pattern(r"(?P<digits>[1-9](?<![\w.][1-9])\d{3}) ?(?P<letters>[A-Z]{2})(?!\w)")
_BOX = pattern(r"\b(?:Postbus|P\.?O\.? ?[Bb]ox)\s+\d+\W{0,4}$")
_STREET = pattern(
    r"(?:^|[\s,(])[A-Z][^\W\d_]{2,}(?:[ .-][^\W\d_]+){0,4}\s\d{1,4}(?:\s?[a-zA-Z]|-\d{1,3})?\W{0,4}$"
)
_LONGEST_STREET = 60


class Postcode(msgspec.Struct, frozen=True):
    """A postcode, and what comes before it: `place` is "box", "street" or "", and `address` its words."""

    start: int
    end: int
    digits: int
    letters: str
    place: Literal["box", "street", ""]
    address: str


def find_postcodes(text: str, line_before: str = "") -> Iterator[Postcode]:
    """Yield the postcodes in a text; street or box may be in the line before."""
    for match in _POSTCODE.finditer(text) if any(map(text.__contains__, "123456789")) else ():
        leading = text[: match.start()] or line_before
        place: Literal["box", "street", ""] = ""
        found = _BOX.search(leading)
        if found:
            place = "box"
        elif found := _STREET.search(leading[-_LONGEST_STREET:]):
            place = "street"
        address = found[0].strip(" ,(;:.\n") if found else ""
        yield Postcode(*match.span(), int(match["digits"]), match["letters"], place, address)


def is_box(line: str) -> bool:
    """Tell whether a line ends in a P.O. box."""
    return _BOX.search(line) is not None
