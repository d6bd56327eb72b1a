# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The bars of the public version: each says on which ground words are gone, and nothing of those words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

import msgspec
from msgspec.structs import replace

from jvom import plan
from jvom.dutch.typography import typeset
from jvom.woo import GROUNDS, article, in_order

BLACKED = "gelakt"
"""What the dossier of the public version has for a value that is not public; every bar begins with it."""

STYLE = "Gelakt"

LEGEND = "legenda"
"""The control of the legend."""


def bar(ground: str) -> plan.Run:
    """Return the bar for words that are gone on a ground: white on black, read out loud, always as wide."""
    return plan.Run(f"{BLACKED} {ground}".rstrip(), style=STYLE)


def is_bar(inline: object) -> bool:
    """Tell whether an inline of a plan is a bar."""
    return isinstance(inline, plan.Run) and inline.style == STYLE


def grounds_of(content: Iterable[plan.Inline]) -> Iterator[str]:
    """Yield the ground of each bar."""
    for inline in content:
        if isinstance(inline, plan.Run) and is_bar(inline):
            yield _ground(inline)


def with_legend(document: plan.Document) -> plan.Document:
    """Return the document with a legend of the grounds of its bars, if it has any."""
    found = {ground for content in plan.every_content(document) for ground in grounds_of(content)}
    if not found:
        return document
    legend = tuple(
        plan.Paragraph("Legenda", (bar(ground), plan.Run(typeset(_reason(ground)))))
        for ground in in_order(found)
    )
    return replace(document, blocks={**document.blocks, LEGEND: legend})


def reasons() -> Iterator[str]:
    """Yield what a legend may say behind the bar of each ground."""
    return map(_reason, GROUNDS)


def _reason(ground: str) -> str:
    said = f"niet openbaar op grond van de Wet open overheid (Woo), {article(ground)}"
    return f": {said}: {GROUNDS[ground]}."


class Passage(msgspec.Struct, frozen=True):
    """Words that are gone: the ground, the bookmark at their bar, and the `section` that they were in.

    `section` is the number of the heading above, its words in a document without numbers, "" when there is
    none. A field at the head of a document has no bookmark.
    """

    ground: str
    bookmark: str = ""
    section: str = ""


def with_places(document: plan.Document) -> plan.Document:
    """Return a public document with a bookmark at each bar but those of its fields and its contents.

    A row of a table that is gone as a whole has one.
    """
    names = (f"Gelakt_{number}" for number in count(1))
    blocks = {
        tag: found if tag == LEGEND else tuple(_placed(block, names) for block in found)
        for tag, found in document.blocks.items()
    }
    return document if blocks == document.blocks else replace(document, blocks=blocks)


def _placed(block: plan.Block, names: Iterator[str]) -> plan.Block:
    match block:
        case plan.Paragraph():
            return _placed_paragraph(block, names)
        case plan.Table(header=header, rows=rows):
            return replace(
                block,
                header=tuple(_placed_row(row, names) for row in header),
                rows=tuple(_placed_row(row, names) for row in rows),
            )
        case _:
            return block


def _placed_row(row: tuple[plan.Cell, ...], names: Iterator[str]) -> tuple[plan.Cell, ...]:
    if _is_gone(row):
        first, *others = row
        return _placed_cell(first, names), *others
    return tuple(_placed_cell(cell, names) for cell in row)


def _is_gone(row: tuple[plan.Cell, ...]) -> bool:
    """Tell whether a row has the same bar in each cell and nothing else."""
    contents = {paragraph.content for cell in row for paragraph in cell.paragraphs}
    return len(contents) == 1 and all(len(content) == 1 and is_bar(content[0]) for content in contents)


def _placed_cell(cell: plan.Cell, names: Iterator[str]) -> plan.Cell:
    return replace(cell, paragraphs=tuple(_placed_paragraph(each, names) for each in cell.paragraphs))


def _placed_paragraph(paragraph: plan.Paragraph, names: Iterator[str]) -> plan.Paragraph:
    made = tuple(_placed_inline(inline, names) for inline in paragraph.content)
    return paragraph if made == paragraph.content else replace(paragraph, content=made)


def _placed_inline(inline: plan.Inline, names: Iterator[str]) -> plan.Inline:
    if isinstance(inline, plan.Run):
        return replace(inline, bookmark=next(names)) if is_bar(inline) else inline
    if isinstance(inline, plan.Note):
        return replace(inline, paragraphs=tuple(_placed_paragraph(each, names) for each in inline.paragraphs))
    return inline


def passages(document: plan.Document) -> Iterator[Passage]:
    """Yield the passages that are gone from a public document made by `with_places`, in reading order."""
    for content in document.text.values():
        for ground in grounds_of(content):
            yield Passage(ground)
    section, numbered = "", False
    for tag, blocks in document.blocks.items():
        for paragraph in plan.paragraphs(blocks) if tag != LEGEND else ():
            if paragraph.number:
                section, numbered = paragraph.number.rstrip("."), True
            elif paragraph.heading and not numbered:
                section = plan.plain_text(paragraph.content)
            for run in bars_in(paragraph):
                if run.bookmark:
                    yield Passage(_ground(run), run.bookmark, section)


def bars_in(paragraph: plan.Paragraph) -> Iterator[plan.Run]:
    """Yield the bars of a paragraph and of its footnotes."""
    for content in plan.with_notes(paragraph):
        for inline in content:
            if isinstance(inline, plan.Run) and is_bar(inline):
                yield inline


def _ground(run: plan.Run) -> str:
    return run.text.removeprefix(BLACKED).lstrip()
