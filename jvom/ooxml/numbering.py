# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Definitions of lists: which levels a ``w:num`` has (ECMA-376-1, 17.9)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.tree import children, find, value

LEVELS = 9
"""How many levels a list has, counted from 0 (17.9.3)."""


class Lists:
    """The lists of a file; `root` is its ``w:numbering``, None when it has none.

    `nums` has each ``w:num`` by its id, and `definitions` each ``w:abstractNum``: several lists may share one
    (17.9.15 and 17.9.1).
    """

    def __init__(self, root: etree._Element | None) -> None:
        self.definitions = {
            each.get(qn("w:abstractNumId"), ""): each for each in children(root, "w:abstractNum")
        }
        self.nums = {each.get(qn("w:numId"), ""): each for each in children(root, "w:num")}

    def definition_id(self, num: str) -> str:
        """Return the id of the ``w:abstractNum`` of a list, "" when there is no such list."""
        return value(find(self.nums.get(num), "w:abstractNumId"))

    def levels(self, num: str) -> Iterator[etree._Element]:
        """Yield the ``w:lvl`` of a list, as its definition has them."""
        return children(self.definitions.get(self.definition_id(num)), "w:lvl")

    def level(self, num: str, index: str) -> etree._Element | None:
        """Return the ``w:lvl`` of a list with that index ("0" to "8"), None when there is none."""
        return next((each for each in self.levels(num) if level_index(each) == index), None)

    def level_of_style(self, num: str, style: str) -> str:
        """Return the index of the level that a paragraph style has in the list (17.9.23), "0" for none."""
        for each in self.levels(num):
            if value(find(each, "w:pStyle")) == style:
                return level_index(each)
        return "0"


def level_index(level: etree._Element) -> str:
    """Return the index of a ``w:lvl`` (17.9.6): "0" to "8"."""
    return level.get(qn("w:ilvl"), "0")
