# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Content controls (``w:sdt``): where they stand, filling them, taking them out.

A control stays around what it is filled with, so that who opens the document can still find and change it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from lxml import etree

from jvom.plan import Inline, LineBreak, Run
from jvom.word.markup import VAL, name, parse

Level: TypeAlias = Literal["run", "block", "cell", "row"]

_SDT = name("w:sdt")
_CONTENT = name("w:sdtContent")
_PROPERTIES = name("w:sdtPr")
_P = name("w:p")
_P_PROPERTIES = name("w:pPr")
_TC = name("w:tc")
_R_PROPERTIES = name("w:rPr")

# Elements of a paragraph that put something on paper; a w:t only when it is not blank.
_PRINTS = tuple(
    name(f"w:{local}")
    for local in (
        "sdt drawing pict object sym fldChar fldSimple instrText footnoteReference endnoteReference pgNum ptab "
        "noBreakHyphen"
    ).split()
)
# Kinds of control (ECMA-376-1, 17.5.2) that take plain words only, or keep a value beside what they show.
_PLAIN_KINDS = tuple(name(f"w:{kind}") for kind in ("text", "date", "comboBox", "dropDownList"))


class Control(NamedTuple):
    """A content control: its tag, its level and its element."""

    tag: str
    level: Level
    element: etree._Element


def controls(root: etree._Element) -> Iterator[Control]:
    """Yield the tagged content controls below the root, outer before inner, in document order."""
    for element in root.iter(_SDT):
        tag = element.find(f"{_PROPERTIES}/{name('w:tag')}")
        if tag is not None and tag.get(VAL):
            yield Control(tag.get(VAL, ""), level(element), element)


def level(sdt: etree._Element) -> Level:
    """Return what a control may hold: runs, blocks, the cell of a table or its rows."""
    parent = sdt.getparent()
    while parent is not None and parent.tag == _CONTENT:
        parent = parent.getparent().getparent()
    if parent is None or parent.tag in _BLOCK_PARENTS:
        return "block"
    if parent.tag == name("w:tr"):
        return "cell"
    return "row" if parent.tag == name("w:tbl") else "run"


_BLOCK_PARENTS = tuple(
    name(f"w:{local}")
    for local in ("body", "tc", "hdr", "ftr", "footnote", "endnote", "txbxContent", "docPartBody")
)


def shows_placeholder(sdt: etree._Element) -> bool:
    """Tell whether the control still shows its placeholder text."""
    return sdt.find(f"{_PROPERTIES}/{name('w:showingPlcHdr')}") is not None


def fill_text(
    control: Control, content: tuple[Inline, ...], write: Callable[[tuple[Inline, ...], str, str], str]
) -> None:
    """Fill a control with runs in the style of what it held; `write` makes their markup.

    `write` takes the content, run properties as markup and a character style. Around a paragraph or a cell,
    the first paragraph keeps its properties and the others go.
    """
    held = _content(control.element)
    base, style = _surrounding(control.element)
    runs = parse(write(content, base, style))
    _settle(control.element, content)
    place = held
    if control.level != "run":
        place = next(held.iter(_P), held)
        if place is held:
            [place] = parse("<w:p/>")
            (held.find(_TC) if control.level == "cell" else held).append(place)
        _keep_only(place)
    for child in list(place):
        if child.tag != _P_PROPERTIES:
            place.remove(child)
    place.extend(runs)


def fill_blocks(control: Control, blocks: str) -> None:
    """Fill a control around blocks or a cell with the blocks' markup. Raises ValueError for another control."""
    if control.level not in ("block", "cell"):
        raise ValueError(f"the control {control.tag!r} can hold no blocks")
    held = _content(control.element)
    _settle(control.element, ())
    place = held
    if control.level == "cell":
        place = held.find(_TC)
    for child in list(place):
        if child.tag != name("w:tcPr"):
            place.remove(child)
    place.extend(parse(blocks))
    _end_with_paragraph(control.element)


def remove(control: Control) -> None:
    """Take a control out, and its paragraph when nothing else is in it.

    A cell stays, empty: the columns must go on fitting.
    """
    sdt = control.element
    if control.level == "cell":
        cell = _content(sdt).find(_TC)
        if cell is not None:
            first = next(cell.iter(_P), None)
            for child in list(cell):
                if child.tag not in (name("w:tcPr"), _P) or (child.tag == _P and child is not first):
                    cell.remove(child)
            if first is not None and first.getparent() is cell:
                _empty(first)
            else:
                etree.SubElement(cell, _P)
            sdt.getparent().replace(sdt, cell)
        return
    parent = sdt.getparent()
    parent.remove(sdt)
    while parent is not None and parent.tag != _P and parent.tag != _CONTENT:
        if parent.tag in _BLOCK_PARENTS:
            _keep_fit(parent)
            return
        parent = parent.getparent()
    if parent is None:
        return
    if parent.tag == _P:
        _remove_paragraph_if_blank(parent)
    elif not len(parent):
        outer = parent.getparent()
        remove(Control("", level(outer), outer))


def number(roots: list[etree._Element]) -> None:
    """Give every control an id of its own, counting from 1 through the parts."""
    count = 0
    for root in roots:
        for properties in root.iter(_PROPERTIES):
            count += 1
            id_ = properties.find(name("w:id"))
            if id_ is None:
                id_ = etree.Element(name("w:id"))
                after = ("rPr", "alias", "tag")
                place = sum(1 for each in properties if each.tag in [name(f"w:{local}") for local in after])
                properties.insert(place, id_)
            id_.set(VAL, str(count))


def prints(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph puts anything on paper."""
    if any(True for _ in paragraph.iter(*_PRINTS)):
        return True
    if any(text.text and text.text.strip() for text in paragraph.iter(name("w:t"))):
        return True
    return any(each.get(name("w:type")) == "page" for each in paragraph.iter(name("w:br")))


def _content(sdt: etree._Element) -> etree._Element:
    content = sdt.find(_CONTENT)
    return etree.SubElement(sdt, _CONTENT) if content is None else content


def _surrounding(sdt: etree._Element) -> tuple[str, str]:
    """Return the run properties that the control's text has, as markup, and its character style.

    The control's own ``w:rPr`` is meant for what it is filled with; without one, the first run that is no
    placeholder shows it.
    """
    properties = sdt.find(f"{_PROPERTIES}/{_R_PROPERTIES}")
    if properties is None and not shows_placeholder(sdt):
        run = next(_content(sdt).iter(name("w:r")), None)
        properties = None if run is None else run.find(_R_PROPERTIES)
    if properties is None:
        return "", ""
    style = properties.find(name("w:rStyle"))
    ours = (name("w:rStyle"), name("w:lang"))
    base = "".join(
        etree.tostring(each, encoding="unicode", with_tail=False)
        for each in properties
        if each.tag not in ours
    )
    return base, "" if style is None else style.get(VAL, "")


def _settle(sdt: etree._Element, content: tuple[Inline, ...]) -> None:
    """Make a control one that is filled, of a kind that can hold the content."""
    properties = sdt.find(_PROPERTIES)
    showing = properties.find(name("w:showingPlcHdr"))
    if showing is not None:
        properties.remove(showing)
    plain = (
        all(isinstance(each, Run | LineBreak) for each in content)
        and len({(each.style, each.language) for each in content if isinstance(each, Run)}) < 2
    )
    for kind in [each for each in properties if each.tag in _PLAIN_KINDS]:
        if not plain:
            properties.remove(kind)
        elif kind.tag == name("w:text") and any(isinstance(each, LineBreak) for each in content):
            kind.set(name("w:multiLine"), "1")
        elif kind.tag == name("w:date"):
            kind.attrib.pop(name("w:fullDate"), None)


def _keep_only(paragraph: etree._Element) -> None:
    """Take the other blocks beside the paragraph out, up to the control or the cell that holds them."""
    for beside in list(paragraph.getparent()):
        if beside is not paragraph and beside.tag != name("w:tcPr"):
            paragraph.getparent().remove(beside)


def _remove_paragraph_if_blank(paragraph: etree._Element) -> None:
    if prints(paragraph) or paragraph.find(f"{_P_PROPERTIES}/{name('w:sectPr')}") is not None:
        return
    parent = paragraph.getparent()
    if parent.tag == _CONTENT and len(parent) == 1:
        remove(Control("", "block", parent.getparent()))
        return
    others = [each for each in parent if each is not paragraph and each.tag != name("w:tcPr")]
    needed = parent.tag in _BLOCK_PARENTS and parent.tag != name("w:body")
    if needed and (not others or others[-1].tag != _P):
        _empty(paragraph)
        return
    parent.remove(paragraph)


def _empty(paragraph: etree._Element) -> None:
    for child in list(paragraph):
        if child.tag != _P_PROPERTIES:
            paragraph.remove(child)


def _keep_fit(parent: etree._Element) -> None:
    """Leave a paragraph in a cell, header or footer that would have none at its end."""
    if parent.tag == name("w:body"):
        return
    blocks = [each for each in parent if each.tag != name("w:tcPr")]
    if not blocks or blocks[-1].tag == name("w:tbl"):
        etree.SubElement(parent, _P)


def _end_with_paragraph(sdt: etree._Element) -> None:
    """Put a paragraph behind a control that ends in a table where Word wants one.

    That is at the end of a cell, header, footer or document, and before another table.
    """
    content = _content(sdt)
    if not len(content) or content[-1].tag != name("w:tbl"):
        return
    after = sdt.getnext()
    if after is None or after.tag in (name("w:tbl"), name("w:sectPr")):
        sdt.addnext(etree.Element(_P))
