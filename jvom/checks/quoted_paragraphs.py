# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Paragraphs that are quoted whole: a quotation opens in one and closes in a later one."""

from __future__ import annotations

from jvom.analysis.passages import Passage
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

#: In how many passages a quotation that opens has to close.
LONGEST_QUOTATION = 40
_OPENING = tuple('"“„«')
#: An opening mark and no other behind it. A single one opens only before a capital: "'s avonds".
_ANY_OPENING = "\"“„«‘'"
_UNCLOSED = pattern(r"(?<![^\s(])(?:[\"“„«](?=\w)|['‘](?=[A-Z]))[^\"“”„«»‘]*\Z")
_LONGEST_UNCLOSED = 400


def quoted_paragraphs(texts: Texts) -> frozenset[int]:
    """Return the ids of the passages of quotations over several paragraphs, the first and last with them.

    Each of those paragraphs may open with a mark of its own.
    """
    found: set[int] = set()
    for text in texts.texts:
        first = -1
        for number, passage in enumerate(text.passages):
            balance = _balance(passage.text)
            if 0 <= first < number - LONGEST_QUOTATION:
                first = -1
            if first < 0:
                first = number if balance > 0 else -1
            elif balance < 0 or passage.text.startswith(_OPENING):
                found.update(map(id, text.passages[first : number + 1]))
                first = number if balance > 0 else -1
    return frozenset(found)


def is_quoted_whole(texts: Texts, passage: Passage) -> bool:
    """Tell whether a passage is a block quotation, or in a quotation over several paragraphs."""
    return passage.kind == "quote" or id(passage) in texts.memo(quoted_paragraphs)


def is_after_opening(passage: Passage, offset: int) -> bool:
    """Tell whether a quotation opens before an offset and closes nowhere: its author forgot the mark."""
    before = passage.text[max(0, offset - _LONGEST_UNCLOSED) : offset + 1]
    opening = _UNCLOSED.search(before) if any(map(before.__contains__, _ANY_OPENING)) else None
    return opening is not None and not passage.is_quoted(offset + 1 - len(opening[0]), offset)


def _balance(words: str) -> int:
    """Return 1 for words in which a quotation stays open, -1 for words in which one closes, and else 0."""
    curly = sum(map(words.count, "“„«")) - sum(map(words.count, "”»"))
    if curly or words.count('"') % 2 == 0:
        return (curly > 0) - (curly < 0)
    at = words.rindex('"')
    return 1 if not at or words[at - 1].isspace() or words[at - 1] in "([" else -1
