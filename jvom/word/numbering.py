# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbered lists that begin anew, and what the lists of the template say of their numbers.

A list style counts on through the whole document; a list of the plan gets a ``w:num`` of its own over the same
definition, with a start of its own (ECMA-376-1, 17.9.26).
"""

from __future__ import annotations

from lxml import etree

from jvom.plan import Sequence
from jvom.word.markup import VAL, name, parse
from jvom.word.styles import Styles


class Numbering:
    """The template's numbering; `root` is its ``w:numbering``, None when it has none."""

    def __init__(self, styles: Styles, root: etree._Element | None) -> None:
        self._styles = styles
        self._root = root
        self._abstract: dict[str, etree._Element] = {}
        self._abstract_of: dict[str, str] = {}
        self._given: dict[tuple[int, str], str] = {}
        self._next = 1
        if root is None:
            return
        for element in root.iterchildren(name("w:abstractNum")):
            self._abstract[element.get(name("w:abstractNumId"), "")] = element
        for element in root.iterchildren(name("w:num")):
            number = element.get(name("w:numId"), "0")
            self._abstract_of[number] = element.find(name("w:abstractNumId")).get(VAL, "")
            self._next = max(self._next, int(number) + 1)

    def properties(self, style: str, sequence: Sequence) -> str:
        """Return the ``w:numPr`` of a paragraph in the style that belongs to the sequence.

        "" when the template gives the style no numbers: looks are the template's.
        """
        carried = self._styles.numbering(style)
        if carried is None or carried.num not in self._abstract_of:
            return ""
        level = self._level(style, carried.level, carried.num)
        key = (sequence.id, style)
        if key not in self._given:
            self._given[key] = self._add(self._abstract_of[carried.num], level, sequence.start)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self._given[key]}"/></w:numPr>'

    def suffix(self, style: str) -> str:
        """Return what stands between number and text in the style: ``tab``, ``space`` or ``nothing``."""
        carried = self._styles.numbering(style)
        if carried is None:
            return "tab"
        abstract = self._abstract.get(self._abstract_of.get(carried.num, ""))
        level = self._level(style, carried.level, carried.num)
        for each in () if abstract is None else abstract.iterchildren(name("w:lvl")):
            if each.get(name("w:ilvl")) == level:
                suffix = each.find(name("w:suff"))
                return "tab" if suffix is None else suffix.get(VAL, "tab")
        return "tab"

    def _level(self, style: str, said: str | None, num: str) -> str:
        """Return the list level of a style: what it says itself, or the level of the list that names it."""
        if said is not None:
            return said
        abstract = self._abstract.get(self._abstract_of.get(num, ""))
        for level in () if abstract is None else abstract.iterchildren(name("w:lvl")):
            linked = level.find(name("w:pStyle"))
            if linked is not None and linked.get(VAL) == style:
                return level.get(name("w:ilvl"), "0")
        return "0"

    def _add(self, abstract: str, level: str, start: int) -> str:
        assert self._root is not None, "a num was found, so there is a numbering part"
        number = str(self._next)
        self._next += 1
        [num] = parse(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="{level}">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        last = len(self._root)
        while last and self._root[last - 1].tag not in (name("w:num"), name("w:abstractNum")):
            last -= 1
        self._root.insert(last, num)
        return number
