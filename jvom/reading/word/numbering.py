# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers that Word prints before paragraphs (ECMA-376-1, 17.9): "2.3.1.", "a)", "Bijlage 1"."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from jvom.ooxml.names import qn
from jvom.ooxml.numbering import LEVELS, Lists
from jvom.ooxml.tree import children, find, number, value
from jvom.reading.word.styles import TextStyles

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Level(NamedTuple):
    """A level of a list: where it starts, how its number is written, and after which level it restarts."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


class Label(NamedTuple):
    """What Word prints before a paragraph; `place` is its number, `bullet` tells that it is a bullet."""

    text: str
    place: int
    level: int
    bullet: bool
    list_: str


class Numbering:
    """Counts the lists of a file, paragraph by paragraph, in reading order."""

    def __init__(self, root: etree._Element | None, styles: TextStyles) -> None:
        self._styles = styles
        self._numbering = Lists(root)
        self._lists: dict[str, tuple[str, tuple[Level, ...], dict[int, int]] | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def label(self, num: str, level: int | None, style: str) -> Label | None:
        """Count a paragraph of the list `num`; None when it has no number.

        A paragraph without a level of its own has the level that the list gives its style.
        """
        found = self._list(num)
        if found is None:
            return None
        abstract, levels, overrides = found
        if level is None:
            level = next((n for n, each in enumerate(levels) if style and each.style == style), 0)
        if not 0 <= level < LEVELS:
            return None
        here = levels[level]
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        for above in range(level):
            if counts[above] is None:
                counts[above] = levels[above].start
        old = counts[level]
        if level in overrides and (num, level) not in self._restarted:
            self._restarted.add((num, level))
            counts[level] = overrides[level]
        else:
            counts[level] = here.start if old is None else min(old + 1, 10**9)
        for below in range(level + 1, LEVELS):
            restart = levels[below].restart
            # 0 never restarts; n restarts after level n (counted from 1); by default after any above it.
            if restart is None or (restart and level < restart):
                counts[below] = None
        count = counts[level] or 0
        if here.form == "none" and not _PLACE.search(here.text):
            text = here.text
        elif here.form == "bullet":
            return Label("", count, level, True, num)
        else:
            text = _PLACE.sub(lambda match: self._printed(counts, levels, here, int(match[1]) - 1), here.text)
        return Label(text.strip(), count, level, False, num) if text.strip() else None

    def _printed(self, counts: list[int | None], levels: tuple[Level, ...], here: Level, at: int) -> str:
        count = counts[at]
        form = "decimal" if here.legal else levels[at].form
        return format_number(levels[at].start if count is None else count, form)

    def _list(self, num: str) -> tuple[str, tuple[Level, ...], dict[int, int]] | None:
        if num not in self._lists:
            self._lists[num] = self._read(num) if num != "0" else None
        return self._lists[num]

    def _read(self, num: str) -> tuple[str, tuple[Level, ...], dict[int, int]] | None:
        element = self._numbering.nums.get(num)
        abstract = self._numbering.definition_id(num)
        link = value(find(self._numbering.definitions.get(abstract), "w:numStyleLink"))
        if link:
            # The levels are those of the list that the style names, one step away (17.9.21).
            abstract = self._numbering.definition_id(self._styles.look(link).num or "")
        if element is None or abstract not in self._numbering.definitions:
            return None
        levels = [Level()] * LEVELS
        for each in children(self._numbering.definitions[abstract], "w:lvl"):
            self._set_level(levels, each)
        overrides = {}
        for override in children(element, "w:lvlOverride"):
            at = _level(override)
            for each in children(override, "w:lvl"):
                self._set_level(levels, each)
            start = find(override, "w:startOverride")
            if start is not None:
                overrides[at] = number(start, 1)
        return abstract, tuple(levels), overrides

    @staticmethod
    def _set_level(levels: list[Level], element: etree._Element) -> None:
        at = _level(element)
        if 0 <= at < LEVELS:
            restart = find(element, "w:lvlRestart")
            levels[at] = Level(
                number(find(element, "w:start"), 1 if find(element, "w:start") is None else 0),
                value(find(element, "w:numFmt"), "decimal"),
                value(find(element, "w:lvlText")),
                None if restart is None else number(restart),
                find(element, "w:isLgl") is not None,
                value(find(element, "w:pStyle")),
            )


def _level(element: etree._Element) -> int:
    typed = element.get(qn("w:ilvl"), "")
    return int(typed) if typed in tuple("012345678") else -1


def format_number(count: int, form: str) -> str:
    """Return a number as Word prints it in that format (ECMA-376-1, 17.18.59)."""
    match form:
        case "lowerLetter" | "upperLetter" if count > 0:
            # In Word, z is followed by aa, bb ...
            times, letter = divmod(count - 1, 26)
            letters = chr(ord("a") + letter) * min(times + 1, 100)
            return letters if form == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman" if 0 < count < 4000:
            return roman(count) if form == "lowerRoman" else roman(count).upper()
        case "decimalZero":
            return f"{count:02}"
        case "ordinal":
            return f"{count}e"
        case "none":
            return ""
    return str(count)


def roman(count: int) -> str:
    """Return a number below 4000 in lowercase Roman numerals."""
    text = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        text += letters * times
    return text
