# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rows and cells of a table in a Word file, including merged cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from jvom.ooxml.names import qn, qnames
from jvom.ooxml.tree import find, is_on, number, value

_CONTROL, _CONTROL_CONTENT = qnames("w:sdt w:sdtContent")
_WRAPPERS = qnames("w:ins w:moveTo w:customXml")

MAX_COLUMNS = 63
"""The most columns that Word allows in a table."""


_LAYOUT = "Opmaaktabel"


class GridCell(NamedTuple):
    """A cell, how many columns it spans, and whether the cell above it spans it (``w:vMerge``)."""

    element: etree._Element
    width: int
    above: bool


def read_rows(table: etree._Element) -> Iterator[list[GridCell]]:
    """Yield the cells of each row, without deleted rows."""
    for row in rows(table):
        cells = []
        left = MAX_COLUMNS
        for cell in inside(row, qn("w:tc")):
            width = min(max(1, number(find(cell, "w:tcPr/w:gridSpan"), 1)), left)
            if width < 1:
                break
            merge = find(cell, "w:tcPr/w:vMerge")
            cells.append(GridCell(cell, width, merge is not None and value(merge, "continue") == "continue"))
            left -= width
        if cells:
            yield cells


def is_headed(table: etree._Element) -> bool:
    """Tell whether the first row is marked to repeat on each page: only then is it a header."""
    return bool(is_on(find(next(rows(table), None), "w:trPr/w:tblHeader")))


def is_layout(table: etree._Element) -> bool:
    """Tell whether the table has our style for tables that only place text side by side."""
    return value(find(table, "w:tblPr/w:tblStyle")) == _LAYOUT


def is_described(table: etree._Element) -> bool:
    """Tell whether a table has a title and a description for readers who cannot see it."""
    properties = find(table, "w:tblPr")
    return all(value(find(properties, each)).strip() for each in ("w:tblCaption", "w:tblDescription"))


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows that are not deleted."""
    return (row for row in inside(table, qn("w:tr")) if find(row, "w:trPr/w:del") is None)


def inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, including those in content controls and the like."""
    for each in element:
        if each.tag == tag:
            yield each
        elif each.tag == _CONTROL:
            content = each.find(_CONTROL_CONTENT)
            if content is not None:
                yield from inside(content, tag)
        elif each.tag in _WRAPPERS:
            yield from inside(each, tag)
