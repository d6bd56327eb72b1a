# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a Word file as a fragment: paragraphs, headings, lists, tables, notes, and where they are.

Every paragraph that shows something is a line, and so is an empty cell of a table: first the text in reading
order, then the notes, then headers and footers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec
from lxml import etree
from msgspec.structs import replace

from jvom.messages import Message, msg
from jvom.model import BlankParagraphs, Font, Fragment, FrontMatter, WordFile
from jvom.ooxml.archive import damaged
from jvom.ooxml.names import qn, qnames
from jvom.ooxml.package import Package
from jvom.ooxml.relationships import Relationship
from jvom.ooxml.tree import children, find, number, text_of, value
from jvom.reading.word.colours import Palette
from jvom.reading.word.contrast import Contrasts
from jvom.reading.word.fields import Fields
from jvom.reading.word.lists import Entry, with_lists
from jvom.reading.word.numbering import Label, Numbering
from jvom.reading.word.paragraphs import Comment, ParagraphReader, SharedState
from jvom.reading.word.pieces import Pieces
from jvom.reading.word.styles import BODY_LEVEL, TextStyles
from jvom.reading.word.tables import is_described, is_headed, is_layout, read_rows
from jvom.source import CannotRun, Positions, Span
from jvom.text import Block, Cell, Footnote, Heading, Inline, Inlines, Paragraph, Quote, Space, Table

_QUOTE = re.compile(
    r"(?:intense )?(?:quote|citaat|block text|bloktekst|block quotation)|duidelijk citaat", re.IGNORECASE
)
_LONGEST_HEADING = 60
# Bookmarks that Word sets by itself: for its table of contents, the last edit, links and selections.
_AUTOMATIC = ("_Toc", "_GoBack", "_Hlk", "OLE_LINK")
_PARAGRAPH = msg("alinea {number}")
_WHAT = msg("het bestand")

_P, _TABLE, _CONTROL, _CONTROL_CONTENT = qnames("w:p w:tbl w:sdt w:sdtContent")
_ALTERNATE, _FALLBACK = qnames("mc:AlternateContent mc:Fallback")
_WRAPPERS = qnames("w:customXml w:ins w:moveTo w:smartTag")
_BOOKMARK = qn("w:bookmarkStart")
_ID, _NAME = qnames("w:id w:name")


def read_word(id: str, data: bytes, path: str) -> Fragment:
    """Return the text of a Word file as a fragment; `path` is as the user typed it.

    Raises CannotRun for what is no Word file, is damaged, or is not safe to unpack.
    """
    try:
        return FileReader(Package.open(data, Span(path), _WHAT), id, path).fragment()
    except RecursionError as error:
        what = msg("deze tekst is onmogelijk diep genest")
        raise CannotRun([damaged(Span(path), what)]) from error


class FileReader:
    """Reads one file, and gathers its lines and what checks want to know of them.

    An `exact` one takes the language of italics as it is marked, and `UNSPOKEN` for one that is not.
    """

    exact = False

    def __init__(self, package: Package, id: str, path: str) -> None:
        self.package, self.id, self.path = package, id, path
        self.styles = TextStyles(package.related_root("styles"))
        self.numbering = Numbering(package.related_root("numbering"), self.styles)
        contrasts = Contrasts(
            self.styles,
            Palette(package.related_root("theme"), package.related_root("settings")),
            find(package.root(package.main), "w:background"),
        )
        self.shared = SharedState(self.styles, contrasts, _comments(package))
        self.lines: list[str] = []
        self.places: list[Message] = []
        self.targets: Mapping[str, Relationship] = package.relationships(package.main)
        self.tables = 0
        self.title: Inlines = ()
        self.title_text = ""
        self.started = False
        self.above: list[tuple[int, bool, str]] = []
        self.blank = 0
        self.blanks: list[BlankParagraphs] = []
        self.floating: list[Span] = []
        self.undescribed: list[Span] = []
        self.where = _PARAGRAPH

    def fragment(self) -> Fragment:
        body = find(self.package.root(self.package.main), "w:body")
        blocks = self.blocks(() if body is None else body)
        self.drop_last_blank()
        notes = self.notes()
        margins = self.margins()
        properties = self.package.properties
        title = "" if properties is None else (properties.findtext(qn("dc:title")) or "").strip()
        front = FrontMatter(status="final")
        if self.title:
            span = _span_of(self.title)
            front = FrontMatter(
                title=self.title_text, status="final", at=Positions(Span(self.path), values={"title": span})
            )
        return Fragment(
            id=self.id,
            span=Span(self.path),
            front=front,
            title=self.title,
            blocks=blocks,
            footnotes=notes,
            lines=tuple(self.lines),
            places=tuple(self.places),
            word=WordFile(
                title=title,
                language=self.styles.language,
                margins=margins,
                traces=tuple(sorted(self.shared.traces, key=lambda trace: trace.span)),
                underlined=tuple(self.shared.underlined),
                formatted=tuple(self.shared.formatted),
                blanks=tuple(self.blanks),
                faint=tuple(self.shared.faint),
                floating=tuple(self.floating),
                undescribed=tuple(self.undescribed),
                unspoken=tuple(self.shared.unspoken),
                fonts=self.fonts(),
            ),
        )

    # --- blocks

    def blocks(self, elements: Iterable[etree._Element], *, silent: bool = False) -> tuple[Block, ...]:
        """Return the blocks in the elements, in reading order."""
        entries: list[Entry] = []
        for paragraphs, is_silent in self.paragraphs_and_tables(elements, silent):
            if paragraphs[0].tag == _TABLE:
                entries += self.table(paragraphs[0], is_silent)
            else:
                entries += self.paragraph(paragraphs, is_silent)
        return with_lists(entries)

    def paragraphs_and_tables(
        self, elements: Iterable[etree._Element], silent: bool
    ) -> Iterator[tuple[list[etree._Element], bool]]:
        """Yield each table, and each paragraph with those that a deleted paragraph mark joins to it.

        The flag tells whether it is left out, as a table of contents is: nobody wrote its lines.
        """
        joined: list[etree._Element] = []
        for element, is_silent in _blocks(elements, silent):
            if element.tag == _P:
                joined.append(element)
                if find(element, "w:pPr/w:rPr/w:del") is None:
                    yield joined, is_silent
                    joined = []
            else:
                if joined:
                    yield joined, is_silent
                    joined = []
                yield [element], is_silent
        if joined:
            yield joined, silent

    def paragraph(self, elements: list[etree._Element], silent: bool) -> list[Entry]:
        # The mark that remains is that of the last, and it decides how the paragraph looks.
        properties = find(elements[-1], "w:pPr")
        style = value(find(properties, "w:pStyle")) or self.styles.default
        silent = silent or self.styles.is_contents(style)
        pieces, reader = self.gather(elements, style, silent)
        entries: list[Entry] = []
        text = pieces.text()
        content = self.content(pieces, reader)
        if content:
            if self.is_framed(properties, style):
                self.floating.append(_span_of(content))
            entry = self.block(properties, style, text, content)
            if entry and isinstance(entry.block, Heading):
                entry = Entry(replace(entry.block, bookmark=_bookmark(elements)))
            entries += [entry] if entry else []
            self.blank = 0
        elif silent or reader.breaks or reader.boxes or find(properties, "w:sectPr") is not None:
            self.blank = 0
        elif self.where is _PARAGRAPH:
            self.count_blank()
        for box in reader.boxes:
            entries += self.box(box, silent)
        return entries

    def gather(
        self, elements: list[etree._Element], style: str, silent: bool
    ) -> tuple[Pieces, ParagraphReader]:
        pieces = Pieces(self.path, len(self.lines) + 1, exact=self.exact)
        reader = ParagraphReader(self.shared, pieces, style, self.targets, silent=silent)
        properties = find(elements[-1], "w:pPr")
        outline = find(properties, "w:outlineLvl")
        if outline is not None:
            reader.heading = number(outline, BODY_LEVEL) < BODY_LEVEL
        for element in elements:
            reader.read(element)
        return pieces, reader

    def content(self, pieces: Pieces, reader: ParagraphReader) -> Inlines:
        content = pieces.content(plain=reader.heading)
        self.shared.unspoken += pieces.unspoken
        return content

    def is_framed(self, properties: etree._Element | None, style: str) -> bool:
        """Tell whether a paragraph floats in a frame; a dropped capital does not (ECMA-376-1, 17.3.1.11)."""
        chain = (find(each, "w:pPr") for each in self.styles.chain(style))
        frames = (find(each, "w:framePr") for each in (properties, *chain))
        frame = next((each for each in frames if each is not None), None)
        return frame is not None and frame.get(qn("w:dropCap"), "none") == "none"

    def block(
        self, properties: etree._Element | None, style: str, text: str, content: Inlines
    ) -> Entry | None:
        """Add the line of a paragraph, and return its block; None for the title."""
        label = self.label(properties, style)
        look = self.styles.look(style)
        styled = look.outline if look.outline is not None else BODY_LEVEL
        outline = number(find(properties, "w:outlineLvl"), styled)
        span = _span_of(content)
        if self.styles.is_title(style) and not self.started and not self.title:
            self.add_line(text)
            self.title, self.title_text = content, text.strip()
            # The fragment's title is a passage of its own, so it is not a block too.
            return None
        self.started = True
        if 0 <= outline < BODY_LEVEL:
            printed = "" if label is None or label.bullet else label.text
            self.enter_heading(outline, printed.rstrip("."), " ".join(text.split()))
            self.add_line(text)
            return Entry(Heading(outline + 1, content, span, printed.rstrip(".")))
        self.add_line(text)
        if _QUOTE.fullmatch(look.name):
            return Entry(Quote((Paragraph(content, span),), span))
        return Entry(Paragraph(content, span), label)

    def enter_heading(self, outline: int, printed: str, words: str) -> None:
        """Note the headings above the text that follows: the last, and the numbered one above it."""
        self.above = [each for each in self.above if each[0] < outline]
        heading = shorten(f"{printed} {words}".strip())
        self.above.append((outline, bool(printed), heading))
        numbered = [each for _, has_number, each in self.above[:-1] if has_number]
        self.shared.section = f"{numbered[-1]}, {heading}" if numbered and not printed else heading

    def label(self, properties: etree._Element | None, style: str) -> Label | None:
        own = find(properties, "w:numPr")
        if find(own, "w:ins") is not None and find(own, "w:numId") is None:
            own = None
        look = self.styles.look(style)
        num = value(find(own, "w:numId")) or look.num or ""
        at = find(own, "w:ilvl")
        level = number(at) if at is not None else look.level
        return self.numbering.label(num, level, style) if num else None

    def count_blank(self) -> None:
        """Count an empty paragraph, which makes room that spacing should make."""
        self.blank += 1
        if self.blank < 1 or not self.lines:
            return
        if self.blank > 1:
            self.blanks.pop()
        self.blanks.append(BlankParagraphs(self.line(len(self.lines) - 1), self.blank))

    def drop_last_blank(self) -> None:
        """Drop an empty last paragraph: it ends the last section, and nothing follows it."""
        if self.blank > 0 and self.blanks:
            last = self.blanks.pop()
            if last.count > 1:
                self.blanks.append(BlankParagraphs(last.span, last.count - 1))

    def add_line(self, text: str) -> None:
        """Add a paragraph as a line, with the words that say where it is."""
        where = Message(self.where.text, {**self.where.values, "number": len(self.lines) + 1})
        section = self.shared.section
        self.lines.append(text)
        self.places.append(
            msg("{where}, onder {section}", where=where, section=section) if section else where
        )

    def line(self, index: int) -> Span:
        """Return the span of a whole line that was added."""
        return Span(self.path, index + 1, 1, index + 1, len(self.lines[index]) + 1)

    def box(self, box: etree._Element, silent: bool) -> list[Entry]:
        """Return the content of a text box, which comes after the paragraph it is anchored to."""
        fields, self.shared.fields = self.shared.fields, Fields()
        where, self.where = self.where, msg("alinea {number} (tekstvak)")
        first = len(self.lines)
        found = [Entry(block) for block in self.blocks(box, silent=silent)]
        if len(self.lines) > first:
            self.floating.append(self.line(first))
        self.where, self.shared.fields = where, fields
        return found

    # --- tables

    def table(self, element: etree._Element, silent: bool) -> list[Entry]:
        if silent:
            self.blocks(
                (each for row in element.iter(qn("w:tc")) for each in row.iterchildren(_P)), silent=True
            )
            return []
        self.blank = -1  # Word wants a paragraph after a table
        self.started = True
        self.tables += 1
        table, where = self.tables, self.where
        boxes: list[Entry] = []
        rows: list[tuple[Cell, ...]] = []
        for row, cells in enumerate(read_rows(element), 1):
            made: list[Cell] = []
            for cell in cells:
                if cell.above:
                    above = rows[-1][len(made)] if rows and len(made) < len(rows[-1]) else self.missing(made)
                    made.append(msgspec.structs.replace(above, covered=True))
                else:
                    if where is _PARAGRAPH:
                        self.where = msg("alinea {number} (tabel {table}, rij {row})", table=table, row=row)
                    made.append(self.cell(cell.element, boxes))
                made += [msgspec.structs.replace(made[-1], covered=True)] * (cell.width - 1)
            rows.append(tuple(made))
        self.where = where
        width = max(map(len, rows), default=0)
        if not width:
            return boxes
        full = [row + tuple(self.missing(list(row)) for _ in range(width - len(row))) for row in rows]
        first, last = rows[0][0].span, rows[-1][-1].span
        span = Span(self.path, first.line, first.column, max(first.end_line, last.end_line), last.end_column)
        made_table = Table(full[0], tuple(full[1:]), "", span, is_headed(element), layout=is_layout(element))
        if not is_described(element):
            self.undescribed.append(span)
        if find(element, "w:tblPr/w:tblpPr") is not None:
            self.floating.append(first)
        return [Entry(made_table), *boxes]

    def missing(self, before: list[Cell]) -> Cell:
        """Return a cell for a row that is too short: nobody left it empty, so it counts as covered."""
        last = max(1, len(self.lines))
        place = end_of(before[-1].span) if before else Span(self.path, last, 1, last, 1)
        return Cell((), place, covered=True)

    def cell(self, element: etree._Element, boxes: list[Entry]) -> Cell:
        """Return a cell; its paragraphs, and those of a table in it, are separated by line breaks."""
        content: list[Inline] = []
        first = len(self.lines) + 1
        for paragraphs, silent in self.paragraphs_in_cell(element):
            properties = find(paragraphs[-1], "w:pPr")
            style = value(find(properties, "w:pStyle")) or self.styles.default
            pieces, reader = self.gather(paragraphs, style, silent)
            text = pieces.text()
            found = self.content(pieces, reader)
            if found:
                self.label(properties, style)
                if content:
                    content.append(Space(True, end_of(content[-1].span)))
                content += found
                self.add_line(text)
            for box in reader.boxes:
                boxes += self.box(box, silent)
        if not content:
            self.add_line("")
            return Cell((), Span(self.path, first, 1, first, 1))
        return Cell(tuple(content), _span_of(tuple(content)))

    def paragraphs_in_cell(self, element: etree._Element) -> Iterator[tuple[list[etree._Element], bool]]:
        """Yield the paragraphs of a cell, including those of tables inside it."""
        for found, silent in self.paragraphs_and_tables(element, silent=False):
            if found[0].tag == _TABLE:
                for cells in read_rows(found[0]):
                    for cell in cells:
                        if not cell.above:
                            yield from self.paragraphs_in_cell(cell.element)
            else:
                yield found, silent

    # --- notes, margins, fonts

    def notes(self) -> tuple[Footnote, ...]:
        """Return the notes that the text refers to, in the order of their references."""
        parts = {
            kind: _notes(self.package.related_root(f"{kind}s"), kind) for kind in ("footnote", "endnote")
        }
        part_names = {kind: (self.package.related(f"{kind}s") or ("",))[0] for kind in parts}
        made: list[Footnote] = []
        at = 0
        while at < len(self.shared.notes):
            kind, id_, label, section = self.shared.notes[at]
            at += 1
            element = parts[kind].pop(id_, None)
            if element is None:
                continue
            self.shared.section = section
            self.targets = self.package.relationships(part_names[kind])
            where = msg("voetnoot {label}") if kind == "footnote" else msg("eindnoot {label}")
            self.where = Message(where.text, {"label": label})
            blocks = self.blocks(element)
            span = blocks[0].span if blocks else Span(self.path)
            made.append(Footnote(label, blocks, span))
        return tuple(made)

    def margins(self) -> tuple[Block, ...]:
        """Return the text of headers and footers, each once: sections repeat them."""
        self.shared.section = ""
        kinds: tuple[tuple[Literal["header", "footer"], Message], ...] = (
            ("header", msg("koptekst")),
            ("footer", msg("voettekst")),
        )
        found: list[Block] = []
        seen: set[tuple[str, ...]] = set()
        for kind, where in kinds:
            for part in self.package.related(kind):
                root = self.package.root(part)
                if root is None:
                    continue
                text = tuple(each.text or "" for each in root.iter(qn("w:t")))
                if text in seen:
                    continue
                seen.add(text)
                self.where, self.targets = where, self.package.relationships(part)
                found += self.blocks(root)
        return tuple(found)

    def fonts(self) -> tuple[Font, ...]:
        table = self.package.related_root("fontTable")
        embedded = {
            each.get(qn("w:name"), "")
            for each in children(table, "w:font")
            if find(each, "w:embedRegular") is not None
        }
        return tuple(Font(name=name, embedded=name in embedded) for name in self.styles.fonts())


def shorten(heading: str) -> str:
    """Return a heading for use in a message, cut at a word when it is long."""
    if len(heading) <= _LONGEST_HEADING:
        return heading
    return heading[:_LONGEST_HEADING].rpartition(" ")[0].rstrip(",;:") + "…"


def end_of(span: Span) -> Span:
    """Return the empty span at the end of another."""
    return Span(span.path, span.end_line, span.end_column, span.end_line, span.end_column)


def _bookmark(paragraphs: Iterable[etree._Element]) -> str:
    """Return the name of the first bookmark in the paragraphs that somebody set, "" for none."""
    marks = (mark for each in paragraphs for mark in each.iter(_BOOKMARK))
    names = (mark.get(_NAME, "") for mark in marks)
    return next((name for name in names if not name.startswith(_AUTOMATIC)), "")


def _span_of(content: Inlines) -> Span:
    """Return the span of the content, which is not empty."""
    return content[0].span.through(content[-1].span)


def _blocks(elements: Iterable[etree._Element], silent: bool) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the paragraphs and tables, including those in content controls and the like."""
    for element in elements:
        tag = element.tag
        if tag in (_P, _TABLE):
            yield element, silent
        elif tag == _CONTROL:
            content = element.find(_CONTROL_CONTENT)
            gallery = value(find(element, "w:sdtPr/w:docPartObj/w:docPartGallery"))
            if content is not None:
                yield from _blocks(content, silent or gallery == "Table of Contents")
        elif tag == _ALTERNATE:
            choice = next((each for each in element if each.tag != _FALLBACK), None)
            yield from _blocks(() if choice is None else choice, silent)
        elif tag in _WRAPPERS:
            yield from _blocks(element, silent)


def _comments(package: Package) -> dict[str, Comment]:
    found = {}
    for comment in children(package.related_root("comments"), "w:comment"):
        text = " ".join(text_of(comment).split())
        found[comment.get(_ID, "")] = Comment(comment.get(qn("w:author"), ""), text)
    return found


def _notes(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    return {
        each.get(_ID, ""): each
        for each in children(root, f"w:{kind}")
        if each.get(qn("w:type"), "normal") == "normal"
    }
