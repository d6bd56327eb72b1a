# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of abbreviations: the shared register, or a list typed in a text."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.long_forms import is_short_form, long_form
from jvom.analysis.passages import Passage
from jvom.analysis.tokens import Tokens
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

    abbreviation: str
    expansion: str
    forms: tuple[str, ...]
    language: str
    at: Span
    expansion_at: Span

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
        yield GlossaryEntry(
            abbreviation=entry.abbreviation,
            expansion=entry.expansion,
            forms=(entry.abbreviation, *entry.also),
            language=entry.language,
            at=entry.at.value("abbreviation"),
            expansion_at=entry.at.value("expansion"),
        )


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
    lines = _lines_of_a_list(text)
    tables = _tables_with_a_list(text)
    if not lines and not tables:
        return (), frozenset()
    rows: dict[tuple[int, int], list[Passage]] = {}
    entries: list[GlossaryEntry] = []
    listed: set[int] = set()
    for passage in text.passages:
        if passage.kind in ("head", "cell") and id(passage.block) in tables:
            rows.setdefault((id(passage.block), passage.row), []).append(passage)
            listed.add(id(passage))
        elif id(passage) in lines:
            entries.extend(_line(passage))
            listed.add(id(passage))
    for row in rows.values():
        if len(row) == 2 and not _names_list(row[0].text):
            entries.extend(_entry(row[0], 0, len(row[0].text), row[1].text, row[1].span()))
    return (tuple(entries), frozenset(listed)) if len(entries) > 2 else ((), frozenset())


def _names_list(heading: str) -> bool:
    return "afkorting" in heading.lower() and not _NAMES_LIST.isdisjoint(Tokens(heading).lowered)


def _lines_of_a_list(text: TextView) -> set[int]:
    """Return the ids of the passages that are lines of a list: below "Afkortingen", as a heading or not."""
    found: set[int] = set()
    listing = False
    for passage in text.passages:
        if passage.kind in ("title", "heading") or (
            passage.kind == "paragraph" and len(passage.text) < _LONGEST_HEADING
        ):
            if _names_list(passage.text):
                listing = True
                continue
            if passage.kind in ("title", "heading"):
                listing = False
        if listing and passage.kind in ("paragraph", "item"):
            if any(True for _ in _line(passage)):
                found.add(id(passage))
            else:
                listing = False
    return found


def _tables_with_a_list(text: TextView) -> set[int]:
    """Return the ids of the tables that are lists: below or with a heading "Afkortingen", or all like one."""
    found: set[int] = set()
    alike: dict[int, list[bool]] = {}
    first: Passage | None = None
    title = text.passages[0].text if text.passages and text.passages[0].kind == "title" else ""
    for passage in text.passages:
        if passage.kind not in ("head", "cell"):
            continue
        if _names_list(passage.heading or title) or (passage.kind == "head" and _names_list(passage.text)):
            found.add(id(passage.block))
        if passage.column == 1 and first and first.column == 0 and first.row == passage.row:
            short = first.text.strip()
            alike.setdefault(id(passage.block), []).append(
                is_short_form(short.partition(" ")[0]) and long_form(short, passage.text) == 0
            )
        elif passage.column > 1:
            alike.setdefault(id(passage.block), []).append(False)
        first = passage
    return found | {table for table, rows in alike.items() if len(rows) > 4 and 2 * sum(rows) > len(rows)}


def _line(passage: Passage) -> Iterator[GlossaryEntry]:
    """Yield the entry that a line is: "EU - Europese Unie", or with only a space between the two."""
    text = passage.text
    head = _HEAD.match(text)
    if head and len(text) - head.end() in _NAME_LENGTHS:
        start = head.end()
        yield from _entry(passage, 0, head.end("short"), text[start:].rstrip(" .;"), passage.span(start))
        return
    words = text.split(" ")
    for number in range(min(4, len(words) - 1), 0, -1):
        short, name = " ".join(words[:number]), " ".join(words[number:])
        if (
            is_short_form(words[0])
            and (number == 1 or long_form(short, name) == 0)
            and len(text) < _LONGEST_LINE
        ):
            yield from _entry(passage, 0, len(short), name.rstrip(" .;"), passage.span(len(short) + 1))
            return


def _entry(passage: Passage, start: int, end: int, expansion: str, at: Span) -> Iterator[GlossaryEntry]:
    typed = passage.text[start:end].strip()
    if typed and sum(map(str.isupper, typed)) > 1 and expansion:
        yield GlossaryEntry(
            abbreviation=typed,
            expansion=expansion,
            forms=(typed,),
            language="",
            at=passage.span(start, end),
            expansion_at=at,
        )
