# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Web and mail addresses and names of files in a text: words that marks such as "@" and "/" join."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jvom.dutch.patterns import pattern

_BEFORE = frozenset("@./_=")
_AFTER = frozenset(("@", ".", "/", "_", "="))
_JOINED = pattern(r"[^\W_](?:[\w-]*[@./_=]+(?=[^\W_]))+[\w-]*")


class Address(msgspec.Struct, frozen=True):
    """A web or mail address, or the name of a file, and where it is. Also "en/of" and "t.a.v." look so."""

    start: int
    end: int
    text: str


def find_addresses(text: str) -> Iterator[Address]:
    """Yield the addresses in a text, in order. Linear in the text."""
    if any(map(text.__contains__, _BEFORE)):
        for match in _JOINED.finditer(text):
            yield Address(*match.span(), match[0])


def is_in_address(text: str, start: int, end: int) -> bool:
    """Tell whether characters are part of a web or mail address, or of a file name."""
    return (start > 1 and text[start - 1] in _BEFORE and text[start - 2].isalnum()) or (
        text[end : end + 1] in _AFTER and text[end + 1 : end + 2].isalnum()
    )


_URL = pattern(r"(?<![\w@./-])(?:https?://|www\.)[^\s<>\"“”«»|*\[\]]{3,2000}", re.IGNORECASE)
_TRAILING_MARKS = ".,;:!?)'’”\""


def find_urls(text: str) -> Iterator[Address]:
    """Yield the web addresses in a text, without the marks of the sentence behind them."""
    if "://" in text or "www." in text.lower():
        for match in _URL.finditer(text):
            url = match[0].rstrip(_TRAILING_MARKS)
            yield Address(match.start(), match.start() + len(url), url)
