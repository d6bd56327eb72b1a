# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Ministers and state secretaries that a text names by their office: "de minister van Defensie"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jvom.dutch.patterns import pattern

#: The ministries by their full names, with the short names that notas use, in lower case and without
#: punctuation.
MINISTRIES = {
    "Algemene Zaken": ("az",),
    "Asiel en Migratie": ("aenm", "am"),
    "Binnenlandse Zaken en Koninkrijksrelaties": ("bzk",),
    "Buitenlandse Zaken": ("bz", "buza"),
    "Defensie": ("def", "mindef", "defensie"),
    "Economische Zaken": ("ez",),
    "Economische Zaken en Klimaat": ("ezk",),
    "Financiën": ("fin", "financien"),
    "Infrastructuur en Waterstaat": ("ienw", "iw"),
    "Justitie en Veiligheid": ("jenv", "jv", "minjenv", "mjenv"),
    "Klimaat en Groene Groei": ("kgg",),
    "Landbouw, Visserij, Voedselzekerheid en Natuur": ("lvvn",),
    "Onderwijs, Cultuur en Wetenschap": ("ocw",),
    "Sociale Zaken en Werkgelegenheid": ("szw",),
    "Volksgezondheid, Welzijn en Sport": ("vws",),
    "Volkshuisvesting en Ruimtelijke Ordening": ("vro",),
}
_NAME = r"[A-Z][a-zë]+(?:(?:, | en | & |,? )(?:[A-Z][a-zë]+|zaken|veiligheid|samenwerking)){0,6}"
_OFFICE = pattern(
    rf"\b(?P<rank>[Mm]inister|[Ss]taatssecretaris)(?:s|sen)?\s+(?:van|voor)\s+(?P<name>{_NAME})"
)
_SECOND = pattern(rf"\s+en\s+(?:van|voor)\s+(?P<name>{_NAME})")
_IN_LOWER_CASE = tuple(map(str.lower, MINISTRIES))
#: A ministry in lower case, unless it is another country's: "de Iraakse minister van defensie".
_LOWER_CASE = pattern(
    r"(?<![a-zë]{2}e\s)\b(?P<rank>[Mm]inister)s?\s+(?:van|voor)\s+(?P<name>"
    + "|".join(map(re.escape, sorted(_IN_LOWER_CASE, key=len, reverse=True)))
    + r")(?!\w|-|\s+van\s+(?:de\s+|het\s+)?[A-Z])"
)


class Office(msgspec.Struct, frozen=True):
    """An office: its rank in small letters ("minister"), and the ministry, which is at `name_start`.

    The second of "de ministers van Defensie en van Financiën" begins at the name of its ministry.
    """

    start: int
    end: int
    rank: str
    ministry: str
    name_start: int


def find_offices(text: str) -> tuple[Office, ...]:
    """Return the offices in a text, in order. Linear in the text."""
    if "inister" not in text and "taatssecretaris" not in text:
        return ()
    return tuple(sorted(_offices(text), key=lambda office: office.name_start))


def _offices(text: str) -> Iterator[Office]:
    for match in _OFFICE.finditer(text):
        yield _office(match)
        goes_on = text[match.end() : match.end() + 6].split()[:1] == ["en"]
        if goes_on and (second := _SECOND.match(text, match.end())):
            ministry, at = _whole_name(second["name"]), second.start("name")
            yield Office(at, at + len(ministry), match["rank"].lower(), ministry, at)
    # The pattern takes long to compile, and few texts need it.
    for match in _LOWER_CASE.finditer(text) if any(map(text.__contains__, _IN_LOWER_CASE)) else ():
        yield _office(match)


def _office(match: re.Match[str]) -> Office:
    ministry, at = _whole_name(match["name"]), match.start("name")
    return Office(match.start(), at + len(ministry), match["rank"].lower(), ministry, at)


def _whole_name(matched: str) -> str:
    """Return the ministry's name alone when the match runs on past it."""
    for length in range(len(matched), 0, -1):
        rest = matched[length:]
        if matched[:length] in MINISTRIES and not rest[:1].isalpha() and not rest.startswith(" en Klimaat"):
            return matched[:length]
    return matched
