# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of persons in a text, by their form: "drs. J.P. van den Berg", "Anna Bakker", "De Vries".

Only initials and titles make a name surely that of a person. A first name with a surname, or a surname alone,
looks like any other words with capitals, so a rule asks for them beside words that say that it is a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jvom.analysis.word_classes import word_class

if TYPE_CHECKING:
    from jvom.analysis.passages import Passage
    from jvom.analysis.tokens import Tokens

_MOST_TITLES, _MOST_INITIALS, _MOST_GIVEN, _MOST_PREFIXES, _MOST_JOINED = 3, 6, 3, 4, 3
#: Initials of more than one letter.
_LONG_INITIALS = frozenset("Ch Th IJ Ph Fr Joh Chr".split())


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
    tokens, starts = passage.tokens, word_class("title", "initial")
    if starts.isdisjoint(tokens.lowered):
        return ()
    found: list[Person] = []
    for number, form in enumerate(tokens.lowered):
        if (
            form in starts
            and tokens.begins_word(number)
            and not (found and tokens.starts[number] < found[-1].end)
            and (person := _person_at(tokens, number))
            and (person.initials or person.titles)
        ):
            found.append(person)
    return tuple(found)


def find_full_names(passage: Passage) -> tuple[Person, ...]:
    """Return what may be a first name and a surname, in order: also "Tweede Kamer"."""
    return tuple(
        person
        for number in range(len(passage.tokens))
        if passage.tokens.begins_word(number)
        and (person := _person_at(passage.tokens, number))
        and person.given
    )


def find_surnames(passage: Passage) -> tuple[Person, ...]:
    """Return what may be a surname with its prefixes, in order: also any word with a capital."""
    tokens = passage.tokens
    found = (_bare(tokens, number) for number in range(len(tokens)))
    return tuple(person for person in found if person)


def read_person(text: str) -> Person | None:
    """Return the person whose name a text is, in any of the forms; None when it is no name."""
    from jvom.analysis.tokens import Tokens

    tokens = Tokens(text)
    return _person_at(tokens, 0) or _bare(tokens, 0)


def _bare(tokens: Tokens, number: int) -> Person | None:
    span = _surname_at(tokens, number)
    return Person(*span, "", "", "", tokens.text[slice(*span)]) if span else None


def _person_at(tokens: Tokens, first: int) -> Person | None:
    """Return the name that begins at a token: titles, then initials or first names, then the surname."""
    number = first
    while number < first + 2 * _MOST_TITLES and _is_title(tokens, number):
        number += 2
    name = number
    while number < name + 2 * _MOST_INITIALS and _is_initial(tokens, number):
        number += 2
    initials = number > name
    if not initials:
        number = _after_given(tokens, number)
        if number == name:
            return None
    span = _surname_at(tokens, number)
    if span is None or span[0] - tokens.ends[number - 1] > 1:
        return None
    text, start = tokens.text, tokens.starts[first]
    parts = text[start : tokens.starts[name]], text[tokens.starts[name] : span[0]]
    before = (parts[1].strip(), "") if initials else ("", parts[1].strip())
    return Person(start, span[1], parts[0].strip(), *before, text[slice(*span)])


def _is_title(tokens: Tokens, number: int) -> bool:
    return _has_stop(tokens, number) and tokens.lowered[number] in word_class("title")


def _is_initial(tokens: Tokens, number: int) -> bool:
    if not _has_stop(tokens, number):
        return False
    form = tokens.forms[number]
    return form in _LONG_INITIALS or (len(form) == 1 and form.isalpha() and form.isupper())


def _has_stop(tokens: Tokens, number: int) -> bool:
    return number + 1 < len(tokens) and tokens.forms[number + 1] == "." and tokens.are_joined(number + 1)


def _after_given(tokens: Tokens, number: int) -> int:
    """Return the number of the token after the first names, of which the last comes before a surname."""
    ends = []
    for _ in range(_MOST_GIVEN):
        if number >= len(tokens) or not _is_given(tokens.forms[number]):
            break
        if tokens.has_hyphen_at(number + 1) and _is_given(tokens.forms[number + 2]):
            number += 2
        number += 1
        if number < len(tokens) and tokens.are_joined(number):
            break
        ends.append(number)
    return next((end for end in reversed(ends) if _surname_at(tokens, end)), ends[0] - 1 if ends else number)


def _is_given(form: str) -> bool:
    is_name = 1 < len(form) < 22 and form.isalpha() and form.istitle()
    return is_name and form.lower() not in word_class("name_prefix")


def _surname_at(tokens: Tokens, number: int) -> tuple[int, int] | None:
    """Return where a surname with its prefixes is that begins at a token; None when there is none."""
    first = number
    while number < first + _MOST_PREFIXES and (after := _after_prefix(tokens, number)):
        number = after
    if number >= len(tokens) or not tokens.forms[number][0].isupper():
        return None
    last = _last_of_surname(tokens, number)
    start, end = tokens.starts[number], tokens.ends[last]
    if end - start < 2 or not tokens.forms[number][0].isalpha():
        return None
    return tokens.starts[first], end


def _after_prefix(tokens: Tokens, number: int) -> int:
    """Return the number of the token after a prefix such as "van" or "'t"; 0 where there is none."""
    if number < len(tokens) and tokens.forms[number] == "'":
        number += 1
        if number >= len(tokens) or not tokens.are_joined(number) or tokens.lowered[number] != "t":
            return 0
    elif number >= len(tokens) or tokens.lowered[number] not in word_class("name_prefix"):
        return 0
    number += 1
    return number if number < len(tokens) and tokens.is_spaced(number) else 0


def _last_of_surname(tokens: Tokens, number: int) -> int:
    """Return the number of the last token of a surname: "Smit-De Wit", "Smit - De Wit", "D'Hondt"."""
    for _ in range(_MOST_JOINED):
        if number + 2 >= len(tokens) or tokens.forms[number + 1] not in ("-", "'"):
            break
        joined = tokens.are_joined(number + 1) and tokens.are_joined(number + 2)
        apart = tokens.forms[number + 1] == "-" and tokens.forms[number + 2][0].isupper()
        if not (joined or apart) or not tokens.forms[number + 2].isalnum():
            break
        number += 2
    return number
