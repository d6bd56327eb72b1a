# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a section by its properties: size, margins and columns, in twips (ECMA-376-1, 17.6)."""

from __future__ import annotations

from lxml import etree

from jvom.ooxml.measures import twips
from jvom.ooxml.names import qn
from jvom.ooxml.tree import find
from jvom.ooxml.values import whole_number

# A4 with margins of an inch, where a file leaves its measures out: 17.6.13 has no default.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 11906, 16838, 1440
_COLUMN_SPACE = 720  # 17.6.4


def measure(element: etree._Element | None, attribute: str, default: int) -> int:
    """Return the twips that an attribute (``w:left``) of the element says, `default` when it says none."""
    return default if element is None else round(twips(element.get(qn(attribute)), default))


def page_size(section: etree._Element | None) -> tuple[int, int]:
    """Return the width and the height of the section's pages."""
    size = find(section, "w:pgSz")
    return measure(size, "w:w", PAGE_WIDTH), measure(size, "w:h", PAGE_HEIGHT)


def is_landscape(section: etree._Element | None) -> bool:
    """Tell whether the section's pages lie on their long side."""
    width, height = page_size(section)
    return width > height


def text_width(section: etree._Element | None) -> int:
    """Return the width of a column of text in the section."""
    margins, columns = find(section, "w:pgMar"), find(section, "w:cols")
    width = page_size(section)[0] - measure(margins, "w:gutter", 0)
    width -= measure(margins, "w:left", MARGIN) + measure(margins, "w:right", MARGIN)
    count = 1 if columns is None else whole_number(columns.get(qn("w:num")), 1)
    if count < 2:
        return width
    equal = (width - (count - 1) * measure(columns, "w:space", _COLUMN_SPACE)) // count
    return measure(find(columns, "w:col"), "w:w", equal)


def text_height(section: etree._Element | None) -> int:
    """Return the height between the margins; a negative one keeps header or footer within it (17.6.11)."""
    margins = find(section, "w:pgMar")
    return page_size(section)[1] - sum(abs(measure(margins, side, MARGIN)) for side in ("w:top", "w:bottom"))
