# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Suppressions are of the year they were made in, unless their reason begins with ``blijft:``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jvom.messages import msg
from jvom.source import Span
from jvom.text import Suppression
from jvom.years.tasks import Task
from jvom.years.text_edits import TextEdits

STAYS = "blijft:"

# What reading gives as the place of a suppression in Markdown may have other comments as well.
_COMMENT = re.compile(r"<!--\s*jvom:.*?-->", re.DOTALL)


def remove_suppressions(suppressions: Iterable[Suppression], edits: TextEdits, name: str) -> list[Task]:
    """Remove the suppressions of a file that do not stay, and name them."""
    suppressions = tuple(suppressions)
    gone = [each for each in suppressions if not _stays(each)]
    if name.endswith(".md"):
        _remove_from_markdown(suppressions, edits)
    else:
        for each in gone:
            line = edits.lines[each.span.line - 1]
            if line.lstrip().startswith("#"):
                edits.delete_lines(each.span.line, each.span.line)
            else:
                start = edits.offset(each.span.line, len(line[: each.span.column - 1].rstrip()) + 1)
                edits.cut(start, edits.offset(each.span.line, len(line) + 1))
    return [
        Task(
            name,
            each.span.line,
            msg(
                "de onderdrukking van {rules} is weg ({reason}); kijk of zij dit jaar weer nodig is",
                rules=", ".join(each.rules) or "*",
                reason=each.reason or "-",
            ),
        )
        for each in gone
    ]


def _stays(suppression: Suppression) -> bool:
    return suppression.reason.lower().startswith(STAYS)


def _remove_from_markdown(suppressions: Iterable[Suppression], edits: TextEdits) -> None:
    by_place: dict[Span, list[Suppression]] = {}
    for each in suppressions:
        by_place.setdefault(each.span, []).append(each)
    for place, some in by_place.items():
        at = edits.offset(place.line, place.column)
        for each, comment in zip(some, _COMMENT.finditer(edits.typed(place)), strict=False):
            if not _stays(each):
                _remove_comment(at + comment.start(), at + comment.end(), edits)


def _remove_comment(start: int, end: int, edits: TextEdits) -> None:
    """Cut a comment, and one of the spaces or blank lines around it."""
    text = "\n".join(edits.lines)
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", end)
    ends = len(text) if ends < 0 else ends
    if text[begins:start].strip() or text[end:ends].strip():
        if text[start - 1 : start] == " " and text[end : end + 1] in (" ", "", "\n"):
            start -= 1
        edits.cut(start, end)
        return
    above = text[:begins].endswith("\n\n") or not begins
    if above and text[ends : ends + 2] == "\n\n":
        ends += 1
    edits.cut(begins, min(ends + 1, len(text)))
