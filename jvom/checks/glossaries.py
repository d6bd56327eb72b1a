# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of abbreviations: the house register, or the list that somebody typed in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jvom.checks.prose import Passage
from jvom.checks.views import DossierView, Texts, TextView
from jvom.source import Span

_QUALIFIER = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]\s*$")
_LINE = re.compile(r"(\S{1,20}(?: \S{1,12}){0,3}?)(?:\t+| {2,}|\s*[:=]\s+|\s+[-–—]\s+)(\S.{2,200})")
_NAMES_LIST = re.compile(r"\b(?:lijst\w* )?afkorting(?:en)?(?:lijst)?\b", re.IGNORECASE)
_DIVIDER = re.compile(r"[=*_~-]{3,}")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An abbreviation of a list. `forms` are the abbreviation and what may stand in its place."""

    abbreviation: str
    expansion: str
    forms: tuple[str, ...]
    language: str
    at: Span
    expansion_at: Span

    @property
    def name(self) -> str:
        """The expansion as a text has it: without the remark in brackets that the list adds."""
        return without_remark(self.expansion)


class Document:
    """The passages that a reader gets as one document, with the list of abbreviations that goes with it.

    `glossary` is None for a text that has no list. The passages of a list are not in `passages`.
    """

    def __init__(self, passages: list[Passage], glossary: tuple[Entry, ...] | None) -> None:
        self.passages, self.glossary = passages, glossary
        self.numbers = {id(passage): number for number, passage in enumerate(passages)}


def without_remark(expansion: str) -> str:
    """Return an expansion without a remark in brackets at its end ("Combined Maritime Forces (Bahrein)")."""
    return _QUALIFIER.sub("", expansion) or expansion


def documents(texts: Texts) -> tuple[Document, ...]:
    """Return the documents that the texts make: letter, nota and report; without a dossier each file.

    In a file a line of nothing but dashes or the like parts two documents.
    """
    if isinstance(texts, DossierView):
        register = tuple(_registered(texts))
        parts: dict[str, list[Passage]] = {"brief": [], "nota": [], "rapport": []}
        for passage in texts.passages:
            if passage.document in parts:
                parts[passage.document].append(passage)
        return tuple(Document(passages, register) for passages in parts.values())
    return tuple(document for text in texts.texts for document in _of_a_file(text))


def _registered(view: DossierView) -> Iterator[Entry]:
    for entry in view.dossier.glossary.abbreviations:
        yield Entry(
            abbreviation=entry.abbreviation,
            expansion=entry.expansion,
            forms=(entry.abbreviation, *entry.also),
            language=entry.language,
            at=entry.at.value("abbreviation"),
            expansion_at=entry.at.value("expansion"),
        )


def _of_a_file(text: TextView) -> Iterator[Document]:
    entries, listed = typed_list(text)
    if entries:
        yield Document([passage for passage in text.passages if id(passage) not in listed], entries)
        return
    parts: list[list[Passage]] = [[]]
    for passage in text.passages:
        if _DIVIDER.fullmatch(passage.text.strip()):
            parts.append([])
        else:
            parts[-1].append(passage)
    for part in parts:
        yield Document(part, None)


def typed_list(text: TextView) -> tuple[tuple[Entry, ...], frozenset[int]]:
    """Return the list of abbreviations that a text has itself, and the ids of the passages it takes up.

    It is a table of two columns or lines such as "EU - Europese Unie", under a heading that names them.
    """
    under = [passage for passage in text.passages if _is_listed(passage, text)]
    if not under:
        return (), frozenset()
    lines = {id(passage) for passage in under if passage.kind in ("paragraph", "item")}
    tables = {id(passage.block) for passage in under if passage.kind in ("head", "cell")}
    rows: dict[tuple[int, int], list[Passage]] = {}
    entries: list[Entry] = []
    listed: set[int] = set()
    for passage in text.passages:
        if passage.kind in ("head", "cell") and id(passage.block) in tables:
            rows.setdefault((id(passage.block), passage.row), []).append(passage)
            listed.add(id(passage))
        elif id(passage) in lines and (found := list(_line(passage))):
            entries.extend(found)
            listed.add(id(passage))
    for row in rows.values():
        if len(row) == 2 and not _NAMES_LIST.match(row[0].text):
            entries.extend(_entry(row[0], 0, len(row[0].text), row[1].text, row[1].span()))
    return (tuple(entries), frozenset(listed)) if len(entries) > 2 else ((), frozenset())


def _is_listed(passage: Passage, text: TextView) -> bool:
    """Tell whether a passage stands under a heading "Afkortingen", or heads a table of them."""
    heading = passage.heading or (text.passages[0].text if text.passages[0].kind == "title" else "")
    return bool(_NAMES_LIST.search(heading)) or (
        passage.kind == "head" and bool(_NAMES_LIST.match(passage.text))
    )


def _line(passage: Passage) -> Iterator[Entry]:
    if match := _LINE.fullmatch(passage.text):
        yield from _entry(passage, *match.span(1), match[2].rstrip(" .;"), passage.span(*match.span(2)))


def _entry(passage: Passage, start: int, end: int, expansion: str, at: Span) -> Iterator[Entry]:
    typed = passage.text[start:end].strip()
    if typed and sum(map(str.isupper, typed)) > 1 and expansion:
        yield Entry(
            abbreviation=typed,
            expansion=expansion,
            forms=(typed,),
            language="",
            at=passage.span(start, end),
            expansion_at=at,
        )
