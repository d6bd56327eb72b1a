# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Blocks and inlines of a plan as WordprocessingML, for one part of the package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from docx.opc.part import Part

from jvom.plan import (
    Block,
    Change,
    CommentEnd,
    CommentStart,
    Contents,
    Hyperlink,
    Image,
    Inline,
    LineBreak,
    Locked,
    NewSection,
    Note,
    NumberReference,
    Paragraph,
    Revised,
    Run,
    SequenceNumber,
    Table,
)
from jvom.word import controls, fields, markup
from jvom.word.bookmarks import Bookmarks
from jvom.word.comments import Comments
from jvom.word.images import Images
from jvom.word.links import Links
from jvom.word.notes import Notes
from jvom.word.numbering import Numbering
from jvom.word.revisions import Revisions
from jvom.word.tables import table

LINK_STYLE = "Hyperlink"


class Body:
    """Writes the content of one part; what it is given is shared by the whole document.

    `notes` and `comments` are None where Word allows none; `contents` writes a table of contents;
    `beside_table` is the space, in twips, between a table and text that has none of its own.
    """

    def __init__(
        self,
        part: Part,
        *,
        bookmarks: Bookmarks,
        numbering: Numbering,
        images: Images,
        revisions: Revisions,
        notes: Notes | None = None,
        comments: Comments | None = None,
        contents: Callable[[Contents, Body], Iterable[str]] | None = None,
        beside_table: str = "",
    ) -> None:
        self._part = part
        self._links = Links(part)
        self._bookmarks = bookmarks
        self._numbering = numbering
        self._images = images
        self._revisions = revisions
        self._notes = notes
        self._comments = comments
        self._contents = contents
        self._beside_table = beside_table
        self._in_notes: Body | None = None

    def blocks(self, blocks: Iterable[Block], width: int) -> Iterator[str]:
        """Yield the markup of the blocks of one section, `width` twips wide.

        Word merges two tables without a paragraph between them, so they get one.
        """
        after_table = False
        for block in blocks:
            match block:
                case Paragraph():
                    yield self.paragraph(block)
                case Table():
                    if after_table:
                        yield "<w:p/>"
                    start, end = self._range(block)
                    yield start
                    yield from table(block, width, self._cell, self._revisions.row)
                    yield end
                case Contents():
                    if self._contents is None:
                        raise ValueError("a table of contents outside the body")
                    yield from self._contents(block, self)
                case NewSection():
                    raise ValueError("a new section outside the body")
            after_table = isinstance(block, Table)

    def _range(self, table: Table) -> tuple[str, str]:
        """Return what is around a table that moved; in the new place, rows may be new as well."""
        if not table.move:
            return "", ""
        moved = next((each for each in table.changes if each in ("moved-here", "moved-away")), None)
        return self._revisions.range(moved, table.move)

    def paragraph(self, paragraph: Paragraph, before: str = "") -> str:
        """Return a paragraph; `before` is markup to begin it with."""
        self._revisions.next_paragraph()
        content = self.inlines(paragraph.content)
        if paragraph.bookmark:
            content = self._bookmarks.around(paragraph.bookmark, content)
        properties = self._properties(paragraph)
        after = ""
        if paragraph.change is not None:
            properties += self._revisions.mark(paragraph.change)
        if paragraph.move:
            start, after = self._revisions.range(paragraph.change, paragraph.move)
            before += start
        if former := paragraph.former:
            had = markup.paragraph_properties(former.style, self._properties(former))
            properties += self._revisions.former_paragraph(had)
        return markup.paragraph(paragraph.style, before + content, properties) + after

    def _properties(self, paragraph: Paragraph) -> str:
        """Return what the paragraph says beside its style."""
        properties = "<w:keepNext/>" if paragraph.keep_next else ""
        if paragraph.sequence is not None:
            properties += self._numbering.properties(paragraph.style, paragraph.sequence)
        return properties + self._spacing(paragraph)

    def _spacing(self, paragraph: Paragraph) -> str:
        """Return the spacing that a paragraph gets from its neighbours, which its style can't know."""
        before = f' w:before="{self._beside_table}"' if paragraph.under_table and self._beside_table else ""
        after = f' w:after="{self._beside_table}"' if paragraph.over_table and self._beside_table else ""
        if paragraph.no_space_after:
            after = ' w:after="0"'
        return f"<w:spacing{before}{after}/>" if before or after else ""

    def inlines(self, content: tuple[Inline, ...], base: str = "", base_style: str = "") -> str:
        """Return the runs, fields, links and references of the content.

        `base` and `base_style` are the formatting around them: run properties as markup, and the character
        style of runs that have none of their own.
        """
        surrounding = markup.run_properties(base_style, base=base)
        written: list[str] = []
        for inline in content:
            match inline:
                case Run(text, style, language, former, bookmark):
                    properties = surrounding
                    if style or language:
                        properties = markup.run_properties(style or base_style, language, base)
                    if former is not None:
                        had = markup.run_properties(former.style or base_style, former.language, base)
                        properties = markup.with_property(properties, self._revisions.former_run(had))
                    run = markup.run(text, properties)
                    written.append(self._bookmarks.around(bookmark, run) if bookmark else run)
                case LineBreak():
                    written.append(f"<w:r>{surrounding}<w:br/></w:r>")
                case NumberReference(bookmark, text, of_caption=True):
                    written.append(fields.content_reference(bookmark, text, surrounding))
                case NumberReference(bookmark, text, lower):
                    written.append(fields.number_reference(bookmark, text, surrounding, lower))
                case SequenceNumber(label, text, bookmark, restarts):
                    number = fields.sequence_number(label, text, surrounding, restarts=restarts)
                    written.append(self._bookmarks.around(bookmark, number))
                case Hyperlink(address, runs):
                    written.append(self._link(address, self.inlines(runs, base, LINK_STYLE)))
                case Note():
                    written.append(self._note(inline))
                case Locked(number, title, locked):
                    written.append(controls.locked(number, title, self.inlines(locked, base, base_style)))
                case Image():
                    written.append(f"<w:r>{surrounding}{self._images.drawing(inline, self._part)}</w:r>")
                case Revised(change, revised):
                    written.append(self._revised(change, revised, base, base_style))
                case CommentStart() | CommentEnd():
                    written.append(self._comment(inline))
        return "".join(written)

    def _link(self, address: str, runs: str) -> str:
        relation = self._links.relation(address)
        return f'<w:hyperlink r:id="{relation}" w:history="1">{runs}</w:hyperlink>'

    def _revised(self, change: Change, content: tuple[Inline, ...], base: str, base_style: str) -> str:
        """Return the content as changed; a link goes around the change of its words (17.16.22)."""
        written = ""
        for is_link, inlines in groupby(content, lambda each: isinstance(each, Hyperlink)):
            if not is_link:
                written += self._revisions.runs(change, self.inlines(tuple(inlines), base, base_style))
                continue
            for link in inlines:
                if isinstance(link, Hyperlink):
                    runs = self.inlines(link.content, base, LINK_STYLE)
                    written += self._link(link.address, self._revisions.runs(change, runs))
        return written

    def _cell(self, paragraphs: tuple[Paragraph, ...]) -> str:
        return "".join(map(self.paragraph, paragraphs)) or "<w:p/>"

    def _comment(self, mark: CommentStart | CommentEnd) -> str:
        if self._comments is None:
            raise ValueError("a comment where Word allows none")
        if isinstance(mark, CommentStart):
            return self._comments.start(mark.comment)
        return self._comments.end(mark.comment)

    def _note(self, note: Note) -> str:
        if self._notes is None:
            raise ValueError("a footnote where Word allows none")
        if self._in_notes is None:
            self._in_notes = Body(
                self._notes.part(),
                bookmarks=self._bookmarks,
                numbering=self._numbering,
                images=self._images,
                revisions=self._revisions,
            )
        return self._notes.reference(note, self._in_notes.paragraph)
