# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""References to sections and appendices that were typed as numbers: "paragraaf 2.3.4", "bijlage 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from jvom.dutch.characters import SPACE
from jvom.dutch.patterns import pattern

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage


class SectionReference(msgspec.Struct, frozen=True):
    """A reference typed as a number: "paragrafen 2.3.4 en 2.3.5", "bijlage 2", or the bare "2.3.4".

    `numbers` are complete ("2.3.7-9" gives "2.3.7" and "2.3.9"); with `through` they are the ends of a range.
    """

    start: int
    end: int
    appendix: bool
    numbers: tuple[str, ...]
    through: bool


_DOTTED = r"\d{1,2}(?:\.\d{1,2}){1,3}"
_JOINT = rf"(?:,{SPACE}|{SPACE}(?:en|of|t/m|tot{SPACE}en{SPACE}met|tot){SPACE}|{SPACE}?[-–]{SPACE}?)"
_END = r"(?![\w%])(?![.,/:]\d)(?!-\d)"
#: "2.3.4 en 2.3.5", "2.3.7-9"; of chapters "2 en 3".
_NUMBERS = rf"(?:{_DOTTED}|\d{{1,2}})(?:{_JOINT}{_DOTTED}|{SPACE}?[-–]{SPACE}?\d{{1,2}}){{0,6}}{_END}"
_CHAPTERS = rf"\d{{1,2}}(?:{_JOINT}\d{{1,2}}){{0,6}}(?![\w%])(?![.,/:]\d)"
_SECTION = pattern(
    rf"(?<![\w-])(?:hoofdstuk(?:ken)?{SPACE}{{1,4}}(?P<chapters>{_CHAPTERS})"
    rf"|(?:(?:sub)?paragra(?:af|fen)|par\.?|secties?|hoofdstuk(?:ken)?){SPACE}{{1,4}}(?P<numbers>{_NUMBERS})"
    rf"|(?P<marked>§{{1,2}}{SPACE}{{0,4}}{_NUMBERS})"
    rf"|(?:zie|onder){SPACE}(?:ook{SPACE})?(?P<cued>{_DOTTED}{_END}))",
    re.IGNORECASE,
)
_BARE = pattern(rf"(?<![\w.,/:–-])\d{{1,2}}\.\d{{1,2}}\.\d{{1,2}}(?:{SPACE}?[-–]{SPACE}?\d{{1,2}})?{_END}")
_APPENDIX_NUMBER = r"(?:\d{1,2}|[A-Z]|[IVX]{2,4})"
_APPENDIX = pattern(
    rf"(?<![\w-])(?:[Bb]ijlagen?|[Aa]nnex|[Aa]ppendix){SPACE}{{1,4}}"
    rf"(?P<numbers>{_APPENDIX_NUMBER}(?![\w.]\w|-\w|\w)(?:{_JOINT}{_APPENDIX_NUMBER}(?![\w-])){{0,5}})"
)
_PART = pattern(r"\d{1,2}(?:\.\d{1,2}){0,3}|(?<!\w)[A-Z]{1,4}(?!\w)")
_DOTTED_DIGITS = pattern(r"\d\.\d")

#: The words before a number. The others come before a dotted number only.
_BEFORE_NUMBER = frozenset(
    "paragraaf paragrafen subparagraaf subparagrafen par hoofdstuk hoofdstukken sectie secties".split()
)
_BEFORE_DOTTED = _BEFORE_NUMBER | {"zie", "onder", "ook"}
_APPENDICES = frozenset(("bijlage", "bijlagen", "annex", "appendix"))
#: After these words a bare "2.3.1" isn't a section, or was already found with the word.
_OTHER_NUMBERS = (
    *("paragraaf", "paragrafen", "par.", "§", "versie", "release", "v", "tel.", "artikel", "artikelen"),
    *("art.", "lid", "nr.", "nummer", "tabel", "figuur", "bijlage", "punt", "norm", "eis"),
)


def find_section_references(passage: Passage) -> tuple[SectionReference, ...]:
    """Return the references to sections and appendices that were typed, in order. Linear in the text."""
    found = [*_appendices(passage)]
    if passage.has_digit or "§" in passage.text:
        found += _sections(passage)
    return tuple(sorted(found, key=lambda each: each.start))


def _sections(passage: Passage) -> Iterator[SectionReference]:
    text = passage.typed
    dotted = _DOTTED_DIGITS.search(text) is not None
    end = -1
    if "§" in text or _has_number(passage, _BEFORE_DOTTED if dotted else _BEFORE_NUMBER):
        for match in _SECTION.finditer(text):
            numbers = match["chapters"] or match["numbers"] or match["marked"] or match["cued"]
            start = match.start("cued") if match["cued"] else match.start()
            end = match.end()
            yield _reference(start, end, numbers, appendix=False)
    for match in _BARE.finditer(text) if dotted else ():
        start = match.start()
        date = passage.date_after(start)
        before = text[max(0, start - 12) : start].lower().rstrip()
        if (
            start > end
            and not before.endswith(_OTHER_NUMBERS)
            and not (date is not None and date.start < match.end())
        ):
            yield _reference(start, match.end(), match[0], appendix=False)


def _appendices(passage: Passage) -> Iterator[SectionReference]:
    if passage.has_any_word(_APPENDICES):
        for match in _APPENDIX.finditer(passage.typed):
            yield _reference(match.start(), match.end(), match["numbers"], appendix=True)


def _has_number(passage: Passage, before: frozenset[str]) -> bool:
    """Tell whether a number comes after a word that precedes section numbers."""
    return any(word in before and number[0].isdigit() for word, number in pairwise(passage.lowered_words))


def _reference(start: int, end: int, written: str, *, appendix: bool) -> SectionReference:
    """Make a reference of typed numbers: "9" after "2.3.7" becomes "2.3.9"."""
    numbers: list[str] = []
    for part in _PART.findall(written):
        if part.isalpha() and not appendix:
            continue  # "EN" in "PARAGRAAF 2 EN 3"
        above = numbers[-1].rpartition(".")[0] if numbers else ""
        numbers.append(f"{above}.{part}" if above and "." not in part else part)
    joined = any(map(written.__contains__, ("t/m", "tot", "-", "–")))
    return SectionReference(start, end, appendix, tuple(numbers), len(numbers) == 2 and joined)
