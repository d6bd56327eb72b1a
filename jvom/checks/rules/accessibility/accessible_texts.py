# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on accessible text: links, pictures, headings, tables and colour.

They follow WCAG 2.1, which EN 301 549 and the Dutch decree on digital accessibility require of documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from jvom.analysis.passages import Passage
from jvom.analysis.phrases import Phrase
from jvom.analysis.stretches import Stretch, outermost
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts, TextView
from jvom.data import lexicon_lines
from jvom.dutch.patterns import pattern
from jvom.text import List, Paragraph, Table

_URL = Phrase("{url}")
_VAGUE_LINK = Phrase(*(f"({words}) .|!|>|»...3?" for words in lexicon_lines("vague_links.txt")))
_CLICK_HERE = Phrase("klik|klikt u? dan|nu|op? (hier|deze link)")
LONGEST_ALTERNATIVE = 250


@rule("TOE002", WARNING, Scope.TEXTS, loose=INFO)
def bare_address(texts: Texts) -> Iterator[Violation]:
    """A bare web address in the text."""
    for match in _URL.find(texts):
        path = match.text.partition("://")[2] or match.text
        minor = "/" not in path.rstrip("/") or match.passage.kind == "footnote"
        if match.passage.kind != "value":
            yield violation(match.span, severity=INFO if minor else None)


@rule("TOE003", WARNING, Scope.TEXTS)
def vague_link(texts: Texts) -> Iterator[Violation]:
    """A link that does not say where it goes."""
    links = (link for passage in texts.passages for link in _links(passage))
    vague = [link for link in links if _VAGUE_LINK.match_between(link.passage, link.start, link.end)]
    for place in outermost((*vague, *_CLICK_HERE.find(texts)), texts.index.numbers):
        yield violation(place.span)


def _links(passage: Passage) -> Iterator[Stretch]:
    """Yield the words of each link."""
    for address, parts in groupby(passage.segments, key=lambda part: part.style.address):
        linked = list(parts)
        if address:
            yield Stretch(passage, linked[0].start, linked[-1].end)


_PICTURE_NAMES = pattern(
    r"(?:(?:afbeelding|image|img|picture|pic|foto|photo|figuur|figure|fig|grafiek|chart|diagram|kaart|logo|"
    r"schermafbeelding|screenshot|plaatje|icoon|icon|illustratie|tabel|scan|dsc|untitled|naamloos)s?"
    r"[ ._-]{0,3}\d{0,10}(?: ?\(\d+\))?|[\w .()-]{1,100}\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)|"
    r"[\W\d_]{1,40})",
    re.IGNORECASE,
)
_GENERATED_TEXT = Phrase(
    "automatisch gegenereerde", "door AI gegenereerde", "automatically generated", "AI-generated"
)


@rule("TOE006", WARNING, Scope.FRAGMENT)
def meaningless_alternative(text: TextView) -> Iterator[Violation]:
    """An alternative text that says nothing."""
    for passage in text.passages_of("alternative"):
        if _PICTURE_NAMES.fullmatch(passage.text.strip()):
            yield violation(passage.span(), "says-nothing", alternative=passage.text)
        elif _GENERATED_TEXT.find_in(passage):
            yield violation(passage.span(), "generated")


@rule("TOE007", WARNING, Scope.FRAGMENT)
def long_alternative(text: TextView) -> Iterator[Violation]:
    """An alternative text that is too long."""
    for passage in text.passages_of("alternative"):
        if len(passage.text) > LONGEST_ALTERNATIVE:
            yield violation(passage.span(), length=len(passage.text))


# A longer bold paragraph is an emphasized sentence; one that ends in a colon introduces what follows.
_MOST_HEADING_WORDS = 10


@rule("TOE009", WARNING, Scope.FRAGMENT, local=True)
def bold_heading(text: TextView) -> Iterator[Violation]:
    """A bold paragraph that should be a heading."""
    followed = {
        id(block) for block, after in pairwise(text.blocks) if isinstance(after, Paragraph | List | Table)
    }
    for passage in text.passages_of("paragraph"):
        words = passage.text.rstrip()
        visible = [part for part in passage.segments if passage.text[part.start : part.end].strip()]
        is_bold = all(part.style.strong for part in visible) and "\n" not in words
        is_short = 0 < len(passage.words) <= _MOST_HEADING_WORDS and (words[-1].isalnum() or words[-1] == ")")
        if id(passage.block) in followed and is_bold and is_short:
            yield violation(passage.span())


@rule("TOE010", WARNING, Scope.FRAGMENT, local=True)
def layout_table(text: TextView) -> Iterator[Violation]:
    """A table that is only layout."""
    for block in text.blocks:
        if isinstance(block, Table) and not block.filled_with and (len(block.header) == 1 or not block.rows):
            yield violation(block.span)
