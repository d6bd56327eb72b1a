# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a template's styles say: their names, the numbering they carry, their space and colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from jvom.word.markup import name
from jvom.word.tree import below, children, value


class StyleNumbering(NamedTuple):
    """The ``w:num`` that a paragraph style carries; `level` is None when the list itself says it."""

    num: str
    level: str | None


class Styles:
    """A template's styles by id; `root` is ``w:styles``, None when it has none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._by_id = {style.get(name("w:styleId"), ""): style for style in children(root, "w:style")}

    def label(self, style: str) -> str:
        """Return the name by which Word's window and fields know the style (its id when there is none)."""
        return value(below(self._by_id.get(style), "w:name"), style)

    def is_heading(self, style: str, level: int) -> bool:
        """Tell whether this is Word's own heading style of the level."""
        return self.label(style).lower() == f"heading {level}"

    def space_before(self, style: str) -> str:
        """Return the twips above a paragraph in the style or the nearest one it is based on; "" for none."""
        for each in self._chain(style):
            spacing = below(each, "w:pPr/w:spacing")
            if spacing is not None and (before := spacing.get(name("w:before"))):
                return before
        return ""

    def colour(self, style: str) -> str:
        """Return the colour of the words of a style or the nearest one it is based on; "" for none."""
        return next(filter(None, (value(below(each, "w:rPr/w:color")) for each in self._chain(style))), "")

    def numbering(self, style: str) -> StyleNumbering | None:
        """Return the numbering of a paragraph style or of the nearest style it is based on."""
        for each in self._chain(style):
            numbering = below(each, "w:pPr/w:numPr")
            num = below(numbering, "w:numId")
            if num is not None:
                level = below(numbering, "w:ilvl")
                return StyleNumbering(value(num, "0"), None if level is None else value(level, "0"))
        return None

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """Yield the style, and then all it is based on, the nearest first."""
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            yield self._by_id[style]
            style = value(below(self._by_id[style], "w:basedOn"))
