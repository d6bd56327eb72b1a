# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""All passages of a run as one string in small letters: most of what is looked for is not in it at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from jvom.checks.kept import kept
from jvom.dutch.characters import NO_BREAK_SPACE
from jvom.dutch.patterns import pattern

if TYPE_CHECKING:
    from jvom.checks.passages import Passage
    from jvom.checks.views import Place, Texts, TextView

_MARKS = pattern(r"\W+")
#: Fewer letters than this stand in so many words that looking through all texts is faster.
_FEW_LETTERS = 3


class WholeText:
    """The string, and which passage each part of it is; made with ``texts.once(WholeText)``."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.passages = tuple(texts.passages)
        self.lowered = [passage.lowered.replace(NO_BREAK_SPACE, " ") for passage in self.passages]
        self.whole = "\0".join(self.lowered)
        #: The different words, each between two `\\0`.
        self.vocabulary = "\0".join(("", *texts.words, ""))
        self.starts = tuple(accumulate((len(text) + 1 for text in self.lowered), initial=0))
        self._numbers_with: dict[str, Collection[int]] = {}
        self._by_text: dict[tuple[tuple[str, ...], ...], dict[int, list[Passage]]] = {}

    def in_text(self, text: TextView, needs: tuple[str, ...], then: tuple[str, ...] = ()) -> list[Passage]:
        """Return what `passages_with` gives of one text; all texts are searched at once."""
        found = self._by_text.get((needs, then))
        if found is None:
            found = self._by_text[needs, then] = {}
            for passage in self.passages_with(needs, then):
                found.setdefault(self._texts[id(passage)], []).append(passage)
        return found.get(id(text), [])

    @kept
    def _texts(self) -> dict[int, int]:
        """The text that each passage is of, both by their id."""
        return {id(passage): id(text) for text in self.texts.texts for passage in text.passages}

    def passages_with(self, needs: tuple[str, ...], then: tuple[str, ...] = ()) -> Iterator[Passage]:
        """Yield the passages in which one of `needs` stands (small letters), in order.

        One that begins with ``=`` is a whole word, or whole words side by side (``=als mogelijk``): the word
        index finds those faster than a part of a word. With `then` such words only count before one of those
        (see `_Following`).
        """
        found: set[int] = set()
        following = _Following(then) if then else None
        for need in needs:
            if need.startswith("="):
                for passage, last in self._places(need[1:].split()):
                    if not following or following.stands(passage, last):
                        found.add(self._numbers[id(passage)])
            else:
                if need not in self._numbers_with:
                    self._numbers_with[need] = self._with(need)
                found.update(self._numbers_with[need])
        for number in sorted(found):
            yield self.passages[number]

    @kept
    def _numbers(self) -> dict[int, int]:
        return {id(passage): number for number, passage in enumerate(self.passages)}

    def _places(self, words: list[str]) -> Iterator[Place]:
        """Yield where whole words stand side by side: the passage, and the number of the last."""
        index = self.texts.words
        if len(words) == 1:
            yield from index.get(words[0], ())
            return
        if any(" ".join(pair) not in self.texts.pairs for pair in pairwise(words)):
            return
        anchor = min(range(len(words)), key=lambda number: len(index[words[number]]))
        for passage, number in index[words[anchor]]:
            first = number - anchor
            if first >= 0 and passage.small_words[first : first + len(words)] == tuple(words):
                yield passage, first + len(words) - 1

    def _with(self, need: str) -> Collection[int]:
        """Return the numbers of the passages in which letters, marks and spaces stand side by side."""
        # Beside a mark or a space a word ends: "(jaar)" asks for the whole word.
        parts = _MARKS.sub("\0 \0", need).split(" ")
        if not all(any(self._words_with(part)) for part in parts if part != "\0"):
            return ()
        longest = max(parts, key=len)
        if len(longest.strip("\0")) < _FEW_LETTERS:
            return tuple(self._found(need))
        return {number for number in self._with_letters(longest) if need in self.lowered[number]}

    def _with_letters(self, part: str) -> Iterator[int]:
        """Yield the numbers of the passages with letters that are part of a word, or all of it."""
        for word in self._words_with(part):
            for passage, _ in self.texts.words[word]:
                yield self._numbers[id(passage)]

    def _words_with(self, part: str) -> Iterator[str]:
        """Yield the words with those letters; beside a zero character the word begins or ends there."""
        letters = part.strip("\0")
        if part[0] == part[-1] == "\0":
            if letters in self.texts.words:
                yield letters
        elif part[0] == "\0":
            yield from self.texts.words_starting(letters)
        else:
            known = self.vocabulary
            at = known.find(part)
            while at >= 0:
                end = known.index("\0", at)
                yield known[known.rindex("\0", 0, at) + 1 : end]
                at = known.find(part, end)

    def _found(self, need: str) -> Iterator[int]:
        at = self.whole.find(need)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            at = self.whole.find(need, self.starts[number + 1])


class _Following:
    """What must follow a word: a word that begins as one of `then`, or ends so (``*ing``), or a mark.

    A word comes behind a space (after a full stop or not), a mark at once; ``$`` is the end of the text.
    """

    def __init__(self, then: tuple[str, ...]) -> None:
        self.starts = tuple(each for each in then if each[0].isalnum())
        self.ends = tuple(each[1:] for each in then if each[0] == "*")
        self.marks = frozenset(each for each in then if not each[0].isalnum() and each[0] != "*")

    def stands(self, passage: Passage, last: int) -> bool:
        """Tell whether that is what follows the word of that number."""
        end = passage.words[last][1]
        if self.marks and (passage.text[end : end + 1] or "$") in self.marks:
            return True
        if last + 1 == len(passage.words):
            return False
        word = passage.small_words[last + 1]
        return (word.startswith(self.starts) or word.endswith(self.ends)) and passage.text[
            end : passage.words[last + 1][0]
        ].lstrip(".").isspace()
