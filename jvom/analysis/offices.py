# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Ministers and state secretaries that a text names by their office: "de minister van Defensie"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

import msgspec

from jvom.data import DATA
from jvom.dutch.patterns import pattern


@cache
def ministries() -> Mapping[str, Collection[str]]:
    """Return the ministries by their full names, with the short names that notas use for each.

    Those are in lower case and without punctuation (``jvom/data/lexicon/ministries.txt``).
    """
    lines = (DATA / "lexicon" / "ministries.txt").read_text(encoding="utf-8").splitlines()
    listed = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {name: short.split() for name, _, short in listed}


_NAME = r"[A-Z][a-zë]+(?:(?:, | en | & |,? )(?:[A-Z][a-zë]+|zaken|veiligheid|samenwerking)){0,6}"
_OFFICE = pattern(
    rf"\b(?P<rank>[Mm]inister|[Ss]taatssecretaris)(?:s|sen)?\s+(?:van|voor)\s+(?P<name>{_NAME})"
)
_SECOND = pattern(rf"\s+en\s+(?:van|voor)\s+(?P<name>{_NAME})")
#: A ministry in lower case, unless it is another country's: "de Iraakse minister van defensie".
_LOWER_CASE = pattern(
    r"(?<![a-zë]{2}e\s)\b(?P<rank>[Mm]inister)s?\s+(?:van|voor)\s+(?P<name>"
    + "|".join(map(str.lower, sorted(ministries(), key=len, reverse=True)))
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
    for match in (*_OFFICE.finditer(text), *_LOWER_CASE.finditer(text)):
        rank = match["rank"].lower()
        ministry, at = _whole_name(match["name"]), match.start("name")
        yield Office(match.start(), at + len(ministry), rank, ministry, at)
        if second := _SECOND.match(text, match.end()):
            ministry, at = _whole_name(second["name"]), second.start("name")
            yield Office(at, at + len(ministry), rank, ministry, at)


def _whole_name(matched: str) -> str:
    """Return the ministry's name alone when the match runs on past it."""
    for length in range(len(matched), 0, -1):
        rest = matched[length:]
        if matched[:length] in ministries() and not rest[:1].isalpha() and not rest.startswith(" en Klimaat"):
            return matched[:length]
    return matched
