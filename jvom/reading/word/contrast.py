# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the text of a run contrasts enough with its background (WCAG 2.1, success criterion 1.4.3).

A run takes its colour from itself, its styles, its table's style and the defaults, in that order (ECMA-376-1,
17.7.2); its background, from the run, the paragraph, the cell, the table or the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from jvom.ooxml.names import qn, qnames
from jvom.ooxml.tree import children, find, is_on, number, value
from jvom.ooxml.values import is_true
from jvom.reading.word.colours import WHITE, Colour, Palette, contrast, highlight, typed_colour
from jvom.reading.word.styles import TextStyles
from jvom.reading.word.tables import inside

LEAST, LEAST_OF_LARGE = 4.5, 3.0
_LARGE, _LARGE_IF_BOLD = 36, 28  # half points
_USUAL_SIZE = 20

_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX = qnames("w:p w:tbl w:tr w:tc w:txbxContent")


class Contrast(NamedTuple):
    """The contrast ratio of text and background, and the least it should be."""

    ratio: float
    least: float


class _Place(NamedTuple):
    """What surrounds a paragraph: its styles, and the properties of what it is in, nearest first."""

    styles: tuple[etree._Element, ...]
    around: tuple[etree._Element, ...]
    hidden: bool


class Contrasts:
    """The contrast of the runs of one file."""

    def __init__(self, styles: TextStyles, palette: Palette, page: etree._Element | None) -> None:
        self._styles, self._palette = styles, palette
        self._page = typed_colour(page.get(qn("w:color"), "")) if page is not None else None
        self._last: tuple[etree._Element, _Place] | None = None
        self._rows: dict[etree._Element, dict[etree._Element, int]] = {}

    def too_little(self, run: etree._Element, properties: etree._Element | None) -> Contrast | None:
        """Return the contrast of a run that has too little; None for all others.

        Text in exactly the colour of its background is meant to be invisible, as in our black bars. The
        background of a text box is not looked for.
        """
        place = self._place(run)
        if place is None or place.hidden:
            return None
        said = [] if properties is None else [properties]
        said += _of("w:rPr", self._styles.chain(value(find(properties, "w:rStyle"))))
        said += _of("w:rPr", place.styles)
        colour = _first(said, "w:color")
        ink = None if colour is None else self._palette.text_colour(colour)
        if ink is None:  # automatic: black or white, whichever stands out
            return None
        ground = self._ground(said, place)
        if ink == ground:
            return None
        ratio, least = contrast(ink, ground), LEAST_OF_LARGE if _is_large(said) else LEAST
        return Contrast(ratio, least) if ratio < least else None

    def _ground(self, said: list[etree._Element], place: _Place) -> Colour:
        for each in said:
            marked = highlight(value(find(each, "w:highlight")))
            if marked is not None:
                return marked
        for each in (*said, *place.around):
            shading = find(each, "w:shd")
            ground = None if shading is None else self._palette.fill_colour(shading)
            if ground is not None:
                return ground
        return self._page or WHITE

    def _place(self, run: etree._Element) -> _Place | None:
        paragraph = next(run.iterancestors(_PARAGRAPH), None)
        if paragraph is None:
            return None
        # The runs of a paragraph come one after another.
        if self._last is None or self._last[0] is not paragraph:
            self._last = (paragraph, self._placed(paragraph))
        return self._last[1]

    def _placed(self, paragraph: etree._Element) -> _Place:
        properties = find(paragraph, "w:pPr")
        chain = self._styles.chain(value(find(properties, "w:pStyle")) or self._styles.default)
        around = [*children(paragraph, "w:pPr"), *_of("w:pPr", chain)]
        styles = [*chain]
        row: etree._Element | None = None
        cell: etree._Element | None = None
        for each in paragraph.iterancestors():
            if each.tag == _BOX:
                return _Place((), (), hidden=True)
            if each.tag == _CELL:
                cell = each
                around += children(cell, "w:tcPr")
            elif each.tag == _ROW:
                row = each
            elif each.tag == _TABLE and row is not None and cell is not None:
                parts = list(self._parts(each, row, cell))
                styles += parts
                around += _of("w:tcPr", parts)
                around += children(each, "w:tblPr")
                around += _of("w:tblPr", parts)
                row = cell = None
        styles += children(self._styles.defaults, "w:rPrDefault")
        return _Place(tuple(styles), tuple(around), hidden=False)

    def _parts(
        self, table: etree._Element, row: etree._Element, cell: etree._Element
    ) -> Iterator[etree._Element]:
        """Yield what the table's style says of a cell: first for its row and column, then for all cells."""
        chain = self._styles.chain(value(find(table, "w:tblPr/w:tblStyle")))
        look = find(table, "w:tblPr/w:tblLook")
        if table not in self._rows:
            self._rows[table] = {each: number for number, each in enumerate(inside(table, _ROW))}
        rows, cells = self._rows[table], list(inside(row, _CELL))
        at, across = rows.get(row, -1), cells.index(cell) if cell in cells else -1
        edges = (
            ("firstRow", at == 0),
            ("lastRow", at == len(rows) - 1),
            ("firstColumn", across == 0),
            ("lastColumn", across == len(cells) - 1),
        )
        kinds = [_PARTS[edge] for edge, there in edges if there and _is_asked(look, edge)]
        if not _is_asked(look, "noHBand"):
            odd = (at - _is_asked(look, "firstRow")) % 2
            kinds.append("band2Horz" if odd else "band1Horz")
        for kind in kinds:
            for style in chain:
                yield from (
                    each for each in children(style, "w:tblStylePr") if each.get(qn("w:type")) == kind
                )
        yield from chain


# The edges of a table as ``w:tblLook`` names them, and as its style does (17.18.89).
_PARTS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}
# The bits of ``w:val``, with which an older Word says the same (ECMA-376-4, 14.3.7).
_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200}


def _is_asked(look: etree._Element | None, part: str) -> bool:
    """Tell whether a table uses that part of its style (``w:tblLook``)."""
    if look is None:
        return False
    typed = look.get(qn(f"w:{part}"))
    if typed is not None:
        return is_true(typed)
    try:
        return bool(int(value(look, "0"), 16) & _BITS[part])
    except ValueError:
        return False


def _of(tag: str, elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Return the properties with that tag in the elements."""
    return [found for each in elements for found in children(each, tag)]


def _first(said: list[etree._Element], tag: str) -> etree._Element | None:
    """Return the first with that tag in the properties, which are in order of precedence."""
    return next((found for found in (find(each, tag) for each in said) if found is not None), None)


def _is_large(said: list[etree._Element]) -> bool:
    size = number(_first(said, "w:sz"), _USUAL_SIZE)
    return size >= (_LARGE_IF_BOLD if is_on(_first(said, "w:b")) else _LARGE)
