# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A text as sections: a heading, the passages under it, and the headings one level below it."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache

import msgspec

from jvom.analysis.passages import Passage
from jvom.checks.views import TextView
from jvom.settings import Settings
from jvom.text import Heading


class Section(msgspec.Struct, frozen=True):
    """A heading (None for a text without a title), the passages under it, and its sub-headings."""

    heading: Passage | None
    level: int
    passages: tuple[Passage, ...]
    subheadings: tuple[Passage, ...]
    _places: dict[int, int] = {}

    def under(self, heading: Passage) -> Iterator[Passage]:
        """Yield the passages under one of the headings in this section."""
        if not self._places:
            self._places.update((id(passage), at) for at, passage in enumerate(self.passages))
        start = self._places.get(id(heading), len(self.passages)) + 1
        for at in range(start, len(self.passages)):
            passage = self.passages[at]
            if passage.kind == "heading" and level_of(passage) <= level_of(heading):
                return
            yield passage


def level_of(heading: Passage) -> int:
    """Return the level of a heading; a title has 1."""
    return heading.block.level if isinstance(heading.block, Heading) else 1


def sections_of(text: TextView) -> Iterator[Section]:
    """Yield the sections of a text: a fragment is one section, and a loose text with a title of its own too.

    Any other loose text has one for each heading.
    """
    headings = tuple(text.passages_of("heading"))
    if text.document != "tekst" or (text.fragment and text.fragment.front.title):
        title = next(text.passages_of("title"), None)
        lowest = min((level_of(each) for each in headings), default=2)
        below = tuple(each for each in headings if level_of(each) == lowest)
        yield Section(title, 1, text.passages, below)
        return
    for number, passage in enumerate(text.passages):
        if passage.kind != "heading":
            continue
        level = level_of(passage)
        inside: list[Passage] = []
        for at in range(number + 1, len(text.passages)):
            other = text.passages[at]
            if other.kind == "heading" and level_of(other) <= level:
                break
            inside.append(other)
        deeper = [level_of(each) for each in inside if each.kind == "heading"]
        below = tuple(each for each in inside if each.kind == "heading" and level_of(each) == min(deeper))
        if below:
            yield Section(passage, level, tuple(inside), below)


def has_two_fixed_headings(section: Section, house: Settings) -> bool:
    """Tell whether a section has two or more of the fixed sub-headings of a mission, so is about one."""
    fixed = {*house.report.every_mission_heading}
    return len({heading.text.strip() for heading in section.subheadings} & fixed) >= 2


@cache
def nearest_fixed(words: str, among: tuple[str, ...], known_by: tuple[tuple[str, str], ...] = ()) -> str:
    """Return the fixed heading that a heading was meant to be, "" for none.

    A heading is near when most of its letters are the same, or when it fits a pattern of `known_by`,
    pairs of a pattern in small letters and its heading; the longest pattern that fits decides.
    """
    if words in among:
        return words
    from difflib import get_close_matches

    lowered = words.lower().strip(" .:")
    by_lower = {fixed.lower(): fixed for fixed in among}
    near = get_close_matches(lowered, list(by_lower), n=1, cutoff=0.72)
    if near:
        return by_lower[near[0]]
    plain = " ".join(lowered.split())
    fitting = [each for each in known_by if fnmatchcase(plain, each[0])]
    return max(fitting, key=lambda each: len(each[0]))[1] if fitting else ""
