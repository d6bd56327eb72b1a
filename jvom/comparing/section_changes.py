# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened to each section of a document with revisions, and how many words were added and removed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from jvom.plan import (
    Block,
    Document,
    Inline,
    Paragraph,
    Revised,
    is_revised,
    notes,
    paragraphs,
    plain_text,
)

State: TypeAlias = Literal["new", "gone", "moved", "rewritten", "changed", "restyled"]

FLOW = "wijzigingen"
"""The control that has the text of a Word file."""

_LEAST_KEPT = 0.5
"""A section that kept less than this share of its words is rewritten."""


class SectionChange(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to a section, or to the text of a letter or nota, whose `number` is "".

    `added` and `removed` are counts of words; `bookmark` is that of its heading now, "" for none;
    `former_number` is the one that it had when it moved.
    """

    document: str
    number: str
    title: str
    state: State
    added: int
    removed: int
    bookmark: str = ""
    former_number: str = ""


_TEXTS = ("tekst", "rapport", "bijlagen", FLOW)
"""The content controls with running text."""


class _Count:
    """Counts the words of a section that were kept, added and removed, and notes other changes."""

    def __init__(self, heading: Paragraph | None) -> None:
        self.heading = heading
        self.kept = self.added = self.removed = 0
        self.is_changed = self.is_restyled = False

    def count(self, block: Block) -> None:
        for paragraph in paragraphs((block,)):
            self._paragraph(paragraph)
            for note in notes(paragraph):
                for part in note.paragraphs:
                    self._paragraph(part)

    def _paragraph(self, paragraph: Paragraph) -> None:
        self.is_changed |= paragraph.change is not None
        self.is_restyled |= paragraph.former is not None
        for inline in paragraph.content:
            words = len(plain_text((inline,)).split())
            self.is_changed |= isinstance(inline, Revised)
            self.is_restyled |= is_revised(inline)
            match inline:
                case Revised(change="inserted"):
                    self.added += words
                case Revised(change="deleted"):
                    self.removed += words
                case Revised(change="moved-away"):
                    pass  # it is kept in the other place
                case _:
                    self.kept += words

    @property
    def state(self) -> State | None:
        change = self.heading.change if self.heading else None
        if change == "inserted":
            return "new"
        if change == "deleted":
            return "gone"
        if change == "moved-here":
            return "moved"
        if change == "moved-away":
            return None
        if not self.is_changed:
            return "restyled" if self.is_restyled else None
        kept = self.kept / (self.kept + max(self.added, self.removed))
        return "rewritten" if kept < _LEAST_KEPT else "changed"


def section_changes(document: Document) -> Iterator[SectionChange]:
    """Yield the changed sections, in the order of the document."""
    blocks = [
        block for tag in _TEXTS for block in document.blocks.get(tag, ()) if isinstance(block, Paragraph)
    ]
    moved = {each.move: each.number for each in blocks if each.change == "moved-away" and each.number}
    for tag in _TEXTS:
        counts = [_Count(None)]
        for block in document.blocks.get(tag, ()):
            if isinstance(block, Paragraph) and (block.bookmark or (block.number and block.change)):
                counts.append(_Count(block))
            counts[-1].count(block)
        for count in counts:
            if state := count.state:
                heading = count.heading
                yield SectionChange(
                    document=document.file,
                    number=heading.number if heading else "",
                    title=_now(heading.content) if heading else document.properties.title,
                    state=state,
                    added=count.added,
                    removed=count.removed,
                    bookmark=heading.bookmark if heading else "",
                    former_number=moved.get(heading.move, "") if heading else "",
                )


def _now(content: tuple[Inline, ...]) -> str:
    """Return the new title, or the old one if all of it was deleted."""
    kept = [each for each in content if not (isinstance(each, Revised) and each.change == "deleted")]
    return plain_text(tuple(kept or content))
