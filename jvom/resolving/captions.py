# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of captioned pictures and tables: each kind is numbered through a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from jvom.model import Caption, Dossier
from jvom.resolving import numbering
from jvom.source import Span
from jvom.text import Block, Paragraph, Picture, Quote, Table, Withheld

PICTURE, TABLE = "Figuur", "Tabel"
"""The labels of captions, before their numbers."""

NAME_STARTS = {"fig-": PICTURE, "tab-": TABLE}
"""How the names begin by which references find a captioned picture or table."""

REPORT = "rapport"


def captions(dossier: Dossier) -> tuple[Caption, ...]:
    """Return the captions of the documents of a dossier, in reading order; those it has when it has them."""
    return find_captions(dossier) if dossier.captions is None else dossier.captions


def find_captions(dossier: Dossier) -> tuple[Caption, ...]:
    """Return the captions in the texts of a dossier as they are."""
    fragments = {fragment.id: fragment for fragment in dossier.sections}
    report = [fragments[id] for id, _ in numbering.outline(dossier) if id in fragments]
    documents = [(kind, [text]) for kind, text in dossier.texts.items()]
    found: list[Caption] = []
    for document, texts in (*documents, (REPORT, report)):
        numbers = {PICTURE: count(1), TABLE: count(1)}
        for text in texts:
            for label, name, span in _captioned(text.blocks):
                number = next(numbers[label])
                found.append(Caption(label=label, number=number, document=document, span=span, name=name))
    return tuple(found)


def by_name(found: Iterable[Caption]) -> Mapping[str, Caption]:
    """Return the captions that have a name, by that name."""
    return {caption.name: caption for caption in found if caption.name}


def by_place(found: Iterable[Caption]) -> Mapping[Span, Caption]:
    """Return the captions by the place of their picture or table."""
    return {caption.span: caption for caption in found}


def picture_in(block: Block) -> Picture | None:
    """Return the picture that a paragraph is, None for any other block."""
    if not isinstance(block, Paragraph) or len(block.content) != 1:
        return None
    (only,) = block.content
    if isinstance(only, Withheld) and len(only.content) == 1:
        (only,) = only.content
    return only if isinstance(only, Picture) else None


def _captioned(blocks: Iterable[Block]) -> Iterator[tuple[str, str, Span]]:
    """Yield the label, the name and the place of each captioned picture and table."""
    for block in blocks:
        match block:
            case Table(caption=caption, name=name, span=span) if caption:
                yield TABLE, name, span
            case Quote(blocks=inner):
                yield from _captioned(inner)
            case Paragraph():
                picture = picture_in(block)
                if picture is not None and picture.caption:
                    yield PICTURE, picture.name, picture.span
