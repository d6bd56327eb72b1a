# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures made to fit the pages of their template, whose margins and indents the house sets."""

from __future__ import annotations

from msgspec.structs import replace

from jvom.layout.geometry import Geometry, Page, SectionEnd, Slot, read_geometry
from jvom.layout.result import Job
from jvom.ooxml.measures import POINTS_PER_MILLIMETRE
from jvom.plan import Block, Image, Inline, NewSection, Paragraph


def with_fitting_pictures(job: Job) -> Job:
    """Return the job, its pictures no wider than the text around them.

    A plan knows no template: it sizes pictures for the pages of the templates that come with jvom.
    """
    blocks = job.document.blocks
    tags = [tag for tag, within in blocks.items() if any(map(_holds_picture, within))]
    if not tags:
        return job
    known = read_geometry(job.template)
    pages = _pages(known)
    every = list(pages.values())
    fitting = {tag: _fitted(blocks[tag], pages[tag], every, known) for tag in tags if tag in pages}
    return Job(replace(job.document, blocks={**blocks, **fitting}), job.template)


def _holds_picture(block: Block) -> bool:
    return isinstance(block, Paragraph) and Image in map(type, block.content)


def _pages(known: Geometry) -> dict[str, Page]:
    """Return the page format of each content control of the body, by tag."""
    found: dict[str, Page] = {}
    open_tags: list[str] = []
    for place in known.places:
        if isinstance(place, Slot):
            open_tags.append(place.tag)
        elif isinstance(place, SectionEnd):
            found |= dict.fromkeys(open_tags, place.page)
            open_tags = []
    return found


def _fitted(blocks: tuple[Block, ...], page: Page, pages: list[Page], known: Geometry) -> tuple[Block, ...]:
    made: list[Block] = []
    here = page
    for block in blocks:
        if isinstance(block, NewSection):
            here = page.turned(block.landscape, pages)
        elif isinstance(block, Paragraph) and _holds_picture(block):
            look = known.paragraph(block.style)
            width = (here.width - look.left - look.right) / POINTS_PER_MILLIMETRE
            block = replace(block, content=tuple(_narrowed(inline, width) for inline in block.content))
        made.append(block)
    return tuple(made)


def _narrowed(inline: Inline, width: float) -> Inline:
    if not isinstance(inline, Image) or inline.width <= width:
        return inline
    return replace(inline, width=width, height=inline.height * width / inline.width)
