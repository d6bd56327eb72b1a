# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Approximate page numbers, and a PDF to look at, of a layout engine that pip can install: rdocx.

It lays out whole Word files, but divides no words; so it gets a copy in which pyphen has marked where Dutch
words may be divided. Both come with ``jvom[layout]``. docs/layout.md has how near it comes to LibreOffice.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from jvom.layout.estimate import estimate
from jvom.layout.geometry import Geometry, geometry
from jvom.layout.result import Job, Laid
from jvom.messages import Message, msg
from jvom.plan import Block, Cell, Document, Inline, Paragraph, Run, Table, paragraphs, plain_text
from jvom.source import CannotRun, Problem, Span
from jvom.word.package import build

PREVIEW = "PREVIEW"
"""What stands on every page of a PDF that is not LibreOffice's, and in its name."""

_TYPEFACE = "Verdana"
_SHORTEST = 5  # letters in a word that may be divided, as Word has it
_INSTALL = msg("installeer ze met «pip install 'jvom[layout]'», of bouw met --pages estimate")


def check() -> None:
    """Raise CannotRun when the engine is not installed."""
    from importlib.util import find_spec

    missing = [each for each in ("rdocx", "pyphen", "pikepdf") if find_spec(each) is None]
    if missing:
        raise _cannot(msg("niet geïnstalleerd: {names}", names=", ".join(missing)))


def lay_out(jobs: Sequence[Job], fonts: Sequence[Path], *, with_preview: bool) -> Laid:
    """Build the documents with the page numbers that rdocx gives them; `with_preview` PDFs as well.

    `fonts` are the files of the typeface, as :func:`jvom.layout.fonts.typeface` finds them. The previews say
    what they are on each page, and are named so. Raises CannotRun when the engine is not there or fails.
    """
    check()
    if not fonts:
        raise CannotRun(
            [
                Problem(
                    Span("rdocx"),
                    msg("er is geen Verdana en geen DejaVu Sans om regels mee te meten"),
                    msg("installeer fonts-dejavu-core, of bouw met --pages estimate"),
                )
            ]
        )
    faces = [(_TYPEFACE, path.read_bytes()) for path in fonts]
    files, pdfs, pages = {}, {}, {}
    for job in jobs:
        name = job.document.file
        found: Mapping[str, int] = {}
        if job.has_contents:
            guess = estimate(job.document, job.template).pages
            copy = _divisible(job.document, geometry(job.template))
            found = pages[name] = _pages(_pdf(build(copy, job.template, guess), faces), job)
        files[name] = build(job.document, job.template, found)
        if with_preview:
            marked = _divisible(_marked(job.document), geometry(job.template))
            pdfs[f"{name}-{PREVIEW}"] = _pdf(build(marked, job.template, found), faces)
    return Laid(engine="approximate", files=files, pdfs=pdfs, pages=pages)


def _pdf(file: bytes, faces: list[tuple[str, bytes]]) -> bytes:
    import rdocx

    try:
        data = rdocx.Document.from_bytes(file).to_pdf(fonts=faces)
    except Exception as error:  # what its errors are called is not written down anywhere
        raise _cannot(
            msg("rdocx kan dit document niet opmaken: {reason}", reason=str(error)[:200])
        ) from error
    if not data.startswith(b"%PDF-"):
        raise _cannot(msg("rdocx maakte geen PDF"))
    return data


def _pages(pdf: bytes, job: Job) -> Mapping[str, int]:
    """Return the page of each heading by the outline, whose titles are the headings' numbers and texts."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        at: dict[object, int] = {page.objgen: number for number, page in enumerate(opened.pages, 1)}
        items = []
        waiting = [opened.Root.Outlines] if "/Outlines" in opened.Root else []
        while waiting:
            item = waiting.pop()
            if "/Title" in item:
                items.append((_squeezed(str(item.Title)), _target(item, at)))
            waiting += [item[key] for key in ("/Next", "/First") if key in item]
    found: dict[str, int] = {}
    left = iter(items)
    for paragraph in (each for blocks in job.document.blocks.values() for each in paragraphs(blocks)):
        if not (paragraph.bookmark and paragraph.heading):
            continue
        title = _squeezed(paragraph.number + plain_text(paragraph.content))
        page = next((page for said, page in left if said == title), None)
        if page is None:
            raise _cannot(msg("rdocx vond de kop «{bookmark}» niet terug", bookmark=paragraph.bookmark))
        found[paragraph.bookmark] = page
    return found


def _target(item: object, at: Mapping[object, int]) -> int | None:
    import pikepdf

    if not isinstance(item, pikepdf.Dictionary):
        return None
    destination = item.get("/Dest", item.get("/A", pikepdf.Dictionary()).get("/D"))
    return at.get(destination[0].objgen) if isinstance(destination, pikepdf.Array) else None


def _squeezed(text: str) -> str:
    return "".join(text.split()).replace("\N{SOFT HYPHEN}", "")


def _marked(document: Document) -> Document:
    """Return the document with PREVIEW where each page says that it is a draft."""
    drafts = plain_text(document.text.get("concept", ()))
    said = " – ".join(filter(None, (drafts, PREVIEW)))
    return replace(document, text={**document.text, "concept": (Run(said),)})


def _divisible(document: Document, looks: Geometry) -> Document:
    """Return the document with a soft hyphen wherever a Dutch word may be divided."""
    import pyphen

    positions = pyphen.Pyphen(lang="nl_NL", left=2, right=2).positions
    divide = _Divider(positions, looks)
    return replace(
        document,
        blocks={tag: tuple(map(divide.block, blocks)) for tag, blocks in document.blocks.items()},
    )


class _Divider:
    def __init__(self, positions: Callable[[str], Sequence[int]], looks: Geometry) -> None:
        self._positions = positions
        self._looks = looks
        self._known: dict[str, str] = {}

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Table():
                return replace(
                    block, header=tuple(map(self._row, block.header)), rows=tuple(map(self._row, block.rows))
                )
            case _:
                return block

    def _row(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(replace(cell, paragraphs=tuple(map(self._paragraph, cell.paragraphs))) for cell in row)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        look = self._looks.paragraph(paragraph.style)
        if not look.hyphens or self._looks.hyphenation.in_a_row == 0:
            return paragraph
        return replace(paragraph, content=tuple(map(self._inline, paragraph.content)))

    def _inline(self, inline: Inline) -> Inline:
        if not isinstance(inline, Run) or inline.language:
            return inline
        return replace(inline, text=" ".join(map(self._word, inline.text.split(" "))))

    def _word(self, word: str) -> str:
        if len(word) < _SHORTEST or not word.isalpha() or word.isupper():
            return word
        if word not in self._known:
            edges = [0, *self._positions(word), len(word)]
            parts = (word[start:end] for start, end in pairwise(edges))
            self._known[word] = "\N{SOFT HYPHEN}".join(parts)
        return self._known[word]


def _cannot(what: Message) -> CannotRun:
    return CannotRun([Problem(Span("rdocx"), what, _INSTALL)])
