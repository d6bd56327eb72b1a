# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Sections and passages that are those of last year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

import msgspec

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.earlier_years.typed_words import MASK, Typed, of_last_year, section_views, written
from jvom.checks.views import DossierView, TextView
from jvom.dutch.dates import MONTHS
from jvom.dutch.patterns import pattern
from jvom.findings import Related
from jvom.messages import msg
from jvom.model import Day
from jvom.source import Span
from jvom.text import Block, Heading, Space, Text, contents_of, walk, walk_blocks

_WORD = pattern(r"[^\W_]+")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_MASKED = frozenset(MONTHS[1:])
# Of a Word file notes are read apart, and captions as paragraphs like any other.
_READ = ("paragraph", "item", "quote", "head", "cell", "caption")


class Printed(msgspec.Struct, frozen=True):
    """A section: its heading with its number, the place of that, and its words in order."""

    heading: str
    title: Span
    words: tuple[str, ...]

    @property
    def masked(self) -> tuple[str, ...]:
        """The words, with a mask for each that has a digit and for each month."""
        return tuple(MASK if word in _MASKED or any(map(str.isdigit, word)) else word for word in self.words)


def printed_now(dossier: DossierView) -> dict[str, Printed]:
    """Return the sections of this year by id."""
    found = {}
    for text in section_views(dossier):
        words = [word for passage in text.passages if passage.kind in _READ for word in _words(passage.text)]
        found[text.id] = Printed(text.title, text.title_span, tuple(words))
    return found


def printed_then(dossier: DossierView) -> list[Printed]:
    """Return the sections of the reports in the submissions of earlier years."""
    documents = (fragment for earlier in dossier.earlier for fragment in earlier.printed)
    return [each for document in documents if document.id == "rapport" for each in _sections(document.blocks)]


def _sections(blocks: Iterable[Block]) -> Iterator[Printed]:
    found: list[tuple[Heading, list[str]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            found += [(block, [])] if block.number else []
        elif found:
            words = found[-1][1]
            words += (word for content in contents_of((block,)) for word in _words(_text(walk(content))))
    for heading, words in found:
        title = f"{heading.number} {_text(walk_blocks((heading,)))}"
        yield Printed(title, heading.span, tuple(words))


def _text(inlines: Iterable[object]) -> str:
    seen = (inline for inline in inlines if isinstance(inline, Text | Space))
    return "".join(inline.value if isinstance(inline, Text) else " " for inline in seen)


def _words(text: str) -> Iterator[str]:
    return (word[0].lower() for word in _WORD.finditer(text.replace(_SOFT_HYPHEN, "")))


_LEAST_WORDS = 20
_PASSAGE = 40
_RECENT = 3  # a date of more years ago is history, such as a founding year


@rule("VRG003", ERROR, Scope.DOSSIER)
def section_of_last_year(dossier: DossierView) -> Iterator[Violation]:
    """A section is last year's."""
    copies = dossier.memo(_copies)
    for section, other in copies.values():
        wording = "copied" if section.plain == other.plain else "only-numbers"
        yield violation(section.title, wording, related=other.title)
    # Sections that are printed as in a sealed submission, and not found already.
    known = {each.masked: each for each in printed_then(dossier) if len(each.words) >= _LEAST_WORDS}
    for id, printed in printed_now(dossier).items() if known else ():
        if id not in copies and (then := known.get(printed.masked)):
            there = Related(then.title, msg("daar is het {heading}", heading=then.heading))
            wording = "copied" if printed.words == then.words else "only-numbers"
            yield violation(printed.title, wording, related=[there])


def _copies(dossier: DossierView) -> dict[str, tuple[Typed, Typed]]:
    """Return the sections that are the same as one of last year, each with that, by id."""
    earlier = dossier.memo(of_last_year).values()
    known = {each.masked: each for each in earlier if len(each.words) >= _LEAST_WORDS}
    sections = dossier.memo(written).items() if known else ()
    return {id: (section, same) for id, section in sections if (same := known.get(section.masked))}


@rule("VRG004", ERROR, Scope.DOSSIER)
def carried_and_final(dossier: DossierView) -> Iterator[Violation]:
    """A text is final, but says that it is of an earlier year."""
    for front in (fragment.front for fragment in dossier.dossier.fragments):
        if front.status == "final" and front.carried_from is not None:
            yield violation(front.at.value("carried_from"), year=front.carried_from)


@rule("VRG006", WARNING, Scope.DOSSIER)
def nothing_of_this_period(dossier: DossierView) -> Iterator[Violation]:
    """The newest date of a section on a mission lies before the reporting period."""
    first = dossier.data.period.first
    for text in section_views(dossier) if dossier.last_year else ():
        found = [*_times(text)] if text.missions else []
        newest, place = max(found, key=itemgetter(0), default=((0, 0), text.whole))
        if (first.year - _RECENT, 0) < newest < (first.year, first.month):
            yield violation(place)


def _times(text: TextView) -> Iterator[tuple[tuple[int, int], Span]]:
    """Yield the year and month of each date and year in a text, and where it is."""
    for passage in text.passages:
        for date in passage.dates:
            if date.year:
                yield (date.year, date.month or 12), passage.span_of(date)
        for year in passage.years:
            yield (year.number, 12), passage.span_of(year)


@rule("VRG007", WARNING, Scope.DOSSIER)
def passage_of_last_year(dossier: DossierView) -> Iterator[Violation]:
    """A long passage that names a time is last year's."""
    known, copies = dossier.memo(_passages), dossier.memo(_copies)
    figures = dossier.dossier.figures.figures
    days = frozenset(name for name, figure in figures.items() if isinstance(figure, Day))
    for id, section in dossier.memo(written).items() if known else ():
        words = tuple(word.text for word in section.words) if id not in copies else ()
        at = 0
        while at + _PASSAGE <= len(words):
            other, start = known.get(hash(words[at : at + _PASSAGE]), (None, 0))
            length = _common(words, at, other, start) if other else 1
            if other and length >= _PASSAGE and section.names_time(at, at + length - 1, days):
                here, there = section.span(at, at + length - 1), other.span(start, start + length - 1)
                yield violation(here, count=length, related=there)
            at += length


def _common(words: Sequence[str], at: int, other: Typed, start: int) -> int:
    """Return how many words from two places on are the same, at least one."""
    most = min(len(words) - at, len(other.words) - start)
    differ = (number for number in range(most) if words[at + number] != other.words[start + number].text)
    return max(1, next(differ, most))


def _passages(dossier: DossierView) -> Mapping[int, tuple[Typed, int]]:
    """Return where each run of forty words of last year begins, by its hash."""
    found: dict[int, tuple[Typed, int]] = {}
    for section in dossier.memo(of_last_year).values():
        words = tuple(word.text for word in section.words)
        for at in range(len(words) - _PASSAGE + 1):
            found.setdefault(hash(words[at : at + _PASSAGE]), (section, at))
    return found
