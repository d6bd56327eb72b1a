# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections: dividing them as the plan asks, and removing those left empty.

In WordprocessingML a section's properties are at its end: in its last paragraph, or last in the body
(ECMA-376-1, 17.6).
"""

from __future__ import annotations

from copy import deepcopy

import msgspec
from lxml import etree

from jvom.ooxml.names import qn, qnames
from jvom.ooxml.sections import is_landscape, measure, page_size, text_width
from jvom.ooxml.tree import detach, find, parent_of
from jvom.plan import Block, NewSection
from jvom.word.controls import ends_in_table, prints

_SECTION, _BODY, _P = qnames("w:sectPr w:body w:p")
# What comes before w:pgSz in w:sectPr (ECMA-376-1, 17.6.17).
_BEFORE_SIZE = qnames("w:headerReference w:footerReference w:footnotePr w:endnotePr w:type")


class SectionBlocks(msgspec.Struct, frozen=True):
    """Blocks that share a section, and that section's properties."""

    section: etree._Element
    blocks: tuple[Block, ...]


def section_of(element: etree._Element) -> etree._Element | None:
    """Return the properties of the section of an element in the body."""
    top = element
    while (parent := top.getparent()) is not None and parent.tag != _BODY:
        top = parent
    for block in top.itersiblings():
        if block.tag == _SECTION:
            return block
        for section in block.iter(_SECTION):
            return section
    return None


def width_in(control: etree._Element) -> int:
    """Return the width of the text in a control of the body, in twips: of its cell, else of its section."""
    inside = find(control, "w:sdtContent/w:tc")
    around = list(control.iterancestors(qn("w:tc")))
    for cell in around if inside is None else [inside, *around]:
        size = find(cell, "w:tcPr/w:tcW")
        if size is not None and size.get(qn("w:type"), "dxa") == "dxa" and measure(size, "w:w", 0):
            return measure(size, "w:w", 0)
    return text_width(section_of(control))


def divide(control: etree._Element, blocks: tuple[Block, ...]) -> list[SectionBlocks]:
    """Divide the blocks of a control of the body where a new section begins, leaving out empty sections.

    Each part has properties of its own, with the template's headers and footers: those of the control's
    section, or of the nearest section with the orientation that the plan asks for.
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
        SectionBlocks(_section_like(own, landscape, continues=index > 0), part)
        for index, (landscape, part) in enumerate(filled)
    ]


def end_after(control: etree._Element, part: SectionBlocks) -> None:
    """End the part after its control, with a paragraph that has its section, as in the template."""
    paragraph = etree.Element(_P)
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    for each in (*control.itersiblings(preceding=True), *control.itersiblings()):
        if _section_in(each) is not None:
            style = find(each, "w:pPr/w:pStyle")
            if style is not None:
                properties.append(deepcopy(style))
            break
    properties.append(part.section)
    control.addnext(paragraph)


def replace_section(control: etree._Element, part: SectionBlocks) -> None:
    """Replace the properties of the control's section by those of the part."""
    own = section_of(control)
    if own is not None:
        parent_of(own).replace(own, part.section)


def drop_if_empty(section: etree._Element) -> None:
    """Remove a section of the body when nothing is left in it: its break and its properties.

    When it is the last one, the section before it moves to the end of the body.
    """
    if section.getparent() is None:
        return  # It was removed before.
    is_last = parent_of(section).tag == _BODY
    end = section if is_last else parent_of(parent_of(section))
    if not is_last and prints(end):
        return
    blanks = []
    before = end.getprevious()
    while before is not None and before.tag == _P and not prints(before) and _section_in(before) is None:
        blanks.append(before)
        before = before.getprevious()
    carried = None if before is None else _section_in(before)
    if before is not None and carried is None:
        return  # It has content.
    if is_last and before is not None and carried is not None:
        parent_of(section).replace(section, carried)
        # The paragraph that carried it has no other use, unless it follows a table.
        if not prints(before) and not ends_in_table(before.getprevious()):
            blanks.append(before)
    elif is_last:
        return  # It is the only one.
    else:
        blanks.append(end)
    for blank in blanks:
        detach(blank)


def _section_like(own: etree._Element, landscape: bool, *, continues: bool) -> etree._Element:
    """Return a copy of the nearest section with that orientation, rotated when there is none.

    With `continues` the section begins on a new page, and continues page numbers and headers.
    """
    sections = list(own.getroottree().getroot().iter(_SECTION))
    place = sections.index(own)
    near = [own, *reversed(sections[:place]), *sections[place + 1 :]]
    model = next((each for each in near if is_landscape(each) == landscape), None)
    copy = deepcopy(own if model is None else model)
    copy.tail = None
    if model is None:
        _rotate(copy, landscape)
    if continues or model is not own:
        numbers, kind = find(copy, "w:pgNumType"), find(copy, "w:type")
        if numbers is not None and numbers.get(qn("w:start")) is not None:
            del numbers.attrib[qn("w:start")]
        if kind is not None:
            detach(kind)
    first_page = find(copy, "w:titlePg")
    if continues and first_page is not None:
        detach(first_page)
    return copy


def _rotate(section: etree._Element, landscape: bool) -> None:
    width, height = page_size(section)
    size = find(section, "w:pgSz")
    if size is None:
        size = etree.Element(qn("w:pgSz"))
        section.insert(sum(1 for each in section if each.tag in _BEFORE_SIZE), size)
    size.set(qn("w:w"), str(height))
    size.set(qn("w:h"), str(width))
    size.set(qn("w:orient"), "landscape" if landscape else "portrait")


def _section_in(block: etree._Element) -> etree._Element | None:
    return find(block, "w:pPr/w:sectPr") if block.tag == _P else None
