# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The word index of a run: in which passages each word occurs, and which words occur side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import chain, pairwise
from typing import Any, TypeAlias

from jvom.analysis.caching import cached
from jvom.analysis.passages import Passage
from jvom.analysis.spelling_keys import spelling_key

#: Where a word occurs: the passage, and the number of the word in it.
Place: TypeAlias = tuple[Passage, int]


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

    @cached
    def places(self) -> Mapping[str, list[Place]]:
        """Where each word occurs, in reading order."""
        index: defaultdict[str, list[Place]] = defaultdict(list)
        for part in self.parts:
            for word, places in part.places.items():
                index[word] += places
        for passage in () if self.parts else self.passages:
            for number, word in enumerate(passage.lowered_words):
                if not passage.addresses or not passage.is_in_address(*passage.words[number]):
                    index[word].append((passage, number))
        return dict(index)

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
            chain.from_iterable(map(" ".join, pairwise(passage.lowered_words)) for passage in self.passages)
        )

    @cached
    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """The words by the key that their spellings share, except words that are their own key."""
        found: dict[str, tuple[str, ...]] = {}
        for word in self.places:
            if (shared := spelling_key(word)) != word:
                found[shared] = (*found.get(shared, ()), word)
        return found

    def rows(self, words: tuple[str, ...], between: tuple[str, ...] = (" ", "\n")) -> Iterator[Place]:
        """Yield where words follow one another, with one of `between` after each: the place of the first."""
        anchor = min(range(len(words)), key=lambda number: len(self.places.get(words[number], ())))
        for passage, number in self.places.get(words[anchor], ()):
            first, end = number - anchor, number - anchor + len(words)
            if first < 0 or end > len(passage.words):
                continue  # before the words are copied, which takes time for a long row
            if passage.lowered_words[first:end] == words:
                text, places = passage.text, passage.words[first:end]
                if all(text[left[1] : right[0]] in between for left, right in pairwise(places)):
                    yield passage, first

    @cached
    def vocabulary(self) -> tuple[str, ...]:
        """The different words, in order."""
        return tuple(sorted(self.places))

    def words_starting(self, prefix: str) -> Iterator[str]:
        """Yield the words that begin with `prefix`, in order."""
        for number in range(bisect_left(self.vocabulary, prefix), len(self.vocabulary)):
            word = self.vocabulary[number]
            if not word.startswith(prefix):
                break
            yield word

    @cached
    def _from_the_end(self) -> tuple[str, ...]:
        """The different words backwards, in order."""
        return tuple(sorted(word[::-1] for word in self.places))

    def words_ending(self, suffix: str) -> Iterator[str]:
        """Yield the words that end in `suffix`."""
        wanted = suffix[::-1]
        for number in range(bisect_left(self._from_the_end, wanted), len(self._from_the_end)):
            word = self._from_the_end[number]
            if not word.startswith(wanted):
                break
            yield word[::-1]
