# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""How a parliamentary paper is cited in the house form: "Kamerstuk 29 521, nr. 493".

The dossier number has a space in it, as Parliament prints it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jvom.dutch.characters import SPACE, plain_spaces
from jvom.dutch.lists import join
from jvom.dutch.patterns import pattern

_ROMAN = r"(?:[IVX]{1,6}[A-E]?|[A-Z])"
#: What may be between the two halves of a dossier number, for use in a pattern. The narrow spaces are not in
#: the set of characters, which would be slow to compile with a character beyond Latin-1 in it.
BETWEEN_HALVES = r"(?:[ .\u00a0]|\u2009(?=\d)|\u202f(?=\d))?"
#: A dossier number in any spacing, for use in a pattern: its two halves, and what may follow them.
DOSSIER = (
    rf"(?P<a>\d{{2}}){BETWEEN_HALVES}(?P<b>\d{{3}})(?!\d)"
    rf"(?:-(?P<sub>\d{{2}})(?!\d)|[ \u00a0-](?P<chapter>{_ROMAN})(?![\w.])"
    rf"|{SPACE}?\((?P<kingdom>R{SPACE}?\d{{3,4}})\))?"
)


def write_dossier(dossier: str) -> str:
    """Write a dossier number as Parliament prints it: "29521" and "29 521" give "29 521".

    A sub-dossier keeps its hyphen ("21 501-02"), a chapter of the budget its letters ("36 800 V").
    Raises ValueError for what is no dossier number.
    """
    number, hyphen, sub = dossier.partition("-")
    if _is_digits(number, 5) and (not hyphen or _is_digits(sub, 2)):  # like most in the data
        return f"{dossier[:2]} {dossier[2:]}"
    parts = WHOLE_DOSSIER.fullmatch(dossier.strip())
    if not parts:
        raise ValueError(f"{dossier!r} is not a dossier number")
    return dossier_written(parts)


def _is_digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdecimal()


def write_kamerstuk(dossier: str, numbers: Sequence[str | int]) -> str:
    """Write the citation of one paper or several in the house form.

    "Kamerstuk 29 521, nr. 493"; "Kamerstukken 29 521, nrs. 505 en 512"; letters, as the Eerste
    Kamer numbers its papers, go without "nr.": "Kamerstuk 29 521, BE"; without numbers it is the dossier:
    "Kamerstuk 29 521". Raises ValueError for what is no dossier number.
    """
    named = [str(number) for number in numbers]
    word = "Kamerstukken" if len(named) > 1 or any("-" in number for number in named) else "Kamerstuk"
    whole = f"{word} {write_dossier(dossier)}"
    if not named:
        return whole
    if not named[0][0].isdigit():
        return f"{whole}, {join(named)}"
    return f"{whole}, {'nr.' if word == 'Kamerstuk' else 'nrs.'} {join(named)}"


#: A dossier number.
WHOLE_DOSSIER = pattern(DOSSIER)


def dossier_written(parts: re.Match[str]) -> str:
    """Write a dossier number matched by `WHOLE_DOSSIER` as Parliament prints it."""
    dossier = f"{parts['a']} {parts['b']}"
    if parts["sub"]:
        return f"{dossier}-{parts['sub']}"
    if parts["chapter"]:
        return f"{dossier} {parts['chapter']}"
    if parts["kingdom"]:
        return f"{dossier} ({''.join(plain_spaces(parts['kingdom']).split())})"
    return dossier
