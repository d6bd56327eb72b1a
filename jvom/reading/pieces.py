# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Splits the text of one block into pieces: words, and marks with their place.

Nearly every block has only plain terms and our own marks. Those are split here, in one pass; ``markdown``
leaves the others to markdown-it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

FIGURE = re.compile(r"\{\{([^{}\n]*)\}\}")
CITATION = re.compile(r"\[@([^\[\]\n]*)\]")
CROSS_REFERENCE = re.compile(r"\[\]\(#([^()\n]*)\)")
NOTE_MARK = re.compile(r"\[\^([^\s\[\]]+)\]")

# A foreign term in plain words. Its first asterisk can't close anything before it, and it contains no marks:
# then CommonMark's rules for delimiters (6.2) give the same.
_TERM = re.compile(r"\*([^\W_](?:[^*_`\[\]<>&!\\{}\n]*[^\W_])?)\*(?!\*)")
_BEFORE_TERM = frozenset("(“‘\"'/–-")

MARK = re.compile(r"[\n\\`*_\[{!<&]")
"""Where an inline of CommonMark or of ours can begin. All other characters are words."""

_LINE_END = re.compile(r"\n()[ \t]*")

# The kind of mark, by the character after the bracket.
_BRACKETED = {
    "@": ("citation", CITATION),
    "]": ("cross_reference", CROSS_REFERENCE),
    "^": ("note_mark", NOTE_MARK),
}


class Piece(msgspec.Struct):
    """Words, or a mark, from offset `start` to `end` in the text of its block.

    `type` is markdown-it's name of an inline token, or that of one of our own marks: ``term``, ``citation``,
    ``cross_reference``, ``note_mark``, ``figure``. A picture has `pieces`: those of its description.
    """

    type: str
    content: str
    start: int
    end: int
    attributes: Mapping[str, str | int | float] = {}
    pieces: list[Piece] = []


def split_pieces(text: str) -> list[Piece] | None:
    """Return the pieces of a block that has only common marks; None when it may have others."""
    found: list[Piece] = []
    start = at = 0  # start of the pending words, and of the search for a mark
    while mark := MARK.search(text, at):
        at = mark.start()
        piece = None
        match mark[0]:
            case "*" if not at or (before := text[at - 1]) in _BEFORE_TERM or before.isspace():
                piece = _piece("term", _TERM, text, at)
            case "[" if kind := _BRACKETED.get(text[at + 1 : at + 2]):
                piece = _piece(*kind, text, at)
            case "{":
                piece = _piece("figure", FIGURE, text, at)
            case "\n" if text[at - 1 : at] != " ":  # after spaces it may be a hard line break
                piece = _piece("softbreak", _LINE_END, text, at)
        if piece is not None:
            if start < at:
                found.append(Piece("text", text[start:at], start, at))
            found.append(piece)
            start = at = piece.end
        elif mark[0] == "{" or (mark[0] == "!" and not text.startswith("![", at)):
            at += 1  # no mark after all
        else:
            return None
    if start < len(text):
        found.append(Piece("text", text[start:], start, len(text)))
    return found


def _piece(kind: str, pattern: re.Pattern[str], text: str, at: int) -> Piece | None:
    whole = pattern.match(text, at)
    return Piece(kind, whole[1].strip(), at, whole.end()) if whole else None


_TERM_ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")
LONGEST_LANGUAGE = 35
"""No tag in use is longer (RFC 5646, 4.4.1), and Word takes no tag of more than 84 characters."""
_LANGUAGE = re.compile(r"\s*lang=\"?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\"?\s*")


def term_attributes(text: str) -> tuple[int, str | None]:
    """Read the ``{lang=fr}`` that may follow a foreign term.

    Returns its length in `text` (0 when it is missing or incomplete), and the language (None when invalid).
    """
    match = _TERM_ATTRIBUTES.match(text)
    if match is None:
        return 0, (None if text.startswith("{") and not text.startswith("{{") else "")
    language = _LANGUAGE.fullmatch(match[1])
    return match.end(), language[1] if language and len(language[1]) <= LONGEST_LANGUAGE else None
