# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations in a text: where they begin and end, and with which kind of marks."""

from __future__ import annotations

import re

import msgspec

from jvom.dutch.patterns import pattern


class Quotation(msgspec.Struct, frozen=True):
    """A quotation from its opening mark up to and with its closing one; `kind` is the opening mark."""

    start: int
    end: int
    kind: str


# Single marks are apostrophes too, so they open only after a space and close only before a non-letter.
# The marks of Latin-1 are an alternative of their own: the others then compile to a range, which is faster.
_OPENING = pattern(r"«|[“„]|(?<!\w),,(?=\w)|(?<![\w\"])\"(?=\S)|(?<![\w.])(?:''|``|['`´]|[‘‚])(?=[\w(\[])")
# Without one of these no quotation opens: an apostrophe inside a word has no space before it.
_OPENINGS = ("«", "“", "„", ",,", '"', " '", "('", " ‘", "(‘", "‚", "`", "´", "''")
_ELIDED = pattern(r"['‘’](?:s|t|n|m|k|r|ns|er|ie|\d\d)(?=[\s,.;:!?-]|$)", re.IGNORECASE)
_SINGLE = r"(?!\w)"
_CLOSING = {
    "«": pattern("»"),
    "“": pattern("”"),
    "„": pattern("[”“\"]|''"),
    '"': pattern(r'(?<!\s)"'),
    "‘": pattern(f"’{_SINGLE}"),
    "'": pattern(rf"(?<!\s)'{_SINGLE}"),
    "‚": pattern(f"[’‘']{_SINGLE}"),
    "`": pattern(f"['’`´]{_SINGLE}"),
    "´": pattern(f"['’´]{_SINGLE}"),
    "''": pattern("''"),
    "``": pattern("''|``"),
}
#: What closes a quotation whose own closing mark is nowhere behind it: two editors had a text.
_UNLIKE = {
    "“": pattern("(?<!\\s)[\"'’](?!\\w)"),
    '"': pattern("”"),
    "‘": pattern(r"(?<!\s)'(?!\w)"),
    "''": pattern('"'),
}


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations in a text, in order. Linear in the text."""
    if text[:1] not in "'‘" and not any(map(text.__contains__, _OPENINGS)):
        return ()
    found: list[Quotation] = []
    without_own: set[str] = set()
    unclosed: set[str] = set()
    after = 0
    for match in _OPENING.finditer(text):
        start, mark = match.start(), "„" if match[0] == ",," else match[0]
        if start < after or mark in unclosed or (mark in "'‘" and _ELIDED.match(text, start)):
            continue
        closing = None if mark in without_own else _CLOSING[mark].search(text, match.end())
        if closing is None and mark in _UNLIKE:
            without_own.add(mark)
            closing = _UNLIKE[mark].search(text, match.end())
        if closing:
            after = closing.end()
            found.append(Quotation(start, after, mark))
        else:
            unclosed.add(mark)
    return tuple(found)
