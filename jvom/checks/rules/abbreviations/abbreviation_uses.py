# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a document uses an abbreviation, where it writes it out, and where it introduces it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter, itemgetter

import msgspec
from msgspec import structs

from jvom.analysis.passages import Passage
from jvom.checks.glossaries import Document, GlossaryEntry, documents
from jvom.checks.long_forms import is_short_form, long_form
from jvom.checks.name_places import NamePlace, name_places, plain_marks
from jvom.checks.views import Texts
from jvom.dutch.patterns import pattern

#: The kinds of passages that are read from top to bottom: no headings, tables or values of data.
RUNNING = ("paragraph", "item", "quote", "footnote")

_OPENING = (
    r"[\s,;:]*[(\[–—-]?\s*(?:hierna|verder|voortaan|afgekort|kortweg|kort|in het kort|ook wel|of|oftewel)?"
)
#: What stands between a name and its abbreviation after it, and between an abbreviation and its name.
_BEFORE = pattern(rf"['\"’”»*]?{_OPENING}(?: te noemen| genoemd| tot| als)?:?\s*['\"‘“„«]?")
_AFTER = pattern(
    r"['\"’”»]?[\s,;:]*[(\[–—=:,-]\s*(?:voluit|dat is|d\.w\.z\.|ofwel|oftewel)?:?"
    r"\s*(?:(?:de|het|the)\s)?['\"‘“„«]?"
)
_LONGEST_GAP = 30


class Use(msgspec.Struct, frozen=True):
    """Characters of a passage that stand for an entry: an abbreviation, or a name in full.

    `number` is that of the passage in its document.
    """

    number: int
    start: int
    end: int
    passage: Passage

    @property
    def place(self) -> tuple[int, int]:
        """Where it begins, for sorting: the passage and the character."""
        return self.number, self.start

    @property
    def found(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def running(self) -> bool:
        return self.passage.kind in RUNNING

    @property
    def within(self) -> bool:
        """Whether a longer foreign term holds it."""
        return any(
            part.style.language and (part.start < self.start or part.end > self.end)
            for part in self.passage.parts(self.start, self.end)
        )

    @property
    def quoted(self) -> bool:
        """Whether it stands between quotation marks: a title, or somebody else's words."""
        return self.passage.is_quoted(self.start, self.end)


class Introduction(msgspec.Struct, frozen=True):
    """A name in full with its abbreviation beside it."""

    name: Use
    short: Use

    @property
    def at(self) -> tuple[int, int]:
        return self.short.number, max(self.short.start, self.name.start)


class Account(msgspec.Struct, frozen=True):
    """What one document does with one entry: all in reading order."""

    document: Document
    entry: GlossaryEntry
    uses: tuple[Use, ...]
    names: tuple[Use, ...]
    introductions: tuple[Introduction, ...]

    @property
    def listed(self) -> bool:
        """Whether the entry stands in a list, and was not only met in the text."""
        return self.document.glossary is not None


class Register(msgspec.Struct, frozen=True):
    """Abbreviations, and the documents that they are for; `listed` when they come from a list."""

    entries: tuple[GlossaryEntry, ...]
    documents: tuple[Document, ...]
    listed: bool


def registers(texts: Texts) -> tuple[Register, ...]:
    """Return the abbreviations that the documents go by: of a list, or what a text explains itself."""
    found: dict[int, Register] = {}
    for document in texts.memo(documents):
        listed = document.glossary is not None
        key = id(document.glossary) if listed else id(document)
        if known := found.get(key):
            found[key] = structs.replace(known, documents=(*known.documents, document))
        else:
            found[key] = Register(
                _met(document) if document.glossary is None else document.glossary, (document,), listed
            )
    return tuple(found.values())


def accounts(texts: Texts) -> tuple[Account, ...]:
    """Return what each document does with each abbreviation: by document, and entry by entry."""
    found: list[Account] = []
    for register in texts.memo(registers):
        home = {id(passage): document for document in register.documents for passage in document.passages}
        places = _places(texts, register.entries, home)
        for document in register.documents:
            for number, entry in enumerate(register.entries):
                uses = tuple(places.get((id(document), 2 * number), ()))
                names = tuple(places.get((id(document), 2 * number + 1), ()))
                if uses or names:
                    found.append(Account(document, entry, uses, names, tuple(_introductions(uses, names))))
    return tuple(found)


def _places(
    texts: Texts, entries: tuple[GlossaryEntry, ...], home: dict[int, Document]
) -> dict[tuple[int, int], list[Use]]:
    """Return the uses of entry n as number 2n, of its name in full as 2n + 1, for each document.

    What lies within another abbreviation or name ("EU" in "EU SDI GoG") is no use.
    """
    everything: defaultdict[int, list[tuple[int, int, int, NamePlace]]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for form in entry.forms:
            for place in name_places(texts, form):
                if plain_marks(place.found) == form:
                    everything[id(place.passage)].append((place.start, -place.end, 2 * number, place))
        for place in name_places(texts, entry.name, plural=True):
            everything[id(place.passage)].append((place.start, -place.end, 2 * number + 1, place))
    gathered: dict[tuple[int, int], list[Use]] = {}
    for key, spots in everything.items():
        if not (document := home.get(key)):
            continue
        reached = 0
        for start, end, kind, place in sorted(spots, key=itemgetter(0, 1, 2)):
            if -end <= reached:
                continue
            reached = -end
            use = Use(document.numbers[key], start, -end, place.passage)
            gathered.setdefault((id(document), kind), []).append(use)
    for uses in gathered.values():
        uses.sort(key=attrgetter("number", "start"))
    return gathered


def _introductions(uses: tuple[Use, ...], names: tuple[Use, ...]) -> Iterator[Introduction]:
    """Yield where a use stands right behind or before the name in full; headings introduce nothing."""
    running = [use for use in uses if use.running]
    for name in names:
        at = bisect_left(running, name.place, key=lambda use: use.place)
        if at < len(running) and _is_beside(name, running[at], _BEFORE):
            yield Introduction(name, running[at])
        elif at > 0 and _is_beside(running[at - 1], name, _AFTER):
            yield Introduction(name, running[at - 1])


def _is_beside(left: Use, right: Use, between: re.Pattern[str]) -> bool:
    if left.number != right.number or not left.end < right.start <= left.end + _LONGEST_GAP:
        return False
    gap = left.passage.text[left.end : right.start]
    # An opening bracket is what stands there mostly, and always right.
    return gap == " (" or (bool(gap.strip()) and between.fullmatch(gap) is not None)


# --- abbreviations that only a text knows ---------------------------------------------------------

_BRACKETED = pattern(r"\(([^()\n]{2,60})\)")
_LEAD = pattern(
    r"(?:hierna|verder|voortaan|afgekort|kortweg|ook wel)(?: te noemen| genoemd| tot| als)?:?\s*",
    re.IGNORECASE,
)
_SHORT = pattern(r"[A-Za-z][\w/&.-]{0,14}[\w](?:[ -][A-Z][\w-]{0,9}){0,2}")
_QUOTES = " '\"‘’“”„«»"


class Sighting(msgspec.Struct, frozen=True):
    """An abbreviation in brackets behind the words whose letters it has, or the other way round."""

    passage: Passage
    start: int
    end: int
    name_start: int
    name_end: int

    @property
    def short(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def name(self) -> str:
        return " ".join(self.passage.text[self.name_start : self.name_end].split())


def sightings(passages: Iterable[Passage]) -> Iterator[Sighting]:
    """Yield the abbreviations that passages explain themselves."""
    for passage in passages:
        if passage.kind not in RUNNING or "(" not in passage.text:
            continue
        text = passage.typed
        for match in _BRACKETED.finditer(text):
            yield from _behind(passage, text, match)
            yield from _in_front(passage, text, match)


def _behind(passage: Passage, text: str, match: re.Match[str]) -> Iterator[Sighting]:
    """Yield for "Kosovo Force (KFOR)"."""
    lead = _LEAD.match(match[1])
    start = match.start(1) + (lead.end() if lead else 0)
    while start < match.end(1) and text[start] in _QUOTES:
        start += 1
    inner = text[start : match.end(1)].rstrip(_QUOTES)
    if not _SHORT.fullmatch(inner) or not is_short_form(inner.split()[0]):
        return
    limit = max(passage.sentence_at(match.start())[0], match.start() - 160)
    before = text[limit : match.start()].rstrip(_QUOTES)
    begin = long_form(inner, before)
    if begin is None and " " in inner:
        begin = long_form(inner.split()[0], before)  # "European Union Force ... (EUFOR Althea)"
    if begin is not None:
        yield Sighting(passage, start, start + len(inner), limit + begin, limit + len(before))


def _in_front(passage: Passage, text: str, match: re.Match[str]) -> Iterator[Sighting]:
    """Yield for "KFOR (Kosovo Force)"."""
    inner = match[1].strip(_QUOTES)
    before = text[max(0, match.start() - 20) : match.start()].rstrip(_QUOTES)
    short = re.search(r"[A-Za-z][\w-]{1,14}$", before)
    if not short or not is_short_form(short[0]) or " " not in inner or not inner[0].isalpha():
        return
    if long_form(short[0], inner) == 0 and all(
        word[0].isupper() for word in inner.split() if len(word) > 3 and word[0].isalpha()
    ):
        start = max(0, match.start() - 20) + short.start()
        name = match.start(1) + match[1].index(inner)
        yield Sighting(passage, start, start + len(short[0]), name, name + len(inner))


def _met(document: Document) -> tuple[GlossaryEntry, ...]:
    """Return the abbreviations that a document without a list explains itself, by their first explanation."""
    found: dict[str, GlossaryEntry] = {}
    for each in sightings(document.passages):
        found.setdefault(
            each.short,
            GlossaryEntry(
                abbreviation=each.short,
                expansion=each.name,
                forms=(each.short,),
                language="",
                at=each.passage.span(each.start, each.end),
                expansion_at=each.passage.span(each.name_start, each.name_end),
            ),
        )
    return tuple(found.values())
