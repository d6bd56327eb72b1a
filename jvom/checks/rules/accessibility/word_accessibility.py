# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on accessible Word files: what only the file itself shows, read back from it."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts, TextView
from jvom.checks.word_files import not_in_dutch, word_files
from jvom.text import Heading, Picture, Table, walk_blocks

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


RULES = (
    heading_order,
    table_without_header,
    picture_without_alternative,
    underlined,
    file_without_title,
    file_without_language,
    empty_paragraphs,
)
