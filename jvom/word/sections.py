# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections: how wide their text is, new ones as the plan asks, and the end of those left empty.

In WordprocessingML a section's properties stand at its end: in its last paragraph, or last in the body.
"""

from __future__ import annotations

from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from jvom.plan import Block, NewSection
from jvom.word.controls import ends_in_table, prints
from jvom.word.markup import name
from jvom.word.tree import below, detach, parent_of, whole_number

_SECTION = name("w:sectPr")
_BODY = name("w:body")
_P = name("w:p")

# A4 with margins of an inch, where a template leaves its measures out (ECMA-376-1, 17.6.13 has no default).
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 11906, 16838, 1440


class Stretch(NamedTuple):
    """Blocks that share a section, and that section's properties."""

    section: etree._Element
    blocks: tuple[Block, ...]


def section_of(element: etree._Element) -> etree._Element | None:
    """Return the properties of the section that the element of the body stands in."""
    top = element
    while (parent := top.getparent()) is not None and parent.tag != _BODY:
        top = parent
    for block in top.itersiblings():
        if block.tag == _SECTION:
            return block
        for section in block.iter(_SECTION):
            return section
    return None


def text_width(section: etree._Element | None) -> int:
    """Return the width of a column of text in the section, in twips."""
    size, margins, columns = (below(section, f"w:{local}") for local in ("pgSz", "pgMar", "cols"))
    width = _number(size, "w", PAGE_WIDTH) - _number(margins, "gutter", 0)
    width -= _number(margins, "left", MARGIN) + _number(margins, "right", MARGIN)
    count = _number(columns, "num", 1)
    if count < 2:
        return width
    equal = (width - (count - 1) * _number(columns, "space", 720)) // count
    return _number(below(columns, "w:col"), "w", equal)


def width_in(control: etree._Element) -> int:
    """Return the width of the text in a control of the body, in twips: of its cell, else of its section."""
    inside = below(control, "w:sdtContent/w:tc")
    around = list(control.iterancestors(name("w:tc")))
    for cell in around if inside is None else [inside, *around]:
        size = below(cell, "w:tcPr/w:tcW")
        if size is not None and size.get(name("w:type"), "dxa") == "dxa" and _number(size, "w", 0):
            return _number(size, "w", 0)
    return text_width(section_of(control))


def is_landscape(section: etree._Element) -> bool:
    """Tell whether the section's pages lie on their long side."""
    size = below(section, "w:pgSz")
    return _number(size, "w", PAGE_WIDTH) > _number(size, "h", PAGE_HEIGHT)


def stretches(control: etree._Element, blocks: tuple[Block, ...]) -> list[Stretch]:
    """Divide the blocks of a control of the body where a new section begins; empty sections go.

    Each stretch has properties of its own, with the template's headers and footers: those of the control's
    section, or of the nearest section that lies the way the plan asks.
    """
    own = section_of(control)
    if own is None:
        own = etree.SubElement(parent_of(control), _SECTION)
    divided: list[tuple[bool, list[Block]]] = [(is_landscape(own), [])]
    for block in blocks:
        if isinstance(block, NewSection):
            divided.append((block.landscape, []))
        else:
            divided[-1][1].append(block)
    filled = [(landscape, tuple(part)) for landscape, part in divided if part]
    return [
        Stretch(_lying(own, landscape, goes_on=index > 0), part)
        for index, (landscape, part) in enumerate(filled)
    ]


def close(control: etree._Element, stretch: Stretch) -> None:
    """End the stretch behind its control: with a paragraph that carries its section, as the template's do."""
    paragraph = etree.Element(_P)
    properties = etree.SubElement(paragraph, name("w:pPr"))
    for each in (*control.itersiblings(preceding=True), *control.itersiblings()):
        if _carried(each) is not None:
            style = below(each, "w:pPr/w:pStyle")
            if style is not None:
                properties.append(deepcopy(style))
            break
    properties.append(stretch.section)
    control.addnext(paragraph)


def end_with(control: etree._Element, stretch: Stretch) -> None:
    """Give the section that the control stands in the properties of the stretch."""
    own = section_of(control)
    if own is not None:
        parent_of(own).replace(own, stretch.section)


def drop_if_empty(section: etree._Element) -> None:
    """Take a section of the body out when nothing is left in it: its break and its properties.

    Of the last section the place at the end of the body goes to the section before it.
    """
    if section.getparent() is None:
        return  # It went before.
    is_last = parent_of(section).tag == _BODY
    end = section if is_last else parent_of(parent_of(section))
    if not is_last and prints(end):
        return
    blanks = []
    before = end.getprevious()
    while before is not None and before.tag == _P and not prints(before) and _carried(before) is None:
        blanks.append(before)
        before = before.getprevious()
    carried = None if before is None else _carried(before)
    if before is not None and carried is None:
        return  # Something stands in it.
    if is_last and before is not None and carried is not None:
        parent_of(section).replace(section, carried)
        # The paragraph that carried it has nothing else to do, unless a table needs one behind it.
        if not prints(before) and not ends_in_table(before.getprevious()):
            blanks.append(before)
    elif is_last:
        return  # It is the only one.
    else:
        blanks.append(end)
    for blank in blanks:
        detach(blank)


def _lying(own: etree._Element, landscape: bool, *, goes_on: bool) -> etree._Element:
    """Return a copy of the properties of the nearest section that lies that way, turned when there is none.

    With `goes_on` the section begins on a new page and its page numbers go on.
    """
    sections = list(own.getroottree().getroot().iter(_SECTION))
    place = sections.index(own)
    near = [own, *reversed(sections[:place]), *sections[place + 1 :]]
    model = next((each for each in near if is_landscape(each) == landscape), None)
    copy = deepcopy(own if model is None else model)
    copy.tail = None
    if model is None:
        _turn(copy, landscape)
    if goes_on or model is not own:
        numbers, kind = below(copy, "w:pgNumType"), below(copy, "w:type")
        if numbers is not None and numbers.get(name("w:start")) is not None:
            del numbers.attrib[name("w:start")]
        if kind is not None:
            detach(kind)
    return copy


def _turn(section: etree._Element, landscape: bool) -> None:
    size = below(section, "w:pgSz")
    if size is None:
        size = etree.Element(name("w:pgSz"))
        after = tuple(name(f"w:{local}") for local in ("headerReference", "footerReference", "footnotePr"))
        after += (name("w:endnotePr"), name("w:type"))
        section.insert(sum(1 for each in section if each.tag in after), size)
    width, height = _number(size, "w", PAGE_WIDTH), _number(size, "h", PAGE_HEIGHT)
    size.set(name("w:w"), str(height))
    size.set(name("w:h"), str(width))
    size.set(name("w:orient"), "landscape" if landscape else "portrait")


def _carried(block: etree._Element) -> etree._Element | None:
    return below(block, "w:pPr/w:sectPr") if block.tag == _P else None


def _number(element: etree._Element | None, attribute: str, default: int) -> int:
    """Return a measure of the element, in twips."""
    return default if element is None else whole_number(element.get(name(f"w:{attribute}")), default)
