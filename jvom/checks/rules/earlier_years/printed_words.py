# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a text as they are printed, to compare with those of a sealed submission.

There is nothing else to compare with: what printed a number in it is not known, so each number is masked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from jvom.checks.rules.earlier_years.typed_words import MASK, section_views
from jvom.checks.views import DossierView
from jvom.dutch.dates import MONTHS
from jvom.dutch.patterns import pattern
from jvom.source import Span
from jvom.text import Block, Heading, Space, Text, contents_of, walk, walk_blocks

_WORD = pattern(r"[^\W_]+")
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
    documents = (fragment for earlier in dossier.earlier for fragment in earlier.printed)
    return [each for document in documents if document.id == "rapport" for each in _sections(document.blocks)]


def _sections(blocks: Iterable[Block]) -> Iterator[Printed]:
    found: list[tuple[Heading, list[str]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            found += [(block, [])] if block.number else []
        elif found:
            words = found[-1][1]
            words += (word for content in contents_of((block,)) for word in _words(_text(walk(content))))
    for heading, words in found:
        title = f"{heading.number} {_text(walk_blocks((heading,)))}"
        yield Printed(title, heading.span, tuple(words))


def _text(inlines: Iterable[object]) -> str:
    seen = (inline for inline in inlines if isinstance(inline, Text | Space))
    return "".join(inline.value if isinstance(inline, Text) else " " for inline in seen)


def _words(text: str) -> Iterator[str]:
    return (word[0].lower() for word in _WORD.finditer(text.replace(_SOFT_HYPHEN, "")))
