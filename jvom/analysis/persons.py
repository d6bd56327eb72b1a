# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of persons in a text, by their form: "drs. J.P. van den Berg", "Anna Bakker", "De Vries".

Only initials and titles make a name surely that of a person. A first name with a surname, or a surname alone,
looks like any other words with capitals, so a rule asks for them beside words that say that it is a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import compress, count
from typing import TYPE_CHECKING

import msgspec

from jvom.analysis.word_classes import word_class
from jvom.dutch.patterns import pattern

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage

# The parts of a name. Each takes all that it can ("+" at its end): what a prefix takes is no surname.
_TITLE, _PREFIX = ("|".join(sorted(word_class(name))) for name in ("title", "name_prefix"))
# Beyond Latin-1 a letter may be either: no pattern of `re` knows its case.
_CAPITAL, _SMALL = r"(?![a-zß-ÿ])[^\W\d_]", r"(?![A-ZÀ-Þ])[^\W\d_]"
_INITIAL = rf"(?:{_CAPITAL}|Ch|Th|IJ|Ph|Fr|Joh|Chr)\."
_ONE_NAME = rf"(?!(?i:{_PREFIX})\b){_CAPITAL}(?:{_SMALL}){{1,20}}(?!\w)"
_GIVEN = rf"{_ONE_NAME}(?:-{_ONE_NAME})?"
_JOINED = rf"(?:['’‘´`‑-][^\W_]+|\s*[-‑]\s*{_CAPITAL}\w*)"
_SURNAME = (
    rf"(?P<surname>(?:(?i:{_PREFIX}|['’‘´`]t)\s+){{0,4}}+"
    rf"{_CAPITAL}(?:\w+(?:{_JOINED}){{0,3}}|(?:{_JOINED}){{1,3}}))"
)
_NAME = pattern(
    rf"(?P<titles>(?:(?i:{_TITLE})\.\s*){{0,3}}+)"
    rf"(?:(?P<initials>{_INITIAL}(?:\s*{_INITIAL}){{0,5}}+)\s?|(?P<given>{_GIVEN}(?:\s+{_GIVEN}){{0,2}})\s){_SURNAME}"
)
_BARE = pattern(_SURNAME)


class Person(msgspec.Struct, frozen=True):
    """A person's name: where it is, with its titles; and its parts as typed, "" for what it lacks."""

    start: int
    end: int
    titles: str
    initials: str
    given: str
    surname: str


def find_persons(passage: Passage) -> tuple[Person, ...]:
    """Return the names with initials, or with a title and a first name, in order."""
    begins = word_class("title", "initial")
    found: list[Person] = []
    if not begins.isdisjoint(passage.tokens.lowered):
        for person in _named(passage, (form in begins for form in passage.tokens.lowered)):
            if (person.initials or person.titles) and not (found and person.start < found[-1].end):
                found.append(person)
    return tuple(found)


def find_full_names(passage: Passage) -> tuple[Person, ...]:
    """Return what may be a first name and a surname, in order: also "Tweede Kamer"."""
    return tuple(person for person in _named(passage, _may_begin(passage, "title")) if person.given)


def find_surnames(passage: Passage) -> tuple[Person, ...]:
    """Return what may be a surname with its prefixes, in order: also any word with a capital."""
    starts = compress(passage.tokens.starts, _may_begin(passage, "name_prefix"))
    return tuple(map(_person, filter(None, (_BARE.match(passage.text, start) for start in starts))))


def read_person(text: str) -> Person | None:
    """Return the person whose name a text is, in any of the forms; None when it is no name."""
    typed = text.lstrip()
    found = _NAME.match(typed) or _BARE.match(typed)
    return _person(found) if found else None


def _named(passage: Passage, may_begin: Iterable[bool]) -> Iterator[Person]:
    """Yield the names with more than a surname, and what looks like one, at tokens that may begin one."""
    tokens = passage.tokens
    for number in compress(count(), may_begin):
        if (found := _NAME.match(passage.text, tokens.starts[number])) and tokens.begins_word(number):
            yield _person(found)


def _may_begin(passage: Passage, name: str) -> Iterator[bool]:
    """Yield for each token whether it has a capital or is of that class of words; patterns are slower."""
    forms, listed = passage.tokens.forms, word_class(name) | {"'"}
    return (form != low or low in listed for form, low in zip(forms, passage.tokens.lowered, strict=True))


def _person(found: re.Match[str]) -> Person:
    parts = found.groupdict(default="")
    names = (parts.get(name, "").strip() for name in ("titles", "initials", "given", "surname"))
    return Person(*found.span(), *names)
