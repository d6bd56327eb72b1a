# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The uses of an abbreviation in a document, its full names, and its introductions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter, itemgetter

import msgspec
from msgspec import structs

from jvom.analysis.entities import entities
from jvom.analysis.name_spellings import NamePlace, name_places
from jvom.analysis.passages import Passage
from jvom.analysis.spelling_keys import plain_marks
from jvom.checks.glossaries import Document, GlossaryEntry, documents
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

#: The kinds of passages that make up running text: no headings, table cells or data values.
RUNNING_TEXT = ("paragraph", "item", "quote", "footnote")

_GAP_OPENING = (
    r"[\s,;:]*[(\[–—-]?\s*(?:hierna|verder|voortaan|afgekort|kortweg|kort|in het kort|ook wel|of|oftewel)?"
)
#: The text between a name and the abbreviation after it, and between an abbreviation and the name after it.
_NAME_TO_SHORT = pattern(rf"['\"’”»*]?{_GAP_OPENING}(?: te noemen| genoemd| tot| als)?:?\s*['\"‘“„«]?")
_SHORT_TO_NAME = pattern(
    r"['\"’”»]?[\s,;:]*[(\[–—=:,-]\s*(?:voluit|dat is|d\.w\.z\.|ofwel|oftewel)?:?"
    r"\s*(?:(?:de|het|the)\s)?['\"‘“„«]?"
)
_LONGEST_GAP = 30


class Use(msgspec.Struct, frozen=True):
    """An abbreviation or a full name in a passage, in one of the forms of an entry.

    `passage_number` is the number of the passage in its document.
    """

    passage_number: int
    start: int
    end: int
    passage: Passage

    @property
    def position(self) -> tuple[int, int]:
        """The passage number and the first character, for sorting."""
        return self.passage_number, self.start

    @property
    def found(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def in_running_text(self) -> bool:
        return self.passage.kind in RUNNING_TEXT

    @property
    def in_longer_term(self) -> bool:
        """Whether it is part of a longer foreign term."""
        return any(
            part.style.language and (part.start < self.start or part.end > self.end)
            for part in self.passage.parts(self.start, self.end)
        )

    @property
    def is_quoted(self) -> bool:
        """Whether it is between quotation marks: a title, or somebody else's words."""
        return self.passage.is_quoted(self.start, self.end)


class Introduction(msgspec.Struct, frozen=True):
    """A full name with its abbreviation beside it."""

    name: Use
    short: Use

    @property
    def position(self) -> tuple[int, int]:
        return self.short.passage_number, max(self.short.start, self.name.start)


class EntryUsage(msgspec.Struct, frozen=True):
    """The uses, full names and introductions of one entry in one document, each in reading order."""

    document: Document
    entry: GlossaryEntry
    uses: tuple[Use, ...]
    names: tuple[Use, ...]
    introductions: tuple[Introduction, ...]

    @property
    def listed(self) -> bool:
        """Whether the entry comes from a list, not just from an explanation in the text."""
        return self.document.glossary is not None


class Register(msgspec.Struct, frozen=True):
    """Abbreviations and the documents that they apply to; `listed` if they come from a list."""

    entries: tuple[GlossaryEntry, ...]
    documents: tuple[Document, ...]
    listed: bool


def registers(texts: Texts) -> tuple[Register, ...]:
    """Return the abbreviations that apply to the documents: from a list, or explained by the text itself."""
    by_list: dict[int, Register] = {}
    for document in texts.memo(documents):
        listed = document.glossary is not None
        key = id(document.glossary) if listed else id(document)
        if known := by_list.get(key):
            by_list[key] = structs.replace(known, documents=(*known.documents, document))
        else:
            by_list[key] = Register(
                _explained_entries(document) if document.glossary is None else document.glossary,
                (document,),
                listed,
            )
    return tuple(by_list.values())


def usages(texts: Texts) -> tuple[EntryUsage, ...]:
    """Return the usage of each abbreviation in each document, by document and then by entry."""
    result: list[EntryUsage] = []
    for register in texts.memo(registers):
        document_of = {
            id(passage): document for document in register.documents for passage in document.passages
        }
        uses_by_document = _uses_by_document(texts, register.entries, document_of)
        for document in register.documents:
            for number, entry in enumerate(register.entries):
                uses = tuple(uses_by_document.get((id(document), 2 * number), ()))
                names = tuple(uses_by_document.get((id(document), 2 * number + 1), ()))
                if uses or names:
                    result.append(
                        EntryUsage(document, entry, uses, names, tuple(_introductions(uses, names)))
                    )
    return tuple(result)


def _uses_by_document(
    texts: Texts, entries: tuple[GlossaryEntry, ...], document_of: dict[int, Document]
) -> dict[tuple[int, int], list[Use]]:
    """Return the uses of entry n in each document under 2n, and its full names under 2n + 1.

    Part of a longer abbreviation or name ("EU" in "EU SDI GoG") is not a use.
    """
    candidates: defaultdict[int, list[tuple[int, int, int, NamePlace]]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for form in entry.forms:
            for place in name_places(texts, form):
                if plain_marks(place.found) == form:
                    candidates[id(place.passage)].append((place.start, -place.end, 2 * number, place))
        for place in name_places(texts, entry.name, plural=True):
            candidates[id(place.passage)].append((place.start, -place.end, 2 * number + 1, place))
    result: dict[tuple[int, int], list[Use]] = {}
    for key, places in candidates.items():
        if not (document := document_of.get(key)):
            continue
        covered = 0
        for start, end, kind, place in sorted(places, key=itemgetter(0, 1, 2)):
            if -end <= covered:
                continue
            covered = -end
            use = Use(document.numbers[key], start, -end, place.passage)
            result.setdefault((id(document), kind), []).append(use)
    for uses in result.values():
        uses.sort(key=attrgetter("position"))
    return result


def _introductions(uses: tuple[Use, ...], names: tuple[Use, ...]) -> Iterator[Introduction]:
    """Yield the uses right after or before the full name; headings introduce nothing."""
    running = [use for use in uses if use.in_running_text]
    for name in names:
        at = bisect_left(running, name.position, key=lambda use: use.position)
        if at < len(running) and _is_beside(name, running[at], _NAME_TO_SHORT):
            yield Introduction(name, running[at])
        elif at > 0 and _is_beside(running[at - 1], name, _SHORT_TO_NAME):
            yield Introduction(name, running[at - 1])


def _is_beside(left: Use, right: Use, between: re.Pattern[str]) -> bool:
    if left.passage_number != right.passage_number or not left.end < right.start <= left.end + _LONGEST_GAP:
        return False
    gap = left.passage.text[left.end : right.start]
    # An opening bracket is by far the most common, and always right.
    return gap == " (" or (bool(gap.strip()) and between.fullmatch(gap) is not None)


def _explained_entries(document: Document) -> tuple[GlossaryEntry, ...]:
    """Return the abbreviations that a document without a list explains, each as first explained."""
    entries: dict[str, GlossaryEntry] = {}
    for passage in document.passages:
        if passage.kind not in RUNNING_TEXT:
            continue
        for each in entities(passage, "explained_abbreviation"):
            entries.setdefault(
                each.short,
                GlossaryEntry(
                    abbreviation=each.short,
                    expansion=each.name,
                    forms=(each.short,),
                    language="",
                    at=passage.span(each.short_start, each.short_end),
                    expansion_at=passage.span(each.name_start, each.name_end),
                ),
            )
    return tuple(entries.values())
