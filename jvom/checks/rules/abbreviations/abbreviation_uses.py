# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The uses of an abbreviation in a document, its full names, and its introductions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, product

import msgspec

from jvom.analysis.entities import entities
from jvom.analysis.inflected_names import inflected_inside
from jvom.analysis.name_spellings import NamePlace, name_places
from jvom.analysis.passages import RUNNING, Passage
from jvom.analysis.stretches import Stretch, outermost
from jvom.analysis.word_classes import word_class
from jvom.checks.glossaries import Document, GlossaryEntry, documents
from jvom.checks.groups import by_key
from jvom.checks.views import DossierView, Texts

_LONGEST_GAP = 30
_MARKS = frozenset(".,;:([–—-=*\"'«»")
#: A name that comes after its abbreviation has one of these before it.
_BEFORE_NAME = frozenset("([–—=:,-")


class Use(Stretch, frozen=True):
    """An abbreviation in a passage, in one of the forms of an entry, or its full name.

    `entry` is the number of the entry, and `order` that of the passage.
    """

    entry: int
    is_name: bool
    order: int

    @property
    def place(self) -> tuple[int, int]:
        """Its place among others in the same document."""
        return self.order, self.start

    @property
    def in_running_text(self) -> bool:
        return self.passage.kind in RUNNING

    @property
    def in_longer_term(self) -> bool:
        """Whether it is part of a longer foreign term."""
        return any(
            part.style.language and (part.start < self.start or part.end > self.end)
            for part in self.passage.parts(self.start, self.end)
        )


class Introduction(msgspec.Struct, frozen=True):
    """A full name with its abbreviation beside it."""

    name: Use
    short: Use


class EntryUsage(msgspec.Struct, frozen=True):
    """The uses, full names and introductions of one entry in one document, each in reading order."""

    entry: GlossaryEntry
    uses: list[Use]
    names: list[Use]
    introductions: list[Introduction]


class Register(msgspec.Struct, frozen=True):
    """Abbreviations and the documents that they apply to; `listed` if they come from a list."""

    entries: tuple[GlossaryEntry, ...]
    documents: tuple[Document, ...]
    listed: bool

    @property
    def passages(self) -> Iterator[Passage]:
        return (passage for document in self.documents for passage in document.passages)


def registers(texts: Texts) -> tuple[Register, ...]:
    """Return the abbreviations that apply to the documents: from a list, or explained by the text itself.

    The documents of a dossier have one register, and a loose one has its own.
    """
    found = texts.memo(documents)
    if isinstance(texts, DossierView):
        return (Register(found[0].glossary or (), found, True),)
    return tuple(
        Register(each.glossary or _explained_entries(each), (each,), bool(each.glossary)) for each in found
    )


def _explained_entries(document: Document) -> tuple[GlossaryEntry, ...]:
    """Return the abbreviations that a document without a list explains, each as first explained."""
    entries: dict[str, GlossaryEntry] = {}
    for passage in document.passages:
        for each in entities(passage, "explained_abbreviation") if passage.kind in RUNNING else ():
            at = passage.span(each.short_start, each.short_end)
            name_at = passage.span(each.name_start, each.name_end)
            entries.setdefault(each.short, GlossaryEntry((each.short,), each.name, at, name_at))
    return tuple(entries.values())


def usages_by_register(texts: Texts) -> tuple[tuple[EntryUsage, ...], ...]:
    """Return the usage of each abbreviation in each document, for each of the `registers`."""
    return tuple(tuple(_usages(texts, register)) for register in texts.memo(registers))


def usages(texts: Texts) -> tuple[EntryUsage, ...]:
    """Return the usage of each abbreviation in each document, by document and then by entry."""
    return tuple(chain.from_iterable(texts.memo(usages_by_register)))


def _usages(texts: Texts, register: Register) -> Iterator[EntryUsage]:
    """Yield the usages. Part of a longer abbreviation or name ("EU" in "EU SDI GoG") is not a use."""
    order = texts.index.numbers
    own = {id(passage): at for at, document in enumerate(register.documents) for passage in document.passages}
    found: list[Use] = []
    for number, entry in enumerate(register.entries):
        places = [(each, False) for form in entry.forms for each in _as_listed(texts, form)]
        for name in (entry.name, *inflected_inside(entry.name)):
            places += [(each, True) for each in name_places(texts, name, plural=True)]
        found += [
            Use(each.passage, each.start, each.end, number, is_name, order[id(each.passage)])
            for each, is_name in places
            if id(each.passage) in own
        ]
    kept = outermost(found, order)
    uses = by_key(((own[id(use.passage)], use.entry, use.is_name), use) for use in kept)
    for at, (number, entry) in product(range(len(register.documents)), enumerate(register.entries)):
        shorts, names = (uses.get((at, number, is_name), []) for is_name in (False, True))
        if shorts or names:
            yield EntryUsage(entry, shorts, names, [*_introductions(shorts, names)])


def _as_listed(texts: Texts, form: str) -> Iterator[NamePlace]:
    return (each for each in name_places(texts, form) if each.shown == form)


def _introductions(uses: list[Use], names: list[Use]) -> Iterator[Introduction]:
    """Yield the uses right after or before the full name; headings introduce nothing."""
    running = [use for use in uses if use.in_running_text]
    for name in names:
        at = bisect_left(running, name.place, key=lambda use: use.place)
        if at < len(running) and _is_beside(name, running[at]):
            yield Introduction(name, running[at])
        elif at > 0 and _is_beside(running[at - 1], name, _BEFORE_NAME):
            yield Introduction(name, running[at - 1])


def _is_beside(left: Use, right: Use, marks: frozenset[str] = frozenset()) -> bool:
    """Tell whether only words that introduce are between two uses, with one of `marks` if there are any."""
    if left.passage is not right.passage or not left.end < right.start <= left.end + _LONGEST_GAP:
        return False
    tokens = left.passage.tokens
    between = tokens.lowered[tokens.at(left.end) : tokens.at(right.start)]
    has_mark = not marks.isdisjoint(between) if marks else bool(between)
    return has_mark and all(each in _MARKS or each in word_class("introducing") for each in between)
