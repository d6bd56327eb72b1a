# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the text of a fragment to the blocks and inlines of a plan: everything resolved and typeset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from jvom import plan
from jvom.documents.bars import BLACKED, bar, is_bar
from jvom.documents.bookmarks import bookmark_of
from jvom.documents.cell_texts import cell_texts
from jvom.documents.orientation import Turns
from jvom.documents.remarks import TITLE, Margin, by_block
from jvom.documents.typeset_words import typeset_words
from jvom.dutch.dates import write_date
from jvom.dutch.placeholders import OPEN_PLACE
from jvom.dutch.sentences import sentences
from jvom.dutch.typography import typeset
from jvom.model import Dossier, Fragment, image_path
from jvom.resolving import numbering
from jvom.resolving.captions import REPORT
from jvom.resolving.columns import LANDSCAPE, PORTRAIT, fit_columns
from jvom.resolving.crossreferences import capitalized
from jvom.resolving.pieces import Piece
from jvom.resolving.printing import DossierPrinter
from jvom.resolving.segments import Segment, flatten
from jvom.text import (
    Block,
    Cell,
    Citation,
    FigureUse,
    Heading,
    Inlines,
    Link,
    List,
    ListItem,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Remark,
    Strong,
    Table,
    Term,
    Text,
    Withheld,
    walk_blocks,
)
from jvom.woo import code_of

if TYPE_CHECKING:
    from jvom.documents.captions import Captions

STYLES = (
    "BodyText", "AanloopOpsomming", "AlineaBijVolgende", "AlineaNaTabel", "ListBullet", "ListBullet2",
    "ListNumber", "ListNumber2", "ListContinue", "ListContinue2", "Quote", "Afbeelding", "Caption",
    "Tussenkop2", "Tussenkop3", "Tussenkop4", "Tussenkop5", "Rapporttabel", "Tabelkop", "TabelkopGetal",
    "Tabeltekst", "Tabelgetal",
    "Emphasis", "Strong", "Hyperlink", "FootnoteText", "FootnoteReference", "Gelakt", "Legenda",
)  # fmt: skip
"""The styles that any fragment may need, whatever the document."""

BODY = "BodyText"
_SENTENCE_END = (".", "!", "?", "…")
_MAX_IMAGE = (125.0, 180.0)  # millimetres: what fits the text of a page with its caption


class _Looks(msgspec.Struct, frozen=True):
    """How the words that are being written look: character style, language, and the link they are in."""

    style: str = ""
    language: str = ""
    address: str = ""


class Setting(NamedTuple):
    """Where a block is: how the pages are turned, what is above it on its page, below a heading or not."""

    turns: Turns | None = None
    above: Sequence[plan.Block] = ()
    headed: bool = True


ANYWHERE = Setting()
_PLAIN = _Looks()
_CHARACTER_STYLES = {Term: "Emphasis", Strong: "Strong", Link: "Hyperlink"}


class Writer:
    """Writes the fragments of one dossier; the sequences of its numbered lists count on per document.

    A `public` one writes a bar for what is personal; its dossier is one without (see `public.redact`). With a
    `margin` remarks become comments in it.
    """

    numbers_captions = True

    def __init__(self, dossier: Dossier, public: bool = False, margin: Margin | None = None) -> None:
        self.dossier, self.public, self.margin = dossier, public, margin
        self.sections = numbering.sections(dossier)
        self.by_id: Mapping[str, numbering.Section] = numbering.by_id(self.sections)
        self.printer = DossierPrinter(dossier, self.by_id)
        self.ground = code_of(dossier.data.public.ground)
        self._sequences = count(1)
        self._captions: Captions | None = None

    @property
    def captions(self) -> Captions:
        """The captions of the documents."""
        if self._captions is None:
            # Here and not at the top: many dossiers have none.
            from jvom.documents.captions import Captions

            self._captions = Captions(self.dossier)
        return self._captions

    # --- inlines --------------------------------------------------------------------------------

    def inlines(self, content: Inlines, fragment: Fragment) -> tuple[plan.Inline, ...]:
        """Return the words, fields, links and notes of one paragraph, typeset as a whole."""
        if len(content) == 1 and isinstance(content[0], Text):  # words alone, as most headings
            return (plan.Run(typeset(content[0].value)),)
        line = self.line(fragment)
        line.write(content)
        return line.inlines()

    def line(self, fragment: Fragment) -> Line:
        """Return an empty line, for the pieces of one paragraph of the fragment."""
        return Line(self, fragment, self.margin)

    def title(self, fragment: Fragment) -> tuple[plan.Inline, ...]:
        """Return the title of a fragment, with the comments on it."""
        content = self.inlines(fragment.title, fragment)
        if self.margin and fragment.remarks:
            return self.margin.around(by_block(fragment).get(TITLE, ()), content)
        return content

    def words(self, text: str) -> tuple[plan.Inline, ...]:
        """Return a line of data (a title, an address) as typeset words."""
        if self.public and text == BLACKED:
            return (bar(self.ground),)
        return typeset_words(text)

    def date(self, day: date | None) -> tuple[plan.Inline, ...]:
        """Return a date of the data, or the open place printed while it has none."""
        return self.words(OPEN_PLACE if day is None else write_date(day))

    def lines(self, lines: tuple[str, ...]) -> tuple[plan.Inline, ...]:
        """Return several lines of data, each on a line of its own."""
        found: list[plan.Inline] = []
        for line in lines:
            if found:
                found.append(plan.LineBreak())
            found.extend(self.words(line))
        return tuple(found)

    # --- blocks ---------------------------------------------------------------------------------

    def blocks(
        self, fragment: Fragment, level: int = 1, turns: Turns | None = None
    ) -> tuple[plan.Block, ...]:
        """Return the blocks of a fragment whose own heading is of `level`.

        `turns` is how its pages are turned, in a document whose pages can be.
        """
        found: list[plan.Block] = []
        page = found  # what is on the page so far, or before it
        remarks = by_block(fragment) if self.margin and fragment.remarks else {}
        for place, block in enumerate(fragment.blocks):
            if turns and (turned := turns.before(place)):
                found.extend(turned)
                page = []
            made = self._block(block, fragment, level, setting=Setting(turns, page, page is found))
            if self.margin and place in remarks:
                made = self.margin.on(remarks[place], made)
            found.extend(made)
            if page is not found:
                page.extend(made)
        if turns:
            found.extend(turns.end())
        return _spaced(found)

    def _block(
        self,
        block: Block,
        fragment: Fragment,
        level: int,
        body: str = BODY,
        setting: Setting = ANYWHERE,
    ) -> list[plan.Block]:
        match block:
            case Heading(level=depth, content=content):
                deep = level + depth - 1
                return [plan.Paragraph(f"Tussenkop{deep}", self.inlines(content, fragment), heading=deep)]
            case (
                Paragraph(content=(Picture() as picture,))
                | Paragraph(content=(Withheld(content=(Picture() as picture,)),))
            ):
                return self._picture(picture, fragment)
            case Paragraph(content=content):
                return [plan.Paragraph(body, self.inlines(content, fragment))]
            case List():
                return self._list(block, fragment, 1)
            case Quote(blocks=blocks):
                return [found for inner in blocks for found in self._block(inner, fragment, level, "Quote")]
            case Table(caption=()):
                return [self._table(block, fragment, setting)]
            case Table(caption=caption):
                named = self.caption(block, self.inlines(caption, fragment))
                above = plan.Paragraph(plan.TABLE_CAPTION, named, keep_next=True)
                return [above, self._table(block, fragment, setting)]

    def _list(self, block: List, fragment: Fragment, depth: int) -> list[plan.Block]:
        suffix = "" if depth == 1 else str(depth)
        sequence = plan.Sequence(next(self._sequences), block.start) if block.ordered else None
        style = ("ListNumber" if block.ordered else "ListBullet") + suffix
        found: list[plan.Block] = []
        for item in block.items:
            if found:
                found[-1] = _close(found[-1], style)
            found.extend(self._item(item, fragment, depth, style, sequence))
        return found

    def _item(
        self, item: ListItem, fragment: Fragment, depth: int, style: str, sequence: plan.Sequence | None
    ) -> list[plan.Block]:
        found: list[plan.Block] = []
        for place, block in enumerate(item.blocks):
            if isinstance(block, Paragraph) and place == 0:
                found.append(plan.Paragraph(style, self.inlines(block.content, fragment), sequence=sequence))
            elif isinstance(block, Paragraph):
                follow = "ListContinue" + ("" if depth == 1 else str(depth))
                found.append(plan.Paragraph(follow, self.inlines(block.content, fragment)))
            elif isinstance(block, List):
                inner = self._list(block, fragment, depth + 1)
                if found and inner:
                    found[-1] = _close(found[-1])
                found.extend(inner)
        return found

    def _picture(self, picture: Picture, fragment: Fragment) -> list[plan.Block]:
        image = self.dossier.images[image_path(fragment, picture)]
        shrink = min(1.0, _MAX_IMAGE[0] / image.width, _MAX_IMAGE[1] / image.height)
        shown = plan.Image(
            data=image.data,
            extension=image.extension,
            width=image.width * shrink,
            height=image.height * shrink,
            description=picture.alternative,
        )
        found: list[plan.Block] = [plan.Paragraph("Afbeelding", (shown,))]
        if picture.caption:
            found.append(plan.Paragraph(plan.CAPTION, self.caption(picture, self.words(picture.caption))))
        return found

    def caption(self, of: Picture | Table, content: tuple[plan.Inline, ...]) -> tuple[plan.Inline, ...]:
        """Return the content of the caption of a picture or table, with its number."""
        return self.captions.numbered(of, content) if self.numbers_captions else content

    def _table(self, table: Table, fragment: Fragment, setting: Setting = ANYWHERE) -> plan.Table:
        header = (self._row(table, table.header, fragment, ("Tabelkop", "TabelkopGetal")),)
        heads = cell_texts(header[0])
        named = ", ".join(head.text for head in heads if head.text)
        landscape = setting.turns is not None and setting.turns.landscape
        if table.filled_with:
            # Here and not at the top: only the report has this table.
            from jvom.documents import mandates

            if self.margin and (said := self.margin.of_mandates()):
                first = header[0][0].paragraphs[0]
                commented = msgspec.structs.replace(first, content=self.margin.around(said, first.content))
                header = ((plan.Cell((commented,)), *header[0][1:]),)
            columns = mandates.columns(self.dossier, heads, self.words, landscape=landscape)
            heading = plan.plain_text(self.inlines(fragment.title, fragment)) if setting.headed else ""
            top = mandates.Top(header[0], setting.above, heading)
            rows = mandates.rows(self.dossier, columns, top, self.words, landscape=landscape)
            title = plan.plain_text(self.inlines(fragment.title, fragment))
            description = f"Tabel met per operatie: {named}."
        else:
            rows = tuple(self._row(table, row, fragment, ("Tabeltekst", "Tabelgetal")) for row in table.rows)
            line = LANDSCAPE if landscape else PORTRAIT
            columns = fit_columns(heads, list(map(cell_texts, rows)), line)
            title = heads[0].text
            if table.caption:
                title = plan.plain_text(self.inlines(table.caption, fragment))
            description = f"Tabel met de kolommen: {named}."
        made = plan.Table(
            style="Rapporttabel",
            widths=columns.shares,
            header=header,
            rows=rows,
            title=title,
            description=typeset(description),
        )
        if columns.rooms:
            # Here and not at the top: hardly any table is too narrow.
            from jvom.documents.hyphenation import hyphenate

            made = hyphenate(made, columns.rooms)
        return made

    def _row(
        self, table: Table, row: tuple[Cell, ...], fragment: Fragment, styles: tuple[str, str]
    ) -> tuple[plan.Cell, ...]:
        """Return a row; `styles` are those of a column at the left, and of one at the right."""
        return tuple(
            plan.Cell((plan.Paragraph(styles[column in table.right], self.inlines(cell.content, fragment)),))
            for column, cell in enumerate(row)
        )


class Line:
    """The pieces of one paragraph; when all are there, they are typeset as one text."""

    def __init__(self, writer: Writer, fragment: Fragment, margin: Margin | None = None) -> None:
        self.writer, self.fragment, self.margin = writer, fragment, margin
        section = writer.by_id.get(fragment.id)
        # Letter and nota refer to headings that are in another file: words, and no field.
        self.in_report = section is not None and section.fragment is fragment
        self.document = REPORT if self.in_report else fragment.id
        self.pieces: list[tuple[str, _Looks | plan.Inline]] = []

    def write(self, content: Inlines) -> None:
        """Add the pieces of the content."""
        for segment in flatten(content, self.writer.printer, remarks=self.margin is not None):
            self.segment(segment)

    def segment(self, segment: Segment) -> None:
        """Add the pieces of a segment."""
        kind, style, within = segment.kind, segment.style, segment.within
        looks = _Looks(_CHARACTER_STYLES[within], style.language, style.address) if within else _PLAIN
        if self.writer.public and style.withheld:
            self.bar(style.withheld)
        elif kind == "words":
            self.pieces.append((segment.text, looks))
        else:
            self.computed(segment, looks)

    def computed(self, segment: Segment, looks: _Looks) -> None:
        """Write a segment that was not typed as words; a picture is a paragraph of its own, never in one."""
        match segment.kind:
            case "figure":
                self.figure(segment.text, looks)
            case "reference":
                self.crossreference(segment.pieces, looks)
            case "citation":
                for piece in segment.pieces:
                    self.text(piece.text, _Looks("Emphasis", piece.language) if piece.language else looks)
            case "space" if segment.text == "\n":
                self.pieces.append((segment.text, plan.LineBreak()))
            case "space":
                self.text(segment.text, looks)
            case "note" if isinstance(segment.source, NoteMark):
                self.pieces.append(("", self.note(segment.source.label)))
        if self.margin:
            self.comment(segment, self.margin)

    def comment(self, segment: Segment, margin: Margin) -> None:
        """Write the comments that belong behind a segment; those in a footnote belong to its mark."""
        remarks: tuple[Remark, ...] = ()
        match segment.source:
            case Remark() as remark:
                remarks = (remark,)
            case FigureUse(name=name):
                remarks = margin.of_figure(name)
            case Citation(references=names):
                remarks = margin.of_references(names)
            case NoteMark(label=label):
                remarks = self.remarks_in_note(label, margin)
        self.pieces.extend(("", mark) for mark in margin.around(remarks, ()))

    def remarks_in_note(self, label: str, margin: Margin) -> tuple[Remark, ...]:
        """Return the remarks in a footnote and about what it uses: Word has no comments there."""
        found: list[Remark] = []
        for note in self.fragment.footnotes:
            for inline in walk_blocks(note.blocks) if note.label == label else ():
                match inline:
                    case Remark():
                        found.append(inline)
                    case FigureUse(name=name):
                        found.extend(margin.of_figure(name))
                    case Citation(references=names):
                        found.extend(margin.of_references(names))
        return tuple(found)

    def text(self, value: str, looks: _Looks) -> None:
        self.pieces.append((value, looks))

    def bar(self, mark: Withheld) -> None:
        """Add a bar, unless it would be side by side with one of the same ground: no width tells of words."""
        made = bar(self.writer.ground if mark.ground is None else mark.ground)
        last = self.pieces[-1][1] if self.pieces else None
        if last == made:
            return
        if is_bar(last):
            self.text(" ", _PLAIN)
        self.pieces.append((made.text, made))

    def opens_sentence(self) -> bool:
        """Tell whether a sentence begins with what is written next."""
        before = "".join(text for text, _ in self.pieces).rstrip(' "“‘(')
        if not before.endswith(_SENTENCE_END):
            return not before
        # A full stop may also be that of an abbreviation: "zie o.a. paragraaf 2.3".
        *_, (start, _) = sentences(f"{before} A")
        return start > len(before)

    def figure(self, written: str, looks: _Looks) -> None:
        begins = written[0].islower() and self.opens_sentence()
        self.text(written[0].upper() + written[1:] if begins else written, looks)

    def crossreference(self, pieces: tuple[Piece, ...], looks: _Looks) -> None:
        for piece in capitalized(pieces) if self.opens_sentence() else pieces:
            if piece.section and self.in_report:
                lower = piece.appendix and piece.text.islower()
                field = plan.NumberReference(bookmark_of(piece.section), piece.text, lower)
                self.pieces.append((piece.text, field))
            elif piece.caption and self.writer.captions.are_in(self.document, piece.caption):
                field = plan.NumberReference(bookmark_of(piece.caption), piece.text, of_caption=True)
                self.pieces.append((piece.text, field))
            else:
                self.text(piece.text, looks)

    def note(self, label: str) -> plan.Note:
        for footnote in self.fragment.footnotes:
            if footnote.label == label:
                return plan.Note(
                    tuple(
                        plan.Paragraph("FootnoteText", self.without_comments(block.content))
                        for block in footnote.blocks
                        if isinstance(block, Paragraph)
                    )
                )
        raise KeyError(label)

    def without_comments(self, content: Inlines) -> tuple[plan.Inline, ...]:
        """Return inlines as those of a footnote."""
        line = self.writer.line(self.fragment)
        line.margin = None
        line.write(content)
        return line.inlines()

    def inlines(self) -> tuple[plan.Inline, ...]:
        """Return the pieces, their words typeset in the light of the words around them."""
        # typeset() keeps the length, so each piece finds its own words back at its own place.
        return tuple(self.made(self.pieces, typeset("".join([text for text, _ in self.pieces])), 0))

    def made(
        self,
        pieces: list[tuple[str, _Looks | plan.Inline]],
        whole: str,
        begin: int,
        before: list[plan.Inline] | None = None,
    ) -> list[plan.Inline]:
        """Return some of the pieces behind those `before` them.

        Their words begin at `begin` in the `whole` text of the paragraph.
        """
        found: list[plan.Inline] = before or []
        plain = at = begin  # where the plain words begin that are not in `found` yet, and where they end
        for text, made in pieces:
            start, at = at, at + len(text)
            if made is _PLAIN:
                continue
            if plain < start:
                self._append(found, whole[plain:start], _PLAIN)
            plain, words = at, whole[start:at]
            if isinstance(made, plan.NumberReference):
                found.append(msgspec.structs.replace(made, text=words))
            elif isinstance(made, plan.CommentStart):
                _begin_comment(found, made)
            elif not isinstance(made, _Looks):
                found.append(made)
            elif words:
                self._append(found, words, made)
        if plain < at:
            self._append(found, whole[plain:at], _PLAIN)
        return found

    def _append(self, found: list[plan.Inline], words: str, looks: _Looks) -> None:
        last = found[-1] if found else None
        if looks.address:
            run = plan.Run(words, looks.style, looks.language)
            if isinstance(last, plan.Hyperlink) and last.address == looks.address:
                found[-1] = plan.Hyperlink(looks.address, (*last.content, run))
            else:
                found.append(plan.Hyperlink(looks.address, (run,)))
        elif isinstance(last, plan.Run) and last.style == looks.style and last.language == looks.language:
            found[-1] = plan.Run(last.text + words, looks.style, looks.language)
        else:
            found.append(plan.Run(words, looks.style, looks.language))


def _begin_comment(found: list[plan.Inline], start: plan.CommentStart) -> None:
    """Begin a comment before the last word that is there, so that Word shows what it is about."""
    last = found[-1] if found else None
    if not isinstance(last, plan.Run):
        found.append(start)
        return
    at = max(last.text.rstrip().rfind(" "), last.text.rstrip().rfind("\u00a0")) + 1
    if at:
        found[-1] = msgspec.structs.replace(last, text=last.text[:at])
    else:
        found.pop()
    found += [start, msgspec.structs.replace(last, text=last.text[at:])]


def _close(block: plan.Block, style: str = "") -> plan.Block:
    """Return the block without white below it, for an item of `style` or of a list within to follow.

    A paragraph that goes on with an item keeps its white: it is told from the next item by that alone.
    """
    if not isinstance(block, plan.Paragraph) or block.style == style:
        return block
    if style and block.style.startswith("ListContinue"):
        return block
    return msgspec.structs.replace(block, no_space_after=True)


def _spaced(blocks: list[plan.Block]) -> tuple[plan.Block, ...]:
    """Return the blocks with each plain paragraph in the style that suits its neighbours.

    What leads in a list or table stays with it on the page; a table has no space around itself.
    """
    spaced: list[plan.Block] = []
    for place, block in enumerate(blocks):
        before = blocks[place - 1] if place else None
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, plan.Paragraph):
            under, over = isinstance(before, plan.Table), block.heading > 0 and _has_own_space(after)
            if block.style == BODY:
                style = BODY
                if isinstance(after, plan.Paragraph) and after.style.startswith(("ListBullet", "ListNumber")):
                    style = "AanloopOpsomming"
                elif isinstance(after, plan.Table) or _is_above_table(after):
                    style = "AlineaBijVolgende"
                elif under:
                    style, under = plan.UNDER_TABLE, False
                if style != BODY:
                    block = msgspec.structs.replace(block, style=style)
            if under or over:
                block = msgspec.structs.replace(block, under_table=under, over_table=over)
        spaced.append(block)
    return tuple(spaced)


def _is_above_table(block: plan.Block | None) -> bool:
    """Tell whether a block is the caption of the table below it."""
    return isinstance(block, plan.Paragraph) and block.style == plan.TABLE_CAPTION


def _has_own_space(block: plan.Block | None) -> bool:
    """Tell whether a heading has white below it above a block: a table or picture, and not text."""
    is_picture = isinstance(block, plan.Paragraph) and block.style == "Afbeelding"
    return is_picture or isinstance(block, plan.Table) or _is_above_table(block)


def keep_with_next(blocks: tuple[plan.Block, ...]) -> tuple[plan.Block, ...]:
    """Return the blocks with the last paragraph bound to what follows, as a letter to its signatures."""
    last = blocks[-1] if blocks else None
    if isinstance(last, plan.Paragraph) and last.style == BODY:
        return (*blocks[:-1], msgspec.structs.replace(last, style="AlineaBijVolgende"))
    return blocks
