# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Web and mail addresses, and names of files, in a text.

They are no language: no rule reads the words in them, and no fix changes one.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias, cast

import msgspec

from jvom.dutch.patterns import pattern

Kind: TypeAlias = Literal["web", "site", "mail", "file"]


class Address(msgspec.Struct, frozen=True):
    """A web or mail address, or the name of a file, and where it is.

    A "site" is a web address without "https" or "www".
    """

    start: int
    end: int
    text: str
    kind: Kind


#: Every address has one of these: most texts have none, and this finds that out fast.
#: A point in "c.s.", "T.B.W." and "Zr.Ms." is none.
_SIGN = pattern(r"[@.:](?:(?<=\w@|[Ww]\.)[^\W\d]|(?<=\w\.)(?![A-Z][a-z]\b)[^\W\d]{2}|(?<=:)(?://|\\))")
_DOMAINS = "nl|eu|com|org|int|gov|mil|edu|be|uk|io"
#: After a full stop without a space these begin a sentence, so more of an address must be there.
_WORDS = "de|net|nu|info|is|in|me"
_FILES = (
    "doc|docx|dotx|odt|rtf|pdf|xls|xlsx|ods|csv|tsv|ppt|pptx|yaml|yml|json|md|txt"
    "|xml|htm|html|png|jpg|jpeg|gif|svg|tif|tiff|zip|py"
)
#: A set of more than two stretches, some beyond Latin-1, takes long to compile: so “ and ” are apart.
_REST = r"(?:(?![“”])[^\s<>\"«»|*\[\]{}\\])"
#: Without regard to case, "a-z" has letters outside ASCII too, which is slow to compile.
_LETTER = "(?-i:[A-Za-z0-9-])"
_LABEL = f"{_LETTER}{{1,63}}"
_ADDRESS = pattern(
    rf"(?<![\w@./-])(?P<web>(?:https?://|ftps?://|www\.){_REST}{{3,2000}})"
    rf"|(?P<mail>(?<![\w.+-])(?:mailto:)?[\w.+-]{{1,64}}@{_LABEL}(?:\.{_LABEL}){{1,8}})"
    rf"|(?<![\w@./-])(?P<site>(?:(?:{_LABEL}\.){{1,8}}(?:{_DOMAINS})|(?:{_LETTER}{{2,63}}\.){{2,8}}(?:{_WORDS})"
    rf"|{_LABEL}\.(?:{_WORDS})(?=/))(?![\w-]|\.\w)(?:/{_REST}{{0,2000}})?)"
    rf"|(?<![\w@.-])(?P<file>(?:(?-i:[A-Za-z]):\\|\\\\)?[\w.%~+-]{{1,200}}(?:[/\\][\w.%~+-]{{1,200}}){{0,20}}"
    rf"(?<=\w)\.(?:{_FILES})(?![\w-]|\.\w))",
    re.IGNORECASE,
)
#: Every address has one of these too, in small letters: with the sign alone most texts only have initials.
_PARTS = ("@", "://", "www.", *(f".{end}" for end in f"{_DOMAINS}|{_WORDS}|{_FILES}".split("|")))
_TRAILING_MARKS = ".,;:!?'’”\""


def find_addresses(text: str) -> tuple[Address, ...]:
    """Return the addresses in a text, in order, without the marks of the sentence behind them.

    Linear in the text.
    """
    if not _SIGN.search(text) or not any(map(text.lower().__contains__, _PARTS)):
        return ()
    return tuple(
        Address(match.start(), match.start() + len(found), found, cast("Kind", match.lastgroup))
        for match in _ADDRESS.finditer(text)
        if (found := _without_trailing_marks(match[0]))
    )


def _without_trailing_marks(found: str) -> str:
    """Return an address without the marks behind it; a bracket that it opens is its own."""
    while (short := found.rstrip(_TRAILING_MARKS)) != found or (
        found.endswith(")") and found.count(")") > found.count("(")
    ):
        found = short if short != found else found[:-1]
    return found


_BEFORE = frozenset("@./_=")
_AFTER = frozenset(("@", ".", "/", "_", "="))


def is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a mark such as "/" or "_" makes one word of some characters and their neighbour."""
    return (start > 1 and text[start - 1] in _BEFORE and text[start - 2].isalnum()) or (
        text[end : end + 1] in _AFTER and text[end + 1 : end + 2].isalnum()
    )
