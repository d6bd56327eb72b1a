# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbered lists that restart, and how the template formats their numbers.

A list style numbers the whole document through; each list of the plan gets its own ``w:num`` with the same
definition and its own start (ECMA-376-1, 17.9.26).
"""

from __future__ import annotations

from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.numbering import Lists
from jvom.ooxml.tree import find, value
from jvom.ooxml.values import whole_number
from jvom.ooxml.xml import parse
from jvom.plan import Sequence
from jvom.word.styles import TemplateStyles


class Numbering:
    """The template's numbering; `root` is its ``w:numbering``, None when it has none."""

    def __init__(self, styles: TemplateStyles, root: etree._Element | None) -> None:
        self._styles = styles
        self._root = root
        self._lists = Lists(root)
        self._next = 1 + max((whole_number(num, 0) for num in self._lists.nums), default=0)
        self._nums: dict[tuple[int, str], str] = {}
        self._suffixes: dict[str, str] = {}

    def properties(self, style: str, sequence: Sequence) -> str:
        """Return the ``w:numPr`` of a paragraph in the style that belongs to the sequence.

        "" when the template gives the style no numbers: the template decides on looks.
        """
        styled = self._styles.numbering(style)
        if self._root is None or styled is None or styled.num not in self._lists.nums:
            return ""
        level = self._level(style, styled.level, styled.num)
        key = (sequence.id, style)
        if key not in self._nums:
            self._nums[key] = str(self._next)
            self._next += 1
            definition = self._lists.definition_id(styled.num)
            _add(self._root, self._nums[key], definition, level, sequence.start)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self._nums[key]}"/></w:numPr>'

    def suffix(self, style: str) -> str:
        """Return what separates number and text in the style: ``tab``, ``space`` or ``nothing`` (17.9.28)."""
        if style not in self._suffixes:
            self._suffixes[style] = self._suffix(style)
        return self._suffixes[style]

    def _suffix(self, style: str) -> str:
        styled = self._styles.numbering(style)
        if styled is not None:
            level = self._lists.level(styled.num, self._level(style, styled.level, styled.num))
            return value(find(level, "w:suff"), "tab")
        return "tab"

    def _level(self, style: str, said: str | None, num: str) -> str:
        """Return the list level of a style: its own, or that of the level that names the style."""
        return self._lists.level_of_style(num, style) if said is None else said


def _add(root: etree._Element, number: str, definition: str, level: str, start: int) -> None:
    """Add a ``w:num`` after the last one."""
    last = len(root)
    while last and root[last - 1].tag not in (qn("w:num"), qn("w:abstractNum")):
        last -= 1
    [num] = parse(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )
    root.insert(last, num)
