# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Merges two plans of a document into one with revisions: accept all for the new text, reject for the old.

Generated content, such as the table of contents and heading numbers, is that of the new document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from msgspec.structs import replace

from jvom.comparing.blocks import Item, Step, compare_blocks
from jvom.comparing.references import with_numbers_as_words
from jvom.comparing.tables import has_plain_grid, moved_table, revised_table, whole_table
from jvom.comparing.words import revised, revised_words, whole, with_former_style
from jvom.plan import (
    Block,
    Change,
    Contents,
    Document,
    Paragraph,
    Revisor,
    Table,
    bookmark_at,
    every_content,
    is_revised,
    paragraphs,
)
from jvom.plan import Sequence as Numbered

_FIRST_LIST = 1_000_000
"""Above the list ids of any plan: a deleted item must not be numbered with the new list."""

_UNNUMBERED = {
    "Heading1": "KopZonderNummer",
    "Heading2": "Tussenkop2",
    "Heading3": "Tussenkop3",
    "KopBijlage": "KopZonderNummer",
}
"""Unnumbered stand-ins for the styles of deleted headings, which must not be numbered with the new ones."""


def redline(old: Document | None, new: Document | None, revisor: Revisor) -> Document:
    """Return the new document with revisions from the old one; a side without the document is None.

    Raises ValueError when both do.
    """
    if new is None:
        if old is None:
            raise ValueError("a document that neither side has")
        empty = replace(old, text={}, blocks={})
        return replace(_redline(old, empty), revisor=revisor)
    before = replace(new, text={}, blocks={}) if old is None else old
    return replace(_redline(before, new), revisor=revisor)


def count_revisions(document: Document) -> int:
    """Count the revisions of a document: of text, formatting, paragraphs, rows and styles."""
    counted = sum(is_revised(each) for content in every_content(document) for each in content)
    for blocks in document.blocks.values():
        for block in blocks:
            if isinstance(block, Table):
                counted += sum(change is not None for change in block.changes)
            elif isinstance(block, Paragraph):
                counted += bool(block.former)
    return counted


def _redline(old: Document, new: Document) -> Document:
    parts = _parts(old, new)
    if unsettled := {bookmark for part in parts.values() for bookmark in part.unsettled_bookmarks()}:
        parts = _parts(with_numbers_as_words(old, unsettled), new)
    text = {
        tag: revised(old.text.get(tag, ()), new.text.get(tag, ()))
        for tag in dict.fromkeys((*new.text, *old.text))
    }
    return replace(new, text=text, blocks={tag: part.revised() for tag, part in parts.items()})


def _parts(old: Document, new: Document) -> dict[str, _Blocks]:
    """Return the blocks of both documents, by content control."""
    return {
        tag: _Blocks(old.blocks.get(tag, ()), new.blocks.get(tag, ()), tag)
        for tag in dict.fromkeys((*new.blocks, *old.blocks))
    }


class _Blocks:
    """The blocks of one content control."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block], tag: str) -> None:
        self.new = new
        self.steps = compare_blocks(old, new, f"{tag}-")
        self.numbers = _numbers(old)
        self.lists = count(_FIRST_LIST)

    def revised(self) -> tuple[Block, ...]:
        """Return the new blocks with revisions, and the deleted ones in their old places."""
        contents = tuple(block for block in self.new if isinstance(block, Contents))
        return (*contents, *(block for step in self.steps for block in self.block(step)))

    def unsettled_bookmarks(self) -> Iterator[str]:
        """Yield the bookmarks of headings and captions that go when all is rejected."""
        for step in self.steps:
            if step.new and not step.old:
                yield from filter(None, map(bookmark_at, paragraphs((step.new.block,))))

    def block(self, step: Step) -> Iterator[Block]:
        if step.old is not None and step.new is not None:
            yield from self.pair(step.old, step.new)
        elif step.old is not None:
            yield self.gone(step.old, step.move)
        elif step.new is not None:
            yield self.made(step.new, step)

    def pair(self, old: Item, new: Item) -> Iterator[Block]:
        if isinstance(old.block, Paragraph) and isinstance(new.block, Paragraph):
            content = new.block.content
            if old.block.content != content:
                content = revised_words(old.words, new.words)
            yield with_former_style(old.block, replace(new.block, content=content))
        elif isinstance(old.block, Table) and isinstance(new.block, Table) and has_plain_grid(new.block):
            yield revised_table(old.block, new.block)
        else:
            yield new.block

    def gone(self, item: Item, move: str) -> Block:
        change: Change = "moved-away" if move else "deleted"
        match item.block:
            case Paragraph() as block:
                style = _UNNUMBERED.get(block.style, block.style) if block.number else block.style
                number = None
                if block.sequence is not None:
                    number = Numbered(next(self.lists), self.numbers[id(block)])
                return replace(
                    block,
                    content=whole(change, block.content),
                    bookmark="",
                    sequence=number,
                    change=change,
                    move=move,
                    style=style,
                    former=None if style == block.style else replace(block, content=(), bookmark=""),
                )
            case Table() as block:
                return replace(whole_table(change, block), move=move)
            case block:
                return block

    def made(self, item: Item, step: Step) -> Block:
        match item.block:
            case Paragraph() as block if step.came_from and isinstance(step.came_from.block, Paragraph):
                content = revised_words(step.came_from.words, item.words, moved=True)
                return replace(block, content=content, change="moved-here", move=step.move)
            case Paragraph() as block:
                return replace(block, content=whole("inserted", block.content), change="inserted")
            case Table() as block if step.came_from and isinstance(step.came_from.block, Table):
                return replace(moved_table(step.came_from.block, block), move=step.move)
            case Table() as block:
                return whole_table("inserted", block)
            case block:
                return block


def _numbers(blocks: Sequence[Block]) -> Mapping[int, int]:
    """Return the number of each item of a numbered list, by the identity of the paragraph."""
    last: dict[tuple[int, str], int] = {}
    numbers: dict[int, int] = {}
    for block in blocks:
        if isinstance(block, Paragraph) and block.sequence is not None:
            key = (block.sequence.id, block.style)
            last[key] = last.get(key, block.sequence.start - 1) + 1
            numbers[id(block)] = last[key]
    return numbers
