# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules on accessible Word files: what only the file itself shows, read back from it."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts, TextView
from jvom.checks.word_files import word_files, wrong_language
from jvom.messages import msg
from jvom.text import Heading, Picture, Table, walk_blocks

_FEWEST_BLANKS_IN_LOOSE_FILE = 2  # one is common in files that jvom did not make


@rule("TOE001", WARNING, Scope.BUILT)
def heading_order(texts: Texts) -> Iterator[Violation]:
    """Headings in a made file that do not follow on from one another."""
    for text, _ in word_files(texts):
        headings = [block for block in text.blocks if isinstance(block, Heading)]
        levels = (0, *(heading.level for heading in headings))
        for heading, above in zip(headings, levels, strict=False) if text.document == "bestand" else ():
            level, fits = heading.level, above + 1
            if level > fits:
                yield Violation(
                    heading.span,
                    msg("dit is niveau {level}, en na de kop ervoor past {fits}", level=level, fits=fits),
                    msg("geef de kop een niveau hoger, of zet de ontbrekende kop erboven"),
                )


@rule("TOE004", WARNING, Scope.BUILT)
def table_without_header(texts: Texts) -> Iterator[Violation]:
    """A table without a header row."""
    for text, _ in word_files(texts):
        for table in data_tables(text):
            if not table.headed:
                yield Violation(
                    table.header[0].span,
                    msg("deze tabel heeft geen koprij"),
                    msg("markeer de eerste rij als koprij (Veldnamenrij herhalen)"),
                )


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
        blocks = (*text.blocks, *word.margins)
        for inline in walk_blocks(blocks):
            if isinstance(inline, Picture) and not inline.alternative:
                message = msg("deze afbeelding heeft geen alternatieve tekst")
                yield Violation(inline.span, message, msg("schrijf in een zin wat er te zien is"))


@rule("TOE008", WARNING, Scope.BUILT)
def underlined(texts: Texts) -> Iterator[Violation]:
    """Underlined text that is not a link."""
    for _, word in word_files(texts):
        for span in word.underlined:
            yield Violation(span, msg("onderstreepte tekst lijkt een link"), msg("haal de onderstreping weg"))


@rule("TOE012", WARNING, Scope.BUILT)
def file_without_title(texts: Texts) -> Iterator[Violation]:
    """A file without a title."""
    for text, word in word_files(texts):
        if not word.title:
            yield Violation(
                text.whole, msg("dit bestand heeft geen titel"), msg("vul de titel in (Bestand, Info, Titel)")
            )


@rule("TOE013", WARNING, Scope.BUILT)
def file_without_language(texts: Texts) -> Iterator[Violation]:
    """A file without a language, or with another one."""
    for text, word in word_files(texts):
        if violation := wrong_language(text, word):
            yield violation


@rule("TOE014", INFO, Scope.BUILT)
def empty_paragraphs(texts: Texts) -> Iterator[Violation]:
    """Empty paragraphs as white space."""
    for text, word in word_files(texts):
        fewest = 1 if text.document == "bestand" else _FEWEST_BLANKS_IN_LOOSE_FILE
        for gap in word.blanks:
            if gap.count >= fewest:
                yield Violation(
                    gap.span,
                    msg("het wit na deze alinea komt van lege alinea's"),
                    msg("haal ze weg, en geef de alinea zelf afstand"),
                )


RULES = (
    heading_order,
    table_without_header,
    picture_without_alternative,
    underlined,
    file_without_title,
    file_without_language,
    empty_paragraphs,
)
