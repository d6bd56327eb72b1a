# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether two spellings are the same name or number, whatever their capitals, accents, spaces and dashes.

"J.M. de Vries" equals "jm de Vries" and, in an address, "jmdevries"; "06-1234 5678" is "+31612345678".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

LEAST_JOINED_LETTERS = 6
LEAST_JOINED_DIGITS = 8
"""Shorter names and numbers are not looked for as one word: they would match other words and numbers."""

_NOT_PLAIN = re.compile("[^0-9a-z]+")
_INITIALS = re.compile(r"(?<=-)[^\W\d_](?:-[^\W\d_])+(?=-)")
_DIGITS = re.compile(r"(?<=-)\d+(?:-\d+)+(?=-)")
_COUNTRY = "31"  # replaces the leading 0 of a Dutch telephone number when dialled from abroad


def plain(text: str) -> str:
    """Return only the letters and digits of a text, without accents, with a hyphen between words.

    Percent-encoding is decoded: "%20" is a space.
    """
    if text.isascii() and "%" not in text:
        return _NOT_PLAIN.sub("-", text.lower()).strip("-")
    return "".join(character for character, _ in plain_characters(unquote(text))).strip("-")


def plain_characters(text: str) -> Iterator[tuple[str, int]]:
    """Yield the characters of the plain form, each with its offset in the text."""
    last = "-"
    for offset, typed in enumerate(text):
        for character in unicodedata.normalize("NFKD", typed).casefold():
            if character.isalnum():
                last = character
                yield character, offset
            elif unicodedata.category(character) not in ("Mn", "Cf") and last != "-":
                last = "-"
                yield "-", offset


def searchable(texts: Iterable[str]) -> str:
    """Join the texts into one string for `occurs_in` to search."""
    # Two hyphens between texts, so that no match spans two of them.
    whole = f"-{'--'.join(dict.fromkeys(map(plain, dict.fromkeys(texts))))}-"
    return whole + _INITIALS.sub(_joined, whole) + _DIGITS.sub(_joined, whole)


def occurs_in(form: str, whole: str) -> bool:
    """Tell whether a name with this plain form occurs in a string made by `searchable`."""
    return any(f"-{spelling}-" in whole for spelling in _spellings(form))


def find_all(form: str, plain_text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each match of a plain form in a plain text with hyphens around it."""
    found: set[tuple[int, int]] = set()
    for spelling in _spellings(form):
        letters = "-?".join(map(re.escape, spelling.replace("-", "")))
        found |= {match.span() for match in re.finditer(f"(?<=-){letters}(?=-)", plain_text)}
    yield from sorted(found)


def _spellings(form: str) -> Iterator[str]:
    yield form
    joined = form.replace("-", "")
    letters = sum(character.isalpha() for character in joined)
    if letters >= LEAST_JOINED_LETTERS:
        yield joined
    if letters:
        yield _INITIALS.sub(_joined, f"-{form}-").strip("-")
    elif len(joined) >= LEAST_JOINED_DIGITS:
        yield joined
        at_home = joined.removeprefix("00").removeprefix(_COUNTRY)
        if at_home != joined or joined.startswith("0"):
            bare = at_home.removeprefix("0")
            yield from (f"0{bare}", f"{_COUNTRY}{bare}", f"00{_COUNTRY}{bare}", f"{_COUNTRY}0{bare}")


def _joined(match: re.Match[str]) -> str:
    return match[0].replace("-", "")
