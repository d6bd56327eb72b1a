# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""References to sections and appendices by their number: "paragrafen 2.3.4 en 2.3.5", "bijlage 2"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import msgspec

from jvom.dutch.characters import GAP, SPACE
from jvom.dutch.patterns import pattern

#: A word in small letters, and its place.
Word: TypeAlias = tuple[str, tuple[int, int]]


class SectionReference(msgspec.Struct, frozen=True):
    """A reference to sections or appendices, or no more than the number of a section, "2.3.4".

    `numbers` are complete ("2.3.7-9" gives "2.3.7" and "2.3.9"); with `through` they are the ends of a range.
    """

    start: int
    end: int
    appendix: bool
    numbers: tuple[str, ...]
    through: bool = False


#: After these there may be a letter; after all others there is a digit.
APPENDIX_WORDS = frozenset("bijlage bijlagen annex appendix".split())
#: Every reference begins with one of these, or with the sign of a section.
_WORDS = APPENDIX_WORDS.union(
    "hoofdstuk hoofdstukken paragraaf paragrafen subparagraaf subparagrafen par sectie secties".split(),
    ("zie", "onder"),
)
_DOTTED = r"\d{1,2}(?:\.\d{1,2}){1,3}"
_JOINT = rf"(?:,{SPACE}|{SPACE}(?:en|of|t/m|tot{SPACE}en{SPACE}met|tot){SPACE}|{SPACE}?[-–]{SPACE}?)"
_AFTER = r"(?![\w%])(?![.,/:]\d)(?!-\d)"
_NUMBERS = rf"(?:{_DOTTED}|\d{{1,2}})(?:{_JOINT}{_DOTTED}|{SPACE}?[-–]{SPACE}?\d{{1,2}}){{0,6}}{_AFTER}"
_LETTER = r"(?:\d{1,2}|(?-i:[A-Z]|[IVX]{2,4}))"
_REFERENCE = pattern(
    rf"(?<![\w-])(?:hoofdstuk(?:ken)?{GAP}(?P<chapters>\d{{1,2}}(?:{_JOINT}\d{{1,2}}){{0,6}}(?![\w%])(?![.,/:]\d))"
    rf"|(?:(?:(?:sub)?paragra(?:af|fen)|par\.?|secties?|hoofdstuk(?:ken)?){GAP}|§{{1,2}}{SPACE}{{0,4}})(?P<numbers>{_NUMBERS})"
    rf"|(?:zie|onder){SPACE}(?:ook{SPACE})?(?P<cued>{_DOTTED}{_AFTER})"
    rf"|(?:bijlagen?|annex|appendix){GAP}(?P<appendices>{_LETTER}(?![\w.]\w|-\w|\w)(?:{_JOINT}{_LETTER}(?![\w-])){{0,5}}))",
    re.IGNORECASE,
)
_BARE = pattern(
    rf"\d(?<![\w.,/:_-]\d)(?<!–\d)\d?\.\d{{1,2}}\.\d{{1,2}}(?:{SPACE}?[-–]{SPACE}?\d{{1,2}})?{_AFTER}"
)
_PART = pattern(r"\d{1,2}(?:\.\d{1,2}){0,3}|(?<!\w)[A-Z]{1,4}(?!\w)")
_THROUGH = pattern(r"t/m|tot|[-–]")
#: After these words a bare "2.3.1" is no section.
_OTHER_NUMBERS = tuple(
    "versie release v tel. artikel artikelen art. lid nr. nummer tabel figuur bijlage punt norm eis".split()
)


_OF_HEADING = pattern(
    r"(?:Bijlage\s+(?P<appendix>\d{1,2}|[A-Z]|[IVX]{2,4})(?!\w)|(?P<section>\d{1,2}(?:\.\d{1,2}){0,4}))[.:]?(?:\s+|\Z)"
)


class HeadingNumber(msgspec.Struct, frozen=True):
    """The number that was typed before the words of a heading, and where those begin."""

    number: str
    appendix: bool
    title: int


def number_of_heading(text: str) -> HeadingNumber | None:
    """Return the number that the text of a heading begins with: "2.3 Afrika", "Bijlage 1: Mandaten"."""
    begins = text[:1].isdecimal() or text.startswith("Bijlage")
    found = _OF_HEADING.match(text) if begins else None
    if found is None:
        return None
    return HeadingNumber(found["appendix"] or found["section"], bool(found["appendix"]), found.end())


#: A letter, a Roman number or a number with a bracket before a heading: "b. Rol van het leger".
_MARK_OF_HEADING = pattern(
    r"\(?(?:[a-zA-Z]|[IVX]{1,5}|[ivx]{1,4}|\d{1,2})[.)]\s+(?=\w{2})|§ ?\d[\d.]*\s+(?=\w{2})"
)


def mark_of_heading(text: str) -> int:
    """Return where the words of a heading begin that has a letter or a Roman number before them; 0 if not."""
    found = _MARK_OF_HEADING.match(text)
    return found.end() if found else 0


def find_section_references(text: str, words: Iterable[Word]) -> tuple[SectionReference, ...]:
    """Return the references in a text with these words, in order. Linear in the text."""
    found: list[SectionReference] = []
    for match in with_a_word(text, words):
        kind = match.lastgroup or ""
        start = match.start("cued") if kind == "cued" else match.start()
        found.append(_reference(start, match.end(), match[kind], appendix=kind == "appendices"))
    taken = {at for each in found for at in range(each.start, each.end)}
    for match in _BARE.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 12) : start].rstrip().lower()
        if start not in taken and not before.endswith(_OTHER_NUMBERS):
            found.append(_reference(start, end, match[0], appendix=False))
    return tuple(sorted(found, key=lambda each: each.start))


def with_a_word(text: str, words: Iterable[Word]) -> Iterator[re.Match[str]]:
    """Yield the references with a word or a sign; the pattern is slow where there is none."""
    if "§" in text:
        return _REFERENCE.finditer(text)
    starts = (start for word, (start, _) in words if word in _WORDS)
    return filter(None, (_REFERENCE.match(text, start) for start in starts))


def _reference(start: int, end: int, written: str, *, appendix: bool) -> SectionReference:
    """Make a reference of typed numbers: "9" after "2.3.7" becomes "2.3.9"."""
    numbers: list[str] = []
    for part in _PART.findall(written):
        above = numbers[-1].rpartition(".")[0] if numbers else ""
        numbers.append(f"{above}.{part}" if above and "." not in part else part)
    through = len(numbers) == 2 and _THROUGH.search(written) is not None
    return SectionReference(start, end, appendix, tuple(numbers), through)
