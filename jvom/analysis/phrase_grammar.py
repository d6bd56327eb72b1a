# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The language of phrases: what a rule looks for, by example. docs/phrases.md is its page.

A phrase such as ``van first={date} tot en? met? last={date}`` becomes sequences of items, each of which takes
one token or, for an entity, the tokens that it is written with.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import NoReturn

import msgspec

from jvom.analysis.lexicon import LEXICAL_CLASSES
from jvom.analysis.phrase_items import Atom, Edge, Entity, Hyphened, Item, Sequence, Skip, Words
from jvom.analysis.tokens import Tokens
from jvom.analysis.traits import ANY, read_traits
from jvom.analysis.word_classes import class_names, word_class
from jvom.dutch.patterns import pattern

#: The characters that mean something in a phrase; a backslash before one makes it a mark.
SPECIAL = frozenset("|(){}?=*\\")
#: How many tokens ``...`` skips at most when it does not say.
LONGEST_SKIP = 6
#: What may be in braces beside the kinds of entities and the listed classes: what a single token can be.
WORD_CLASSES = LEXICAL_CLASSES | {"any", "word", "capital", "digits", "two_digits", "four_digits"}
_EDGES = frozenset(("start", "end"))

_MOST_SEQUENCES = 200


class PhraseError(ValueError):
    """A phrase that can't be read: what is wrong, and at which character (from 0) of which phrase."""

    def __init__(self, phrase: str, at: int, reason: str) -> None:
        super().__init__(f"{reason} (character {at + 1} of {phrase!r})")
        self.phrase, self.at, self.reason = phrase, at, reason


def parse(phrase: str, kinds: frozenset[str]) -> tuple[Sequence, ...]:
    """Return the sequences that a phrase describes; `kinds` are the entities that there are.

    Raises PhraseError, with the place, for a phrase that can't be read or in which nothing is required.
    """
    if phrase and SPECIAL.isdisjoint(phrase) and "..." not in phrase and not phrase.isspace():
        return (literal(phrase),)
    reader = _Reader(phrase, kinds)
    found = reader.alternatives("")
    for sequence in found:
        if all(item.optional or isinstance(item.atom, Skip | Edge) for item in sequence):
            raise PhraseError(phrase, 0, "a phrase needs something that must be there")
    return found


def escaped(text: str) -> str:
    """Return a phrase that is found where the text is: with a backslash before what means something."""
    return "".join(f"\\{each}" if each in SPECIAL else each for each in text)


def literal(typed: str, exact: bool = False) -> Sequence:
    """Return the sequence of words and marks as typed, in which only ``*`` after a word means something.

    With `exact` its capitals count.
    """
    words = typed.split(" ")
    if all(map(str.isalnum, words)):  # most are
        return tuple([Item(_word(word, exact)) for word in words])
    tokens = Tokens(typed)
    items: list[Item] = []
    for number, form in enumerate(tokens.forms):
        joined = tokens.are_joined(number)
        if form == "*" and joined:
            stem = tokens.forms[number - 1]
            start = Words(exact_starts=(stem,)) if exact else Words(starts=(stem.lower(),))
            items[-1] = Item(start, joined=items[-1].joined)
        else:
            items.append(Item(_word(form, exact), joined=joined))
    return tuple(items)


@cache
def _known(kinds: frozenset[str]) -> frozenset[str]:
    return kinds | WORD_CLASSES | _EDGES | class_names()


_NAME = pattern(r"\w+(?==)")
_WORD = pattern(r"\w+")
#: Most of what is read are words with nothing but ``|`` between them.
_PLAIN_WORDS = pattern(r"\w+(?:\|\w+)*(?=[\s?]|\.\.\.|\Z)")


class _Reader:
    """Reads one phrase from left to right."""

    def __init__(self, phrase: str, kinds: frozenset[str]) -> None:
        self.phrase, self.kinds = phrase, _known(kinds)
        self.at = self.depth = 0

    def refuse(self, reason: str, at: int | None = None) -> NoReturn:
        raise PhraseError(self.phrase, self.at if at is None else at, reason)

    @property
    def next(self) -> str:
        return self.phrase[self.at : self.at + 1]

    def take(self, expected: str) -> None:
        if self.next != expected:
            self.refuse(f"«{expected}» is missing")
        self.at += 1

    def alternatives(self, closing: str) -> tuple[Sequence, ...]:
        """Read sequences with ``|`` between them, up to a closing bracket or the end of the phrase."""
        found = list(self.sequences(closing))
        while closing and self.next == "|":
            self.at += 1
            found += self.sequences(closing)
        if self.next != closing:
            self.refuse(f"«{self.next}» has no opening bracket" if self.next else f"«{closing}» is missing")
        return tuple(found)

    def sequences(self, closing: str) -> list[Sequence]:
        """Read the items of one sequence; groups in it make several."""
        found: list[Sequence] = [()]
        joined = False
        while self.next not in ("", ")") and not (closing and self.next == "|"):
            if self.next.isspace():
                self.at += 1
                joined = False
                continue
            options = self.item(joined)
            found = [(*before, *option) for before, option in product(found, options)]
            if len(found) > _MOST_SEQUENCES:
                self.refuse("a phrase with so many forms is better written as several")
            joined = True
        return found

    def item(self, joined: bool) -> list[Sequence]:
        """Read an item with its name and ``?``; returns the sequences that it stands for."""
        start, name = self.at, self.name()
        if self.next == "(":
            self.at += 1
            self.depth += 1
            options = _joined_words(self.alternatives(")"))
            self.depth -= 1
            self.take(")")
        elif self.next == "{":
            options = [(Item(self.entity()),)]
        elif self.phrase.startswith("...", self.at):
            options = [(Item(self.skip()),)]
        else:
            options = self.words()
        if self.phrase.startswith("...", self.at):
            options = self.repeated(options, start)
        if name:
            options = [self.named(option, name, start) for option in options]
        optional = self.next == "?"
        if optional:
            self.at += 1
        if joined:
            options = [self.joined(option) for option in options]
        if optional and all(len(option) == 1 for option in options):
            return [(msgspec.structs.replace(option[0], optional=True),) for option in options]
        return [*options, ()] if optional else options

    def name(self) -> str:
        """Read the name before ``=``, if there is one."""
        found = _NAME.match(self.phrase, self.at)
        if found is None:
            return ""
        self.at = found.end() + 1
        return found[0]

    def repeated(self, options: list[Sequence], start: int) -> list[Sequence]:
        most = self.skip().most
        if any(len(option) != 1 or isinstance(option[0].atom, Skip | Hyphened | Edge) for option in options):
            self.refuse("only single words or entities can be repeated", start)
        return [(msgspec.structs.replace(option[0], most=most),) for option in options]

    def named(self, option: Sequence, name: str, start: int) -> Sequence:
        if any(item.name for item in option):
            self.refuse("a part of a named group can't have a name", start)
        return tuple(msgspec.structs.replace(item, name=name) for item in option)

    def joined(self, option: Sequence) -> Sequence:
        first, *rest = option or (None,)
        return (msgspec.structs.replace(first, joined=True), *rest) if first else ()

    def entity(self) -> Entity | Words | Edge:
        """Read what is in braces; listed classes of words are those words."""
        start = self.at
        end = self.phrase.find("}", self.at)
        if end < 0:
            self.refuse("«}» is missing", len(self.phrase))
        typed, colon, traits = self.phrase[self.at + 1 : end].partition(":")
        kinds = tuple(typed.split("|"))
        for kind in kinds:
            if kind not in self.kinds:
                known = ", ".join(sorted(self.kinds))
                self.refuse(f"there is no «{kind}»; there are {known}", start + 1)
        self.at = end + 1
        if kinds in (("start",), ("end",)):
            return Edge(kinds == ("start",))
        if not colon and class_names() >= set(kinds):
            return listed_words(*kinds)
        try:
            return Entity(kinds, read_traits(traits.split(",")) if colon else ANY)
        except KeyError as error:
            self.refuse(f"there is no trait «{error.args[0]}»", start + len(typed) + 2)

    def skip(self) -> Skip:
        self.at += 3
        start = self.at
        while self.next.isdecimal():
            self.at += 1
        return Skip(int(self.phrase[start : self.at] or LONGEST_SKIP))

    def words(self) -> list[Sequence]:
        """Read forms with ``|`` between them; those of one token each become one item.

        In brackets ``|`` is between sequences.
        """
        if not self.depth and (plain := _PLAIN_WORDS.match(self.phrase, self.at)):
            self.at = plain.end()
            typed = plain[0].split("|")
            small = frozenset(form for form in typed if form == form.lower())
            return [(Item(Words(small, frozenset(typed) - small)),)]
        forms = [self.form()]
        while self.next == "|" and not self.depth:
            self.at += 1
            forms.append(self.form())
        return _joined_words(forms)

    def form(self) -> Sequence:
        """Read one form: a word, or words and marks without a space, such as ``t/m``."""
        start = self.at
        if self.phrase.startswith("*-", self.at):
            self.at += 2
            return self.hyphened(start)
        exact = self.next == "="
        if exact:
            self.at += 1
        begins, letters, ends = self.star(), self.letters(), self.star()
        if ends and not begins and letters.isalpha() and self.next.isalpha():
            return (Item(Words(frames=((letters.lower(), self.letters().lower()),))),)
        if ends and letters == "-":
            self.refuse("a word goes before «-*»", start)
        if ends and letters.endswith("-"):
            return (Item(Hyphened(_word(letters[:-1], exact), last=False)),)
        forms = [letters] if letters.isalnum() else Tokens(letters).forms
        if not forms:
            self.refuse("a word or a mark is missing", start)
        if begins and ends:
            self.refuse("«*» goes before a word or after it, not both", start)
        atoms = [_word(form, exact) for form in forms]
        if begins:
            atoms[0] = Words(endings=(forms[0].lower(),))
        elif ends and (exact or forms[-1] != forms[-1].lower()):
            atoms[-1] = Words(exact_starts=(forms[-1],))
        elif ends:
            atoms[-1] = Words(starts=(forms[-1],))
        return tuple(Item(atom, joined=number > 0) for number, atom in enumerate(atoms))

    def hyphened(self, start: int) -> Sequence:
        """Read the last part of a word with hyphens, and the marks that follow it."""
        first, *others = (Item(self.entity()),) if self.next == "{" else self.form()
        if not isinstance(first.atom, Words) or others[:1] == [Item(_word("-", exact=False), joined=True)]:
            self.refuse("one word goes after «*-»", start)
        return (Item(Hyphened(first.atom, last=True)), *others)

    def star(self) -> bool:
        is_star = self.next == "*"
        self.at += is_star
        return is_star

    def letters(self) -> str:
        """Read what is to be in the text as it is, without backslashes."""
        found = ""
        while self.next and not self.next.isspace() and not self.phrase.startswith("...", self.at):
            if word := _WORD.match(self.phrase, self.at):
                found += word[0]
                self.at = word.end()
                continue
            if self.next == "\\":
                self.at += 1
                if not self.next:
                    self.refuse("nothing follows the backslash")
            elif self.next in SPECIAL:
                break
            found += self.next
            self.at += 1
        return found


def _word(form: str, exact: bool) -> Words:
    return Words(exact=frozenset((form,))) if exact or form != form.lower() else Words(frozenset((form,)))


@cache
def listed_words(*classes: str) -> Words:
    """Return the words of listed classes; those with ``*`` by their ends."""
    return _any_of([_listed(word) for name in classes for word in word_class(name)])


def _listed(word: str) -> Words:
    """Return a word of a class: with a capital it is exact, with ``*`` it is a beginning, an end or both."""
    start, star, end = word.partition("*")
    if not star:
        return _word(word, exact=False)
    if start and end:
        return Words(frames=((start, end),))
    if end:
        return Words(endings=(end,))
    return Words(starts=(start,)) if start == start.lower() else Words(exact_starts=(start,))


def _joined_words(options: Iterable[Sequence]) -> list[Sequence]:
    """Return sequences, with one in the place of all that are a single word."""
    words: list[Atom] = []
    longer: list[Sequence] = []
    for option in options:
        if len(option) == 1 and option[0] == Item(option[0].atom) and isinstance(option[0].atom, Words):
            words.append(option[0].atom)
        else:
            longer.append(option)
    return [*([(Item(_any_of(words)),)] if words else []), *longer]


def _any_of(atoms: Iterable[Atom]) -> Words:
    words = [atom for atom in atoms if isinstance(atom, Words)]
    return Words(
        forms=frozenset().union(*(each.forms for each in words)),
        exact=frozenset().union(*(each.exact for each in words)),
        starts=tuple(sorted(start for each in words for start in each.starts)),
        exact_starts=tuple(sorted(start for each in words for start in each.exact_starts)),
        endings=tuple(sorted(ending for each in words for ending in each.endings)),
        frames=tuple(sorted(frame for each in words for frame in each.frames)),
    )
