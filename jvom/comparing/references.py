# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""References to moved sections: rejecting the move would remove the bookmark that a field needs."""

from __future__ import annotations

from collections.abc import Set

from msgspec.structs import replace

from jvom.plan import Block, Cell, Document, Inline, Note, NumberReference, Paragraph, Run, Table


def with_numbers_as_words(document: Document, bookmarks: Set[str]) -> Document:
    """Turn references to these bookmarks into text, so that they differ from the new fields."""

    def content(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(inline, inlines))

    def inline(each: Inline) -> Inline:
        match each:
            case NumberReference(bookmark=bookmark, text=text) if bookmark in bookmarks:
                return Run(text)
            case Note(paragraphs=paragraphs):
                return Note(tuple(map(paragraph, paragraphs)))
            case _:
                return each

    def paragraph(each: Paragraph) -> Paragraph:
        return replace(each, content=content(each.content))

    def row(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(replace(cell, paragraphs=tuple(map(paragraph, cell.paragraphs))) for cell in cells)

    def block(each: Block) -> Block:
        match each:
            case Paragraph():
                return paragraph(each)
            case Table(header=header, rows=rows):
                return replace(each, header=tuple(map(row, header)), rows=tuple(map(row, rows)))
            case _:
                return each

    return replace(
        document,
        text={tag: content(inlines) for tag, inlines in document.text.items()},
        blocks={tag: tuple(map(block, blocks)) for tag, blocks in document.blocks.items()},
    )
