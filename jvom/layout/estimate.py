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

from jvom.layout.geometry import (
    Fixed,
    FixedCell,
    FixedRow,
    FixedTable,
    Geometry,
    Page,
    SectionEnd,
    Slot,
    read_geometry,
)
from jvom.layout.lines import Lines, break_lines
from jvom.layout.sheets import Box, Pages, Stack
from jvom.plan import (
    FIELD_STYLE,
    LABEL_STYLES,
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


class Estimate(msgspec.Struct, frozen=True):
    """The printed page number of each bookmark, and how many pages there are."""

    pages: Mapping[str, int]
    total: int


def estimate(document: Document, template: Template) -> Estimate:
    """Estimate on which page each bookmark of the document falls.

    `template` is the one it will be built with.
    """
    layout = _Layout(document, read_geometry(template))
    return layout.estimate()


class _Layout:
    def __init__(self, document: Document, looks: Geometry) -> None:
        self.document = document
        self.looks = looks
        self.table_gap = looks.paragraph(UNDER_TABLE).before  # between a table and its text
        self.sheets = Pages()
        self.listed = listed(document)

    def estimate(self) -> Estimate:
        for page, blocks in self._sections():
            self.sheets.begin(page)
            self.sheets.fill(list(self._boxes(blocks, page.width)))
        pages = self.sheets.pages
        # Headings in places that are left out, such as a text box of the template, count as on the last page.
        for bookmark in sorted(self.listed):
            pages.setdefault(bookmark, self.sheets.number)
        return Estimate(pages, self.sheets.count)

    def _filled(self, place: Slot | Fixed) -> list[Block]:
        """Return what a place of the template shows: nothing when its fields are all empty."""
        if isinstance(place, Slot):
            found = list(self.document.blocks.get(place.tag, ()))
            if place.tag in self.document.text:
                found.append(Paragraph("", self.document.text[place.tag]))
            return found
        content: list[Inline] = []
        for tag in place.tags:
            content += self.document.text.get(tag, ())
        if place.tags and not content and (place.style == FIELD_STYLE or not place.text):
            return []
        label = [Run(place.text)] if place.text else []
        return [Paragraph(place.style, (*label, *content))]

    def _fixed_rows(self, table: FixedTable) -> Iterator[Box]:
        """Yield a box for each row of a table of the template; one of empty fields is left out.

        What does not fit in the rows that a cell is merged over makes the last of them higher.
        """
        rule = self.looks.table(table.style).rule
        waiting: dict[int, float] = {}  # what cells that began above still need, by column
        for place, row in enumerate(table.rows):
            below = {column for column, cell in _columns(table.rows[place + 1 :][:1]) if cell.goes_on}
            height = row.height
            places: list[str] = []
            is_filled = False
            for column, cell in _columns([row]):
                blocks = self._cell_blocks(cell)
                is_filled = is_filled or any(map(_prints, blocks))
                high, inside = self._fixed_cell(cell, blocks, table.style)
                places += inside
                if cell.begins and column in below:
                    waiting[column] = high + rule
                elif not cell.goes_on:
                    height = max(height, high + rule)
                elif column not in below:
                    height = max(height, waiting.pop(column, 0.0))
            if is_filled:
                yield Box(lines=1, line=height, places=dict.fromkeys(places, 1), keep_lines=True)
                for column in waiting:
                    waiting[column] -= height

    def _fixed_cell(self, cell: FixedCell, blocks: list[Block], style: str) -> tuple[float, list[str]]:
        """Return the height of a cell of the template, margins included, and the bookmarks in it."""
        look, own = self.looks.table(style), cell.margins
        width = cell.width - own.get("left", look.left) - own.get("right", look.right)
        inside = Stack()
        for box in self._boxes(blocks, width):
            inside.add(box)
        return inside.height + own.get("top", look.top) + own.get("bottom", look.bottom), inside.places

    def _cell_blocks(self, cell: FixedCell) -> list[Block]:
        """Return what a cell of the template shows: a label without a value goes too."""
        found: list[Block] = []
        for at, place in enumerate(cell.places):
            below = cell.places[at + 1] if at + 1 < len(cell.places) else None
            is_label = isinstance(place, Fixed) and place.style in LABEL_STYLES
            if is_label and isinstance(below, Fixed) and below.tags and not self._filled(below):
                continue
            found += self._filled(place)
        return found

    def _sections(self) -> Iterator[tuple[Page, list[Block | FixedTable]]]:
        """Yield the blocks of each section and its page, as the template and the plan divide them."""
        all_pages = [place.page for place in self.looks.places if isinstance(place, SectionEnd)]
        waiting: list[Block | FixedTable] = []
        ended = 0
        for place in self.looks.places:
            match place:
                case SectionEnd(page=page):
                    ended += 1
                    yield from _by_section(page, waiting, all_pages)
                    waiting = []
                case FixedTable():
                    waiting.append(place)
                case Slot() | Fixed():
                    waiting += self._filled(place)
        if waiting:
            yield from _by_section(all_pages[-1] if all_pages else Page(0.0, 0.0, False), waiting, all_pages)

    def _boxes(self, blocks: Iterable[Block | FixedTable], width: float) -> Iterator[Box]:
        for block in blocks:
            match block:
                case FixedTable():
                    yield from self._fixed_rows(block)
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

    def _box(self, paragraph: Paragraph, width: float) -> Box:
        look = self.looks.paragraph(paragraph.style)
        lines = break_lines(paragraph.content, look, width, self.looks.is_bold, self.looks.hyphenation)
        return Box(
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

    def _rows(self, table: Table, width: float) -> Iterator[Box]:
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
            yield Box(
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


def _columns(rows: Iterable[FixedRow]) -> Iterator[tuple[int, FixedCell]]:
    """Yield the cells of rows, each with the column in which it begins."""
    for row in rows:
        column = 0
        for cell in row.cells:
            yield column, cell
            column += cell.columns


def _places(lines: Lines) -> Mapping[str, int]:
    """Return the bookmarks in a paragraph, with those of a note on the line that calls it."""
    found = dict(lines.bookmarks)
    for line, notes in lines.notes.items():
        for note in notes:
            for inline in (each for paragraph in note.paragraphs for each in paragraph.content):
                if isinstance(inline, Run) and inline.bookmark:
                    found[inline.bookmark] = line
    return found


def _by_section(
    page: Page, blocks: list[Block | FixedTable], all_pages: list[Page]
) -> Iterator[tuple[Page, list[Block | FixedTable]]]:
    """Divide the blocks of a section where the plan begins a new one, leaving out empty ones."""
    parts: list[tuple[bool, list[Block | FixedTable]]] = [(page.landscape, [])]
    for block in blocks:
        if isinstance(block, NewSection):
            parts.append((block.landscape, []))
        else:
            parts[-1][1].append(block)
    filled = [(landscape, part) for landscape, part in parts if any(map(_prints, part))]
    for index, (landscape, part) in enumerate(filled):
        is_own = index == 0 and landscape == page.landscape  # only then its page numbers may begin anew
        yield page if is_own else page.turned(landscape, all_pages), part


def _prints(block: Block | FixedTable) -> bool:
    """Tell whether a block needs a page: a section without any is dropped with its empty paragraph."""
    return not isinstance(block, Paragraph) or bool(block.content)
