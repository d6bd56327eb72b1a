# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether two spellings are the same name, number, address or date.

Capitals, accents, spaces and dashes make no difference: "J.M. de Vries" is "jm de Vries" and, in an address,
"jmdevries"; "06-1234 5678" is "+31612345678". :mod:`jvom.documents.spellings` knows what else people write
for the same: "Vries, J. de", "Sørensens", "jan(at)huis.nl", "3-5-1980".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

import msgspec

LEAST_JOINED_LETTERS = 6
LEAST_JOINED_DIGITS = 8
"""Shorter names and numbers are not looked for as one word: they would match other words and numbers."""

_NOT_PLAIN = re.compile("[^0-9a-z]+")
_INITIALS = re.compile(r"(?<=-)[^\W\d_](?:-[^\W\d_])+(?=-)")
_DIGITS = re.compile(r"(?<=-)[0-9]+(?:-[0-9]+)+(?=-)")
_BETWEEN_TEXTS = "--"
_MOST_ENCODINGS = 3

# Letters that Unicode takes for letters of their own, as those who lack the key type them.
_UNDECOMPOSED = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "n", "ɓ": "b",
    "ɗ": "d", "ƙ": "k", "ƴ": "y", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th", "ŀ": "l", "ſ": "s",
}  # fmt: skip
# The same letters in passports and addresses (ICAO 9303-3, section 6).
_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
     "Å": "Aa", "Ø": "Oe"}
)  # fmt: skip


def plain(text: str) -> str:
    """Return only the letters and digits of a text, without accents, with a hyphen between words.

    Percent-encoding is decoded: "%20" is a space.
    """
    if text.isascii() and "%" not in text:
        return _NOT_PLAIN.sub("-", text.lower()).strip("-")
    for _ in range(_MOST_ENCODINGS if "%" in text else 0):
        text = unquote(text)
    return "".join(character for character, _ in plain_characters(text)).strip("-")


def plain_characters(text: str) -> Iterator[tuple[str, int]]:
    """Yield the characters of the plain form, each with its offset in the text."""
    last = "-"
    for offset, typed in enumerate(text):
        for each in unicodedata.normalize("NFKD", typed).casefold():
            digit = unicodedata.decimal(each, None)
            for character in _UNDECOMPOSED.get(each, each) if digit is None else str(digit):
                if character.isalnum():
                    last = character
                    yield character, offset
                elif unicodedata.category(character) not in ("Mn", "Cf") and last != "-":
                    last = "-"
                    yield "-", offset


def in_two_letters(text: str) -> str:
    """Return a text with "oe" for "ø" and "ö", and so on; the text itself when it has no such letters."""
    return unicodedata.normalize("NFC", text).translate(_TWO_LETTERS) if not text.isascii() else text


class Searchable(msgspec.Struct, frozen=True):
    """Texts to look for names in: their plain forms, and these without hyphens.

    `starts` has a 1 for each place in `joined` where a word begins, and for its end.
    """

    whole: str
    joined: str
    starts: bytes


def searchable(texts: Iterable[str]) -> Searchable:
    """Join the texts into what `occurs_in` searches."""
    distinct = dict.fromkeys(texts)
    written = dict.fromkeys(form for text in distinct for form in (text, in_two_letters(text)))
    # Two hyphens between texts, so that no match spans two of them.
    forms = dict.fromkeys(map(plain, written))
    whole = f"-{_BETWEEN_TEXTS.join(forms)}-"
    joined: list[str] = []
    starts = bytearray()
    for form in forms:
        for word in form.split("-"):
            joined.append(word)
            starts += b"\1" + bytes(max(len(word) - 1, 0)) if word else b""
        joined.append("-")
        starts += b"\1"
    starts += b"\1"
    spelled = whole + _INITIALS.sub(_without_hyphens, whole) + _DIGITS.sub(_without_hyphens, whole)
    return Searchable(spelled, "".join(joined), bytes(starts))


def occurs_in(spellings: Iterable[str], searched: Searchable) -> bool:
    """Tell whether one of these plain forms occurs in the texts."""
    return any(_occurs(spelling, searched) for spelling in spellings)


def find_all(spellings: Iterable[str], plain_text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each match of plain forms in a plain text with hyphens around it."""
    found: set[tuple[int, int]] = set()
    for spelling in spellings:
        letters = "-?".join(map(re.escape, spelling.replace("-", "")))
        found |= {match.span() for match in re.finditer(f"(?<=-){letters}(?=-)", plain_text)}
    # Of matches that overlap the first and longest: "Bakkema" and "Bakkemas" are one.
    end = 0
    for start, stop in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= end:
            yield start, stop
            end = stop


def _occurs(spelling: str, searched: Searchable) -> bool:
    if f"-{spelling}-" in searched.whole:
        return True
    joined = spelling.replace("-", "")
    letters = sum(character.isalpha() for character in joined)
    if letters >= LEAST_JOINED_LETTERS and f"-{joined}-" in searched.whole:
        return True
    # An account number or postcode may have its spaces anywhere; in words they tell one name from another.
    least = LEAST_JOINED_LETTERS if letters else LEAST_JOINED_DIGITS
    return letters < len(joined) >= least and _occurs_joined(joined, searched)


def _occurs_joined(word: str, searched: Searchable) -> bool:
    """Tell whether the characters of a word occur between the ends of words, with any hyphens in between."""
    at = searched.joined.find(word)
    while at >= 0:
        if searched.starts[at] and searched.starts[at + len(word)]:
            return True
        at = searched.joined.find(word, at + 1)
    return False


def _without_hyphens(match: re.Match[str]) -> str:
    return match[0].replace("-", "")
