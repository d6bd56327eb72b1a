# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dossier of the public version: without what is not public, before anything is planned.

So no plan can contain it. A plan has a bar in its place (:mod:`jvom.documents.bars`); unmarked mentions of
the same words are found by :mod:`jvom.documents.leaks`.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from jvom.documents.bars import BLACKED
from jvom.documents.personal import personal_fields, records
from jvom.model import Dossier, Fragment, Record
from jvom.resolving.captions import captions
from jvom.text import (
    Block,
    Cell,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    NoteMark,
    Paragraph,
    Quote,
    Remark,
    Strong,
    Table,
    Term,
    Withheld,
    walk,
    walk_blocks,
    withheld_whole,
)

AnyRecord = TypeVar("AnyRecord", bound=Record)


def redact(dossier: Dossier) -> Dossier:
    """Return the dossier without what is not public, and without the source lines of its files.

    A mark stays but is empty; of an item or footnote that is withheld as a whole only the first paragraph
    stays, and a list, table or quotation becomes a paragraph. Captions keep their numbers. A link that
    contains a mark becomes plain text; a footnote in one is removed; a field that the model marks personal
    becomes `BLACKED`, even if it was empty.
    """
    return replace(
        dossier,
        **{name: _without_personal(record) for name, record in records(dossier).items()},
        texts={kind: _fragment(text) for kind, text in dossier.texts.items()},
        sections=tuple(map(_fragment, dossier.sections)),
        files=(),
        captions=captions(dossier),
    )


def _fragment(fragment: Fragment) -> Fragment:
    title, blocks = _inlines(fragment.title), _blocks(fragment.blocks)
    notes = tuple(replace(note, blocks=_whole(note.blocks)) for note in fragment.footnotes)
    shown = {each.label for each in (*walk(title), *walk_blocks(blocks)) if isinstance(each, NoteMark)}
    return replace(
        fragment,
        front=replace(fragment.front, title=""),
        title=title,
        blocks=blocks,
        footnotes=tuple(note for note in notes if note.label in shown),
        suppressions=(),
        remarks=(),
        lines=(),
    )


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(map(_block, blocks))


def _whole(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of an item or footnote: one when all are withheld, or their number would tell."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and withheld_whole(first.content):
        return _blocks(blocks[:1])
    return _blocks(blocks)


def _block(block: Block) -> Block:
    if isinstance(block, List | Quote | Table) and block.withheld is not None:
        # One paragraph: what it was, and how long, would tell.
        return Paragraph((replace(block.withheld, content=()),), block.span)
    match block:
        case Heading(content=content) | Paragraph(content=content):
            return replace(block, content=_inlines(content))
        case List(items=items):
            return replace(block, items=tuple(replace(item, blocks=_whole(item.blocks)) for item in items))
        case Quote(blocks=blocks):
            return replace(block, blocks=_blocks(blocks))
        case Table(header=header, rows=rows, caption=caption):
            caption = _inlines(caption)
            return replace(block, header=_cells(header), rows=tuple(map(_cells, rows)), caption=caption)


def _cells(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(replace(cell, content=_inlines(cell.content)) for cell in cells)


def _inlines(content: Inlines) -> Inlines:
    found: list[Inline] = []
    for inline in content:
        match inline:
            case Withheld():
                found.append(replace(inline, content=()))
            case Link() if any(isinstance(each, Withheld) for each in walk(inline.content)):
                found += _inlines(inline.content)  # the address would identify the person
            case Term() | Strong() | Link():
                found.append(replace(inline, content=_inlines(inline.content)))
            case Remark():
                pass
            case _:
                found.append(inline)
    return tuple(found)


def _without_personal(record: AnyRecord) -> AnyRecord:
    changes: dict[str, object] = {}
    for name, personal in personal_fields(type(record)).items():
        value = getattr(record, name)
        if not personal:
            changes[name] = _deeper(value)
        else:
            changes[name] = (BLACKED,) if isinstance(value, tuple) else BLACKED
    return replace(record, **changes)


def _deeper(value: object) -> object:
    if isinstance(value, Record):
        return _without_personal(value)
    if isinstance(value, tuple):
        return tuple(map(_deeper, value))
    if isinstance(value, dict):
        return {key: _deeper(each) for key, each in value.items()}
    return value
