# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The word index of a run: in which passages each word occurs, and which words occur side by side."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import itemgetter
from typing import Any, Protocol, TypeAlias

from jvom.analysis.caching import cached
from jvom.analysis.capital_words import capital_words
from jvom.analysis.entities import entities, starting_at
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_items import Words
from jvom.analysis.spelling_keys import words_with_other_keys

#: Where a word occurs: the passage, and the number of the word in it.
Place: TypeAlias = tuple[Passage, int]
#: The same, with the number of the token in the passage.
TokenPlace: TypeAlias = tuple[Passage, int]

#: Comes behind any letter.
_LAST = chr(sys.maxunicode)


def _forms_in_text(passage: Passage) -> Sequence[str]:
    """Return the tokens of a passage, in small letters, with "" for each word that is in an address."""
    tokens = passage.tokens
    if not passage.addresses:
        return tokens.lowered
    return [
        "" if is_word and passage.is_in_address(start, end) else form
        for form, is_word, start, end in zip(
            tokens.lowered, tokens.are_words, tokens.starts, tokens.ends, strict=True
        )
    ]


def _words_in_text(passage: Passage) -> Iterable[str]:
    """Return the words of a passage, in small letters, with "" for each that is in an address."""
    if not passage.addresses:
        return passage.lowered_words
    return compress(_forms_in_text(passage), passage.tokens.are_words)


class WordIndex:
    """The words of some passages: runs of letters and digits, in small letters, outside addresses.

    `parts` are the indexes of the texts that the passages are of, when these are read again and again: a
    phrase is then only looked for in the texts that changed.
    """

    def __init__(self, passages: Iterable[Passage], parts: tuple[WordIndex, ...] = ()) -> None:
        self.passages, self.parts = tuple(passages), parts
        #: A cache of :mod:`jvom.analysis.phrases`.
        self.phrase_places: dict[Hashable, list[Any]] = {}
        #: A cache of :mod:`jvom.analysis.name_spellings`.
        self.name_places: dict[tuple[str, bool], tuple[Any, ...]] = {}
        self._entity_numbers: dict[tuple[str, ...], list[int]] = {}
        self._found: dict[Words, tuple[Set[str], int]] = {}
        self._ending: dict[str, Sequence[str]] = {}

    @cached
    def places(self) -> Mapping[str, list[Place]]:
        """Where each word occurs, in reading order."""
        index: defaultdict[str, list[Place]] = defaultdict(list)
        for part in self.parts:
            for word, places in part.places.items():
                index[word] += places
        for passage in () if self.parts else self.passages:
            for word, place in zip(_words_in_text(passage), zip(repeat(passage), count()), strict=False):
                index[word].append(place)
        index.pop("", None)
        return dict(index)

    @cached
    def tokens(self) -> Mapping[str, list[int]]:
        """The numbers of each word and each mark, in reading order: they count through all passages."""
        index: defaultdict[str, list[int]] = defaultdict(list)
        forms = chain.from_iterable((*_forms_in_text(passage), "") for passage in self.passages)
        for number, form in enumerate(forms):
            index[form].append(number)
        index.pop("", None)
        return dict(index)

    @cached
    def lowered(self) -> Sequence[str]:
        """The tokens of all passages in small letters, by number, with "" behind those of each passage."""
        return list(chain.from_iterable((*passage.tokens.lowered, "") for passage in self.passages))

    @cached
    def _firsts(self) -> Sequence[int]:
        """The number of the first token of each passage."""
        return list(accumulate((passage.tokens.count + 1 for passage in self.passages), initial=0))

    def place(self, number: int) -> TokenPlace:
        """Return where the token of a number is."""
        at = bisect_right(self._firsts, number) - 1
        return self.passages[at], number - self._firsts[at]

    @cached
    def numbers(self) -> Mapping[int, int]:
        """The number of each passage in reading order, by its id()."""
        return {id(passage): number for number, passage in enumerate(self.passages)}

    @cached
    def pairs(self) -> frozenset[str]:
        """The words that occur side by side somewhere: "two words"."""
        if self.parts:
            return frozenset().union(*(part.pairs for part in self.parts))
        return frozenset(
            chain.from_iterable(map(" ".join, pairwise(_words_in_text(each))) for each in self.passages)
        )

    @cached
    def words_and_pairs(self) -> frozenset[str]:
        """The words, and those that occur side by side somewhere."""
        return self.pairs.union(self.places)

    @cached
    def places_by_key(self) -> Mapping[str, Sequence[Place]]:
        """Where the words are that share a key, in reading order, and each word by itself."""
        found: dict[str, Sequence[Place]] = dict(self.places)
        for key, words in self.spellings.items():
            places = chain.from_iterable(self.places.get(word, ()) for word in (key, *words))
            found[key] = sorted(places, key=self.place_in_order)
        return found

    def place_in_order(self, place: Place) -> tuple[int, int]:
        """Return what places are sorted by: the number of the passage, and that of the word in it."""
        return self.numbers[id(place[0])], place[1]

    @cached
    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """The words by the key that their spellings share, except words that are their own key."""
        found: dict[str, tuple[str, ...]] = {}
        for word, key in words_with_other_keys(self.places):
            found[key] = (*found.get(key, ()), word)
        return found

    def rows(self, words: tuple[str, ...], between: Container[str] | None = (" ", "\n")) -> Iterator[Place]:
        """Yield where words follow one another, with one of `between` after each: the place of the first.

        A word "" is any word; with `between` None anything may be between them.
        """
        if any(one and two and f"{one} {two}" not in self.pairs for one, two in pairwise(words)):
            return
        known = [number for number, word in enumerate(words) if word]
        anchor = min(known, key=lambda number: len(self.places.get(words[number], ())))
        named = itemgetter(*known)
        wanted = named(words)
        for passage, number in self.places.get(words[anchor], ()):
            first, end = number - anchor, number - anchor + len(words)
            if first < 0 or end > len(passage.words):
                continue  # before the words are copied, which takes time for a long row
            if named(passage.lowered_words[first:end]) == wanted:
                text, places = passage.text, passage.words[first:end]
                if between is None or all(text[one[1] : two[0]] in between for one, two in pairwise(places)):
                    yield passage, first

    def count(self, words: Words) -> int:
        """Return in how many places some words or marks are, at most: small letters count for exact ones."""
        return self._forms_and_count(words)[1]

    def tokens_of(self, words: Words) -> list[int]:
        """Return the numbers of the tokens that are one of some words or marks."""
        forms, tokens = self.forms_of(words), self.tokens
        if not words.is_exact:
            return list(chain.from_iterable(map(tokens.__getitem__, forms)))
        return [number for form in forms for number in tokens[form] if words.match(self._typed[number], form)]

    @cached
    def _typed(self) -> Sequence[str]:
        """The tokens of all passages as typed, by number."""
        return list(chain.from_iterable((*passage.tokens.forms, "") for passage in self.passages))

    def forms_of(self, words: Words) -> Set[str]:
        """Return the words and marks of the passages, in small letters, that may be some words."""
        return self._forms_and_count(words)[0]

    def _forms_and_count(self, words: Words) -> tuple[Set[str], int]:
        known = self._found.get(words)
        if known is None:
            tokens = self.tokens
            found = tokens.keys() & words.small_forms
            forms = found if words.is_whole else found.union(*self._by_ends(words))
            known = self._found[words] = forms, sum(map(len, map(tokens.__getitem__, forms)))
        return known

    def _by_ends(self, words: Words) -> Iterator[Sequence[str]]:
        """Yield the words, in small letters, with each of the beginnings and ends of some words."""
        yield from map(self.words_starting, words.small_starts)
        yield from map(self.words_ending, words.endings)
        ends: dict[str, tuple[str, ...]] = {}
        for start, end in words.frames:
            ends[start] = (*ends.get(start, ()), end)
        for start, possible in ends.items():
            yield [word for word in self.words_starting(start) if word.endswith(possible)]

    def tokens_of_entities(self, kinds: tuple[str, ...]) -> list[int]:
        """Return the numbers of the tokens with which an entity of one of some kinds begins."""
        numbers = self._entity_numbers.get(kinds)
        if numbers is None:
            found = {
                first + passage.tokens.at(each.start)
                for kind in kinds
                for passage, first in zip(self.passages, self._firsts, strict=False)
                for each in entities(passage, kind)
            }
            numbers = self._entity_numbers[kinds] = sorted(found)
        return numbers

    def all_tokens(self) -> Iterator[TokenPlace]:
        """Yield every token."""
        return ((passage, number) for passage in self.passages for number in range(len(passage.tokens)))

    @cached
    def vocabulary(self) -> tuple[str, ...]:
        """The different words, in order."""
        return tuple(sorted(self.places))

    @cached
    def typed_forms(self) -> frozenset[str]:
        """The different words and marks as typed: "EU", "eu" and "Eu"."""
        if self.parts:
            return frozenset().union(*(part.typed_forms for part in self.parts))
        return frozenset().union(*(passage.tokens.forms for passage in self.passages))

    @cached
    def typed_variously(self) -> Set[str]:
        """The words and marks, in small letters, that are typed in more than one way: "eu"."""
        ways = Counter(map(str.lower, self.typed_forms))
        return {form for form, count in ways.items() if count > 1}

    @cached
    def capital_words(self) -> tuple[str, ...]:
        """The different words with two capitals near their start, as typed, outside lines in capitals."""
        in_lines = (passage.tokens.forms for passage in self.passages if not passage.text.isupper())
        forms = set[str]().union(*in_lines)
        likely = "\n".join(sorted(each for each in forms if not each.islower() and not each.istitle()))
        return tuple(likely[start:end] for start, end in capital_words(likely))

    def words_starting(self, prefix: str) -> Sequence[str]:
        """Return the words that begin with `prefix`, in order."""
        return self.vocabulary[_stretch(self.vocabulary, prefix)]

    @cached
    def _from_the_end(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The different words backwards, in order, and the words themselves in the same order."""
        backwards = sorted([word[::-1] for word in self.places])
        return tuple(backwards), tuple([word[::-1] for word in backwards])

    def words_ending(self, suffix: str) -> Sequence[str]:
        """Return the words that end in `suffix`."""
        if (found := self._ending.get(suffix)) is None:
            backwards, words = self._from_the_end
            found = self._ending[suffix] = words[_stretch(backwards, suffix[::-1])]
        return found


def _stretch(words: Sequence[str], prefix: str) -> slice:
    """Return which of some words in order begin with a prefix."""
    first = bisect_left(words, prefix)
    return slice(first, bisect_left(words, prefix + _LAST, first))


class Indexed(Protocol):
    """Passages with an index of their words."""

    @property
    def index(self) -> WordIndex: ...


class WordsOfPassage:
    """The words and marks of a passage, or the tokens `first` up to `last` of it, as an index."""

    def __init__(self, passage: Passage, first: int, last: int) -> None:
        self.passage, self.first, self.last = passage, first, last
        #: All tokens of the passage in small letters.
        self.lowered = passage.tokens.lowered
        self._here = self.lowered[first:last]
        #: The different words and marks, in small letters.
        self.known = frozenset(self._here)

    def place(self, number: int) -> TokenPlace:
        """Return where the token of a number is."""
        return self.passage, number

    def count(self, words: Words) -> int:
        """Return in how many places some words or marks are, at most: small letters count for exact ones."""
        return sum(map(self._here.count, self.forms_of(words)))

    def tokens_of(self, words: Words) -> list[int]:
        """Return the numbers of the tokens that are one of some words or marks."""
        forms, typed = self.forms_of(words), self.passage.tokens.forms
        return [
            number
            for number, form in enumerate(self._here, self.first)
            if form in forms and words.match(typed[number], form)
        ]

    def forms_of(self, words: Words) -> Set[str]:
        """Return the words and marks here, in small letters, that may be some words."""
        found = words.small_forms & self.known
        if words.is_whole:
            return found
        starts, endings = words.small_starts, words.endings
        by_ends = [form for form in self.known if form.startswith(starts) or form.endswith(endings)]
        found = found.union(by_ends)
        return found.union(filter(words.match_frame, self.known)) if words.frames else found

    def tokens_of_entities(self, kinds: Iterable[str]) -> Iterator[int]:
        """Yield the numbers of the tokens with which an entity of one of some kinds begins."""
        for number in range(self.first, self.last):
            start = self.passage.tokens.starts[number]
            if any(starting_at(self.passage, kind, start) for kind in kinds):
                yield number

    def all_tokens(self) -> Iterator[TokenPlace]:
        """Yield every token."""
        return ((self.passage, number) for number in range(self.first, self.last))
