# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A text as a row of leaves, as Word has it: paragraphs, headings, items, tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from jvom.homing.markdown import pieces_of
from jvom.homing.pieces import Look, Piece, joined, key, words_of
from jvom.model import Fragment
from jvom.reading.word.pieces import is_dutch
from jvom.text import Block, Heading, Inlines, List, Paragraph, Picture, Quote, Table

Kind = Literal["heading", "paragraph", "bullet", "number", "follow", "quote", "picture", "caption", "table"]
Read = Callable[[Inlines], tuple[Piece, ...]]

Row = tuple[tuple[Piece, ...], ...]


class Leaf(NamedTuple):
    """A paragraph, or a table with all its rows; `unit` is the number of the block of the text it is in.

    `level` is that of a heading or an item, `start` the number a list begins at. `filled` names the data of
    which the rows of a table are made. `rows` begin with the header, and `right` are its columns of numbers.
    A `landscape` heading or table turns the pages.
    """

    kind: Kind
    level: int
    pieces: tuple[Piece, ...]
    unit: int = -1
    start: int = 1
    rows: tuple[Row, ...] = ()
    filled: str = ""
    right: frozenset[int] = frozenset()
    style: str = ""
    landscape: bool = False

    @property
    def all_pieces(self) -> tuple[Piece, ...]:
        """The pieces of the leaf, those of its cells included."""
        return (*self.pieces, *(piece for row in self.rows for cell in row for piece in cell))

    def changed(self, change: Callable[[tuple[Piece, ...]], tuple[Piece, ...]]) -> Leaf:
        """Return the leaf with its pieces changed, and those of each of its cells."""
        rows = tuple(tuple(map(change, row)) for row in self.rows)
        return self._replace(pieces=change(self.pieces), rows=rows)

    @property
    def key(self) -> tuple[object, ...]:
        """What is equal for leaves that say and show the same."""
        rows = tuple(tuple(map(key, row)) for row in (self.rows[:1] if self.filled else self.rows))
        return (self.kind, self.level, key(self.pieces), rows, self.filled)


def leaves_of(fragment: Fragment) -> list[Leaf]:
    """Return the leaves of a text as it is typed."""
    return [leaf for unit, block in enumerate(fragment.blocks) for leaf in _leaves(block, unit, pieces_of)]


def leaves_of_word(fragment: Fragment, read: Read, styles: tuple[str, ...]) -> list[Leaf]:
    """Return the leaves of a Word file; `styles` are the names of the styles of its lines."""
    found = [leaf for block in fragment.blocks for leaf in _leaves(block, -1, read)]
    lines = [*_first_lines(fragment.blocks)]
    made = []
    for leaf, line in zip(found, lines, strict=True):
        style = styles[line - 1].lower() if 0 < line <= len(styles) else ""
        kind: Kind = leaf.kind
        if kind == "paragraph" and style in ("caption", "bijschrift"):
            kind = "caption"
        level = leaf.level
        if kind == "paragraph" and style.startswith(("list continue", "lijstvoortzetting")):
            kind, level = "follow", 2 if style.endswith("2") else 1
        made.append(leaf._replace(kind=kind, level=level, style=style))
    return made


def _first_lines(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        match block:
            case List(items=items):
                for item in items:
                    yield from _first_lines(item.blocks)
            case Quote(blocks=inner):
                yield from _first_lines(inner)
            case _:
                yield block.span.line


def _leaves(block: Block, unit: int, read: Read, depth: int = 0) -> Iterator[Leaf]:
    match block:
        case Heading(level=level, content=content, landscape=landscape):
            yield Leaf("heading", level, _not_bold(read(content)), unit, landscape=landscape)
        case Paragraph(content=(Picture(caption=caption),) as content):
            yield Leaf("picture", 0, read(content), unit)
            if caption:
                yield Leaf("caption", 0, (Piece("words", caption),), unit)
        case Paragraph(content=content):
            pieces = read(content)
            only = [piece for piece in pieces if piece.kind != "remark"]
            yield Leaf("picture" if [p.kind for p in only] == ["picture"] else "paragraph", 0, pieces, unit)
        case Quote(blocks=blocks):
            for each in blocks:
                for leaf in _leaves(each, unit, read):
                    yield leaf._replace(kind="quote") if leaf.kind == "paragraph" else leaf
        case List():
            yield from _items(block, unit, read, depth + 1)
        case Table():
            yield _table(block, unit, read)


def _items(block: List, unit: int, read: Read, depth: int) -> Iterator[Leaf]:
    for item in block.items:
        for at, inner in enumerate(item.blocks):
            for leaf in _leaves(inner, unit, read, depth):
                if isinstance(inner, Paragraph) and leaf.kind in ("paragraph", "picture"):
                    kind: Kind = "follow" if at else "number" if block.ordered else "bullet"
                    yield leaf._replace(kind=kind, level=depth, start=block.start)
                else:
                    yield leaf


def _table(block: Table, unit: int, read: Read) -> Leaf:
    header = tuple(_not_bold(read(cell.content)) for cell in block.header)
    body = [tuple(() if cell.covered else read(cell.content) for cell in row) for row in block.rows]
    filled = block.filled_with
    for row in body:
        for cell in row:
            if any(piece.kind == "mark" and piece.text == "{{ mandates }}" for piece in cell):
                filled = "mandates"
    rows = (header, *body)
    return Leaf("table", 0, (), unit, rows=rows, filled=filled, right=block.right, landscape=block.landscape)


def _not_bold(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return joined(piece._replace(look=piece.look._replace(bold=False)) for piece in pieces)


def words(leaf: Leaf, printed: Mapping[str, str]) -> str:
    """Return the words of a leaf as they are printed, with plain spaces; `printed` is by mark."""
    parts = [words_of(leaf.pieces, printed)] if leaf.pieces else []
    parts += [words_of(cell, printed) for row in leaf.rows for cell in row]
    return " ".join(filter(None, parts))


def without_dutch_terms(leaf: Leaf) -> Leaf:
    """Return a leaf without Dutch terms: italics for stress, or words that Word took for English."""

    def plain(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return joined(
            piece._replace(look=piece.look._replace(language=""))
            if piece.kind == "words" and piece.look.language and is_dutch(piece.text)
            else piece
            for piece in pieces
        )

    return leaf.changed(plain)


_TYPED_BULLET = re.compile(r"\s*[•·▪◦●o\u2013\u2014\-*\uf0b7\uf0a7]\s+(?=\S)")
_TYPED_NUMBER = re.compile(r"\s*\(?(\d{1,3})[.)]\s+(?=\S)")
_MOST_OF_A_HEADING = 90


def recognized(leaf: Leaf, above: Leaf | None) -> Leaf:
    """Return a new paragraph as the heading or the item that its writer made of it by hand."""
    if leaf.kind != "paragraph" or not leaf.pieces:
        return leaf
    first = leaf.pieces[0]
    if first.kind == "words":
        if (typed := _TYPED_BULLET.match(first.text)) and (typed[0].strip() != "o" or _is_item(above)):
            return leaf._replace(kind="bullet", level=1, pieces=_without(leaf.pieces, typed.end()))
        if typed := _TYPED_NUMBER.match(first.text):
            number = int(typed[1])
            if number == 1 or (above is not None and above.kind == "number"):
                return leaf._replace(
                    kind="number", level=1, start=number, pieces=_without(leaf.pieces, typed.end())
                )
    shown = [piece for piece in leaf.pieces if piece.kind not in ("note", "remark")]
    text = "".join(piece.text for piece in shown if piece.kind == "words")
    if (
        all(piece.look.bold for piece in shown)
        and 0 < len(text.strip()) <= _MOST_OF_A_HEADING
        and not text.rstrip().endswith((".", ":", ";", ",", "?", "!"))
        and not any(piece.kind == "break" for piece in shown)
    ):
        return leaf._replace(kind="heading", level=2, pieces=_not_bold(leaf.pieces))
    return leaf


def _is_item(leaf: Leaf | None) -> bool:
    return leaf is not None and leaf.kind in ("bullet", "number")


def _without(pieces: tuple[Piece, ...], length: int) -> tuple[Piece, ...]:
    return joined((pieces[0]._replace(text=pieces[0].text[length:]), *pieces[1:]))


def looks_lost(before: list[Leaf], after: list[Leaf], printed: Mapping[str, str]) -> bool:
    """Tell whether a file came back without its styles: nothing that had a kind of its own still has it."""
    kinds = {"heading", "bullet", "number", "follow", "quote", "caption"}
    had = {words(leaf, printed) for leaf in before if leaf.kind in kinds}
    has = [leaf for leaf in after if words(leaf, printed) in had]
    return bool(has) and all(leaf.kind in ("paragraph", "picture") for leaf in has)


def plain_look(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether no words of the pieces have a look of their own."""
    return all(piece.look == Look() for piece in pieces if piece.kind == "words")
