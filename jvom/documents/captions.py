# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Captions of pictures and tables with their numbers, and the lists of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from jvom import plan
from jvom.documents.bookmarks import bookmark_of
from jvom.documents.typeset_words import typeset_words
from jvom.dutch.characters import NO_BREAK_SPACE
from jvom.model import Caption, Dossier
from jvom.resolving.captions import PICTURE, TABLE, by_place, captions, find_captions
from jvom.source import Span
from jvom.text import Picture, Table

LISTS = {"figuren": PICTURE, "tabellen": TABLE}
"""The lists of captions that a report can have, and the label of what is in each."""

_SHORT = {PICTURE: "Fig", TABLE: "Tab"}


class Captions:
    """The captions of a dossier's documents."""

    def __init__(self, dossier: Dossier) -> None:
        self._by_place = by_place(captions(dossier))
        present = find_captions(dossier)
        # A picture that is not public has a number, but no bookmark.
        self._present = {(each.document, each.name) for each in present if each.name}
        self._restarts: set[Span] = set()
        last: dict[tuple[str, str], int] = {}
        for each in (self._by_place[each.span] for each in present if each.span in self._by_place):
            if each.number != last.get((each.document, each.label), 0) + 1:
                self._restarts.add(each.span)
            last[each.document, each.label] = each.number

    def numbered(self, of: Picture | Table, content: tuple[plan.Inline, ...]) -> tuple[plan.Inline, ...]:
        """Return the content of a caption with its number before it: "Figuur 1. Kaart van Mali".

        One that is in no text of the dossier has no number.
        """
        caption = self._by_place.get(of.span)
        if caption is None:
            return content
        number = plan.SequenceNumber(
            caption.label, str(caption.number), _bookmark(caption), restarts=caption.span in self._restarts
        )
        first, *others = content or (plan.Run(""),)
        start: tuple[plan.Inline, ...] = (plan.Run(". "), first)
        if isinstance(first, plan.Run) and not first.style and not first.language:
            start = (replace(first, text=f". {first.text}"),)
        return (plan.Run(caption.label + NO_BREAK_SPACE), number, *start, *others)

    def are_in(self, document: str, name: str) -> bool:
        """Tell whether a document has the caption of that name, for a field to refer to."""
        return (document, name) in self._present


def caption_lists(lists: Iterable[str], blocks: tuple[plan.Block, ...]) -> Iterator[plan.Contents]:
    """Yield the lists (see `LISTS`) of the captions in the blocks, as far as there are any."""
    for name in lists:
        found = tuple(_entries(LISTS[name], blocks))
        if found:
            heading = plan.Paragraph("KopLijst", typeset_words(name.capitalize()))
            yield plan.Contents(heading, found, label=LISTS[name])


def _entries(label: str, blocks: tuple[plan.Block, ...]) -> Iterator[plan.ContentsEntry]:
    for paragraph in plan.paragraphs(blocks):
        if paragraph.style not in (plan.CAPTION, plan.TABLE_CAPTION):
            continue
        text: list[plan.Run] = []
        bookmark = ""
        for inline in paragraph.content:
            match inline:
                case plan.SequenceNumber(label=kind) if kind == label:
                    bookmark = inline.bookmark
                    text.append(plan.Run(inline.text))
                case plan.Run():
                    text.append(inline)
                case plan.Hyperlink(content=runs):
                    text += runs
                case plan.NumberReference(text=words):
                    text.append(plan.Run(words))
                case _:
                    pass
        if bookmark:
            yield plan.ContentsEntry(level=1, number="", text=tuple(text), bookmark=bookmark)


def _bookmark(caption: Caption) -> str:
    return bookmark_of(caption.name) if caption.name else f"_{_SHORT[caption.label]}_{caption.number}"
