# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections: how wide their text is, new ones as the plan asks, and the end of those left empty.

In WordprocessingML a section's properties stand at its end: in its last paragraph, or last in the body.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from jvom.plan import Block, NewSection
from jvom.word.controls import prints
from jvom.word.markup import name

_SECTION = name("w:sectPr")
_P = name("w:p")
_P_PROPERTIES = name("w:pPr")
_W = name("w:w")

# A4 with margins of an inch, where a template leaves its measures out (ECMA-376-1, 17.6.13 has no default).
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 11906, 16838, 1440


def section_of(element: etree._Element) -> etree._Element | None:
    """Return the properties of the section that the element of the body stands in."""
    found: list[etree._Element] = element.xpath(
        "following::w:sectPr[1]", namespaces={"w": _SECTION[1:].partition("}")[0]}
    )
    return found[0] if found else None


def text_width(section: etree._Element | None) -> int:
    """Return the width of a column of text in the section, in twips."""
    size = None if section is None else section.find(name("w:pgSz"))
    margins = None if section is None else section.find(name("w:pgMar"))
    width = _number(size, "w", _PAGE_WIDTH)
    width -= sum(_number(margins, side, _MARGIN) for side in ("left", "right")) + _number(
        margins, "gutter", 0
    )
    columns = None if section is None else section.find(name("w:cols"))
    count = _number(columns, "num", 1)
    if columns is None or count < 2:
        return width
    first = columns.find(name("w:col"))
    if first is not None:
        return _number(first, "w", width)
    return (width - (count - 1) * _number(columns, "space", 720)) // count


def width_at(element: etree._Element) -> int:
    """Return the width of the text at an element of the body, in twips: of its cell, else of its section."""
    for cell in element.iterancestors(name("w:tc")):
        size = cell.find(f"{name('w:tcPr')}/{name('w:tcW')}")
        if size is not None and size.get(name("w:type"), "dxa") == "dxa":
            return _number(size, "w", 0) or text_width(section_of(element))
    return text_width(section_of(element))


def is_landscape(section: etree._Element) -> bool:
    """Tell whether the section's pages lie on their long side."""
    size = section.find(name("w:pgSz"))
    return _number(size, "w", _PAGE_WIDTH) > _number(size, "h", _PAGE_HEIGHT)


class Stretch:
    """Blocks that share a section, and that section's properties."""

    def __init__(self, section: etree._Element, blocks: list[Block]) -> None:
        self.section = section
        self.blocks = blocks


def stretches(control: etree._Element, blocks: tuple[Block, ...]) -> list[Stretch]:
    """Divide the blocks of a control of the body where a new section begins; empty sections go.

    Each stretch has properties of its own, with the template's headers and footers: those of the control's
    section, or of the nearest section that lies the way the plan asks.
    """
    own = section_of(control)
    if own is None:
        own = etree.SubElement(control.getparent(), _SECTION)
    landscape = is_landscape(own)
    divided: list[tuple[bool, list[Block]]] = [(landscape, [])]
    for block in blocks:
        if isinstance(block, NewSection):
            divided.append((block.landscape, []))
        else:
            divided[-1][1].append(block)
    found = [(landscape, part) for landscape, part in divided if part]
    return [
        Stretch(_lying(own, landscape, first=not index), part)
        for index, (landscape, part) in enumerate(found)
    ]


def close(control: etree._Element, stretch: Stretch) -> etree._Element:
    """End the stretch behind its control with a paragraph that carries its section; return that."""
    carrier = _carrier_near(control)
    paragraph = etree.Element(_P)
    properties = etree.SubElement(paragraph, _P_PROPERTIES)
    if carrier is not None:
        style = carrier.find(f"{_P_PROPERTIES}/{name('w:pStyle')}")
        if style is not None:
            properties.append(deepcopy(style))
    properties.append(stretch.section)
    control.addnext(paragraph)
    return paragraph


def end_with(control: etree._Element, stretch: Stretch) -> None:
    """Give the section that the control stands in the properties of the stretch."""
    own = section_of(control)
    if own is not None:
        own.getparent().replace(own, stretch.section)


def drop_if_empty(section: etree._Element) -> None:
    """Take a section out when nothing is left in it: its break and, at the end of the body, its properties.

    The document then ends with the section before it.
    """
    parent = section.getparent()
    if parent is None:
        return
    end = section if parent.tag == name("w:body") else parent.getparent()
    if end.tag == _P and prints(end):
        return
    before = end.getprevious()
    if end.tag == _P:
        if before is None or _carried(before) is not None:
            end.getparent().remove(end)
        return
    while before is not None and before.tag == _P and not prints(before) and _carried(before) is None:
        before = before.getprevious()
    carried = None if before is None else _carried(before)
    if before is None or carried is None:
        return
    for blank in list(before.itersiblings()):
        parent.remove(blank)
    parent.append(carried)
    if not prints(before) and before.getprevious() is not None:
        parent.remove(before)


def _lying(own: etree._Element, landscape: bool, *, first: bool) -> etree._Element:
    """Return a copy of the properties of the nearest section that lies that way.

    Page numbers go on in it, unless it is the first: that one begins where the template's section did.
    """
    sections = list(own.getroottree().getroot().iter(_SECTION))
    place = next(index for index, each in enumerate(sections) if each is own)
    near = [own, *reversed(sections[:place]), *sections[place + 1 :]]
    model = next((each for each in near if is_landscape(each) == landscape), None)
    copy = deepcopy(own if model is None else model)
    copy.tail = None
    if model is None:
        _turn(copy, landscape)
    if model is not own or not first:
        numbers = copy.find(name("w:pgNumType"))
        if numbers is not None:
            numbers.attrib.pop(name("w:start"), None)
        kind = copy.find(name("w:type"))
        if kind is not None:
            copy.remove(kind)
    return copy


def _turn(section: etree._Element, landscape: bool) -> None:
    size = section.find(name("w:pgSz"))
    if size is None:
        return
    width, height = _number(size, "w", _PAGE_WIDTH), _number(size, "h", _PAGE_HEIGHT)
    size.set(_W, str(height))
    size.set(name("w:h"), str(width))
    if landscape:
        size.set(name("w:orient"), "landscape")
    else:
        size.attrib.pop(name("w:orient"), None)


def _carrier_near(control: etree._Element) -> etree._Element | None:
    """Return the paragraph with the properties of the nearest section before the control, or after it."""
    for each in (*control.itersiblings(preceding=True), *control.itersiblings()):
        if each.tag == _P and _carried(each) is not None:
            return each
    return None


def _carried(block: etree._Element) -> etree._Element | None:
    return block.find(f"{_P_PROPERTIES}/{_SECTION}") if block.tag == _P else None


def _number(element: etree._Element | None, attribute: str, default: int) -> int:
    """Return a measure of the element, in twips; one that says no whole number counts as left out."""
    value = None if element is None else element.get(name(f"w:{attribute}"))
    try:
        return default if value is None else int(value)
    except ValueError:
        return default
