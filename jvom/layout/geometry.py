# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The geometry of a template: pages, sizes of styles, and content in order; lengths are in points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import msgspec
from lxml import etree
from msgspec.structs import replace

from jvom.ooxml.archive import Members
from jvom.ooxml.measures import EIGHTHS_PER_POINT, HALF_POINTS_PER_POINT, TWIPS_PER_POINT, decimal, twips
from jvom.ooxml.names import qn, qnames
from jvom.ooxml.numbering import Lists
from jvom.ooxml.package import Package
from jvom.ooxml.sections import is_landscape, text_height, text_width
from jvom.ooxml.styles import Styles
from jvom.ooxml.tree import children, find, is_on, number, value
from jvom.ooxml.values import whole_number
from jvom.source import Span
from jvom.widths import LINE_HEIGHT
from jvom.word.template import Template

# The size of words where a template says none, in half points (ECMA-376-1, 17.3.2.38).
_SIZE = 20


class Page(msgspec.Struct, frozen=True):
    """The text area of a section's pages; `first_number` is set where page numbers restart."""

    width: float
    height: float
    landscape: bool
    first_number: int | None = None

    def turned(self, landscape: bool, pages: Iterable[Page]) -> Page:
        """Return the page of a new section within this one: the first of `pages` with that orientation.

        Its numbers go on.
        """
        same = (each for each in (self, *pages) if each.landscape == landscape)
        found = next(same, Page(self.height, self.width, landscape))
        return found if found.first_number is None else replace(found, first_number=None)


class ParagraphLook(msgspec.Struct, frozen=True):
    """A paragraph style, what it is based on included; `line` is the height of a line."""

    size: float
    bold: bool
    line: float
    before: float
    after: float
    left: float
    right: float
    first: float
    keep_next: bool
    keep_lines: bool
    page_break_before: bool
    widow_control: bool
    contextual: bool
    hyphens: bool


class TableLook(msgspec.Struct, frozen=True):
    """A table style: the margins of its cells, and the width of the borders between rows."""

    top: float
    right: float
    bottom: float
    left: float
    rule: float


class Hyphenation(msgspec.Struct, frozen=True):
    """Words are divided when more than `zone` would stay empty, on at most `in_a_row` consecutive lines."""

    zone: float = 18.0
    in_a_row: int = 0


class Slot(msgspec.Struct, frozen=True):
    """A content control around blocks, by its tag."""

    tag: str


class Fixed(msgspec.Struct, frozen=True):
    """A paragraph of the template itself, with the tags of the content controls in it."""

    style: str
    text: str
    tags: tuple[str, ...]


class FixedCell(msgspec.Struct, frozen=True):
    """A cell of a table of the template itself: its width, and what is in it.

    `margins` are its own, by side, where it has others than the table's style. `columns` is how many it
    spans. One that is merged vertically `begins` in its first row, and `goes_on` in those below.
    """

    width: float
    places: tuple[Slot | Fixed, ...]
    margins: Mapping[str, float] = {}
    columns: int = 1
    begins: bool = False
    goes_on: bool = False


class FixedRow(msgspec.Struct, frozen=True):
    """A row of a table of the template itself; `height` is its least height, 0 when it has none."""

    height: float
    cells: tuple[FixedCell, ...]


class FixedTable(msgspec.Struct, frozen=True):
    """A table of the template itself, as in the head of a letter, in the table style `style`."""

    style: str
    rows: tuple[FixedRow, ...]


class SectionEnd(msgspec.Struct, frozen=True):
    """The end of a section, whose pages are `page`."""

    page: Page


Place: TypeAlias = Slot | Fixed | FixedTable | SectionEnd


class Geometry:
    """The content of a template in order, and the looks of its styles by id."""

    def __init__(
        self,
        places: tuple[Place, ...],
        hyphenation: Hyphenation,
        styles: etree._Element | None,
        numbering: etree._Element | None,
    ) -> None:
        self.places = places
        self.hyphenation = hyphenation
        self._styles = Styles(styles)
        self._lists = Lists(numbering)
        self._own: dict[etree._Element, tuple[dict[str, str], dict[str, bool]]] = {}
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._tables: dict[str, TableLook] = {}
        self._bold: dict[str, bool] = {}

    def paragraph(self, style: str) -> ParagraphLook:
        """Return how paragraphs in the style look; an unknown one looks like the default style."""
        if style not in self._paragraphs:
            self._paragraphs[style] = self._paragraph_look(style)
        return self._paragraphs[style]

    def table(self, style: str) -> TableLook:
        """Return how tables in the style look."""
        if style not in self._tables:
            found: dict[str, float] = {"top": 0, "left": 5.4, "bottom": 0, "right": 5.4, "rule": 0}
            for each in reversed(self._styles.chain(style)):
                for margin in children(find(each, "w:tblPr/w:tblCellMar")):
                    found[etree.QName(margin).localname] = _points(margin, "w:w")
                rule = find(each, "w:tblPr/w:tblBorders/w:insideH")
                if rule is not None:
                    found["rule"] = decimal(rule.get(qn("w:sz"))) / EIGHTHS_PER_POINT
            self._tables[style] = TableLook(
                *(found.get(side, 0.0) for side in ("top", "right", "bottom", "left", "rule"))
            )
        return self._tables[style]

    def is_bold(self, style: str) -> bool:
        """Tell whether a character style makes words bold."""
        if style not in self._bold:
            self._bold[style] = bool(is_on(self._styles.find(style, "w:rPr/w:b")))
        return self._bold[style]

    def _paragraph_look(self, style: str) -> ParagraphLook:
        attributes: dict[str, str] = {}
        on: dict[str, bool] = {}
        styles = self._styles.chain(style if style in self._styles else self._styles.default)
        defaults = () if self._styles.defaults is None else (self._styles.defaults,)
        for each in (*defaults, *reversed(styles)):
            if each not in self._own:
                self._own[each] = self._own_properties(each)
            own, own_on = self._own[each]
            attributes |= own
            on |= own_on
        size = decimal(attributes.get("sz"), _SIZE) / HALF_POINTS_PER_POINT

        def length(key: str, other: str = "") -> float:
            return twips(attributes.get(key) or attributes.get(other)) / TWIPS_PER_POINT

        natural = size * LINE_HEIGHT
        match attributes.get("lineRule", "auto"):
            case "auto":
                line = natural * length("line") / 12 if "line" in attributes else natural
            case "exact":
                line = length("line")
            case _:
                line = max(length("line"), natural)
        return ParagraphLook(
            size=size,
            bold=on.get("b", False),
            line=line,
            before=length("before"),
            after=length("after"),
            left=length("left", "start"),
            right=length("right", "end"),
            first=max(0.0, length("firstLine")),
            keep_next=on.get("keepNext", False),
            keep_lines=on.get("keepLines", False),
            page_break_before=on.get("pageBreakBefore", False),
            widow_control=on.get("widowControl", True),
            contextual=on.get("contextualSpacing", False),
            hyphens=not on.get("suppressAutoHyphens", False),
        )

    def _own_properties(self, style: etree._Element) -> tuple[dict[str, str], dict[str, bool]]:
        """Return the attributes that a style itself sets, and the switches that it turns on or off."""
        attributes: dict[str, str] = {}
        on: dict[str, bool] = {}
        for properties in style.iter(_P_PROPERTIES, _R_PROPERTIES):
            for child in properties.iterchildren("*"):
                if child.tag in _SWITCHES:
                    on[_SWITCHES[child.tag]] = bool(is_on(child))
                elif child.tag == _NUMBERED:
                    attributes |= self._list_indents(child)
                elif child.tag in _MEASURES and properties.tag == _P_PROPERTIES:
                    attributes |= _attributes(child)
                elif child.tag == _SZ:
                    attributes["sz"] = value(child, str(_SIZE))
        return attributes, on

    def _list_indents(self, numbered: etree._Element) -> dict[str, str]:
        """Return the indents of the list and level that a ``w:numPr`` names (ECMA-376-1, 17.3.1.19)."""
        num = find(numbered, "w:numId")
        if num is None:
            return {}
        level = self._lists.level(value(num, "0"), value(find(numbered, "w:ilvl"), "0"))
        return _attributes(find(level, "w:pPr/w:ind"))


_SWITCHES = {
    qn(f"w:{name}"): name
    for name in (
        *("b", "keepNext", "keepLines", "pageBreakBefore"),
        *("widowControl", "contextualSpacing", "suppressAutoHyphens"),
    )
}
_P_PROPERTIES, _R_PROPERTIES, _NUMBERED, _SZ = qnames("w:pPr w:rPr w:numPr w:sz")
_MEASURES = qnames("w:spacing w:ind")


def read_geometry(template: Template) -> Geometry:
    """Return the geometry of a template that was opened, and so is known to be sound."""
    package = Package(Members(template.data), Span(template.path))
    settings, styles, numbering = map(package.related_root, ("settings", "styles", "numbering"))
    places = tuple(_places(package.root(package.main)))
    return Geometry(places, _hyphenation(settings), styles, numbering)


def _hyphenation(settings: etree._Element | None) -> Hyphenation:
    """Return when words are divided (ECMA-376-1, 17.15.1.10, 17.15.1.22 and 17.15.1.53)."""
    if not is_on(find(settings, "w:autoHyphenation")):
        return Hyphenation()
    zone = twips(value(find(settings, "w:hyphenationZone"), "360"), 360)
    most = number(find(settings, "w:consecutiveHyphenLimit"))
    return Hyphenation(zone / TWIPS_PER_POINT, most or 1_000)


def _places(document: etree._Element | None) -> list[Place]:
    found: list[Place] = []
    for block in children(find(document, "w:body")):
        if block.tag == qn("w:sectPr"):
            found.append(SectionEnd(_page(block)))
        elif block.tag == qn("w:sdt"):
            found.append(_slot(block))
        elif block.tag == qn("w:tbl"):
            found.append(_table(block))
        elif block.tag == qn("w:p"):
            found.append(_paragraph(block))
            section = find(block, "w:pPr/w:sectPr")
            if section is not None:
                found.append(SectionEnd(_page(section)))
    return found


def _slot(control: etree._Element) -> Slot:
    return Slot(value(find(control, "w:sdtPr/w:tag")))


def _paragraph(paragraph: etree._Element) -> Fixed:
    text = "".join(text.text or "" for run in children(paragraph, "w:r") for text in children(run, "w:t"))
    tags = tuple(map(value, paragraph.iter(qn("w:tag"))))
    return Fixed(value(find(paragraph, "w:pPr/w:pStyle")), text, tags)


def _table(table: etree._Element) -> FixedTable:
    rows = []
    for row in children(table, "w:tr"):
        height = find(row, "w:trPr/w:trHeight")
        cells = []
        for cell in children(row, "w:tc"):
            width = find(cell, "w:tcPr/w:tcW")
            merged = find(cell, "w:tcPr/w:vMerge")
            places = [
                _slot(block) if block.tag == qn("w:sdt") else _paragraph(block)
                for block in children(cell)
                if block.tag in (qn("w:sdt"), qn("w:p"))
            ]
            cells.append(
                FixedCell(
                    width=0.0 if width is None else _points(width, "w:w"),
                    places=tuple(places),
                    margins={
                        etree.QName(side).localname: _points(side, "w:w")
                        for side in children(find(cell, "w:tcPr/w:tcMar"))
                    },
                    columns=number(find(cell, "w:tcPr/w:gridSpan"), 1),
                    begins=value(merged) == "restart",
                    goes_on=merged is not None and value(merged) != "restart",
                )
            )
        rows.append(FixedRow(0.0 if height is None else _points(height, "w:val"), tuple(cells)))
    return FixedTable(value(find(table, "w:tblPr/w:tblStyle")), tuple(rows))


def _page(section: etree._Element) -> Page:
    numbers = find(section, "w:pgNumType")
    start = None if numbers is None else numbers.get(qn("w:start"))
    return Page(
        width=text_width(section) / TWIPS_PER_POINT,
        height=text_height(section) / TWIPS_PER_POINT,
        landscape=is_landscape(section),
        first_number=None if start is None else whole_number(start, 1),
    )


def _attributes(element: etree._Element | None) -> dict[str, str]:
    """Return the attributes by local name."""
    if element is None:
        return {}
    return {str(key).rpartition("}")[2]: str(attribute) for key, attribute in element.attrib.items()}


def _points(element: etree._Element, attribute: str) -> float:
    return twips(element.get(qn(attribute))) / TWIPS_PER_POINT
