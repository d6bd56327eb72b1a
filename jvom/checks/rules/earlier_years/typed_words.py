# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a text as they were typed, to compare with those of another year."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jvom.analysis.date_expressions import DateExpression
from jvom.analysis.passages import plain_passage
from jvom.analysis.years import Year
from jvom.checks.views import DossierView, TextView
from jvom.dutch.patterns import pattern
from jvom.kinds import SECTIONS
from jvom.model import Fragment
from jvom.source import Span

MASK = "#"
"""Stands for a date or a figure in `masked`."""

#: Figures, citations, references and words in the Markdown of a text.
_WORD = pattern(r"\{\{\s*(?P<figure>[\w-]+)\s*\}\}|\[@[^\]]*\]|\[\]\(#[^)]*\)|[^\W_]+(?:['’.,-]?[^\W_]+)*")


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
        said, found, at = self.plain, "", 0
        for time in _times(said):
            found += f"{said[at : time.start]}{MASK}"
            at = time.end
        return found + said[at:]

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
        return any(word.figure in days for word in part) or bool(_times(" ".join(word.text for word in part)))


def typed(fragment: Fragment) -> Typed:
    """Return the words of a text as they were typed."""
    front = fragment.body_line - 1
    text = "\n" * front + "\n".join(fragment.lines[front:])
    found = []
    for number, line in enumerate(_without_comments(text).split("\n"), 1):
        if line.startswith("#"):
            continue
        for word in _WORD.finditer(line):
            figure = word["figure"] or ""
            found.append(Word(word[0].lower(), number, word.start() + 1, word.end() + 1, figure))
    return Typed(fragment, tuple(found))


def _times(said: str) -> list[DateExpression | Year]:
    """Return the dates and years in words, in order."""
    passage = plain_passage(said)
    return sorted((*passage.dates, *passage.years), key=lambda time: time.start)


def _without_comments(text: str) -> str:
    """Return a text with its comments left out, but not the ends of their lines."""
    *commented, rest = text.split("-->")
    kept = ""
    for part in commented:
        before, opening, comment = part.partition("<!--")
        lines = (" " * len(line) for line in f"{opening}{comment}-->".split("\n"))
        kept += before + "\n".join(lines)
    return kept + rest


def written(dossier: DossierView) -> dict[str, Typed]:
    """Return the sections of this year that somebody wrote anew, by id."""
    return {section.id: typed(section) for section in dossier.dossier.sections if _is_new(section)}


def of_last_year(dossier: DossierView) -> dict[str, Typed]:
    """Return the sections of the nearest earlier year by id; none without one."""
    return {section.id: typed(section) for section in dossier.last_year.sections} if dossier.last_year else {}


def beside_last_year(dossier: DossierView) -> Iterator[tuple[Typed, Typed]]:
    """Yield each section with that of last year: of the same id, or alone on the same missions."""
    earlier = dossier.memo(of_last_year)
    for id, section in dossier.memo(written).items() if earlier else ():
        missions = {*section.fragment.front.about}
        about = [each for each in earlier.values() if missions and {*each.fragment.front.about} == missions]
        if id in earlier:
            yield section, earlier[id]
        elif len(about) == 1:
            yield section, about[0]


def section_views(dossier: DossierView) -> Iterator[TextView]:
    """Yield the sections of the report that somebody wrote anew."""
    for text in dossier.texts:
        if text.document == SECTIONS.name and text.fragment and _is_new(text.fragment):
            yield text


def _is_new(section: Fragment) -> bool:
    """Tell whether a section is no outline, of which PLH008 tells, nor last year's on purpose."""
    return section.front.status != "outline" and not section.front.unchanged.strip()
