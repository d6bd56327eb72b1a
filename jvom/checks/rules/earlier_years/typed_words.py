# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a text as they were typed, to compare with those of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jvom.checks.views import DossierView, TextView
from jvom.dutch.dates import MONTHS
from jvom.kinds import SECTIONS
from jvom.model import Dossier, Fragment
from jvom.source import Span

MASK = "#"
"""Stands for a date or a figure in `masked`."""

_MONTHS = "|".join(MONTHS[1:])
_WORD = re.compile(r"\{\{\s*(?P<figure>[\w-]+)\s*\}\}|\[@[^\]]*\]|\[\]\(#[^)]*\)|[^\W_]+(?:['’.,-]?[^\W_]+)*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}} )?(?:{_MONTHS})(?: {_YEAR})?\b|\b\d{{1,2}}-\d{{1,2}}-{_YEAR}\b|\b{_YEAR}\b"
)


class Word(msgspec.Struct, frozen=True):
    """A word in small letters, a figure or a citation, and its place: line, first and last column."""

    text: str
    line: int
    start: int
    end: int
    figure: str = ""


class Typed(msgspec.Struct, frozen=True):
    """A text as typed: its words without headings, comments and front matter."""

    fragment: Fragment
    words: tuple[Word, ...]

    @property
    def title(self) -> Span:
        """Where its title is typed."""
        return self.fragment.front.at.value("title")

    @property
    def masked(self) -> str:
        """The words, with a mask for each date and each figure."""
        return _DATE.sub(MASK, self.plain)

    @property
    def plain(self) -> str:
        """The words, with a mask for each figure alone."""
        return " ".join(MASK if word.figure else word.text for word in self.words)

    def span(self, first: int, last: int) -> Span:
        """Return the place from one word through another, by their indices."""
        one, two = self.words[first], self.words[last]
        return Span(self.fragment.span.path, one.line, one.start, two.line, two.end)

    def names_time(self, first: int, last: int, days: frozenset[str]) -> bool:
        """Tell whether the words from one index through another name a time; `days` are figures that do."""
        part = self.words[first : last + 1]
        return any(word.figure in days for word in part) or bool(_DATE.search(" ".join(w.text for w in part)))


def typed(fragment: Fragment) -> Typed:
    """Return the words of a text as they were typed."""
    front = fragment.body_line - 1
    text = "\n" * front + "\n".join(fragment.lines[front:])
    if "<!--" in text:
        text = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#"):
            continue
        for word in _WORD.finditer(line):
            figure = word["figure"] or ""
            found.append(Word(word[0].lower(), number, word.start() + 1, word.end() + 1, figure))
    return Typed(fragment, tuple(found))


def sections_of(dossier: Dossier) -> dict[str, Typed]:
    """Return the typed words of each section by its id."""
    return {section.id: typed(section) for section in dossier.sections}


def written(dossier: DossierView) -> dict[str, Typed]:
    """Return those of the sections of this year that somebody wrote: an outline is told by PLH008."""
    return {id: text for id, text in dossier.memo(_own).items() if text.fragment.front.status != "outline"}


def of_last_year(dossier: DossierView) -> dict[str, Typed]:
    """Return those of the sections of the nearest earlier year; none without one."""
    return dossier.memo(_earlier)


def _own(texts: object) -> dict[str, Typed]:
    return sections_of(texts.dossier) if isinstance(texts, DossierView) else {}


def _earlier(texts: object) -> dict[str, Typed]:
    nearest = texts.last_year if isinstance(texts, DossierView) else None
    return sections_of(nearest) if nearest else {}


def same_section(id: str, text: Typed, others: dict[str, Typed]) -> Typed | None:
    """Return last year's section on the same: that of the same id, or the only one on the same mission."""
    if id in others:
        return others[id]
    mission = text.fragment.front.mission
    about = [each for each in others.values() if mission and each.fragment.front.mission == mission]
    return about[0] if len(about) == 1 else None


def section_views(dossier: DossierView) -> Iterator[TextView]:
    """Yield the sections of the report that somebody wrote."""
    for text in dossier.texts:
        if text.document == SECTIONS.name and text.fragment and text.fragment.front.status != "outline":
            yield text
