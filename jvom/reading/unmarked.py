# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A loose text without marks that would keep words from being read: of code, data, and an open comment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jvom.reading.tokens import Token

_OPEN = "<!--"
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,}).*")
# A comment or a key: what front matter begins with.
_DATA = re.compile(r"\s*(?:#|[\w-]+\s*:|$)")


def without_marks(lines: Sequence[str], tokens: Sequence[Token]) -> list[str] | None:
    """Return the lines without fences, indents of code and a comment left open; None when there are none.

    There are as many lines as before, and what is left of each is its end, or comes before its end.
    """
    unmarked = list(lines)
    for token in tokens:
        first, end = token.lines or (0, 0)
        match token.type:
            case "code_block":
                unmarked[first:end] = [line.lstrip() for line in lines[first:end]]
            case "fence":
                for number in {first, end - 1}:
                    if _FENCE.fullmatch(lines[number]):
                        unmarked[number] = ""
            case "front_matter" if not _DATA.match(token.content):
                unmarked[first] = ""  # a rule, as the one below the words is
            case "html_block" if _OPEN in token.content and "-->" not in token.content:
                # It goes on to the end: no comment in it is closed.
                unmarked[first:] = [line.replace(_OPEN, "").lstrip(" \t") for line in lines[first:]]
    return None if unmarked == list(lines) else unmarked
