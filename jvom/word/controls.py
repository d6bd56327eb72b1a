# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Content controls (``w:sdt``): where they are, filling and removing them.

A control stays around its content, so that a reader can still find and change it; but one around whole pages
of the body is removed, see `unwrap`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec
from lxml import etree

from jvom.ooxml.names import LOCKED, qn, qnames
from jvom.ooxml.tree import VAL, detach, find, parent_of, value
from jvom.ooxml.xml import parse, quote
from jvom.plan import FIELD_STYLE, LABEL_STYLES, LAYOUT_TABLE, Inline, LineBreak, Run
from jvom.word.splices import marks_table

Level: TypeAlias = Literal["run", "block", "cell", "row"]
WriteRuns: TypeAlias = Callable[[tuple[Inline, ...], str, str], str]


# Ids of locked controls begin here: `number` counts the others from 1, and sees none that is written in bulk.
_LOCKED_FROM = 1_000_000

_SDT, _CONTENT, _P, _TC, _TR, _V_MERGE = qnames("w:sdt w:sdtContent w:p w:tc w:tr w:vMerge")
_P_PROPERTIES, _TC_PROPERTIES = qnames("w:pPr w:tcPr")

_BODY = qn("w:body")
# Elements that contain blocks and must keep a paragraph; the body need not.
_STORIES = qnames("w:tc w:hdr w:ftr w:footnote w:endnote w:txbxContent w:docPartBody")
# Elements of a paragraph that print something; a w:t does so only when it is not blank.
_PRINTS = qnames(
    "w:sdt w:drawing w:pict w:object w:sym w:fldChar w:fldSimple w:instrText w:footnoteReference "
    "w:endnoteReference w:pgNum w:ptab"
)
# Kinds of control (ECMA-376-1, 17.5.2) that take plain text only, or keep a value besides their text.
_PLAIN_KINDS = qnames("w:text w:date w:comboBox w:dropDownList")
_PLACEHOLDER, _TEXT, _DATE, _FULL_DATE = qnames("w:showingPlcHdr w:text w:date w:fullDate")
_BEFORE_ID = qnames("w:rPr w:alias w:tag")


class Control(msgspec.Struct, frozen=True, eq=False):
    """A content control: its tag, its level and its element."""

    tag: str
    level: Level
    element: etree._Element


def controls(root: etree._Element) -> Iterator[Control]:
    """Yield the tagged content controls below the root, outer before inner, in document order."""
    for element in root.iter(_SDT):
        if tag := value(find(element, "w:sdtPr/w:tag")):
            yield Control(tag, level(element), element)


def level(sdt: etree._Element) -> Level:
    """Return what a control may contain: runs, blocks, the cell of a table or its rows."""
    parent = parent_of(sdt)
    while parent.tag == _CONTENT:
        parent = parent_of(parent_of(parent))
    if parent.tag == _BODY or parent.tag in _STORIES:
        return "block"
    if parent.tag == qn("w:tr"):
        return "cell"
    return "row" if parent.tag == qn("w:tbl") else "run"


def shows_placeholder(sdt: etree._Element) -> bool:
    """Tell whether the control still shows its placeholder text."""
    return find(sdt, "w:sdtPr/w:showingPlcHdr") is not None


def fill_text(control: Control, content: tuple[Inline, ...], write: WriteRuns) -> None:
    """Fill a control with runs, formatted like its former content.

    `write` takes the content, run properties as markup and the id of a character style, and returns markup.
    In a control around a paragraph or a cell, the first paragraph keeps its properties; other blocks are
    removed.
    """
    runs = parse(write(content, *_run_formatting(control.element)))
    _mark_filled(control.element, content)
    place = _container(control)
    if control.level != "run":
        first = next(place.iter(_P), None)
        if first is None or first.getparent() is not place:
            first = etree.Element(_P)
        _clear(place, _TC_PROPERTIES)
        place.append(first)
        place = first
    _clear(place, _P_PROPERTIES)
    place.extend(runs)


def fill_blocks(control: Control, blocks: etree._Element) -> None:
    """Fill a control around blocks or a cell with blocks, or with the mark of their markup.

    Raises ValueError for any other control.
    """
    if control.level not in ("block", "cell"):
        raise ValueError(f"the control {control.tag!r} can contain no blocks")
    _mark_filled(control.element, ())
    place = _container(control)
    _clear(place, _TC_PROPERTIES)
    place.append(blocks)
    if place.tag == _TC:
        _keep_paragraph(place)
    elif ends_in_table(control.element):
        after = control.element.getnext()
        # Word wants a paragraph at the end of a cell, header or document, and before another table.
        if after is None or after.tag in (qn("w:tbl"), qn("w:sectPr")):
            control.element.addnext(etree.Element(_P))


def remove(control: Control) -> None:
    """Remove a control, and its paragraph when nothing else is in it, with the label that is above it.

    A paragraph with a label and its value goes as a whole.
    A cell stays, empty, because the columns must still fit.
    """
    sdt = control.element
    parent = parent_of(sdt)
    if control.level == "cell":
        cell = _container(control)
        first = next(cell.iterchildren(_P), None)
        _clear(cell, _TC_PROPERTIES)
        if first is not None:
            _clear(first, _P_PROPERTIES)
            cell.append(first)
        _keep_paragraph(cell)
        parent.replace(sdt, cell)
        return
    paragraph = _around(sdt, _P)
    detach(sdt)
    if paragraph is not None and _is_field(paragraph):
        _remove_paragraph(paragraph)
    elif parent.tag == _CONTENT and not len(parent):
        outer = parent_of(parent)
        remove(Control("", level(outer), outer))
    elif parent.tag in _STORIES:
        _keep_paragraph(parent)
    else:
        _remove_blank_paragraph(parent)


def unwrap(control: Control) -> None:
    """Replace a control by its content.

    A control around pages of text hinders editing, and LibreOffice 25.2 crashes on a link to a bookmark in
    the first paragraph of a control that begins a section. A building block, such as the table of contents,
    keeps its control: Word needs it for updates.
    """
    sdt, content = control.element, find(control.element, "w:sdtContent")
    if content is None or find(sdt, "w:sdtPr/w:docPartObj") is not None:
        return
    for child in list(content):
        sdt.addprevious(child)
    detach(sdt)


def locked(number: int, title: str, content: str) -> str:
    """Return a control around runs whose text can't be changed, though it can be deleted (17.5.2.23)."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val={quote(title)}/><w:tag w:val="{LOCKED}{number}"/>'
        f'<w:id w:val="{_LOCKED_FROM + number}"/><w:lock w:val="contentLocked"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def number(roots: list[etree._Element]) -> None:
    """Give every control an id of its own, counting from 1 across the parts."""
    count = 0
    for root in roots:
        for properties in root.iter(qn("w:sdtPr")):
            count += 1
            own = find(properties, "w:id")
            if own is None:
                own = etree.Element(qn("w:id"))
                properties.insert(sum(1 for each in properties if each.tag in _BEFORE_ID), own)
            own.set(VAL, str(count))


def prints(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph prints anything."""
    return (
        any(True for _ in paragraph.iter(*_PRINTS))
        or any(text.text and text.text.strip() for text in paragraph.iter(qn("w:t")))
        or any(each.get(qn("w:type")) == "page" for each in paragraph.iter(qn("w:br")))
    )


def ends_in_table(block: etree._Element | None) -> bool:
    """Tell whether the block is a table, or a control whose last block is one."""
    while block is not None and block.tag == _SDT:
        content = find(block, "w:sdtContent")
        block = content[-1] if content is not None and len(content) else None
    return block is not None and (block.tag == qn("w:tbl") or marks_table(block))


def _container(control: Control) -> etree._Element:
    """Return the element that a control fills: its content, or the cell in it."""
    content = find(control.element, "w:sdtContent")
    if content is None:
        content = etree.SubElement(control.element, _CONTENT)
    if control.level != "cell":
        return content
    cell = find(content, "w:tc")
    return etree.SubElement(content, _TC) if cell is None else cell


def _run_formatting(sdt: etree._Element) -> tuple[str, str]:
    """Return the run properties that the control's text has, as markup, and its character style.

    The control's own ``w:rPr`` is meant for its content; without one, that of the first run counts, unless it
    is a placeholder.
    """
    properties = find(sdt, "w:sdtPr/w:rPr")
    if properties is None and not shows_placeholder(sdt):
        run = next(sdt.iter(qn("w:r")), None)
        properties = find(run, "w:rPr")
    if properties is None:
        return "", ""
    apart = (qn("w:rStyle"), qn("w:lang"))
    others = [each for each in properties if each.tag not in apart]
    base = "".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in others)
    return base, value(find(properties, "w:rStyle"))


def _mark_filled(sdt: etree._Element, content: tuple[Inline, ...]) -> None:
    """Make a control show content, not a placeholder, and be of a kind that allows the content."""
    properties = find(sdt, "w:sdtPr")
    if properties is None:
        return
    looks = {(each.style, each.language) for each in content if isinstance(each, Run)}
    plain = len(looks) < 2 and all(isinstance(each, Run | LineBreak) for each in content)
    for each in list(properties.iterchildren(_PLACEHOLDER, *_PLAIN_KINDS)):
        if each.tag == _PLACEHOLDER or not plain:
            properties.remove(each)
        elif each.tag == _TEXT and any(isinstance(inline, LineBreak) for inline in content):
            each.set(qn("w:multiLine"), "1")
        elif each.tag == _DATE and _FULL_DATE in each.attrib:
            del each.attrib[_FULL_DATE]


def _clear(element: etree._Element, but: str) -> None:
    for child in list(element):
        if child.tag != but:
            element.remove(child)


def remove_blank_rows(rows: Iterable[etree._Element]) -> None:
    """Remove those rows of layout tables that print nothing any more, and a table without rows."""
    for row in rows:
        table = row.getparent()
        if table is None or value(find(table, "w:tblPr/w:tblStyle")) != LAYOUT_TABLE:
            continue
        if any(map(prints, row.iter(_P))) or next(row.iter(_V_MERGE), None) is not None:
            continue
        detach(row)
        if next(table.iterchildren(_TR), None) is None:
            detach(table)


def row_around(control: Control) -> etree._Element | None:
    """Return the row of the table that a control is in, None when it is in no table."""
    return _around(control.element, _TR)


def _around(element: etree._Element, tag: str) -> etree._Element | None:
    return element if element.tag == tag else next(element.iterancestors(tag), None)


def _is_field(paragraph: etree._Element) -> bool:
    """Tell whether the paragraph is a label with its value, and the value is gone."""
    style = value(find(paragraph, "w:pPr/w:pStyle"))
    return style == FIELD_STYLE and next(paragraph.iter(_SDT), None) is None


def _remove_blank_paragraph(element: etree._Element) -> None:
    """Remove the paragraph around the element, unless it prints, ends a section or must stay."""
    paragraph = _around(element, _P)
    if paragraph is None or prints(paragraph) or find(paragraph, "w:pPr/w:sectPr") is not None:
        return
    _remove_paragraph(paragraph)


def _remove_paragraph(paragraph: etree._Element) -> None:
    """Remove a paragraph, with the label above it, unless it must stay."""
    parent = parent_of(paragraph)
    above = paragraph.getprevious()
    if above is not None and value(find(above, "w:pPr/w:pStyle")) in LABEL_STYLES:
        detach(above)
    siblings = [each for each in parent if each is not paragraph and each.tag != _TC_PROPERTIES]
    if parent.tag == _CONTENT and not siblings:
        outer = parent_of(parent)
        remove(Control("", level(outer), outer))
    elif parent.tag in _STORIES and (not siblings or ends_in_table(siblings[-1])):
        _clear(paragraph, _P_PROPERTIES)
    else:
        detach(paragraph)


def _keep_paragraph(story: etree._Element) -> None:
    """Make sure that a cell, header or footer ends in a paragraph."""
    if not len(story) or story[-1].tag == _TC_PROPERTIES or ends_in_table(story[-1]):
        etree.SubElement(story, _P)
