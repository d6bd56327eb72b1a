# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The marks that git leaves in a file of which it could not join two versions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jvom.messages import Message, msg

_MARK = re.compile(r"(?:<{7}|={7}|>{7})(?!\S)")


def mark_of(line: str) -> str:
    """Return the mark that a line begins with, "" for another line."""
    found = _MARK.match(line)
    return found[0] if found else ""


def in_markdown(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the number, from 0, and the mark of the line at which each conflict begins.

    A line of ======= alone shows none: it makes the line above it a heading (CommonMark 4.3).
    """
    begun = False
    for number, line in enumerate(lines):
        match mark_of(line):
            case "<<<<<<<" as mark:
                yield number, mark
                begun = True
            case ">>>>>>>" as mark:
                if not begun:
                    yield number, mark
                begun = False


def told(mark: str) -> tuple[Message, Message]:
    """Return what is wrong at a mark, and what to do."""
    return (
        msg("hier staan twee versies van de tekst door elkaar ({mark})", mark=mark),
        msg("kies er één en haal de regels met <<<<<<<, ======= en >>>>>>> weg"),
    )
