# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A stretch of a passage: some of its characters, and what a rule asks of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from jvom.analysis.addresses import is_joined
from jvom.analysis.passages import Passage
from jvom.analysis.spelling_keys import plain_marks, words_of
from jvom.source import Span


class Stretch(msgspec.Struct, frozen=True):
    """The characters `start` up to `end` of a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place in the file."""
        return self.passage.span(self.start, self.end)

    @property
    def text(self) -> str:
        """The words as they are spelled there."""
        return self.passage.text[self.start : self.end]

    @property
    def shown(self) -> str:
        """The words there with one kind of hyphen, apostrophe and space: what a reader sees."""
        return plain_marks(self.text)

    @property
    def words(self) -> tuple[str, ...]:
        """The words there in small letters."""
        return words_of(self.text)

    @property
    def sentence(self) -> tuple[int, int]:
        """The (start, end) of the sentence it begins in."""
        return self.passage.sentence_at(self.start)

    @property
    def is_typed(self) -> bool:
        """Whether all of it was typed, in any language."""
        return self.passage.is_typed(self.start, self.end)

    @property
    def is_dutch(self) -> bool:
        """Whether all of it was typed and is not marked as foreign."""
        return self.passage.is_dutch(self.start, self.end)

    @property
    def is_quoted(self) -> bool:
        """Whether it is between quotation marks: a title, or somebody else's words."""
        return self.passage.is_quoted(self.start, self.end)

    @property
    def is_joined(self) -> bool:
        """Whether a mark such as "/" or "_" makes one word of it and its neighbour."""
        return is_joined(self.passage.text, self.start, self.end)

    @property
    def is_in_compound(self) -> bool:
        """Whether a hyphen joins it to the word before or after it."""
        return "-" in (
            self.passage.text[self.start - 1 : self.start],
            self.passage.text[self.end : self.end + 1],
        )


Found = TypeVar("Found", bound=Stretch)


def outermost(found: Iterable[Found], order: Mapping[int, int]) -> Iterator[Found]:
    """Yield what lies in none of the others, in reading order, and of equal ones the first.

    `order` has the numbers of the passages, by their id().
    """
    stretches, reached = list(found), (-1, 0)
    for passage, _, end, number in sorted(
        [(order[id(each.passage)], each.start, -each.end, at) for at, each in enumerate(stretches)]
    ):
        if (passage, -end) > reached:
            reached = passage, -end
            yield stretches[number]
