# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tracked changes of a Word file (ECMA-376-1, 17.13.5): which there are, and undoing those that are rejected.

The reader takes every change as accepted, so accepting one asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from jvom.ooxml.names import qn, qnames
from jvom.ooxml.tree import detach, parent_of, text_of

_P, _ROW = qnames("w:p w:tr")
_IN = frozenset(qnames("w:ins w:moveTo"))
_OUT = frozenset(qnames("w:del w:moveFrom"))
_MOVED = frozenset(qnames("w:moveTo w:moveFrom"))
_MARKS = frozenset(qnames("w:rPr w:trPr w:tcPr w:numPr"))
_AUTHOR, _DATE = qnames("w:author w:date")
_DELETED_TEXT, _TEXT = qnames("w:delText w:t")
_DELETED_CODE, _CODE = qnames("w:delInstrText w:instrText")
_LOOKS = frozenset(qnames("w:rPrChange w:pPrChange"))
_KEPT = frozenset(qnames("w:rPr w:sectPr"))
_NOISE = frozenset(
    qnames(
        "w:proofErr w:bookmarkStart w:bookmarkEnd w:commentRangeStart w:commentRangeEnd w:permStart "
        "w:permEnd "
        "w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd"
    )
)
_RANGES = qnames("w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd")
_ID, _NAME = qnames("w:id w:name")
_CONTEXT = 60


class Change:
    """What one person changed at one place: the words that went and those that came.

    `before` are the words before it. A `moved` one takes the `deleted` words to another place, where they are
    `inserted`; one of `looks` changes no words, and `inserted` are those that look otherwise.
    """

    def __init__(self, author: str, date: str, before: str) -> None:
        self.author, self.date, self.before = author, date, before
        self.deleted = self.inserted = ""
        self.moved = self.looks = False
        self.elements: list[etree._Element] = []

    def add(self, element: etree._Element) -> None:
        """Add an element of the change."""
        self.elements.append(element)
        self.moved = self.moved or element.tag in _MOVED
        if element.tag in _LOOKS:
            self.looks = True
            run = parent_of(parent_of(element))
            words = text_of(run, "w:t", "w:delText")
        elif parent_of(element).tag in _MARKS:
            row = _marked(element, _ROW)
            words = text_of(row, "w:t", "w:delText") if row is not None else "\n"
        else:
            words = text_of(element, "w:t", "w:delText")
        if element.tag in _OUT:
            self.deleted += words
        else:
            self.inserted += words

    def reject(self) -> None:
        """Undo the change in the file."""
        for element in self.elements:
            _reject(element)


def changes(roots: Iterable[etree._Element]) -> list[Change]:
    """Return the changes below the roots, in order; what one person did side by side is one change.

    So is a move: what went and what came are accepted or rejected together.
    """
    found: list[Change] = []
    moves: dict[str, Change] = {}
    for root in roots:
        last: etree._Element | None = None
        ranges = _MoveRanges()
        for element in root.iter(*_IN, *_OUT, *_LOOKS, *_RANGES):
            if element.tag in _RANGES:
                ranges.pass_by(element)
                continue
            if _is_inside_change(element):
                continue
            author, date = element.get(_AUTHOR, ""), element.get(_DATE, "")
            name = ranges.name(element)
            if name in moves:
                moves[name].add(element)
                continue
            goes_on = found and last is not None and found[-1].author == author and _beside(last, element)
            if not goes_on or name or element.tag in _LOOKS or found[-1].looks or found[-1].moved:
                found.append(Change(author, date, _words_before(element)))
            found[-1].add(element)
            if name:
                moves[name] = found[-1]
            last = element
    return found


class _MoveRanges:
    """The moves that a place in a file is in, by the ends of their ranges (ECMA-376-1, 17.13.5.21 to 28)."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, str], str] = {}

    def pass_by(self, element: etree._Element) -> None:
        """Open or close a range."""
        kind = "moveTo" if "moveTo" in element.tag else "moveFrom"
        if element.tag.endswith("Start"):
            self._open[kind, element.get(_ID, "")] = element.get(_NAME, "")
        else:
            self._open.pop((kind, element.get(_ID, "")), None)

    def name(self, element: etree._Element) -> str:
        """Return the name of the move that an element is part of; "" for what is no move."""
        kind = element.tag.rpartition("}")[2]
        return next((name for (other, _), name in reversed(self._open.items()) if other == kind), "")


def _is_inside_change(element: etree._Element) -> bool:
    """Tell whether a change is inside another: words that one person inserted and another deleted."""
    return any(each.tag in _IN or each.tag in _OUT for each in element.iterancestors())


def _beside(last: etree._Element, element: etree._Element) -> bool:
    """Tell whether nothing that was not changed stands between two changes."""
    if parent_of(element).tag in _MARKS or parent_of(last).tag in _MARKS:
        return _paragraph(last) is _paragraph(element) and _paragraph(element) is not None
    if parent_of(last) is not parent_of(element):
        return False
    at = last.getnext()
    while at is not None and at is not element:
        if at.tag not in _NOISE:
            return False
        at = at.getnext()
    return at is element


def _paragraph(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(_P), None)


def _words_before(element: etree._Element) -> str:
    paragraph = _paragraph(element)
    if paragraph is None or parent_of(element).tag in _MARKS:
        return ""
    words: list[str] = []
    for each in paragraph.iter(_TEXT, element.tag):
        if each is element:
            break
        if each.tag == _TEXT:
            words.append(each.text or "")
    return "".join(words)[-_CONTEXT:]


def _marked(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the row that a mark in its properties says is inserted or deleted."""
    properties = parent_of(element)
    owner = properties.getparent()
    return owner if owner is not None and owner.tag == tag else None


def _restore_looks(element: etree._Element, properties: etree._Element) -> None:
    """Give a run or a paragraph the properties that it had."""
    old = list(element[0]) if len(element) else []
    for each in list(properties):
        if each.tag not in _KEPT:
            properties.remove(each)
    for at, each in enumerate(old):
        properties.insert(at, each)


def _reject(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tag in _LOOKS:
        _restore_looks(element, parent)
        return
    is_in = element.tag in _IN
    if parent.tag in _MARKS:
        row = _marked(element, _ROW)
        if row is not None and is_in:
            detach(row)
            return
        detach(element)
        if is_in and parent.tag == qn("w:rPr"):
            # A paragraph whose mark was inserted runs on in the next, as it did before.
            etree.SubElement(parent, qn("w:del"))
        return
    if is_in:
        detach(element)
        return
    for child in list(element):
        for text in child.iter(_DELETED_TEXT, _DELETED_CODE):
            text.tag = _TEXT if text.tag == _DELETED_TEXT else _CODE
        element.addprevious(child)
    detach(element)
