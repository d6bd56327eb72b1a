# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A text as a flat sequence of leaf blocks, as Word has it: paragraphs, headings, list items, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from jvom.exchange.markdown import pieces_of
from jvom.exchange.pieces import Piece, joined, key, words_of
from jvom.model import Fragment
from jvom.text import Block, Heading, Inlines, List, Paragraph, Picture, Quote, Table, Withheld

Kind = Literal["heading", "paragraph", "bullet", "number", "follow", "quote", "picture", "caption", "table"]
Read = Callable[[Inlines], tuple[Piece, ...]]

Row = tuple[tuple[Piece, ...], ...]


class Leaf(NamedTuple):
    """A paragraph, or a table with all its rows; `block` is the number of the block of the text it is in.

    `level` is that of a heading or an item, `start` the number a list begins at. `filled` names the data that
    the rows of a table are made of. `rows` begin with the header, and `right` are its columns of numbers. A
    `landscape` heading or table turns the pages; `name` is that of a picture or table. `contents` is what the
    pieces were made of, or those of each cell. `style` is that of a Word file. `about` is the mark, as typed,
    of the mission that a paragraph is about; Word shows nothing of it.
    """

    kind: Kind
    level: int
    pieces: tuple[Piece, ...]
    block: int = -1
    start: int = 1
    rows: tuple[Row, ...] = ()
    filled: str = ""
    right: frozenset[int] = frozenset()
    style: str = ""
    landscape: bool = False
    name: str = ""
    contents: tuple[Inlines, ...] = ()
    about: str = ""

    @property
    def all_paragraphs(self) -> tuple[tuple[Piece, ...], ...]:
        """The pieces of the leaf, or for a table those of each of its cells."""
        return tuple(cell for row in self.rows for cell in row) if self.rows else (self.pieces,)

    @property
    def all_pieces(self) -> tuple[Piece, ...]:
        """The pieces of the leaf, or of all its cells."""
        return tuple(piece for each in self.all_paragraphs for piece in each)

    def changed(self, change: Callable[[tuple[Piece, ...]], tuple[Piece, ...]]) -> Leaf:
        """Return the leaf with the pieces of each of its paragraphs changed."""
        rows = tuple(tuple(map(change, row)) for row in self.rows)
        return self._replace(pieces=change(self.pieces), rows=rows)

    @property
    def key(self) -> tuple[object, ...]:
        """What is equal for leaves that say and show the same."""
        rows = tuple(tuple(map(key, row)) for row in (self.rows[:1] if self.filled else self.rows))
        return (self.kind, self.level, key(self.pieces), rows, self.filled)


def leaves_of(fragment: Fragment) -> list[Leaf]:
    """Return the leaves of a text as it is typed."""
    return [
        leaf._replace(block=number)
        for number, block in enumerate(fragment.blocks)
        for leaf in leaves_of_block(block, pieces_of)
    ]


def leaves_of_block(block: Block, read: Read, depth: int = 0) -> Iterator[Leaf]:
    """Yield the leaves of a block within `depth` lists; `read` makes pieces of inlines."""
    match block:
        case Heading(level=level, content=content, landscape=landscape):
            yield Leaf("heading", level, not_bold(read(content)), landscape=landscape, contents=(content,))
        case (
            Paragraph(content=(Picture(caption=caption, name=name),) as content)
            | Paragraph(content=(Withheld(content=(Picture(caption=caption, name=name),) as content),))
        ):
            yield Leaf("picture", 0, read(content), contents=(content,), name=name)
            if caption:
                yield Leaf("caption", 0, (Piece("words", caption),))
        case Paragraph(content=content, about=about):
            pieces = read(content)
            only = [piece.kind for piece in pieces if piece.kind != "remark"]
            kind: Kind = "picture" if only == ["picture"] else "paragraph"
            yield Leaf(kind, 0, pieces, contents=(content,), about=about.typed if about else "")
        case Quote(blocks=blocks):
            for each in blocks:
                for leaf in leaves_of_block(each, read):
                    yield leaf._replace(kind="quote") if leaf.kind == "paragraph" else leaf
        case List():
            yield from _items(block, read, depth + 1)
        case Table(caption=caption):
            if caption:
                yield Leaf("caption", 0, read(caption), contents=(caption,))
            yield _table(block, read)


def _items(block: List, read: Read, depth: int) -> Iterator[Leaf]:
    for item in block.items:
        for at, inner in enumerate(item.blocks):
            for leaf in leaves_of_block(inner, read, depth):
                if isinstance(inner, Paragraph) and leaf.kind in ("paragraph", "picture"):
                    kind: Kind = "follow" if at else "number" if block.ordered else "bullet"
                    yield leaf._replace(kind=kind, level=depth, start=block.start)
                else:
                    yield leaf


def _table(block: Table, read: Read) -> Leaf:
    header = tuple(not_bold(read(cell.content)) for cell in block.header)
    body = [tuple(() if cell.covered else read(cell.content) for cell in row) for row in block.rows]
    filled = block.filled_with
    for row in body:
        for cell in row:
            if any(piece.kind == "mark" and piece.text == "{{ mandates }}" for piece in cell):
                filled = "mandates"
    contents = tuple(cell.content for row in (block.header, *block.rows) for cell in row)
    return Leaf(
        "table",
        0,
        (),
        rows=(header, *body),
        filled=filled,
        right=block.right,
        landscape=block.landscape,
        name=block.name,
        contents=contents,
    )


def not_bold(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces as they are in a heading, which is bold as a whole."""
    return joined(piece._replace(look=piece.look._replace(bold=False)) for piece in pieces)


def words(leaf: Leaf, printed: Mapping[str, str]) -> str:
    """Return the words of a leaf as they are printed, with plain spaces; `printed` is by mark."""
    return " ".join(filter(None, (words_of(each, printed) for each in leaf.all_paragraphs)))


def has_words(leaf: Leaf) -> bool:
    """Return whether a leaf has anything to type."""
    return any(piece.kind != "break" and piece.text.strip() for piece in leaf.all_pieces)
