# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a fragment: blocks that contain inlines, each with its place in the file.

Values are as typed; numbers, figures, citations and typography are added when plans are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

import msgspec

from jvom.source import Span

VISIBLE = (
    r"[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""A pattern of a character that is seen: no space, and none that is invisible by itself
(Default_Ignorable_Code_Point in Unicode's DerivedCoreProperties). JSON Schema knows all that is in it."""


class Text(msgspec.Struct, frozen=True):
    """Plain words on one line of the source; escapes and entities are already resolved."""

    value: str
    span: Span


class Space(msgspec.Struct, frozen=True):
    """A line end inside a paragraph: a space, or a forced new line when `hard`."""

    hard: bool
    span: Span


class Term(msgspec.Struct, frozen=True):
    """A foreign term, ``*term*`` or ``*terme*{lang=fr}``; `language` is a BCP 47 tag."""

    content: tuple[Inline, ...]
    language: str
    span: Span


class Strong(msgspec.Struct, frozen=True):
    """Words of emphasis, ``**words**``."""

    content: tuple[Inline, ...]
    span: Span


PERSONAL = "{.persoonsgegeven}"
"""The mark of words that are personal data."""


class Withheld(msgspec.Struct, frozen=True):
    """Words that the public version must not show, ``[words]{.gelakt grond="5.1.2i"}``.

    `ground` is the code of a ground in :mod:`jvom.woo`, "" as long as nobody gave it. It is None for
    ``[words]{.persoonsgegeven}``, whose ground is that of the dossier. A `whole` one is all that a paragraph,
    heading or cell has: ``{.gelakt grond="5.1.2i"}`` is at its start, or at that of the item, row or footnote
    that it is part of, or above the list, table or quotation. In the dossier of the public version it is
    still there, without content.
    """

    content: tuple[Inline, ...]
    span: Span
    ground: str | None = None
    whole: bool = False

    @property
    def mark(self) -> str:
        """The mark as it is typed, without brackets."""
        if self.ground is None:
            return PERSONAL
        return f'{{.gelakt grond="{self.ground}"}}' if self.ground else "{.gelakt}"


class Link(msgspec.Struct, frozen=True):
    """A link to a web or mail address."""

    address: str
    content: tuple[Inline, ...]
    span: Span


class CrossReference(msgspec.Struct, frozen=True):
    """``[](#nmi)``, several ``[](#nmi,oir)``, or a range ``[](#nmi..oir)``, which has two targets.

    A target is a section, or the name of a captioned picture or table: ``[](#fig-kaart)``.
    """

    targets: tuple[str, ...]
    through: bool
    span: Span


class Citation(msgspec.Struct, frozen=True):
    """``[@kst-29521-493]``, several with ``; @``; `dated` (``, datum``) prints the date too."""

    references: tuple[str, ...]
    dated: bool
    span: Span


class FigureUse(msgspec.Struct, frozen=True):
    """``{{ deployed_total }}``."""

    name: str
    span: Span


class NoteMark(msgspec.Struct, frozen=True):
    """``[^kaders]``, the place of a footnote."""

    label: str
    span: Span


class FieldResult(msgspec.Struct, frozen=True):
    """The result of a field in a Word file, such as the number in a cross-reference; it was not typed."""

    value: str
    span: Span


class Picture(msgspec.Struct, frozen=True):
    """``![alternative text](figuur.png "caption"){#fig-kaart}``; `path` is relative to the fragment's folder.

    References use its `name`, "" when it has none.
    """

    path: str
    alternative: str
    caption: str
    span: Span
    name: str = ""


class Remark(msgspec.Struct, frozen=True):
    """``<!-- opmerking (DGB, 2026-03-04): klopt dit nog? -->``: what one writer says to another.

    It is printed in the margin of drafts and nowhere else. Each line of `text` is a paragraph. One `within` a
    paragraph is among its inlines; any other is about the block below it. Data files have them too.
    """

    text: str
    author: str
    date: date | None
    span: Span
    within: bool = False


Inline: TypeAlias = (
    Text
    | Space
    | Term
    | Strong
    | Withheld
    | Link
    | CrossReference
    | Citation
    | FigureUse
    | NoteMark
    | FieldResult
    | Picture
    | Remark
)
Inlines: TypeAlias = tuple[Inline, ...]


class Heading(msgspec.Struct, frozen=True):
    """An unnumbered sub-heading; `level` 2 is ``##``. `span` covers the words of the heading.

    In a Word file `number` is what Word prints before it ("2.3.1"), and a chapter's heading has level 1;
    `bookmark` is the name by which references know it, "" for none.
    With `landscape` (``## Overzicht {.liggend}``) the pages are turned up to the next heading of its level.
    """

    level: int
    content: Inlines
    span: Span
    number: str = ""
    landscape: bool = False
    bookmark: str = ""


class MissionMark(msgspec.Struct, frozen=True):
    """``{mission=eumm}`` at the start of a paragraph or an item of a list: the mission that it is about."""

    mission: str
    span: Span

    @property
    def typed(self) -> str:
        """The mark as it is typed."""
        return f"{{mission={self.mission}}}"


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph; `about` says which mission it is about. Nothing of that is printed."""

    content: Inlines
    span: Span
    about: MissionMark | None = None


class ListItem(msgspec.Struct, frozen=True):
    """An item of a list; `number` is what a Word file prints before it ("a.", "2.1")."""

    blocks: tuple[Block, ...]
    span: Span
    number: str = ""


class List(msgspec.Struct, frozen=True):
    """A bulleted list, or a numbered one that begins at `start`.

    The mark on the line above, ``{.gelakt grond="5.1.2i"}``, keeps all of it from the public: it is
    `withheld`, which has no content of its own. Each item is then withheld as well. So it is for a quotation
    and a table.
    """

    ordered: bool
    start: int
    items: tuple[ListItem, ...]
    span: Span
    withheld: Withheld | None = None


class Quote(msgspec.Struct, frozen=True):
    blocks: tuple[Block, ...]
    span: Span
    withheld: Withheld | None = None


class Cell(msgspec.Struct, frozen=True):
    """A cell of a table; `covered` when it is under a merged cell of a Word file and repeats its content."""

    content: Inlines
    span: Span
    covered: bool = False


class Table(msgspec.Struct, frozen=True):
    """A table with a header row; every row has as many cells as the header.

    `filled_with` names the data that the body is made of (``{{ mandates }}`` in the only row), else "".
    In a Word file the first row need not be marked as a header: then it is not `headed`. `right` are the
    columns, from 0, that are aligned right, as numbers are. A `layout` table, by its style, only places text
    side by side. A `landscape` one (``{.liggend}`` above or below it) is on a turned page. Its `caption` and
    `name`, which references use, are in ``: Inzet per jaar {#tab-inzet}``, also above or below it.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    filled_with: str
    span: Span
    headed: bool = True
    right: frozenset[int] = frozenset()
    layout: bool = False
    landscape: bool = False
    caption: tuple[Inline, ...] = ()
    name: str = ""
    withheld: Withheld | None = None


Block: TypeAlias = Heading | Paragraph | List | Quote | Table


class Footnote(msgspec.Struct, frozen=True):
    """The text of a footnote, ``[^kaders]: text``; `span` covers its label."""

    label: str
    blocks: tuple[Block, ...]
    span: Span


class Suppression(msgspec.Struct, frozen=True):
    """``<!-- jvom: ignore[CODE] reason -->``: for the next block, or for the file (``ignore-file``)."""

    rules: tuple[str, ...]
    reason: str
    whole_file: bool
    span: Span


_CONTAINERS = (Term, Strong, Withheld, Link)


def shows_nothing(content: Inlines) -> bool:
    """Tell whether there is nothing to see: no words, or words of spaces and invisible characters alone."""
    return all(
        isinstance(each, Space) or (isinstance(each, Text) and not is_visible(each.value))
        for each in walk(content)
        if not isinstance(each, (Term, Strong, Link, Withheld))
    )


def withheld_whole(content: Inlines) -> Withheld | None:
    """Return the mark that withholds a whole paragraph, heading or cell; None when there is none."""
    if len(content) == 1 and isinstance(content[0], Withheld) and content[0].whole:
        return content[0]
    return None


def is_visible(text: str) -> bool:
    """Tell whether a text has a character that is seen."""
    return re.search(VISIBLE, text) is not None


def withheld_blocks(blocks: Iterable[Block]) -> Iterator[Withheld]:
    """Yield the marks above whole lists, quotations and tables, those within others after them."""
    for block in blocks:
        match block:
            case List(items=items):
                inner: tuple[Block, ...] = tuple(each for item in items for each in item.blocks)
            case Quote(blocks=inner):
                pass
            case Table():
                inner = ()
            case _:
                continue
        if block.withheld is not None:
            yield block.withheld
        yield from withheld_blocks(inner)


def walk(content: Inlines) -> tuple[Inline, ...]:
    """Return every inline of `content` in reading order, those inside others after their parent."""
    found: list[Inline] = []
    _gather(content, found)
    return tuple(found)


def walk_blocks(blocks: tuple[Block, ...]) -> tuple[Inline, ...]:
    """Return every inline of `blocks` in reading order, those of lists, quotes and tables included."""
    found: list[Inline] = []
    for content in contents_of(blocks):
        _gather(content, found)
    return tuple(found)


def contents_of(blocks: tuple[Block, ...]) -> Iterator[Inlines]:
    """Yield the content of each paragraph, heading and cell of `blocks`, in reading order."""
    for block in blocks:
        match block:
            case Paragraph(content=content) | Heading(content=content):
                yield content
            case List(items=items):
                for item in items:
                    yield from contents_of(item.blocks)
            case Quote(blocks=inner):
                yield from contents_of(inner)
            case Table(header=header, rows=rows, caption=caption):
                if caption:
                    yield caption
                for row in (header, *rows):
                    for cell in row:
                        yield cell.content


def mission_marks(blocks: Iterable[Block]) -> Iterator[MissionMark]:
    """Yield the marks that say which mission a paragraph of `blocks` is about, in reading order."""
    for block in blocks:
        match block:
            case Paragraph(about=MissionMark() as about):
                yield about
            case Quote(blocks=inner):
                yield from mission_marks(inner)
            case List(items=items):
                for item in items:
                    yield from mission_marks(item.blocks)


def _gather(content: Inlines, found: list[Inline]) -> None:
    for inline in content:
        found.append(inline)
        if not isinstance(inline, Text) and isinstance(inline, _CONTAINERS):  # most are Text
            _gather(inline.content, found)
