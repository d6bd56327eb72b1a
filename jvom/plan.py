# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of a document: which blocks and fields go into which content control of a template.

The narrow waist of the house: ``documents`` makes plans and knows no XML, ``word`` and ``layout`` carry them
out and know no dossier. Text is final here, with its typography, numbers and figures. A style is named by an
id of the plan's own, into which ``word`` translates the ids of a template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Literal, TypeAlias

import msgspec

from jvom.source import Span

# --- the content of a paragraph ------------------------------------------------------------------


class Format(msgspec.Struct, frozen=True):
    """How a run looks: its character style (its id, "" for none) and language ("" for Dutch)."""

    style: str
    language: str


class Run(msgspec.Struct, frozen=True):
    """Text in one character style and language; `former` are those that a revision changed.

    `bookmark` names the place, for references to it.
    """

    text: str
    style: str = ""
    language: str = ""
    former: Format | None = None
    bookmark: str = ""


class LineBreak(msgspec.Struct, frozen=True):
    """A new line within the paragraph."""


class NumberReference(msgspec.Struct, frozen=True):
    """The number of the heading at `bookmark`: a REF field, with `text` as its cached result.

    `lower` asks for lowercase where the number includes a word: "bijlage 1" for the heading "Bijlage 1". That
    `of_caption` is what is in the bookmark: the number of a picture or table.
    """

    bookmark: str
    text: str
    lower: bool = False
    of_caption: bool = False


class SequenceNumber(msgspec.Struct, frozen=True):
    """The number of a caption: a SEQ field that counts those with the `label`, with `text` as its result.

    `bookmark` names it for references and lists. It `restarts` the count where it does not follow the caption
    before it: in a public version, in which that one is withheld.
    """

    label: str
    text: str
    bookmark: str
    restarts: bool = False


class Hyperlink(msgspec.Struct, frozen=True):
    """A link to an address outside the document."""

    address: str
    content: tuple[Run, ...]


class Note(msgspec.Struct, frozen=True):
    """A footnote at this place; Word numbers it. Its paragraphs have no notes."""

    paragraphs: tuple[Paragraph, ...]


class Image(msgspec.Struct, frozen=True):
    """An inline picture of `width` by `height` millimetres; `description` is its alternative text."""

    data: bytes
    extension: str
    width: float
    height: float
    description: str


class Locked(msgspec.Struct, frozen=True):
    """Content in a control whose text Word lets nobody change; the control goes with its sentence.

    `number` tells it from the others in the document, `title` is what Word shows above it.
    """

    number: int
    title: str
    content: tuple[Inline, ...]


class Comment(msgspec.Struct, frozen=True):
    """A comment in the margin; each line of `text` is a paragraph. No two of a document have the same `id`.

    `date` is when it was made, a datetime where the hour is known; None when nobody said.
    """

    id: int
    text: str
    author: str = ""
    date: date | None = None


class CommentStart(msgspec.Struct, frozen=True):
    """Here begins what a comment is about."""

    comment: Comment


class CommentEnd(msgspec.Struct, frozen=True):
    """Here ends what a comment is about: in this paragraph or a later one of the same text."""

    comment: Comment


Change: TypeAlias = Literal["inserted", "deleted", "moved-here", "moved-away"]
"""What a revision did: to the old text that is `deleted` or `moved-away`, or to the new one."""


class Revised(msgspec.Struct, frozen=True):
    """Content that a revision changed, for the reader to accept or reject; it has no revisions in it.

    The paragraphs of a note in it say of themselves that they were changed.
    """

    change: Change
    content: tuple[Inline, ...]


Inline: TypeAlias = (
    Run
    | LineBreak
    | NumberReference
    | SequenceNumber
    | Hyperlink
    | Note
    | Image
    | Locked
    | CommentStart
    | CommentEnd
    | Revised
)

# --- the content of a document -------------------------------------------------------------------


class Sequence(msgspec.Struct, frozen=True):
    """The numbered list that a paragraph belongs to: paragraphs with the same `id` are numbered on."""

    id: int
    start: int = 1


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph in a paragraph style (its id).

    `heading` is its level as a heading, 0 for none; `number` the number Word will give that heading;
    `bookmark` names the place for references to it. `no_space_after` removes the space below it, as between
    the levels of a list: Word omits that space only between paragraphs of the same style. `under_table` and
    `over_table` keep it as far from the table above or below it as the style of text under a table says.
    `keep_next` keeps it on the page of what follows, whatever its style says.

    `change` is what a revision did to the paragraph itself, its mark, beside what it did to the content;
    where it was moved, `move` names the move, the same in both places. `former` is the paragraph without
    its content, as it was before a revision changed its style or list. `source` is where it was typed, in a
    plan that is asked to say so; no file shows it.
    """

    style: str
    content: tuple[Inline, ...]
    heading: int = 0
    number: str = ""
    bookmark: str = ""
    sequence: Sequence | None = None
    no_space_after: bool = False
    under_table: bool = False
    over_table: bool = False
    keep_next: bool = False
    change: Change | None = None
    move: str = ""
    former: Paragraph | None = None
    source: Span | None = None


LONGEST_BOOKMARK = 40
"""How many characters Word allows in the name of a bookmark."""

FIELD_STYLE = "Veld"
"""The style of a template's paragraphs with a label and its value: without a value there is no line."""

LABEL_STYLES = frozenset({"Referentielabel", "Vervolglabel"})
"""The styles of a template's labels above a value: without a value there is no label."""

LAYOUT_TABLE = "Opmaaktabel"
"""The style of a template's tables that only place text side by side: a row of them may be left out."""

UNDER_TABLE = "AlineaNaTabel"
"""The style of text under a table; its spacing is the distance between text and table."""


CAPTION, TABLE_CAPTION = "Caption", "BijschriftTabel"
"""The style of the captions below pictures, and of those above tables."""

LIST_ENTRY = "TableOfFigures"
"""The style of the entries of a list of captions."""


class Cell(msgspec.Struct, frozen=True):
    """A table cell that spans `columns` columns and `rows` rows; the rows below omit the covered places."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1


class Table(msgspec.Struct, frozen=True):
    """A table in a table style; `widths` are shares of the text width and sum to 1.

    `header` rows are marked as such and repeated on every page; rows never break across pages. `changes` are
    what revisions did to whole rows, for each row or for none; those of the header come first. Of a table
    that was moved, `move` names the move, the same in both places.
    """

    style: str
    widths: tuple[float, ...]
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str
    description: str
    changes: tuple[Change | None, ...] = ()
    move: str = ""


class Contents(msgspec.Struct, frozen=True):
    """A table of contents of the numbered headings of the document, three deep; appendices are the fourth.

    With a `label` it is the list of the captions with that label, as of all pictures.
    """

    heading: Paragraph
    entries: tuple[ContentsEntry, ...]
    label: str = ""


class ContentsEntry(msgspec.Struct, frozen=True):
    """One line of a table of contents: the heading or caption at `bookmark`."""

    level: int
    number: str
    text: tuple[Run, ...]
    bookmark: str


class NewSection(msgspec.Struct, frozen=True):
    """What follows starts on a new page, in portrait or `landscape` orientation."""

    landscape: bool


Block: TypeAlias = Paragraph | Table | Contents | NewSection


class Properties(msgspec.Struct, frozen=True):
    """The document's properties; `created` is in UTC and comes from the dossier, never from a clock.

    The `author` is the house, its company too, and no person. `category` is the kind of document, `status`
    whether it is a draft.
    """

    title: str
    subject: str
    created: datetime
    language: str = "nl-NL"
    author: str = ""
    category: str = ""
    status: str = ""


class Revisor(msgspec.Struct, frozen=True):
    """Who made the revisions of a document, and when, in UTC."""

    author: str
    moment: datetime


class Document(msgspec.Struct, frozen=True):
    """A document: `text` fills run-level content controls by tag, `blocks` the block-level ones.

    An empty value removes the control. `file` is the name of the file without its extension. `tracked` makes
    Word keep track of every change; in a `draft` it leaves reviewers their names. `data` is XML that goes
    along in a part of its own, "" for none. A document with revisions has a `revisor`.
    """

    file: str
    template: str
    properties: Properties
    text: Mapping[str, tuple[Inline, ...]]
    blocks: Mapping[str, tuple[Block, ...]]
    revisor: Revisor | None = None
    tracked: bool = False
    draft: bool = False
    data: str = ""


class Contract(msgspec.Struct, frozen=True):
    """What a template must have: tags of run-level and block-level content controls, and style ids.

    Those that came `later` may be missing, unless a dossier has content for them. `later_pictures` are tags
    of controls for pictures that the house puts in.
    """

    template: str
    text: tuple[str, ...]
    blocks: tuple[str, ...]
    styles: tuple[str, ...]
    later_text: tuple[str, ...] = ()
    later_blocks: tuple[str, ...] = ()
    later_pictures: tuple[str, ...] = ()


# --- reading a plan ------------------------------------------------------------------------------


class Tally(msgspec.Struct, frozen=True):
    """The size of a document; `words` counts body, tables and notes."""

    words: int
    headings: int
    footnotes: int


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs of `blocks` in reading order, including those of tables but not of notes."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Contents(heading=heading):
                yield heading
            case Table(header=header, rows=rows):
                for row in header + rows:
                    for cell in row:
                        yield from cell.paragraphs
            case NewSection():
                pass


def bookmark_at(paragraph: Paragraph) -> str:
    """Return the bookmark of a heading, or of the number of a caption; "" when it has none."""
    if paragraph.style not in (CAPTION, TABLE_CAPTION):
        return paragraph.bookmark
    return next((each.bookmark for each in paragraph.content if isinstance(each, SequenceNumber)), "")


def listed(document: Document) -> frozenset[str]:
    """Return the bookmarks of the headings and captions that the contents and lists of a document name."""
    return frozenset(
        entry.bookmark
        for blocks in document.blocks.values()
        for block in blocks
        if isinstance(block, Contents)
        for entry in block.entries
    )


def notes(paragraph: Paragraph) -> tuple[Note, ...]:
    """Return the footnotes of a paragraph, in order."""
    if len(paragraph.content) == 1 and isinstance(paragraph.content[0], Run):  # like most
        return ()
    found: list[Note] = []
    for inline in paragraph.content:
        if isinstance(inline, Note):
            found.append(inline)
        elif isinstance(inline, Revised):
            found += [each for each in inline.content if isinstance(each, Note)]
    return tuple(found)


def with_notes(paragraph: Paragraph) -> Iterator[tuple[Inline, ...]]:
    """Yield the content of a paragraph, then that of its footnotes."""
    yield paragraph.content
    for note in notes(paragraph):
        yield from (part.content for part in note.paragraphs)


def is_revised(inline: Inline) -> bool:
    """Tell whether a revision changed an inline: its words, or how they look."""
    match inline:
        case Run(former=former):
            return former is not None
        case Hyperlink(content=runs):
            return any(run.former for run in runs)
        case _:
            return isinstance(inline, Revised)


def plain_text(content: tuple[Inline, ...]) -> str:
    """Return the words of `content` as one string, without its notes and images."""
    if len(content) == 1 and isinstance(content[0], Run):
        return content[0].text
    words: list[str] = []
    for inline in content:
        match inline:
            case Run(text=text) | NumberReference(text=text) | SequenceNumber(text=text):
                words.append(text)
            case LineBreak():
                words.append("\n")
            case Hyperlink(content=runs):
                words.extend(run.text for run in runs)
            case Revised(content=revised):
                words.append(plain_text(revised))
            case Locked(content=locked):
                words.append(plain_text(locked))
            case Note() | Image() | CommentStart() | CommentEnd():
                pass
    return "".join(words)


def every_content(document: Document) -> Iterator[tuple[Inline, ...]]:
    """Yield the content of every field, paragraph, footnote and entry of the contents."""
    yield from document.text.values()
    for blocks in document.blocks.values():
        for paragraph in paragraphs(blocks):
            yield from with_notes(paragraph)
        for block in blocks:
            if isinstance(block, Contents):
                yield from (entry.text for entry in block.entries)


def tally(document: Document) -> Tally:
    """Count the words, headings and footnotes of a document."""
    words = sum(len(plain_text(content).split()) for content in document.text.values())
    headings = footnotes = 0
    for blocks in document.blocks.values():
        for paragraph in paragraphs(blocks):
            words += len(plain_text(paragraph.content).split())
            headings += paragraph.heading > 0
            for note in notes(paragraph):
                footnotes += 1
                words += sum(len(plain_text(part.content).split()) for part in note.paragraphs)
    return Tally(words, headings, footnotes)
