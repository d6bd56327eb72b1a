# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a template says of places and sizes: pages, styles, what stands where. Lengths in points."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import TypeAlias

import msgspec
from lxml import etree

from jvom.archive import relationships_of, target_of
from jvom.layout.widths import LINE_HEIGHT
from jvom.word.markup import VAL, name
from jvom.word.sections import MARGIN, PAGE_HEIGHT, is_landscape, text_width
from jvom.word.template import Template

_POINT = 20  # twips
# What counts where a template is silent, in half points (ECMA-376-1, 17.3.2.38).
_SIZE = 20


class Page(msgspec.Struct, frozen=True):
    """The text area of a section's pages; `first_number` is set where page numbers begin anew."""

    width: float
    height: float
    landscape: bool
    first_number: int | None = None

    def turned(self, landscape: bool, pages: Iterable[Page]) -> Page:
        """Return the page of a new section in a section with this one: the first of `pages` that lies so."""
        lying = (each for each in (self, *pages) if each.landscape == landscape)
        return next(lying, Page(self.height, self.width, landscape))


class ParagraphLook(msgspec.Struct, frozen=True):
    """A paragraph style with all it is based on; `line` is the height of a line."""

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
    """A table style: the margins of its cells, and the height of its lines between rows."""

    top: float
    right: float
    bottom: float
    left: float
    rule: float


class Hyphenation(msgspec.Struct, frozen=True):
    """Words are divided when more than `zone` would stay free, on `in_a_row` lines on end at most."""

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


class SectionEnd(msgspec.Struct, frozen=True):
    """The end of a section, whose pages are `page`."""

    page: Page


Place: TypeAlias = Slot | Fixed | SectionEnd


class Geometry:
    """The places of a template in order, and its styles by id."""

    def __init__(
        self,
        places: tuple[Place, ...],
        hyphenation: Hyphenation,
        styles: etree._Element,
        numbering: etree._Element,
    ) -> None:
        self.places = places
        self.hyphenation = hyphenation
        self._defaults = styles.find(f"{name('w:docDefaults')}")
        self._styles = {each.get(name("w:styleId"), ""): each for each in styles.iter(name("w:style"))}
        self._lists = _lists(numbering)
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._tables: dict[str, TableLook] = {}
        self._bold: dict[str, bool] = {}
        self._normal = next(
            (
                id_
                for id_, each in self._styles.items()
                if each.get(name("w:default")) in ("1", "true") and each.get(name("w:type")) == "paragraph"
            ),
            "",
        )

    def paragraph(self, style: str) -> ParagraphLook:
        """Return how paragraphs in the style look; an unknown one looks like the default style."""
        if style not in self._paragraphs:
            self._paragraphs[style] = self._paragraph_look(style)
        return self._paragraphs[style]

    def table(self, style: str) -> TableLook:
        """Return how tables in the style look."""
        if style not in self._tables:
            found: dict[str, float] = {"top": 0, "left": 5.4, "bottom": 0, "right": 5.4, "rule": 0}
            for each in self._chain(style):
                properties = each.find(name("w:tblPr"))
                for margin in () if properties is None else properties.iterfind(f"{name('w:tblCellMar')}/*"):
                    found[etree.QName(margin).localname] = _points(margin, "w")
                for rule in each.iterfind(f"{name('w:tblPr')}/{name('w:tblBorders')}/{name('w:insideH')}"):
                    found["rule"] = _number(rule.get(name("w:sz"))) / 8
            self._tables[style] = TableLook(
                *(found.get(side, 0.0) for side in ("top", "right", "bottom", "left", "rule"))
            )
        return self._tables[style]

    def is_bold(self, style: str) -> bool:
        """Tell whether a character style makes words bold."""
        if style not in self._bold:
            marks = [mark for each in self._chain(style) for mark in each.iterfind(f"{_RUN}/{name('w:b')}")]
            self._bold[style] = bool(marks) and _is_on(marks[-1])
        return self._bold[style]

    def _chain(self, style: str) -> list[etree._Element]:
        """Return the style after all it is based on."""
        chain: list[etree._Element] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.append(self._styles[style])
            based = self._styles[style].find(name("w:basedOn"))
            style = "" if based is None else based.get(VAL, "")
        return chain[::-1]

    def _paragraph_look(self, style: str) -> ParagraphLook:
        said: dict[str, str] = {}
        on: dict[str, bool] = {}
        sources = [] if self._defaults is None else [self._defaults]
        for each in (*sources, *self._chain(style if style in self._styles else self._normal)):
            for properties in each.iter(name("w:pPr"), name("w:rPr")):
                level = properties.find(f"{name('w:numPr')}/{name('w:numId')}")
                if level is not None:
                    depth = properties.find(f"{name('w:numPr')}/{name('w:ilvl')}")
                    key = (level.get(VAL, "0"), "0" if depth is None else depth.get(VAL, "0"))
                    said |= self._lists.get(key, {})
                for child in properties:
                    tag = etree.QName(child).localname
                    if tag in _SWITCHES:
                        on[tag] = _is_on(child)
                    elif tag in ("spacing", "ind") and properties.tag == name("w:pPr"):
                        said |= _attributes(child)
                    elif tag == "sz":
                        said["sz"] = child.get(VAL, str(_SIZE))
        size = _number(said.get("sz"), _SIZE) / 2

        def length(key: str, other: str = "") -> float:
            return _number(said.get(key) or said.get(other)) / _POINT

        line = size * LINE_HEIGHT * length("line") / 12 if "line" in said else size * LINE_HEIGHT
        if said.get("lineRule", "auto") != "auto":
            line = length("line") if said["lineRule"] == "exact" else max(length("line"), size * LINE_HEIGHT)
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


_RUN = name("w:rPr")
_SWITCHES = frozenset(
    {
        "b",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "widowControl",
        "contextualSpacing",
        "suppressAutoHyphens",
    }
)


def geometry(template: Template) -> Geometry:
    """Read the geometry of a template that was opened, and so found sound."""
    with zipfile.ZipFile(io.BytesIO(template.data)) as archive:
        main = main_part(archive)
        related = _targets(archive, main)
        document, settings, styles, numbering = (
            etree.fromstring(archive.read(part)) if part else etree.Element("none")
            for part in (main, *(related.get(kind, "") for kind in ("settings", "styles", "numbering")))
        )
    return Geometry(tuple(_places(document)), _hyphenation(settings), styles, numbering)


def main_part(archive: zipfile.ZipFile) -> str:
    """Return the name of the part that holds the text of a Word file (ECMA-376-1, 11.3.10)."""
    return _targets(archive, "")["officeDocument"]


def _targets(archive: zipfile.ZipFile, source: str) -> dict[str, str]:
    """Return the parts that a part has relationships to, by the last word of the relationship's type."""
    relationships = etree.fromstring(archive.read(relationships_of(source)))
    return {
        each.get("Type", "").rpartition("/")[2]: target_of(each.get("Target", ""), source)
        for each in relationships
        if each.get("TargetMode") != "External"
    }


def _hyphenation(settings: etree._Element) -> Hyphenation:
    """Return when words are divided (ECMA-376-1, 17.15.1.10, 17.15.1.22 and 17.15.1.53)."""
    automatic = settings.find(name("w:autoHyphenation"))
    if automatic is None or not _is_on(automatic):
        return Hyphenation()
    zone, limit = (settings.find(name(f"w:{each}")) for each in ("hyphenationZone", "consecutiveHyphenLimit"))
    most = 0 if limit is None else int(_number(limit.get(VAL)))
    return Hyphenation(_number(None if zone is None else zone.get(VAL), 360) / _POINT, most or 1_000)


def _places(document: etree._Element) -> list[Place]:
    found: list[Place] = []
    for block in document.iterfind(f"{name('w:body')}/*"):
        if block.tag == name("w:sectPr"):
            found.append(SectionEnd(_page(block)))
        elif block.tag == name("w:sdt"):
            tag = block.find(f"{name('w:sdtPr')}/{name('w:tag')}")
            found.append(Slot("" if tag is None else tag.get(VAL, "")))
        elif block.tag == name("w:p"):
            style = block.find(f"{name('w:pPr')}/{name('w:pStyle')}")
            found.append(
                Fixed(
                    "" if style is None else style.get(VAL, ""),
                    "".join(text.text or "" for text in block.iterfind(f"{name('w:r')}/{name('w:t')}")),
                    tuple(tag.get(VAL, "") for tag in block.iter(name("w:tag"))),
                )
            )
            section = block.find(f"{name('w:pPr')}/{name('w:sectPr')}")
            if section is not None:
                found.append(SectionEnd(_page(section)))
    return found


def _page(section: etree._Element) -> Page:
    size, margins, numbers = (section.find(name(f"w:{each}")) for each in ("pgSz", "pgMar", "pgNumType"))
    height = _points(size, "h", PAGE_HEIGHT)
    start = None if numbers is None else numbers.get(name("w:start"))
    return Page(
        width=text_width(section) / _POINT,
        height=height - sum(abs(_points(margins, side, MARGIN)) for side in ("top", "bottom")),
        landscape=is_landscape(section),
        first_number=None if start is None else int(_number(start, 1)),
    )


def _lists(numbering: etree._Element) -> Mapping[tuple[str, str], dict[str, str]]:
    """Return the indents of each list (``w:num``) and level."""
    levels: dict[tuple[str, str], dict[str, str]] = {}
    for definition in numbering.iter(name("w:abstractNum")):
        for level in definition.iter(name("w:lvl")):
            indent = level.find(f"{name('w:pPr')}/{name('w:ind')}")
            key = (definition.get(name("w:abstractNumId"), ""), level.get(name("w:ilvl"), "0"))
            levels[key] = {} if indent is None else _attributes(indent)
    found = {}
    for number in numbering.iter(name("w:num")):
        abstract = number.find(name("w:abstractNumId"))
        if abstract is not None:
            for (id_, depth), indents in levels.items():
                if id_ == abstract.get(VAL):
                    found[number.get(name("w:numId"), ""), depth] = indents
    return found


def _attributes(element: etree._Element) -> dict[str, str]:
    return {etree.QName(key).localname: str(said) for key, said in element.attrib.items()}


def _points(element: etree._Element | None, attribute: str, default: int = 0) -> float:
    said = None if element is None else element.get(name(f"w:{attribute}"))
    return _number(said, default) / _POINT


def _is_on(element: etree._Element) -> bool:
    return element.get(VAL, "1") not in ("0", "false", "off")


def _number(text: str | None, default: float = 0) -> float:
    """Return the number that an attribute holds, `default` when it is left out or holds none."""
    try:
        number = default if text is None else float(text)
    except ValueError:
        return default
    return number if isfinite(number) else default
