# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the pages of a report are turned, for tables and sections that are set landscape."""

from __future__ import annotations

from collections.abc import Iterable

from jvom.model import Fragment
from jvom.plan import Block, NewSection
from jvom.resolving.orientation import orientations


class Turns:
    """How the pages are turned in a text; `landscape` is how they are.

    If they are so `always`, that never changes; else a title is on the page of what begins the text.
    """

    def __init__(self, text: Fragment, *, always: bool = False) -> None:
        self._always = always
        self._each = (True,) if always else orientations(text.blocks)
        self.landscape = self._each[:1] == (True,)

    def begin(self) -> list[NewSection]:
        """Return the new section that begins before the title, if its page is turned."""
        return [NewSection(True)] if self.landscape else []

    def before(self, place: int) -> list[NewSection]:
        """Return the new section that begins before a block of the text, if any."""
        return [] if self._always else self._turned(self._each[place])

    def end(self) -> list[NewSection]:
        """Return the new section at the end of the text, if only its last pages are turned."""
        return [] if self._always else self._turned(False)

    def _turned(self, landscape: bool) -> list[NewSection]:
        if landscape == self.landscape:
            return []
        self.landscape = landscape
        return [NewSection(landscape)]


def joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of successive texts, without a turn of the pages that is undone at once."""
    made: list[Block] = []
    landscape = False
    for block in blocks:
        if isinstance(block, NewSection):
            if made and isinstance(made[-1], NewSection):
                made.pop()
                landscape = not landscape
            if block.landscape == landscape:
                continue
            landscape = block.landscape
        made.append(block)
    return tuple(made)
