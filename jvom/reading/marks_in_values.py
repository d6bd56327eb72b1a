# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Values that begin with a mark of YAML: text that was meant as it stands, and must be quoted."""

from __future__ import annotations

import re

from jvom.messages import Message, msg

# Up to the value on a line: the dashes of items, and a key.
_BEFORE = re.compile(r"\s*(?:-\s+)*(?:[\w-]+\s*:\s+)?")
# These begin no plain value (YAML 1.2, 7.3.3); a dash or question mark does unless a space follows.
_MARKS = frozenset("*@`%&!>|,")
_BEFORE_SPACE = frozenset("-?")
_CLOSING = {"[": "]", "{": "}"}
_COMMENT = re.compile(r"\s+#.*$")
_END_IN_BRACKETS = re.compile(r"[,\]}]")


def explain_mark(line: str, at: int) -> tuple[Message, Message]:
    """Return what is wrong with the value at a column, from 0, that begins with a mark, and what to type."""
    advice = msg("zet de hele waarde tussen rechte aanhalingstekens: {value}", value=_quoted(line, at))
    return msg("een waarde kan niet met {mark} beginnen", mark=line[at : at + 1]), advice


def mark_before(line: str, column: int) -> int | None:
    """Return the column of the mark that a line's value begins with, if that is why YAML stopped at `column`.

    A value in brackets is such a one when there is more behind them: ``[Concept] Brief``.
    """
    before = _BEFORE.match(line)
    at = before.end() if before else 0
    if line[column : column + 1] in _MARKS - {","} and _begins_in_brackets(line, column):
        return column
    mark = line[at : at + 1]
    if column < at or not mark:
        return None
    if mark in _MARKS or (mark in _BEFORE_SPACE and ":" in line[:at] and line[at + 1 : at + 2] == " "):
        return at
    if mark in _CLOSING and (end := _closed(line, at)) is not None and end < column:
        return at if _COMMENT.sub("", line[end + 1 :]).strip() else None
    return None


def _begins_in_brackets(line: str, column: int) -> bool:
    """Tell whether an item of a list in brackets begins at a column."""
    return line[:column].rstrip().endswith(("[", ",")) and "[" in line[:column]


def _closed(line: str, at: int) -> int | None:
    """Return the column of the bracket that closes the one at `at`; None when the line does not close it."""
    opened: list[str] = []
    for column in range(at, len(line)):
        if line[column] in _CLOSING:
            opened.append(_CLOSING[line[column]])
        elif line[column] == opened[-1]:
            opened.pop()
            if not opened:
                return column
    return None


def _quoted(line: str, at: int) -> str:
    """Return the value at a column between quotation marks."""
    value = line[at:]
    if _begins_in_brackets(line, at) and (end := _END_IN_BRACKETS.search(line, at + 1)):
        value = line[at : end.start()]
    value = _COMMENT.sub("", value).strip()
    return f"'{value.replace(chr(39), chr(39) * 2)}'" if '"' in value else f'"{value}"'
