# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a text as they are printed, to compare with those of a sealed submission.

There is nothing else to compare with: what printed a number in it is not known, so each number is masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from jvom.checks.rules.earlier_years.typed_words import MASK, section_views
from jvom.checks.views import DossierView
from jvom.dutch.dates import MONTHS
from jvom.source import Span
from jvom.text import Block, Heading, List, Paragraph, Quote, Table, walk_blocks

_WORD = re.compile(r"[^\W_]+")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_MASKED = frozenset(MONTHS[1:])
# Of a Word file notes are read apart, and captions as paragraphs like any other.
_READ = ("paragraph", "item", "quote", "head", "cell", "caption")


class Printed(msgspec.Struct, frozen=True):
    """A section: its heading with its number, the place of that, and its words in order."""

    heading: str
    title: Span
    words: tuple[str, ...]

    @property
    def masked(self) -> tuple[str, ...]:
        """The words, with a mask for each that has a digit and for each month."""
        return tuple(MASK if word in _MASKED or any(map(str.isdigit, word)) else word for word in self.words)


def printed_now(dossier: DossierView) -> dict[str, Printed]:
    """Return the sections of this year by id."""
    found = {}
    for text in section_views(dossier):
        words = [word for passage in text.passages if passage.kind in _READ for word in _words(passage.text)]
        found[text.id] = Printed(text.title, text.title_span, tuple(words))
    return found


def printed_then(dossier: DossierView) -> list[Printed]:
    """Return the sections of the reports in the submissions of earlier years."""
    return dossier.memo(_then)


def _then(texts: object) -> list[Printed]:
    documents = (
        fragment
        for earlier in (texts.earlier if isinstance(texts, DossierView) else ())
        for fragment in earlier.printed
        if fragment.id == "rapport"
    )
    return [section for fragment in documents for section in _sections(fragment.blocks)]


def _sections(blocks: Iterable[Block]) -> Iterator[Printed]:
    heading: Heading | None = None
    words: list[str] = []
    for block in blocks:
        if isinstance(block, Heading) and block.number:
            if heading:
                yield _section(heading, words)
            heading, words = block, []
        elif not isinstance(block, Heading):
            words += _words_of(block)
    if heading:
        yield _section(heading, words)


def _section(heading: Heading, words: list[str]) -> Printed:
    title = f"{heading.number} {_text(walk_blocks((heading,)))}"
    return Printed(title, heading.span, tuple(words))


def _words_of(block: Block) -> Iterator[str]:
    """Yield the words of a block, paragraph by paragraph: a run may end within a word."""
    match block:
        case Paragraph():
            yield from _words(_text(walk_blocks((block,))))
        case List(items=items):
            for item in items:
                for inner in item.blocks:
                    yield from _words_of(inner)
        case Quote(blocks=inner_blocks):
            for inner in inner_blocks:
                yield from _words_of(inner)
        case Table(header=header, rows=rows):
            for cell in (*header, *(cell for row in rows for cell in row)):
                yield from _words(_text(walk_blocks((Paragraph(cell.content, cell.span),))))
        case _:
            pass


def _text(inlines: Iterable[object]) -> str:
    return "".join(
        getattr(inline, "value", " " if type(inline).__name__ == "Space" else "") for inline in inlines
    )


def _words(text: str) -> Iterator[str]:
    return (word[0].lower() for word in _WORD.finditer(text.replace(_SOFT_HYPHEN, "")))
