# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""When two writings are the same name or number, whatever their capitals, accents, spaces and dashes.

"J.M. de Vries" is "jm de Vries" and, in an address, "jmdevries"; "06-1234 5678" is "+31612345678".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

LEAST_JOINED_LETTERS = 6
LEAST_JOINED_DIGITS = 8
"""What is shorter is not the same when it is written as one word: it may be another word or number."""

_NOT_PLAIN = re.compile("[^0-9a-z]+")
_INITIALS = re.compile(r"(?<=-)[^\W\d_](?:-[^\W\d_])+(?=-)")
_DIGITS = re.compile(r"(?<=-)\d+(?:-\d+)+(?=-)")
_COUNTRY = "31"  # how a number begins abroad that begins with 0 in the Netherlands


def plain(text: str) -> str:
    """Return the letters and digits of the text alone, without accents, words divided by hyphens.

    Addresses are read as they are meant: "%20" is a space.
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
    """Return the texts as one, in which `stands` finds a form that is in any of them."""
    # Two hyphens between two texts: a name does not run from one into the next.
    whole = f"-{'--'.join(dict.fromkeys(map(plain, dict.fromkeys(texts))))}-"
    return whole + _INITIALS.sub(_joined, whole) + _DIGITS.sub(_joined, whole)


def stands(form: str, whole: str) -> bool:
    """Tell whether what has this plain form is in what `searchable` made."""
    return any(f"-{writing}-" in whole for writing in _writings(form))


def found_in(form: str, written: str) -> Iterator[tuple[int, int]]:
    """Yield where what has this plain form begins and ends in a plain text with hyphens around it."""
    found: set[tuple[int, int]] = set()
    for writing in _writings(form):
        letters = "-?".join(map(re.escape, writing.replace("-", "")))
        found |= {match.span() for match in re.finditer(f"(?<=-){letters}(?=-)", written)}
    yield from sorted(found)


def _writings(form: str) -> Iterator[str]:
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
