# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Boxes of lines, set on pages as Word sets them: with their footnotes, and what must stay together."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jvom.layout.geometry import Page

_SEPARATOR = 10.0
"""The line above the footnotes: a paragraph in the style of their text."""

_ROUNDING = 0.01
"""How much lines may exceed what is left of a page, in points: heights are sums of many floats."""

_TOGETHER = 2
"""How many lines of a paragraph stay together at the end and start of a page (ECMA-376-1, 17.3.1.44)."""


class Box(msgspec.Struct):
    """Consecutive lines of the same height, and what keeps them together; lengths in points.

    `places` are the bookmarks within its words and notes, each with the number of the line.
    """

    lines: int
    line: float
    before: float = 0.0
    after: float = 0.0
    notes: Mapping[int, float] = {}
    bookmark: str = ""
    places: Mapping[str, int] = {}
    style: str = ""
    contextual: bool = False
    page_break_before: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    repeated: float = 0.0

    @property
    def kept_together(self) -> int:
        """How many of its first lines stay together."""
        if self.keep_lines or (self.widow_control and self.lines <= _TOGETHER + 1):
            return self.lines
        return _TOGETHER if self.widow_control else 1

    def height(self, lines: int) -> float:
        """Return the height of its first `lines` lines with their footnotes."""
        if not self.notes:
            return lines * self.line
        return lines * self.line + sum(high for at, high in self.notes.items() if at <= lines)


class Stack:
    """Boxes one below the other in a cell: their height, and the bookmarks in them."""

    def __init__(self) -> None:
        self.places: list[str] = []
        self._height = 0.0
        self._last: Box | None = None

    @property
    def height(self) -> float:
        """With the space below the last, which a cell keeps."""
        return self._height + (self._last.after if self._last else 0.0)

    def add(self, box: Box) -> None:
        """Put a box at the bottom."""
        self._height += _gap(self._last, box) + box.lines * box.line
        self.places += box.places
        self._last = box


class Pages:
    """The pages as they fill."""

    def __init__(self) -> None:
        self.pages: dict[str, int] = {}
        self.number = 0
        self.count = 0
        self.room = 0.0
        self.height = 0.0
        self.has_notes = False
        self.is_new = True

    def begin(self, page: Page) -> None:
        """Begin a section on a new page."""
        self.height = page.height
        self._next_page()
        if page.first_number is not None:
            self.number = page.first_number

    def fill(self, boxes: list[Box]) -> None:
        """Place the boxes one below the other, on as many pages as they need."""
        before: Box | None = None
        for index, box in enumerate(boxes):
            if box.page_break_before and not self.is_new:
                self._next_page()
                before = None
            gap = _gap(before, box)
            if not self.is_new and not self._fits(boxes, index, gap):
                self._next_page()
                gap = 0.0
            if box.bookmark:
                self.pages[box.bookmark] = self.number
            self._place(box, gap)
            before = box

    def _fits(self, boxes: list[Box], index: int, gap: float) -> bool:
        """Tell whether the first lines of the box, with everything it must stay with, fit on this page."""
        needed = gap
        box = boxes[index]
        while box.keep_next and index + 1 < len(boxes) and not boxes[index + 1].page_break_before:
            needed += box.height(box.lines) + _gap(box, boxes[index + 1])
            index += 1
            box = boxes[index]
        needed += box.height(box.kept_together)
        needed += 0.0 if self.has_notes or not box.notes else _SEPARATOR
        return needed <= self.room or needed > self.height

    def _place(self, box: Box, gap: float) -> None:
        self.room -= gap
        self.is_new = False
        left = box.lines
        while left:
            fitting = self._fitting(box, box.lines - left)
            if fitting < left and box.widow_control and left - fitting < _TOGETHER:
                fitting = left - _TOGETHER
            if fitting <= 0 or (fitting < left and box.keep_lines):
                fitting = left if box.keep_lines or left <= _TOGETHER else max(fitting, 1)
            first = box.lines - left
            self.room -= fitting * box.line
            for line, high in box.notes.items():
                if first < line <= first + fitting:
                    self.room -= high + (0.0 if self.has_notes else _SEPARATOR)
                    self.has_notes = True
            for bookmark, line in box.places.items():
                if first < line <= first + fitting:
                    self.pages[bookmark] = self.number
            left -= fitting
            if left:
                self._next_page()
                self.is_new = False
        if box.repeated and self.room > self.height - box.line - 1:
            self.room -= box.repeated

    def _fitting(self, box: Box, first: int) -> int:
        """Return how many lines of the box, from line `first` on, fit on the page."""
        if not box.notes and box.line:
            return max(0, min(box.lines - first, int((self.room + _ROUNDING) // box.line)))
        room = self.room
        has_notes = self.has_notes
        for line in range(first + 1, box.lines + 1):
            room -= box.line
            if line in box.notes:
                room -= box.notes[line] + (0.0 if has_notes else _SEPARATOR)
                has_notes = True
            if room < -_ROUNDING:
                return line - first - 1
        return box.lines - first

    def _next_page(self) -> None:
        self.number += 1
        self.count += 1
        self.room = self.height
        self.has_notes = False
        self.is_new = True


def _gap(before: Box | None, box: Box) -> float:
    """Return the space above a box: the larger of the space after the one and before the other.

    Word adds the two only with the compatibility setting ``doNotUseHTMLParagraphAutoSpacing``.
    """
    if before is None:
        return box.before
    if before.style == box.style and box.style and box.contextual:
        return 0.0
    return max(before.after, box.before)
