# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A document as HTML, in parts: its head, each of its sections, its close and its notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

import msgspec

from jvom.html.blocks import Blocks
from jvom.html.contents import title_of
from jvom.html.frames import Frame, frame_of
from jvom.html.inlines import Inlines
from jvom.plan import Block, Document, Paragraph, bookmark_at, paragraphs

Targets = Mapping[tuple[str, str], str]
"""The ids of headings and captions, by the name of their document and their bookmark."""


class Part(msgspec.Struct, frozen=True):
    """Some of an article; no two have the same `key`, which stays when the words change."""

    key: str
    html: str


def targets_of(documents: Sequence[Document]) -> Targets:
    """Return the ids of all that references may lead to; each begins with the name of its document."""
    return {
        (document.file, bookmark): f"{document.file}.{bookmark}"
        for document in documents
        for blocks in document.blocks.values()
        for paragraph in paragraphs(blocks)
        if (bookmark := bookmark_at(paragraph))
    }


def article(document: Document, targets: Targets) -> str:
    """Return the whole document as an element."""
    name = escape(document.file)
    whole = "".join(part.html for part in parts_of(document, targets))
    return f'<article id="{name}" aria-labelledby="{name}.titel">\n{whole}</article>\n'


def parts_of(document: Document, targets: Targets) -> Iterator[Part]:
    """Yield the parts of a document in reading order: a new one begins at each heading with a bookmark."""
    frame = frame_of(document)
    inlines = Inlines(document.file, targets)
    blocks = Blocks(inlines)
    name = escape(document.file)

    def field(tag: str) -> str:
        return inlines.html(document.text.get(tag, ()))

    def texts(tags: Sequence[str]) -> str:
        return "".join(blocks.html(document.blocks.get(tag, ())) for tag in tags)

    def lines(tags: Sequence[str]) -> str:
        return "".join(_line(field(tag)) for tag in tags)

    marks = "".join(
        f'<p class="mark">{said}</p>\n' for tag in ("rubricering", "concept") if (said := field(tag))
    )
    yield Part(
        "begin",
        f'{marks}<h2 id="{name}.titel">{escape(title_of(document))}</h2>\n{lines(frame.subtitles)}'
        f"{texts(frame.above)}{_particulars(frame, field)}{_line(field(frame.opening))}",
    )
    for tag in frame.texts:
        for key, some in _sections(tag, document.blocks.get(tag, ())):
            yield Part(key, blocks.html(some))
    yield Part("close", f"{_line(field(frame.closing))}{_signatures(frame, field)}")
    yield Part("notes", inlines.notes())
    yield Part("below", f"{texts(frame.below)}{lines(frame.notices)}")


def _sections(tag: str, blocks: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Yield the blocks of a control by section, each with a key: what precedes the first has the tag."""
    key, some = tag, list[Block]()
    for block in blocks:
        if isinstance(block, Paragraph) and block.heading and block.bookmark:
            if some:
                yield key, some
            key, some = block.bookmark, []
        some.append(block)
    if some:
        yield key, some


def _particulars(frame: Frame, field: Callable[[str], str]) -> str:
    rows = "".join(
        f"<dt>{label}</dt><dd>{said}</dd>\n" for tag, label in frame.particulars if (said := field(tag))
    )
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def _signatures(frame: Frame, field: Callable[[str], str]) -> str:
    signed = ("<br>".join(filter(None, map(field, tags))) for tags in frame.signatures)
    return "".join(f'<p class="signature">{each}</p>\n' for each in signed if each)


def _line(said: str) -> str:
    return f"<p>{said}</p>\n" if said else ""
