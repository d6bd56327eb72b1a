# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Passages: flat printed words that know where each character was typed.

A rule looks for words in `Passage.text` and asks `Passage.span` for the place of what it found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress, count
from operator import ne
from typing import Any, Literal, TypeAlias, TypeVar

import msgspec

from jvom.analysis.addresses import Address, find_addresses
from jvom.analysis.caching import cached
from jvom.analysis.citations import Citation as CitationFound
from jvom.analysis.citations import find_citations
from jvom.analysis.date_expressions import DATE_WORDS, DateExpression, Period, find_dates, periods_between
from jvom.analysis.entity import Entity
from jvom.analysis.number_expressions import find_numbers
from jvom.analysis.quantities import Quantity, find_quantities
from jvom.analysis.quotations import Quotation, find_quotations
from jvom.analysis.registers import NO_REGISTER, Mention, Register, RegisteredKind
from jvom.analysis.resolutions import ResolutionMention, find_resolutions
from jvom.analysis.section_references import APPENDIX_WORDS, SectionReference, find_section_references
from jvom.analysis.tokens import Tokens
from jvom.analysis.years import Year, find_years
from jvom.dutch.patterns import pattern
from jvom.dutch.sentences import sentences
from jvom.resolving.segments import Segment
from jvom.source import Span
from jvom.text import Block

Made = TypeVar("Made")
PassageKind: TypeAlias = Literal[
    "title",
    "heading",
    "paragraph",
    "item",
    "quote",
    "head",
    "cell",
    "footnote",
    "alternative",
    "caption",
    "value",
]
#: The kinds of passages that make up running text: no headings, table cells or data values.
RUNNING: tuple[PassageKind, ...] = ("paragraph", "item", "quote", "footnote")

#: Replaces each character that `Passage.dutch` and `Passage.typed` leave out.
BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"

_RESOLUTION = ("resol", "s/res", "unscr", "vnvr")
_ENTITY = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def plain_passage(text: str) -> Passage:
    """Return a text as a passage that is in no file."""
    return Passage(text, (), Span(""), "value", "", "", ())


class Passage(msgspec.Struct, eq=False, dict=True, weakref=True):
    """A paragraph, heading, list item, table cell, footnote or data value, as one flat string.

    `block` is the block of the fragment it is part of (the whole list or table), None in data and titles;
    `heading` the words of the sub-heading above it; `row` and `column` count from 0 in a table
    (the header row is -1), `row` is the number of the item in a list, `label` that of a footnote and the
    key of a data value; the headers and footers of a Word file are values without one.
    """

    text: str
    segments: tuple[Segment, ...]
    whole: Span
    kind: PassageKind
    document: str
    section: str
    lines: tuple[str, ...]
    block: Block | None = None
    heading: str = ""
    row: int = -1
    column: int = -1
    label: str = ""
    #: Whether it is text, not a name or address in the data or in the margin of a Word file.
    is_text: bool = False
    #: The mission that a mark says it is about.
    mission: str = ""
    #: What the names in `mentions` are of; the view of a dossier puts its register here.
    register: Register = NO_REGISTER
    #: Caches of :mod:`jvom.analysis.entities`.
    entities_by_offset: dict[str, tuple[dict[int, Any], dict[int, Any]]] = {}
    _made: dict[object, Any] = {}

    def __repr__(self) -> str:
        return f"Passage({self.whole} {self.kind} {self.text[:40]!r})"

    # --- reading it

    def memo(self, make: Callable[[Passage], Made]) -> Made:
        """Return what `make` makes of this passage alone; made once."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def forget(self) -> None:
        """Forget what was made of it."""
        self._made.clear()

    @property
    def compared_in(self) -> str:
        """The path of a loose text, which is compared only with itself; "" for a text of a dossier."""
        return self.whole.path if self.document == "tekst" else ""

    @cached
    def lowered(self) -> str:
        """`text` in small letters."""
        return self.text.lower()

    @cached
    def has_digit(self) -> bool:
        """Whether `text` has a digit: without one it has no year, number of a paper, or code."""
        return any(map(self.text.__contains__, "0123456789"))

    @cached
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The (start, end) of each sentence."""
        return sentences(self.text)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return the (start, end) of the sentence around an offset."""
        if not self.sentences:
            return 0, len(self.text)
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence[1])
        return self.sentences[min(place, len(self.sentences) - 1)]

    def dates_between(self, start: int, end: int) -> tuple[DateExpression, ...]:
        """Return the dates that begin between two offsets."""
        first, last = (bisect_left(self.dates, each, key=lambda date: date.start) for each in (start, end))
        return self.dates[first:last]

    def quantities_between(self, start: int, end: int) -> tuple[Quantity, ...]:
        """Return the quantities that begin between two offsets."""
        found = self.quantities
        first, last = (bisect_left(found, each, key=lambda quantity: quantity.start) for each in (start, end))
        return found[first:last]

    @cached
    def years(self) -> tuple[Year, ...]:
        """The years in `text` that belong to no date."""
        return tuple(find_years(self.text, self.dates)) if self.has_digit else ()

    @cached
    def tokens(self) -> Tokens:
        """The words and marks of `text`."""
        return Tokens(self.text)

    @cached
    def words(self) -> tuple[tuple[int, int], ...]:
        """The (start, end) of each run of letters and digits."""
        tokens = self.tokens
        return tuple(compress(zip(tokens.starts, tokens.ends, strict=True), tokens.are_words))

    @cached
    def capitalized_words(self) -> tuple[int, ...]:
        """The numbers of the `words` that begin with a capital."""
        forms = list(compress(self.tokens.forms, self.tokens.are_words))
        with_capital = compress(count(), map(ne, forms, self.lowered_words))
        return tuple([number for number in with_capital if forms[number][0].isupper()])

    @cached
    def lowered_words(self) -> tuple[str, ...]:
        """Each of the `words` in small letters."""
        return tuple(compress(self.tokens.lowered, self.tokens.are_words))

    @cached
    def dates(self) -> tuple[DateExpression, ...]:
        """The dates in `text`, typed or computed."""
        has_words = not DATE_WORDS.isdisjoint(self.lowered_words)
        if not self.has_digit and not has_words:
            return ()
        words = zip(self.lowered_words, self.words, strict=True) if has_words else ()
        return tuple(find_dates(self.text, words))

    @cached
    def periods(self) -> tuple[Period, ...]:
        """The periods in `text`: two of the `dates`, joined."""
        return tuple(periods_between(self.text, self.dates)) if len(self.dates) > 1 else ()

    @cached
    def resolutions(self) -> tuple[ResolutionMention, ...]:
        """The Security Council resolutions that `text` names."""
        if not self.has_digit or not any(map(self.lowered.__contains__, _RESOLUTION)):
            return ()
        return tuple(find_resolutions(self.text))

    @cached
    def citations(self) -> tuple[CitationFound, ...]:
        """The citations of parliamentary papers and official journals in `text`, in order."""
        if not self.has_digit and "stuk" not in self.lowered:
            return ()
        return tuple(find_citations(self.text))

    @cached
    def section_references(self) -> tuple[SectionReference, ...]:
        """The references to sections and appendices that were typed as numbers."""
        if not self.has_digit and APPENDIX_WORDS.isdisjoint(self.lowered_words):
            return ()
        words = zip(self.lowered_words, self.words, strict=True)
        return find_section_references(self.typed, words)

    @cached
    def quotations(self) -> tuple[Quotation, ...]:
        """The text between quotation marks, in order: titles, and the words of others."""
        return find_quotations(self.text)

    @cached
    def addresses(self) -> tuple[Address, ...]:
        """The web and mail addresses and names of files in `text`, in order: no rule reads their words."""
        return find_addresses(self.text)

    def is_in_address(self, start: int, end: int) -> bool:
        """Tell whether any of the characters is in an address."""
        return any(each.start < end and start < each.end for each in self.addresses)

    def is_quoted(self, start: int, end: int) -> bool:
        """Tell whether the characters are between quotation marks."""
        found = self.quotations
        at = bisect_left(found, start, key=lambda each: each.start) if found else 0
        return at > 0 and end < found[at - 1].end

    @cached
    def mentions(self) -> Mapping[RegisteredKind, Sequence[Mention]]:
        """The names in `text` that the register of the house has, by kind."""
        return self.register.find(self.text, self.lowered_words, self.words)

    @cached
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers in `text` that count or measure something, in order."""
        numbers = find_numbers(self.text)
        return find_quantities(self.text, numbers, self._named()) if numbers else ()

    def _named(self) -> Iterator[tuple[int, int]]:
        """Yield the (start, end) of what has numbers that count nothing: dates, citations and the like."""
        yield from ((each.start, each.end) for each in self.dates)
        yield from ((each.start, each.end) for each in self.citations)
        yield from ((each.start, each.end) for each in self.resolutions)
        for part in self.segments:
            if part.kind in ("citation", "reference"):
                yield part.start, part.end

    @cached
    def dutch(self) -> str:
        """`text` with BLANK for what is foreign, computed or an address, leaving the Dutch that was typed."""
        return self._with_only(_is_dutch)

    @cached
    def typed(self) -> str:
        """`text` with BLANK for addresses, and for figures, citations and cross-references: not typed."""
        return self._with_only(_is_typed)

    def is_dutch(self, start: int, end: int) -> bool:
        """Tell whether all those characters were typed and are not marked as foreign."""
        return self.dutch is self.text or self._has_only(_is_dutch, self.dutch, start, end)

    def is_typed(self, start: int, end: int) -> bool:
        """Tell whether all those characters were typed, in any language."""
        return self.typed is self.text or self._has_only(_is_typed, self.typed, start, end)

    def _has_only(self, kept: Callable[[Segment], bool], text: str, start: int, end: int) -> bool:
        """Tell whether all those characters are `kept`; in `text` only BLANK is in the place of others."""
        if start < end and not self._has_empty_parts and BLANK not in text[start:end]:
            return True
        return all(map(kept, self.parts(start, end))) and not self.is_in_address(start, end)

    @cached
    def _has_empty_parts(self) -> bool:
        return any(part.start == part.end for part in self.segments)

    def parts(self, start: int, end: int) -> Iterator[Segment]:
        """Yield the segments of the characters `start` up to `end`."""
        for number in range(bisect_right(self._ends, start), len(self.segments)):
            part = self.segments[number]
            if part.start >= end:
                break
            yield part

    @cached
    def _ends(self) -> tuple[int, ...]:
        return tuple(part.end for part in self.segments)

    def _with_only(self, kept: Callable[[Segment], bool]) -> str:
        text = self.text
        if not all(map(kept, self.segments)):
            text = "".join(
                text[part.start : part.end] if kept(part) else BLANK * (part.end - part.start)
                for part in self.segments
            )
        for each in self.addresses:
            text = f"{text[: each.start]}{BLANK * (each.end - each.start)}{text[each.end :]}"
        return text

    # --- from characters to places

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the place in the file of the characters `start` up to `end` (all of them by default)."""
        if end is None:
            end = len(self.text)
        if not self.segments or (start == 0 and end == 0):
            return self.whole
        first = self._segment(start, forward=start < end)
        last = self._segment(max(start, end - 1), forward=True) if end > start else first
        line, column, _, _, _ = self._place(first, start)
        _, _, end_line, end_column, _ = self._place(last, end)
        return Span(self.whole.path, line, column, end_line, end_column)

    def span_of(self, found: Entity) -> Span:
        """Return the place in the file of an entity, or of anything else with a start and an end."""
        return self.span(found.start, found.end)

    def plainly_typed(self, start: int, end: int) -> Span | None:
        """Return the place of characters that were typed as they are printed, in one style; else None."""
        parts = list(self.parts(start, end)) if end > start else [self._segment(start, forward=False)]
        if any(not _is_typed(part) or part.style != parts[0].style for part in parts):
            return None
        if any(start < part.start < end for part in parts if part.start == part.end):
            return None
        if not self._place(parts[0], start)[4] or not self._place(parts[-1], end)[4]:
            return None
        return self.span(start, end)

    def _segment(self, offset: int, *, forward: bool) -> Segment:
        for number in range(bisect_left(self._ends, offset), len(self.segments)):
            part = self.segments[number]
            if offset < part.end or (offset == part.end and not forward and part.start < part.end):
                return part
        return self.segments[-1]

    def _place(self, part: Segment, offset: int) -> tuple[int, int, int, int, bool]:
        """Return line and column at which an offset begins and ends, and whether that is exact."""
        at = part.span
        inside = min(max(offset - part.start, 0), part.end - part.start)
        if part.kind == "words" and at.line == at.end_line:
            if at.end_column - at.column == part.end - part.start:
                return at.line, at.column + inside, at.line, at.column + inside, True
            if column := self._walk(part, inside):
                return at.line, column, at.line, column, True
        elif part.kind == "space":
            if inside == 0:
                return at.line, at.column, at.line, at.column, True
            return at.end_line, at.end_column, at.end_line, at.end_column, True
        return at.line, at.column, at.end_line, at.end_column, False

    def _walk(self, part: Segment, inside: int) -> int:
        """Return the column of a character after escapes and entities; 0 when the source does not match."""
        at = part.span
        if not at.line or at.line > len(self.lines):
            return 0
        line = self.lines[at.line - 1]
        column = at.column
        for _ in range(inside):
            here = line[column - 1 : column]
            if here == "\\" and line[column : column + 1] in _ESCAPABLE:
                column += 2
            elif here == "&" and (match := _ENTITY.match(line, column - 1)):
                column = match.end() + 1
            else:
                column += 1
        return column if column <= at.end_column else 0


def _is_typed(part: Segment) -> bool:
    return part.kind in ("words", "space")


def _is_dutch(part: Segment) -> bool:
    return part.kind in ("words", "space") and not part.style.language
