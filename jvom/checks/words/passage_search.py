# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A search in all passages of a run at once: most of what rules look for is in none of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from jvom.analysis.caching import cached
from jvom.analysis.passages import Passage
from jvom.analysis.word_index import Place, WordIndex
from jvom.dutch.characters import NO_BREAK_SPACE
from jvom.dutch.patterns import pattern

_MARKS = pattern(r"\W+")
#: How many words on the one after ``...`` may be.
_NEAR = 6
#: Parts of words this short are in too many words to narrow a search.
_FEW_LETTERS = 2
#: This few passages are searched as they are.
_FEW_PASSAGES = 8


class PassageSearch:
    """The passages of an index in small letters, and as one string."""

    def __init__(self, index: WordIndex) -> None:
        self.index, self.passages = index, index.passages
        self.lowered = [passage.lowered.replace(NO_BREAK_SPACE, " ") for passage in self.passages]
        self.whole = "\0".join(self.lowered)
        #: The different words, each between two `\\0`.
        self.vocabulary = "\0".join(("", *index.places, ""))
        self._numbers_with: dict[str, Collection[int]] = {}
        self._words_by_part: dict[str, list[str]] = {}

    def passages_with(
        self, needs: tuple[str, ...], then: tuple[str, ...] = (), also: tuple[str, ...] = ()
    ) -> Iterator[Passage]:
        """Yield in order the passages with one of `needs` (small letters), and one of `also`.

        A need with ``=`` is a whole word, or whole words side by side (``=als mogelijk``): the word index
        finds those faster than a part of a word. With `then` such words only count before one of those (see
        `_Follower`).
        """
        found: set[int] = set()
        following: _Follower | None = None
        for need in needs:
            if need[0] != "=":
                if need not in self._numbers_with:
                    self._numbers_with[need] = self._numbers_containing(need)
                found.update(self._numbers_with[need])
            elif places := self._places(need[1:]):
                if then:
                    following = following or _Follower(then)
                    places = [place for place in places if following.follows(*place)]
                found.update([self._numbers[id(passage)] for passage, _ in places])
        if also:
            found = {number for number in found if any(map(self.lowered[number].__contains__, also))}
        return map(self.passages.__getitem__, sorted(found))

    @cached
    def _numbers(self) -> dict[int, int]:
        return {id(passage): number for number, passage in enumerate(self.passages)}

    def _places(self, words: str) -> Sequence[Place]:
        """Return where whole words occur side by side: the passage, and the number of the last word."""
        index, pairs = self.index.places, self.index.pairs
        if words in index:
            return index[words]
        if words not in pairs and words.count(" ") < 2:
            return ()
        wanted = tuple(words.split())
        if any(" ".join(pair) not in pairs for pair in pairwise(wanted)):
            return ()
        rarest = min(range(len(wanted)), key=lambda number: len(index[wanted[number]]))
        before, behind = rarest, len(wanted) - rarest
        return [
            (passage, number + behind - 1)
            for passage, number in index[wanted[rarest]]
            if passage.lowered_words[max(0, number - before) : number + behind] == wanted
        ]

    def _numbers_containing(self, need: str) -> Collection[int]:
        """Return the numbers of the passages that contain some letters, marks and spaces.

        Usually one of its marks or parts of words occurs nowhere. Otherwise only the passages with the rarest
        of them are searched for the whole.
        """
        rarest: Collection[int] = range(len(self.passages))
        for mark in need:
            if not mark.isalnum() and mark != " ":
                rarest = min(rarest, self._with_mark(mark), key=len)
        if len(rarest) > _FEW_PASSAGES:
            rarest = self._with_rarest_word(need, rarest)
        return [number for number in rarest if need in self.lowered[number]]

    def _with_rarest_word(self, need: str, rarest: Collection[int]) -> Collection[int]:
        """Return the numbers of the passages with the rarest of its words, or `rarest` if that has fewer."""
        index = self.index.places
        fewest, words = len(rarest), list[str]()
        # A word ends at a mark or a space: "(jaar)" asks for the whole word. Words that begin with a part
        # (which then sorts first, after a zero character) are found faster than those that contain it.
        for part in sorted(_MARKS.sub("\0 \0", need).split(" ")):
            if len(part) <= _FEW_LETTERS:
                if part not in self.vocabulary:
                    return ()
                continue
            known = self._words_with(part)
            if not known:
                return ()
            count = sum([len(index[word]) for word in known])
            if count < fewest:
                fewest, words = count, known
        return {self._numbers[id(passage)] for word in words for passage, _ in index[word]} or rarest

    def _with_mark(self, mark: str) -> Collection[int]:
        """Return the numbers of the passages with a mark."""
        if mark not in self._numbers_with:
            self._numbers_with[mark] = (
                [number for number, text in enumerate(self.lowered) if mark in text]
                if mark in self.whole
                else ()
            )
        return self._numbers_with[mark]

    def _words_with(self, part: str) -> list[str]:
        """Return the words with those letters; a zero character marks where the word begins or ends."""
        letters = part.strip("\0")
        if part[0] == part[-1] == "\0":
            return [letters] if letters in self.index.places else []
        if part[0] == "\0":
            return [*self.index.words_starting(letters)]
        if part not in self._words_by_part:
            known = self.vocabulary
            found = self._words_by_part[part] = []
            at = known.find(part)
            while at >= 0:
                end = known.index("\0", at)
                found.append(known[known.rindex("\0", 0, at) + 1 : end])
                at = known.find(part, end)
        return self._words_by_part[part]


class _Follower:
    """What must follow a word: a word that begins with one of `then`, or ends so (``*ing``), or a mark.

    A word comes after a space (after a full stop or not), a mark at once; ``$`` is the end of the text.
    ``...zijn`` may be any of the next few words, before a full stop.
    """

    def __init__(self, then: tuple[str, ...]) -> None:
        self.starts = tuple(each for each in then if each[0].isalnum())
        self.ends = tuple(each[1:] for each in then if each[0] == "*")
        self.near = frozenset(each[3:] for each in then if each.startswith("..."))
        self.marks = frozenset(each for each in then if len(each) == 1 and not each.isalnum())

    def follows(self, passage: Passage, last: int) -> bool:
        """Tell whether that is what follows the word of that number."""
        if self.marks:
            end = passage.words[last][1]
            if (passage.text[end : end + 1] or "$") in self.marks:
                return True
        if last + 1 == len(passage.lowered_words):
            return False
        word = passage.lowered_words[last + 1]
        if word.startswith(self.starts) or word.endswith(self.ends):
            (_, end), (start, _) = passage.words[last : last + 2]
            return passage.text[end:start].lstrip(".").isspace()
        return bool(self.near) and self._soon(passage, last)

    def _soon(self, passage: Passage, last: int) -> bool:
        words, end = passage.words, passage.words[last][1]
        return any(
            word in self.near and "." not in passage.text[end : words[number][0]]
            for number, word in enumerate(passage.lowered_words[last + 1 : last + 1 + _NEAR], last + 1)
        )
