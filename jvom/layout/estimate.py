# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Estimated page numbers: lines counted by the widths of letters, and set on pages as Word sets them.

This takes milliseconds and needs only the plan and the template. First every paragraph and table row becomes
a box of lines; then the boxes go on pages, with their footnotes, headings with their text, and no line of a
paragraph alone. docs/layout.md says how accurate it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from jvom.layout.geometry import Fixed, Geometry, Page, SectionEnd, Slot, read_geometry
from jvom.layout.lines import Lines, break_lines
from jvom.plan import (
    LIST_ENTRY,
    UNDER_TABLE,
    Block,
    Cell,
    Contents,
    Document,
    Inline,
    NewSection,
    Note,
    Paragraph,
    Run,
    Table,
    bookmark_at,
    listed,
)
from jvom.word.template import Template

_SEPARATOR = 10.0
"""The line above the footnotes: a paragraph in the style of their text."""

_ROUNDING = 0.01
"""How much lines may exceed what is left of a page, in points: heights are sums of many floats."""

_TOGETHER = 2
"""How many lines of a paragraph stay together at the end and start of a page (ECMA-376-1, 17.3.1.44)."""


class Estimate(msgspec.Struct, frozen=True):
    """The printed page number of each bookmark, and how many pages there are."""

    pages: Mapping[str, int]
    total: int


class _Box(msgspec.Struct):
    """Consecutive lines of the same height, and what keeps them together; lengths in points.

    `places` are the bookmarks within its words and notes, each with the number of the line.
    """

    lines: int
    line: float
    before: float = 0.0
    after: float = 0.0
    notes: Mapping[int, float] = {}
    bookmark: str = ""
    places: Mapping[str, int] = {}
    style: str = ""
    contextual: bool = False
    page_break_before: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    repeated: float = 0.0

    @property
    def kept_together(self) -> int:
        """How many of its first lines stay together."""
        if self.keep_lines or (self.widow_control and self.lines <= _TOGETHER + 1):
            return self.lines
        return _TOGETHER if self.widow_control else 1

    def height(self, lines: int) -> float:
        """Return the height of its first `lines` lines with their footnotes."""
        if not self.notes:
            return lines * self.line
        return lines * self.line + sum(high for at, high in self.notes.items() if at <= lines)


def estimate(document: Document, template: Template) -> Estimate:
    """Estimate on which page each bookmark of the document falls.

    `template` is the one it will be built with. Tables of the template itself, as in the head of a letter,
    are left out: only documents with a table of contents need their pages.
    """
    layout = _Layout(document, read_geometry(template))
    return layout.estimate()


class _Layout:
    def __init__(self, document: Document, looks: Geometry) -> None:
        self.document = document
        self.looks = looks
        self.table_gap = looks.paragraph(UNDER_TABLE).before  # between a table and its text
        self.sheets = _Pages()
        self.listed = listed(document)

    def estimate(self) -> Estimate:
        for page, blocks in self._sections():
            self.sheets.begin(page)
            self.sheets.fill(list(self._boxes(blocks, page.width)))
        pages = self.sheets.pages
        # Headings in places that are left out, such as a table of the template, count as on the last page.
        for bookmark in sorted(self.listed):
            pages.setdefault(bookmark, self.sheets.number)
        return Estimate(pages, self.sheets.count)

    def _sections(self) -> Iterator[tuple[Page, list[Block]]]:
        """Yield the blocks of each section and its page, as the template and the plan divide them."""
        all_pages = [place.page for place in self.looks.places if isinstance(place, SectionEnd)]
        waiting: list[Block] = []
        ended = 0
        for place in self.looks.places:
            match place:
                case SectionEnd(page=page):
                    ended += 1
                    yield from _by_section(page, waiting, all_pages)
                    waiting = []
                case Slot(tag=tag):
                    waiting += self.document.blocks.get(tag, ())
                    if tag in self.document.text:
                        waiting.append(Paragraph("", self.document.text[tag]))
                case Fixed(style=style, text=text, tags=tags):
                    content: list[Inline] = [Run(text)] if text else []
                    for tag in tags:
                        content += self.document.text.get(tag, ())
                    if content or not tags:
                        waiting.append(Paragraph(style, tuple(content)))
        if waiting:
            yield from _by_section(all_pages[-1] if all_pages else Page(0.0, 0.0, False), waiting, all_pages)

    def _boxes(self, blocks: Iterable[Block], width: float) -> Iterator[_Box]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield self._box(block, width)
                case Table():
                    yield from self._rows(block, width)
                case Contents():
                    yield self._box(block.heading, width)
                    for entry in block.entries:
                        # The number is before the text, and the page beyond the right indent.
                        style = LIST_ENTRY if block.label else f"TOC{entry.level}"
                        yield self._box(Paragraph(style, entry.text), width)
                case NewSection():
                    pass

    def _box(self, paragraph: Paragraph, width: float) -> _Box:
        look = self.looks.paragraph(paragraph.style)
        lines = break_lines(paragraph.content, look, width, self.looks.is_bold, self.looks.hyphenation)
        return _Box(
            lines=lines.count,
            line=look.line if not lines.pictures else max(look.line, lines.pictures / lines.count),
            before=self.table_gap if paragraph.under_table else look.before,
            after=0.0 if paragraph.no_space_after else self.table_gap if paragraph.over_table else look.after,
            notes=self._notes(lines, width) if lines.notes else {},
            bookmark=self._bookmark(paragraph),
            places=_places(lines) if lines.bookmarks or lines.notes else {},
            style=paragraph.style,
            contextual=look.contextual,
            page_break_before=look.page_break_before,
            keep_next=look.keep_next or paragraph.keep_next,
            keep_lines=look.keep_lines,
            widow_control=look.widow_control,
        )

    def _bookmark(self, paragraph: Paragraph) -> str:
        """Return the bookmark whose page is to be known: that of a heading, or of a caption in a list."""
        found = bookmark_at(paragraph)
        return found if paragraph.heading or found in self.listed else ""

    def _notes(self, lines: Lines, width: float) -> Mapping[int, float]:
        return {line: sum(self._note(note, width) for note in notes) for line, notes in lines.notes.items()}

    def _note(self, note: Note, width: float) -> float:
        height = 0.0
        for index, paragraph in enumerate(note.paragraphs):
            look = self.looks.paragraph(paragraph.style)
            content = (Run("1 "), *paragraph.content) if index == 0 else paragraph.content
            lines = break_lines(content, look, width, self.looks.is_bold, self.looks.hyphenation)
            height += lines.count * look.line
        return height

    def _rows(self, table: Table, width: float) -> Iterator[_Box]:
        """Yield a box for each row; rows don't break, and the header is repeated on every page."""
        look = self.looks.table(table.style)
        headers = len(table.header)
        repeated = 0.0
        occupied: dict[int, int] = {}
        for index, row in enumerate(table.header + table.rows):
            height, notes = 0.0, 0.0
            places: list[str] = []
            column = 0
            for cell in row:
                while occupied.get(column, 0):
                    occupied[column] -= 1
                    column += 1
                cell_width = (
                    width * sum(table.widths[column : column + cell.columns]) - look.left - look.right
                )
                high, called, inside = self._cell(cell, cell_width)
                notes += called
                places += inside
                if cell.rows == 1:
                    height = max(height, high)
                else:
                    occupied[column] = cell.rows - 1
                column += cell.columns
            for beyond in [each for each in occupied if each >= column and occupied[each]]:
                occupied[beyond] -= 1
            height += look.top + look.bottom + look.rule
            yield _Box(
                lines=1,
                line=height,
                notes={1: notes} if notes else {},
                places=dict.fromkeys(places, 1),
                keep_next=index < headers or all(map(self._keeps_with_next, row)),
                keep_lines=True,
                repeated=repeated if index >= headers else 0.0,
            )
            if index < headers:
                repeated += height

    def _keeps_with_next(self, cell: Cell) -> bool:
        return all(
            paragraph.keep_next or self.looks.paragraph(paragraph.style).keep_next
            for paragraph in cell.paragraphs
        )

    def _cell(self, cell: Cell, width: float) -> tuple[float, float, list[str]]:
        """Return the height of a cell, that of its notes, and the bookmarks in it."""
        height = notes = 0.0
        places: list[str] = []
        for paragraph in cell.paragraphs:
            box = self._box(paragraph, width)
            height += box.before + box.lines * box.line + box.after
            notes += sum(box.notes.values())
            places += box.places
        return height, notes, places


class _Pages:
    """The pages as they fill."""

    def __init__(self) -> None:
        self.pages: dict[str, int] = {}
        self.number = 0
        self.count = 0
        self.room = 0.0
        self.height = 0.0
        self.has_notes = False
        self.is_new = True

    def begin(self, page: Page) -> None:
        """Begin a section on a new page."""
        self.height = page.height
        self._next_page()
        if page.first_number is not None:
            self.number = page.first_number

    def fill(self, boxes: list[_Box]) -> None:
        """Place the boxes one below the other, on as many pages as they need."""
        before: _Box | None = None
        for index, box in enumerate(boxes):
            if box.page_break_before and not self.is_new:
                self._next_page()
                before = None
            gap = _gap(before, box)
            if not self.is_new and not self._fits(boxes, index, gap):
                self._next_page()
                gap = 0.0
            if box.bookmark:
                self.pages[box.bookmark] = self.number
            self._place(box, gap)
            before = box

    def _fits(self, boxes: list[_Box], index: int, gap: float) -> bool:
        """Tell whether the first lines of the box, with everything it must stay with, fit on this page."""
        needed = gap
        box = boxes[index]
        while box.keep_next and index + 1 < len(boxes) and not boxes[index + 1].page_break_before:
            needed += box.height(box.lines) + _gap(box, boxes[index + 1])
            index += 1
            box = boxes[index]
        needed += box.height(box.kept_together)
        needed += 0.0 if self.has_notes or not box.notes else _SEPARATOR
        return needed <= self.room or needed > self.height

    def _place(self, box: _Box, gap: float) -> None:
        self.room -= gap
        self.is_new = False
        left = box.lines
        while left:
            fitting = self._fitting(box, box.lines - left)
            if fitting < left and box.widow_control and left - fitting < _TOGETHER:
                fitting = left - _TOGETHER
            if fitting <= 0 or (fitting < left and box.keep_lines):
                fitting = left if box.keep_lines or left <= _TOGETHER else max(fitting, 1)
            first = box.lines - left
            self.room -= fitting * box.line
            for line, high in box.notes.items():
                if first < line <= first + fitting:
                    self.room -= high + (0.0 if self.has_notes else _SEPARATOR)
                    self.has_notes = True
            for bookmark, line in box.places.items():
                if first < line <= first + fitting:
                    self.pages[bookmark] = self.number
            left -= fitting
            if left:
                self._next_page()
                self.is_new = False
        if box.repeated and self.room > self.height - box.line - 1:
            self.room -= box.repeated

    def _fitting(self, box: _Box, first: int) -> int:
        """Return how many lines of the box, from line `first` on, fit on the page."""
        if not box.notes and box.line:
            return max(0, min(box.lines - first, int((self.room + _ROUNDING) // box.line)))
        room = self.room
        has_notes = self.has_notes
        for line in range(first + 1, box.lines + 1):
            room -= box.line
            if line in box.notes:
                room -= box.notes[line] + (0.0 if has_notes else _SEPARATOR)
                has_notes = True
            if room < -_ROUNDING:
                return line - first - 1
        return box.lines - first

    def _next_page(self) -> None:
        self.number += 1
        self.count += 1
        self.room = self.height
        self.has_notes = False
        self.is_new = True


def _places(lines: Lines) -> Mapping[str, int]:
    """Return the bookmarks in a paragraph, with those of a note on the line that calls it."""
    found = dict(lines.bookmarks)
    for line, notes in lines.notes.items():
        for note in notes:
            for inline in (each for paragraph in note.paragraphs for each in paragraph.content):
                if isinstance(inline, Run) and inline.bookmark:
                    found[inline.bookmark] = line
    return found


def _gap(before: _Box | None, box: _Box) -> float:
    """Return the space above a box: the larger of the space after the one and before the other.

    Word adds the two only with the compatibility setting ``doNotUseHTMLParagraphAutoSpacing``.
    """
    if before is None:
        return box.before
    if before.style == box.style and box.style and box.contextual:
        return 0.0
    return max(before.after, box.before)


def _by_section(page: Page, blocks: list[Block], all_pages: list[Page]) -> Iterator[tuple[Page, list[Block]]]:
    """Divide the blocks of a section where the plan begins a new one, leaving out empty ones."""
    parts: list[tuple[bool, list[Block]]] = [(page.landscape, [])]
    for block in blocks:
        if isinstance(block, NewSection):
            parts.append((block.landscape, []))
        else:
            parts[-1][1].append(block)
    filled = [(landscape, part) for landscape, part in parts if any(map(_prints, part))]
    for index, (landscape, part) in enumerate(filled):
        is_own = index == 0 and landscape == page.landscape  # only then its page numbers may begin anew
        yield page if is_own else page.turned(landscape, all_pages), part


def _prints(block: Block) -> bool:
    """Tell whether a block needs a page: a section without any is dropped with its empty paragraph."""
    return not isinstance(block, Paragraph) or bool(block.content)
