# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Parses suppressions in comments of Markdown and YAML: ``jvom: ignore[CODE, ...] reason``."""

from __future__ import annotations

import re
from functools import cache

from jvom.source import Span
from jvom.text import Suppression


def suppression(words: str, place: Span) -> Suppression | None:
    """Parse the text of a comment as a suppression; None when it isn't one."""
    words = words.strip()
    match = _suppression().fullmatch(words) if words.startswith("jvom:") else None
    if match is None:
        return None
    codes = tuple(code.strip() for code in (match[2] or "").split(",") if code.strip())
    return Suppression(codes, match[3].strip(), match[1] == "ignore-file", place)


def in_yaml(text: str, path: str) -> tuple[Suppression, ...]:
    """Return the suppressions in the comments of a YAML file."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if "jvom:" in line and (comment := _yaml_comment().search(line)):
            place = Span(path, number, comment.start() + 1, number, comment.end() + 1)
            found.append(suppression(comment[1], place))
    return tuple(each for each in found if each is not None)


@cache
def _suppression() -> re.Pattern[str]:
    return re.compile(r"jvom:\s*(ignore(?:-file)?)\s*(?:\[([^\]]*)\])?(.*)", re.DOTALL)


@cache
def _yaml_comment() -> re.Pattern[str]:
    return re.compile(r"#\s*(jvom:.*)")
