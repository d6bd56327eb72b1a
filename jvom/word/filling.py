# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Filling the content controls of a part from the plan."""

from __future__ import annotations

from copy import deepcopy

from docx.opc.part import XmlPart
from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.sections import text_width
from jvom.ooxml.tree import is_in, parent_of
from jvom.plan import Block, Document, NewSection, Run, Table
from jvom.word import controls, sections
from jvom.word.body import Body
from jvom.word.controls import Control
from jvom.word.splices import Splices


def fill(
    part: XmlPart, document: Document, body: Body, splices: Splices, shown: dict[str, list[Control]]
) -> None:
    """Fill the content controls of a part, and remove those that stay empty.

    Those that show a text are added to `shown`, by tag.

    A control that the plan does not mention stays as it is, unless it shows its placeholder.
    """
    root = part.element
    emptied: list[etree._Element] = []
    rows: dict[etree._Element, None] = {}
    filled: list[Control] = []
    for control in list(controls.controls(root)):
        if not is_in(control.element, root):
            continue  # It was removed with the control around it.
        blocks = document.blocks.get(control.tag, ())
        text = document.text.get(control.tag, ())
        is_planned = control.tag in document.blocks or control.tag in document.text
        if any(not isinstance(block, NewSection) for block in blocks):
            filled += _fill_blocks(control, blocks, body, splices)
        elif any(not isinstance(inline, Run) or inline.text for inline in text):
            controls.fill_text(control, text, body.inlines)
            shown.setdefault(control.tag, []).append(control)
        elif is_planned or controls.shows_placeholder(control.element):
            if _is_top(control) and (section := sections.section_of(control.element)) is not None:
                emptied.append(section)
            if (row := controls.row_around(control)) is not None:
                rows[row] = None
            controls.remove(control)
    controls.remove_blank_rows(rows)
    for section in emptied:
        sections.drop_if_empty(section)
    for control in filled:
        controls.unwrap(control)


def _fill_blocks(
    control: Control, blocks: tuple[Block, ...], body: Body, splices: Splices
) -> tuple[Control, ...]:
    """Fill a control with blocks; return the controls in the body itself, one for each section."""
    sdt = control.element

    def write(control: Control, blocks: tuple[Block, ...], width: int) -> None:
        pieces = body.blocks(blocks, width)
        controls.fill_blocks(control, splices.mark(pieces, ends_in_table=isinstance(blocks[-1], Table)))

    if not _is_top(control):
        write(control, blocks, sections.width_in(sdt))
        return ()
    *earlier, last = sections.divide(sdt, blocks)
    made = [control]
    for part in earlier:
        same = Control(control.tag, control.level, deepcopy(sdt))
        sdt.addprevious(same.element)
        write(same, part.blocks, text_width(part.section))
        sections.end_after(same.element, part)
        made.append(same)
    write(control, last.blocks, text_width(last.section))
    sections.replace_section(sdt, last)
    return tuple(made)


def _is_top(control: Control) -> bool:
    """Tell whether the control is directly in the body, where sections are."""
    return parent_of(control.element).tag == qn("w:body")
