# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""From the text of a fragment to the blocks and inlines of a plan: everything resolved and typeset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import msgspec

from jvom import plan
from jvom.documents.cell_texts import cell_texts
from jvom.documents.line import Line
from jvom.documents.orientation import Turns
from jvom.documents.spacing import BODY, close, spaced
from jvom.documents.typeset_words import typeset_words
from jvom.dutch.dates import write_date
from jvom.dutch.placeholders import OPEN_PLACE
from jvom.dutch.typography import typeset
from jvom.model import Dossier, Fragment, image_path
from jvom.resolving import numbering
from jvom.resolving.columns import LANDSCAPE, PORTRAIT, fit_columns
from jvom.resolving.printing import DossierPrinter
from jvom.source import Span
from jvom.text import (
    Block,
    Cell,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    Text,
    Withheld,
)
from jvom.woo import code_of

if TYPE_CHECKING:
    from jvom.documents.captions import Captions
    from jvom.documents.document_type import Variant
    from jvom.documents.remarks import Margin
    from jvom.text import Remark

STYLES = (
    "BodyText", "AanloopOpsomming", "AlineaBijVolgende", "AlineaNaTabel", "ListBullet", "ListBullet2",
    "ListNumber", "ListNumber2", "ListContinue", "ListContinue2", "Quote", "Afbeelding", "Caption",
    "Tussenkop2", "Tussenkop3", "Tussenkop4", "Tussenkop5", "Rapporttabel", "Tabelkop", "TabelkopGetal",
    "Tabeltekst", "Tabelgetal",
    "Emphasis", "Strong", "Hyperlink", "FootnoteText", "FootnoteReference", "Gelakt", "Legenda",
)  # fmt: skip
"""The styles that any fragment may need, whatever the document."""

_MAX_IMAGE = (125.0, 180.0)  # millimetres: what fits the text of a page with its caption


class Setting(msgspec.Struct, frozen=True):
    """Where a block is: how the pages are turned, what is above it on its page, below a heading or not."""

    turns: Turns | None = None
    above: Sequence[plan.Block] = ()
    headed: bool = True


ANYWHERE = Setting()


def draft_margin(dossier: Dossier, variant: Variant, kind: str, recipient: str = "") -> Margin | None:
    """Return the margin in which the remarks of a draft go, None when a document is no draft."""
    if not variant.draft or variant.public:
        return None
    from jvom.documents.remarks import Margin

    return Margin(dossier, kind, recipient)


class Writer:
    """Writes the fragments of one dossier; the sequences of its numbered lists count on per document.

    A `public` one writes a bar for what is personal; its dossier is one without (see `public.redact`). With a
    `margin` remarks become comments in it. One `with_sources` says of each paragraph where it was typed.
    """

    numbers_captions = True

    def __init__(
        self,
        dossier: Dossier,
        public: bool = False,
        margin: Margin | None = None,
        *,
        with_sources: bool = False,
    ) -> None:
        self.dossier, self.public, self.margin, self.with_sources = dossier, public, margin, with_sources
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

    def source(self, span: Span) -> Span | None:
        """Return where a paragraph was typed, if that is asked."""
        return span if self.with_sources else None

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
            from jvom.documents.remarks import TITLE, by_block

            return self.margin.around(by_block(fragment).get(TITLE, ()), content)
        return content

    def words(self, text: str) -> tuple[plan.Inline, ...]:
        """Return a line of data (a title, an address) as typeset words."""
        if self.public:
            from jvom.documents.bars import BLACKED, bar

            if text == BLACKED:
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
        remarks: Mapping[int, list[Remark]] = {}
        if self.margin and fragment.remarks:
            from jvom.documents.remarks import by_block

            remarks = by_block(fragment)
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
        return spaced(found)

    def _block(
        self,
        block: Block,
        fragment: Fragment,
        level: int,
        body: str = BODY,
        setting: Setting = ANYWHERE,
    ) -> list[plan.Block]:
        match block:
            case Heading(level=depth, content=content, span=span):
                deep = level + depth - 1
                words = self.inlines(content, fragment)
                return [plan.Paragraph(f"Tussenkop{deep}", words, heading=deep, source=self.source(span))]
            case (
                Paragraph(content=(Picture() as picture,))
                | Paragraph(content=(Withheld(content=(Picture() as picture,)),))
            ):
                return self._picture(picture, fragment)
            case Paragraph(content=content, span=span):
                return [plan.Paragraph(body, self.inlines(content, fragment), source=self.source(span))]
            case List():
                return self._list(block, fragment, 1)
            case Quote(blocks=blocks):
                return [found for inner in blocks for found in self._block(inner, fragment, level, "Quote")]
            case Table(caption=()):
                return [self._table(block, fragment, setting)]
            case Table(caption=caption, span=span):
                named = self.caption(block, self.inlines(caption, fragment))
                source = self.source(span)
                above = plan.Paragraph(plan.TABLE_CAPTION, named, keep_next=True, source=source)
                return [above, self._table(block, fragment, setting)]

    def _list(self, block: List, fragment: Fragment, depth: int) -> list[plan.Block]:
        suffix = "" if depth == 1 else str(depth)
        sequence = plan.Sequence(next(self._sequences), block.start) if block.ordered else None
        style = ("ListNumber" if block.ordered else "ListBullet") + suffix
        found: list[plan.Block] = []
        for item in block.items:
            if found:
                found[-1] = close(found[-1], style)
            found.extend(self._item(item, fragment, depth, style, sequence))
        return found

    def _item(
        self, item: ListItem, fragment: Fragment, depth: int, style: str, sequence: plan.Sequence | None
    ) -> list[plan.Block]:
        found: list[plan.Block] = []
        for place, block in enumerate(item.blocks):
            if isinstance(block, Paragraph):
                follow = "ListContinue" + ("" if depth == 1 else str(depth))
                made = plan.Paragraph(
                    follow if place else style,
                    self.inlines(block.content, fragment),
                    sequence=None if place else sequence,
                    source=self.source(block.span),
                )
                found.append(made)
            elif isinstance(block, List):
                inner = self._list(block, fragment, depth + 1)
                if found and inner:
                    found[-1] = close(found[-1])
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
        source = self.source(picture.span)
        found: list[plan.Block] = [plan.Paragraph("Afbeelding", (shown,), source=source)]
        if picture.caption:
            named = self.caption(picture, self.words(picture.caption))
            found.append(plan.Paragraph(plan.CAPTION, named, source=source))
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
            if self.with_sources:
                typed = (row.at.span for row in self.dossier.mandates.rows)
                rows = tuple(map(_typed_at, rows, typed))
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
            plan.Cell((self._cell(cell, fragment, styles[column in table.right]),))
            for column, cell in enumerate(row)
        )

    def _cell(self, cell: Cell, fragment: Fragment, style: str) -> plan.Paragraph:
        return plan.Paragraph(style, self.inlines(cell.content, fragment), source=self.source(cell.span))


def _typed_at(row: tuple[plan.Cell, ...], source: Span) -> tuple[plan.Cell, ...]:
    """Return a row whose paragraphs say where its data were typed."""
    replace = msgspec.structs.replace
    return tuple(
        replace(cell, paragraphs=tuple(replace(each, source=source) for each in cell.paragraphs))
        for cell in row
    )
