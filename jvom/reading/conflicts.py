# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The conflict markers that git leaves in a file whose versions it could not merge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jvom.messages import Message, msg

_MARK = re.compile(r"(?:<{7}|={7}|>{7})(?!\S)")


def mark_of(line: str) -> str:
    """Return the conflict marker at the start of a line, or ""."""
    match = _MARK.match(line)
    return match[0] if match else ""


def in_markdown(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the line number, from 0, and the marker where each conflict begins.

    ======= alone is no conflict: it makes the line above it a heading (CommonMark 4.3).
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


def explain(mark: str) -> tuple[Message, Message]:
    """Return what is wrong at a conflict marker, and what to do."""
    return (
        msg("hier staan twee versies van de tekst door elkaar ({mark})", mark=mark),
        msg("kies er één en haal de regels met <<<<<<<, ======= en >>>>>>> weg"),
    )
