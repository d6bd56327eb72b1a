# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of abbreviations: the shared register, or a list typed in a text."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.long_forms import is_short_form, long_form
from jvom.analysis.passages import Passage
from jvom.analysis.tokens import Tokens
from jvom.checks.tables import Row, tables_of
from jvom.checks.views import DossierView, Texts, TextView
from jvom.dutch.patterns import pattern
from jvom.kinds import kinds_of
from jvom.source import Span

_NAMES_LIST = frozenset(("afkorting", "afkortingen", "afkortinglijst", "afkortingenlijst"))
_LONGEST_HEADING, _LONGEST_LINE = 40, 160
#: An abbreviation of up to four words at the start of a line, with a sign, a dash or a wide gap after it.
_HEAD = pattern(
    r"(?P<short>\S{1,20}(?: \S{1,12}){0,3}?)"
    r"(?:[:=]\s+|(?<![:=])(?:\s+[:=–—-]\s+|\s{2,}|\t))(?=\S)"
)
_NAME_LENGTHS = range(3, 202)
_OF_DIVIDER = frozenset("=*_~-")


class GlossaryEntry(msgspec.Struct, frozen=True):
    """An abbreviation in a list. `forms` are the abbreviation and the forms accepted in its place."""

    forms: tuple[str, ...]
    expansion: str
    at: Span
    expansion_at: Span

    @property
    def abbreviation(self) -> str:
        return self.forms[0]

    @property
    def name(self) -> str:
        """The expansion as used in a text: without a remark in brackets that only the list has."""
        return without_remark(self.expansion)


class Document:
    """The passages that are read as one document, and its list of abbreviations.

    `glossary` is None for a text without a list. The passages of the list itself are not in `passages`.
    """

    def __init__(self, passages: list[Passage], glossary: tuple[GlossaryEntry, ...] | None) -> None:
        self.passages, self.glossary = passages, glossary


def without_remark(expansion: str) -> str:
    """Return an expansion without a remark in brackets at its end ("Combined Maritime Forces (Bahrein)")."""
    text = expansion.rstrip()
    opening = max(text.rfind("("), text.rfind("["))
    if opening < 1 or not text.endswith((")", "]")) or any(map(text[opening:-1].__contains__, ")]")):
        return expansion
    return text[:opening].rstrip() or expansion


def documents(texts: Texts) -> tuple[Document, ...]:
    """Return the documents that the texts make: letter, nota and report; without a dossier each file.

    Within a file, a line of dashes or the like separates two documents.
    """
    if isinstance(texts, DossierView):
        register = tuple(_registered(texts))
        parts: dict[str, list[Passage]] = {kind.name: [] for kind in kinds_of(texts.data)}
        for passage in texts.passages:
            if passage.document in parts:
                parts[passage.document].append(passage)
        return tuple(Document(passages, register) for passages in parts.values())
    return tuple(document for text in texts.texts for document in _of_a_file(text))


def spelling_groups(texts: Texts) -> tuple[tuple[Passage, ...], ...]:
    """Return the groups of passages to be spelled consistently: the whole dossier, or else each document."""
    found = [tuple(document.passages) for document in texts.memo(documents)]
    if isinstance(texts, DossierView):
        return (tuple(passage for passages in found for passage in passages),)
    return tuple(found)


def _registered(view: DossierView) -> Iterator[GlossaryEntry]:
    for entry in view.dossier.glossary.abbreviations:
        at, expansion_at = (entry.at.value(key) for key in ("abbreviation", "expansion"))
        yield GlossaryEntry((entry.abbreviation, *entry.also), entry.expansion, at, expansion_at)


def _of_a_file(text: TextView) -> Iterator[Document]:
    entries, listed = typed_abbreviations(text)
    if entries:
        yield Document([passage for passage in text.passages if id(passage) not in listed], entries)
        return
    parts: list[list[Passage]] = [[]]
    for passage in text.passages:
        mark = passage.text.strip()
        if len(mark) > 2 and _OF_DIVIDER.issuperset(mark):
            parts.append([])
        else:
            parts[-1].append(passage)
    for part in parts:
        yield Document(part, None)


def typed_abbreviations(text: TextView) -> tuple[tuple[GlossaryEntry, ...], frozenset[int]]:
    """Return the list of abbreviations that a text has itself, and the ids of the passages it takes up.

    It is a table of two columns or lines such as "EU - Europese Unie", under a heading that names them.
    """
    found = [*_lines_of_a_list(text), *_tables_with_a_list(text)]
    entries = tuple(entry for _, entries in found for entry in entries)
    listed = frozenset(id(passage) for passage, _ in found)
    return (entries, listed) if len(entries) > 2 else ((), frozenset())


def _names_list(heading: str) -> bool:
    return "afkorting" in heading.lower() and not _NAMES_LIST.isdisjoint(Tokens(heading).lowered)


def _lines_of_a_list(text: TextView) -> Iterator[tuple[Passage, list[GlossaryEntry]]]:
    """Yield the lines of a list with their entries: below "Afkortingen", as a heading or not."""
    listing = False
    for passage in text.passages:
        is_heading = passage.kind in ("title", "heading")
        may_head = is_heading or (passage.kind == "paragraph" and len(passage.text) < _LONGEST_HEADING)
        if may_head and _names_list(passage.text):
            listing = True
        elif is_heading:
            listing = False
        elif listing and passage.kind in ("paragraph", "item"):
            entries = list(_line(passage))
            listing = bool(entries)
            if listing:
                yield passage, entries


def _tables_with_a_list(text: TextView) -> Iterator[tuple[Passage, list[GlossaryEntry]]]:
    """Yield the cells of tables that are lists: below or with a heading "Afkortingen", or all like one."""
    title = next((each.text for each in text.passages_of("title")), "")
    for header, others in tables_of(text):
        rows = [header, *others]
        alike = [_explains(row) for row in rows if len(row) > 1]
        if (
            _names_list(header[0].heading or title)
            or any(_names_list(cell.text) for cell in header)
            or (len(alike) > 4 and 2 * sum(alike) > len(alike))
        ):
            for short, *cells in rows:
                is_entry = len(cells) == 1 and not _names_list(short.text)
                name = cells[0] if cells else short
                yield short, [*_entry(short, len(short.text), name.text, name.span())] if is_entry else []
                yield from ((cell, []) for cell in cells)


def _explains(row: Row) -> bool:
    """Tell whether a row has an abbreviation and what it is short for."""
    short = row[0].text.strip()
    return len(row) == 2 and is_short_form(short.partition(" ")[0]) and long_form(short, row[1].text) == 0


def _line(passage: Passage) -> Iterator[GlossaryEntry]:
    """Yield the entry that a line is: "EU - Europese Unie", or with only a space between the two."""
    text = passage.text
    head = _HEAD.match(text)
    if head and len(text) - head.end() in _NAME_LENGTHS:
        start = head.end()
        yield from _entry(passage, head.end("short"), text[start:].rstrip(" .;"), passage.span(start))
        return
    words = text.split(" ")
    may_be_one = is_short_form(words[0]) and len(text) < _LONGEST_LINE
    for number in range(min(4, len(words) - 1), 0, -1) if may_be_one else ():
        short, name = " ".join(words[:number]), " ".join(words[number:])
        if number == 1 or long_form(short, name) == 0:
            yield from _entry(passage, len(short), name.rstrip(" .;"), passage.span(len(short) + 1))
            return


def _entry(passage: Passage, end: int, expansion: str, at: Span) -> Iterator[GlossaryEntry]:
    typed = passage.text[:end].strip()
    if sum(map(str.isupper, typed)) > 1 and expansion:
        yield GlossaryEntry((typed,), expansion, passage.span(0, end), at)
