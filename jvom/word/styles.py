# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the styles of a template say that the text depends on: names, numbering, space, colour."""

from __future__ import annotations

import msgspec

from jvom.ooxml.names import qn
from jvom.ooxml.styles import Styles
from jvom.ooxml.tree import find, value


class StyleNumbering(msgspec.Struct, frozen=True):
    """The ``w:num`` of a paragraph style, and its level in it; None when the list says the level."""

    num: str
    level: str | None


class TemplateStyles(Styles):
    """The styles of a template by id."""

    def label(self, style: str) -> str:
        """Return the name that Word shows and fields use (its id when it has none)."""
        return self.name(style) or style

    def is_heading(self, style: str, level: int) -> bool:
        """Tell whether this is Word's own heading style of the level."""
        return self.label(style).lower() == f"heading {level}"

    def space_before(self, style: str) -> str:
        """Return the twips above a paragraph in the style, as the file has them; "" when none are given."""
        spacings = (find(each, "w:pPr/w:spacing") for each in self.chain(style))
        before = (each.get(qn("w:before"), "") for each in spacings if each is not None)
        return next(filter(None, before), "")

    def colour(self, style: str) -> str:
        """Return the colour of the words in a style, as the file has it; "" when none is given."""
        return next(filter(None, (value(find(each, "w:rPr/w:color")) for each in self.chain(style))), "")

    def numbering(self, style: str) -> StyleNumbering | None:
        """Return the numbering of a paragraph style, None when it has none."""
        for each in self.chain(style):
            numbering = find(each, "w:pPr/w:numPr")
            num = find(numbering, "w:numId")
            if num is not None:
                level = find(numbering, "w:ilvl")
                return StyleNumbering(value(num, "0"), None if level is None else value(level, "0"))
        return None
