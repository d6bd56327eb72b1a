# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The public version: personal data redacted, with black bars in its place and the legal ground for them.

The dossier is redacted before anything is planned, so no plan can contain personal data. Unmarked mentions of
the same person are found by :mod:`jvom.documents.leaks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec.structs import replace

from jvom import plan
from jvom.documents.content import BAR, BLACKED
from jvom.documents.personal import personal_fields, records
from jvom.dutch.typography import typeset
from jvom.model import Dossier, Fragment, Record
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
    Personal,
    Quote,
    Remark,
    Strong,
    Table,
    Term,
    walk,
    walk_blocks,
)

AnyRecord = TypeVar("AnyRecord", bound=Record)


def redact(dossier: Dossier) -> Dossier:
    """Return the dossier without its personal data, and without the source lines of its files.

    A marked span stays but is empty; a link that contains one becomes plain text; a footnote in one is
    removed; a field that the model marks personal becomes `BLACKED`, even if it was empty.
    """
    return replace(
        dossier,
        **{name: _without_personal(record) for name, record in records(dossier).items()},
        texts={kind: _fragment(text) for kind, text in dossier.texts.items()},
        sections=tuple(map(_fragment, dossier.sections)),
        files=(),
    )


def with_legend(document: plan.Document, ground: str) -> plan.Document:
    """Return the document with the legal ground in its legend, if it has any bars."""
    if not count_bars(document):
        return document
    said = f": niet openbaar op grond van de Wet open overheid (Woo), {ground}."
    legend = plan.Paragraph("Legenda", (BAR, plan.Run(typeset(said))))
    return replace(document, blocks={**document.blocks, "legenda": (legend,)})


def count_bars(document: plan.Document) -> int:
    """Return the number of bars in a public document, without the one in its legend."""
    legend = sum(paragraph.content.count(BAR) for paragraph in _legend(document))
    return sum(content.count(BAR) for content in plan.every_content(document)) - legend


def _legend(document: plan.Document) -> Iterator[plan.Paragraph]:
    return plan.paragraphs(document.blocks.get("legenda", ()))


def _fragment(fragment: Fragment) -> Fragment:
    title, blocks = _inlines(fragment.title), _blocks(fragment.blocks)
    notes = tuple(replace(note, blocks=_blocks(note.blocks)) for note in fragment.footnotes)
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


def _block(block: Block) -> Block:
    match block:
        case Heading(content=content) | Paragraph(content=content):
            return replace(block, content=_inlines(content))
        case List(items=items):
            return replace(block, items=tuple(replace(item, blocks=_blocks(item.blocks)) for item in items))
        case Quote(blocks=blocks):
            return replace(block, blocks=_blocks(blocks))
        case Table(header=header, rows=rows):
            return replace(block, header=_cells(header), rows=tuple(map(_cells, rows)))


def _cells(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(replace(cell, content=_inlines(cell.content)) for cell in cells)


def _inlines(content: Inlines) -> Inlines:
    found: list[Inline] = []
    for inline in content:
        match inline:
            case Personal():
                found.append(replace(inline, content=()))
            case Link() if any(isinstance(each, Personal) for each in walk(inline.content)):
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
