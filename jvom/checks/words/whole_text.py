# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""All passages of a run as one string in small letters: most of what is looked for is not in it at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from jvom.dutch.characters import NO_BREAK_SPACE

if TYPE_CHECKING:
    from jvom.checks.prose import Passage
    from jvom.checks.views import Texts, TextView


class WholeText:
    """The string, and which passage each part of it is; made with ``texts.once(WholeText)``."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.passages = tuple(texts.passages)
        words = [passage.lowered.replace(NO_BREAK_SPACE, " ") for passage in self.passages]
        self.whole = "\0".join(words)
        self.vocabulary = "\0".join(texts.words)
        self.starts = tuple(accumulate((len(text) + 1 for text in words), initial=0))
        self._by_text: dict[tuple[str, ...], dict[int, list[Passage]]] = {}

    def in_text(self, text: TextView, needs: tuple[str, ...]) -> list[Passage]:
        """Return the passages of one text in which one of `needs` stands: looked for in all at once."""
        found = self._by_text.get(needs)
        if found is None:
            found = self._by_text[needs] = {}
            for passage in self.passages_with(needs):
                found.setdefault(self._texts[id(passage)], []).append(passage)
        return found.get(id(text), [])

    @cached_property
    def _texts(self) -> dict[int, int]:
        """The text that each passage is of, both by their id."""
        return {id(passage): id(text) for text in self.texts.texts for passage in text.passages}

    def passages_with(self, needs: tuple[str, ...]) -> Iterator[Passage]:
        """Yield the passages in which one of `needs` stands (small letters), in order.

        One that begins with ``=`` is a whole word, which the word index finds faster than a part of one.
        """
        found: set[int] = set()
        passages: set[int] = set()
        for need in needs:
            if need.startswith("="):
                passages.update(id(passage) for passage, _ in self.texts.words.get(need[1:], ()))
            elif need in self.vocabulary or not need.isalnum():
                found.update(self._with(need))
        if passages:
            found.update(number for number, passage in enumerate(self.passages) if id(passage) in passages)
        for number in sorted(found):
            yield self.passages[number]

    def _with(self, need: str) -> Iterator[int]:
        at = self.whole.find(need)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            at = self.whole.find(need, self.starts[number + 1])
