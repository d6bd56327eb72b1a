# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a line may break within a Dutch word, by the Dutch hyphenation patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

# Whole words only: no letters with digits among them, and none that already have a soft hyphen.
_WORD = re.compile(rf"(?<![\w{SOFT_HYPHEN}])[^\W\d_]{{5,}}(?![\w{SOFT_HYPHEN}])")
_ADDRESS = re.compile(r"@|//|[^\W\d_]\.[^\W\d_]")
_NOT_SPACES = re.compile(r"\S+")
_SHORTEST_PART = 2
# A hyphen takes the diaeresis away (reünie, re-unie), which a soft hyphen can't.
_DIAERESES = frozenset("äëïöüÄËÏÖÜ")


def addresses(text: str) -> list[tuple[int, int]]:
    """Return where the addresses in the text begin and end; abbreviations with stops count as well."""
    return [each.span() for each in _NOT_SPACES.finditer(text) if _ADDRESS.search(each[0])]


def divisions(text: str, start: int, end: int, apart: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the offsets in the text, from `start` to `end`, where a word may be divided.

    No word in one of the places `apart` is divided, and none in capitals.
    """
    for word in _WORD.finditer(text, start, end):
        if not any(first <= word.start() < last for first, last in apart):
            yield from (word.start() + place for place in _in_word(word[0]))


@cache
def _in_word(word: str) -> tuple[int, ...]:
    """Return after how many letters the word may be divided without changing its spelling."""
    if word.isupper():
        return ()
    return tuple(int(place) for place in _patterns().positions(word) if word[place] not in _DIAERESES)


@cache
def _patterns() -> Pyphen:
    """Return the Dutch hyphenation patterns; imported here, since hardly any table is too narrow."""
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL", left=_SHORTEST_PART, right=_SHORTEST_PART)
