# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Suppressions are of the year they were made in, unless their reason begins with ``blijft:``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jvom.messages import msg
from jvom.text import Suppression
from jvom.years.tasks import Task
from jvom.years.text_edits import TextEdits

STAYS = "blijft:"

_IN_MARKDOWN = re.compile(r"<!--\s*jvom:\s*ignore(?:-file)?\s*(?:\[[^\]]*\])?(.*?)-->", re.DOTALL)


def remove_suppressions(suppressions: Iterable[Suppression], edits: TextEdits, name: str) -> list[Task]:
    """Remove the suppressions of a file that do not stay, and name them."""
    gone = [each for each in suppressions if not each.reason.lower().startswith(STAYS)]
    if not gone:
        return []
    if name.endswith(".md"):
        _remove_from_markdown(edits)
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


def _remove_from_markdown(edits: TextEdits) -> None:
    text = "\n".join(edits.lines)
    for comment in _IN_MARKDOWN.finditer(text):
        if comment[1].strip().lower().startswith(STAYS):
            continue
        start, end = comment.span()
        begins = text.rfind("\n", 0, start) + 1
        ends = text.find("\n", end)
        ends = len(text) if ends < 0 else ends
        if text[begins:start].strip() or text[end:ends].strip():
            if text[start - 1 : start] == " " and text[end : end + 1] in (" ", "", "\n"):
                start -= 1
            edits.cut(start, end)
            continue
        # A line of its own: with it goes one of the blank lines around it.
        above = text[:begins].endswith("\n\n") or not begins
        if above and text[ends : ends + 2] == "\n\n":
            ends += 1
        edits.cut(begins, min(ends + 1, len(text)))
