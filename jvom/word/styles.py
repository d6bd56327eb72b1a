# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a template's styles say: their names, and the numbering they carry."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from jvom.word.markup import VAL, name


class StyleNumbering(NamedTuple):
    """The ``w:num`` that a paragraph style carries; `level` is None when the list itself says it."""

    num: str
    level: str | None


class Styles:
    """A template's styles by id; `root` is ``w:styles``, None when it has none."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = () if root is None else root.iterchildren(name("w:style"))
        self._by_id = {style.get(name("w:styleId"), ""): style for style in styles}

    def label(self, style: str) -> str:
        """Return the name by which Word's window and fields know the style (its id when there is none)."""
        found = self._by_id.get(style)
        named = None if found is None else found.find(name("w:name"))
        return style if named is None else named.get(VAL, style)

    def is_heading(self, style: str, level: int) -> bool:
        """Tell whether this is Word's own heading style of the level."""
        return self.label(style).lower() == f"heading {level}"

    def numbering(self, style: str) -> StyleNumbering | None:
        """Return the numbering of a paragraph style or of the nearest style it is based on."""
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            element = self._by_id[style]
            num = element.find(f"{name('w:pPr')}/{name('w:numPr')}/{name('w:numId')}")
            if num is not None:
                level = element.find(f"{name('w:pPr')}/{name('w:numPr')}/{name('w:ilvl')}")
                return StyleNumbering(num.get(VAL, "0"), None if level is None else level.get(VAL))
            base = element.find(name("w:basedOn"))
            style = "" if base is None else base.get(VAL, "")
        return None
