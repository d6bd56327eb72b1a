# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The word index of a run: in which passages each word occurs, and which words occur side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from typing import TypeAlias

from jvom.analysis.caching import cached
from jvom.analysis.passages import Passage

#: Where a word occurs: the passage, and the number of the word in it.
Place: TypeAlias = tuple[Passage, int]


class WordIndex:
    """The words of some passages. A word is a run of letters and digits, in small letters."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.passages = tuple(passages)

    @cached
    def places(self) -> Mapping[str, list[Place]]:
        """Where each word occurs, in reading order."""
        index: defaultdict[str, list[Place]] = defaultdict(list)
        for passage in self.passages:
            for number, word in enumerate(passage.lowered_words):
                index[word].append((passage, number))
        return dict(index)

    @cached
    def pairs(self) -> frozenset[str]:
        """The words that occur side by side somewhere: "two words"."""
        return frozenset(
            chain.from_iterable(map(" ".join, pairwise(passage.lowered_words)) for passage in self.passages)
        )

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
