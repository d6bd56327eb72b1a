# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on Word files, read back: accessible, with enough contrast, nothing floating, tables described."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts, TextView
from jvom.checks.word_files import not_in_dutch, word_files
from jvom.dutch.patterns import pattern
from jvom.text import Block, Heading, Paragraph, Picture, Table, Text, walk_blocks

_FEWEST_BLANKS_IN_LOOSE_FILE = 2  # one is common in files that jvom did not make


@rule("TOE001", WARNING, Scope.BUILT)
def heading_order(texts: Texts) -> Iterator[Violation]:
    """Headings in a made file that do not follow on from one another."""
    for text, _ in word_files(texts):
        fits = 1
        for heading in text.blocks if text.document == "bestand" else ():
            if isinstance(heading, Heading):
                if heading.level > fits:
                    yield violation(heading.span, level=heading.level, fits=fits)
                fits = heading.level + 1


@rule("TOE004", WARNING, Scope.BUILT)
def table_without_header(texts: Texts) -> Iterator[Violation]:
    """A table without a header row."""
    tables = (table for text, _ in word_files(texts) for table in data_tables(text))
    return (violation(table.header[0].span) for table in tables if not table.headed)


def data_tables(text: TextView) -> Iterator[Table]:
    """Yield the tables of a Word file that hold data, not layout."""
    for block in text.blocks[1:]:
        if isinstance(block, Table) and block.rows and not block.layout and _has_column_headings(block):
            yield block


def _has_column_headings(table: Table) -> bool:
    return len(table.header) > 1 and all(cell.content for cell in table.header[1:])


@rule("TOE005", WARNING, Scope.BUILT)
def picture_without_alternative(texts: Texts) -> Iterator[Violation]:
    """An image without alternative text."""
    for text, word in word_files(texts):
        for inline in walk_blocks((*text.blocks, *word.margins)):
            if isinstance(inline, Picture) and not inline.alternative:
                yield violation(inline.span)


@rule("TOE008", WARNING, Scope.BUILT)
def underlined(texts: Texts) -> Iterator[Violation]:
    """Underlined text that is not a link."""
    return (violation(span) for _, word in word_files(texts) for span in word.underlined)


@rule("TOE012", WARNING, Scope.BUILT)
def file_without_title(texts: Texts) -> Iterator[Violation]:
    """A file without a title."""
    return (violation(text.whole) for text, word in word_files(texts) if not word.title)


@rule("TOE013", WARNING, Scope.BUILT)
def file_without_language(texts: Texts) -> Iterator[Violation]:
    """A file without a language, or with another one."""
    return not_in_dutch(texts)


@rule("TOE014", INFO, Scope.BUILT)
def empty_paragraphs(texts: Texts) -> Iterator[Violation]:
    """Empty paragraphs as white space."""
    for text, word in word_files(texts):
        fewest = 1 if text.document == "bestand" else _FEWEST_BLANKS_IN_LOOSE_FILE
        for gap in word.blanks:
            if gap.count >= fewest:
                yield violation(gap.span)


_TYPED_LIST_MARK = pattern(r"(?:[-–—•·▪◦*]|\d{1,2}[.)]|[a-z][.)]) ")


@rule("TOE015", WARNING, Scope.BUILT)
def low_contrast(texts: Texts) -> Iterator[Violation]:
    """Letters that stand out too little."""
    for _, word in word_files(texts):
        for faint in word.faint:
            yield violation(faint.span, ratio=_format_ratio(faint.ratio), least=_format_ratio(faint.least))


def _format_ratio(ratio: float) -> str:
    """Return a ratio with one decimal, rounded down."""
    whole, tenths = divmod(int(ratio * 10), 10)
    return f"{whole},{tenths}" if tenths else str(whole)


@rule("TOE016", WARNING, Scope.BUILT)
def floating_text(texts: Texts) -> Iterator[Violation]:
    """Text that floats on the page."""
    return (violation(span) for _, word in word_files(texts) for span in word.floating)


@rule("TOE017", WARNING, Scope.BUILT)
def table_without_description(texts: Texts) -> Iterator[Violation]:
    """A table without title or description."""
    for text, word in word_files(texts):
        for table in data_tables(text):
            if table.span in word.undescribed:
                yield violation(table.header[0].span)


@rule("TOE018", WARNING, Scope.BUILT)
def term_without_language(texts: Texts) -> Iterator[Violation]:
    """A foreign term without a language."""
    files = (word for text, word in word_files(texts) if text.document == "bestand")
    return (violation(span) for word in files for span in word.unspoken)


@rule("TOE019", WARNING, Scope.BUILT)
def typed_list(texts: Texts) -> Iterator[Violation]:
    """A list with typed marks."""
    for text, _ in word_files(texts):
        for is_typed, blocks in groupby(text.blocks, key=_has_typed_mark):
            first, *others = blocks
            if is_typed and others:
                yield violation(first.span)


def _has_typed_mark(block: Block) -> bool:
    first = block.content[0] if isinstance(block, Paragraph) else None
    return isinstance(first, Text) and bool(_TYPED_LIST_MARK.match(first.value))
