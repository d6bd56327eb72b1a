# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Marks that keep words from the public and do not say on which ground."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.messages import Message, msg
from jvom.model import Fragment
from jvom.text import Withheld, walk, walk_blocks, withheld_blocks

MISSING: Message = msg("hier staat niet op welke grond dit gelakt wordt")
ADVICE: Message = msg("schrijf de grond binnen de accolades, zoals {ground}", ground='grond="5.1.2i"')

_TYPED = ".gelakt"


def without_ground(fragment: Fragment) -> Iterator[Withheld]:
    """Yield the marks of a text that lack a ground, each once."""
    if not any(_TYPED in line for line in fragment.lines):
        return
    yield from (mark for mark in withheld_blocks(fragment.all_blocks) if mark.ground == "")
    lines: set[int] = set()
    for inline in (*walk(fragment.title), *walk_blocks(fragment.all_blocks)):
        if not isinstance(inline, Withheld) or inline.ground != "":
            continue
        line = inline.span.line
        if inline.whole:
            # The mark of a row, item or footnote is on every part of it, and typed once.
            if line in lines or _TYPED not in fragment.lines[line - 1]:
                continue
            lines.add(line)
        yield inline
