# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on the appearance of Word files: low contrast, floating text, undescribed tables, typed lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.accessibility.word_accessibility import data_tables
from jvom.checks.views import Texts
from jvom.checks.word_files import word_files
from jvom.dutch.patterns import pattern
from jvom.text import Block, Paragraph, Text

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


RULES = (low_contrast, floating_text, table_without_description, term_without_language, typed_list)
