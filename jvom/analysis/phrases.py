# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Phrases, and where they occur: a rule says by example what it looks for.

Only the places of a phrase's rarest word or entity are looked at, so a phrase costs next to nothing in texts
that lack one of its words, and otherwise as much as that word is common.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from enum import Enum

from msgspec import structs

from jvom.analysis.caching import cached
from jvom.analysis.compiled_phrases import Option, option, options
from jvom.analysis.passages import Passage
from jvom.analysis.phrase_items import Atom, Item, Sequence, Words
from jvom.analysis.phrase_matching import Match, is_any_at, matches_beside, occurrences, tokens_needed
from jvom.analysis.traits import ANY, Traits
from jvom.analysis.word_index import Indexed, WordIndex, WordsOfPassage

#: How many tokens what is around others may begin before them, or end after them.
_AROUND = 40


class Reads(Enum):
    """Which words of a passage a phrase may be in."""

    DUTCH = "dutch"  #: typed, and not marked as foreign
    TYPED = "typed"  #: typed, in any language
    PRINTED = "printed"  #: computed too


class Phrase:
    """One phrase, or several of which any will do. Raises PhraseError, when first used, for a bad one."""

    def __init__(self, *typed: str) -> None:
        self.typed = typed

    @cached
    def options(self) -> tuple[Option, ...]:
        """The sequences that the phrases describe."""
        return tuple(option for typed in self.typed for option in options(typed))

    @cached
    def sequences(self) -> tuple[Sequence, ...]:
        """The same, without what each requires."""
        return tuple(option.sequence for option in self.options)

    @cached
    def _beginnings(self) -> list[tuple[list[Atom], Sequence]]:
        """The sequences, each with the atoms of which its first token must be one, if any."""
        return [(tokens_needed(sequence), sequence) for sequence in self.sequences]

    @cached
    def _endings(self) -> list[tuple[list[Atom], Sequence]]:
        """The same for the last tokens."""
        return [(tokens_needed(reversed(sequence)), sequence) for sequence in self.sequences]

    def find(self, texts: Indexed, reads: Reads = Reads.PRINTED, traits: Traits = ANY) -> list[Match]:
        """Return where the phrase is, in order; of overlapping matches the first and longest.

        `reads` says in which words, and `traits` what is to be true of all that is found.
        """
        if not texts.index.parts:
            return _find(self.options, texts.index, reads, traits)
        found: list[Match] = []
        kind = self.typed, reads, traits
        for part in texts.index.parts:
            if (places := part.phrase_places.get(kind)) is None:
                places = part.phrase_places[kind] = _find(self.options, part, reads, traits)
            found += places
        return found

    def find_with(self, words: Set[str], texts: Indexed, reads: Reads) -> list[Match]:
        """Return where the phrase is with those of its named words that are in `words` (small letters)."""
        narrowed = (
            tuple([_with_words(item, words, texts.index) for item in sequence]) for sequence in self.sequences
        )
        return _find(map(option, narrowed), texts.index, reads, ANY)

    def find_in(
        self, passage: Passage, start: int = 0, end: int | None = None, reads: Reads = Reads.PRINTED
    ) -> list[Match]:
        """Return where the phrase is between two offsets of a passage, as `find` does."""
        tokens, stop = passage.tokens, len(passage.text) if end is None else end
        places = WordsOfPassage(passage, tokens.at(start), tokens.at(stop))
        found = [
            match
            for option in self.options
            if not any(map(places.known.isdisjoint, option.forms))
            for match in occurrences(option, places)
            if start <= match.start and match.end <= stop and may_read(match, reads)
        ]
        return _without_overlap(found)

    def is_around(self, passage: Passage, start: int, end: int) -> bool:
        """Tell whether a match has all characters between two offsets of a passage in it."""
        tokens = passage.tokens
        first, last = max(0, tokens.at(start) - _AROUND), min(len(tokens), tokens.at(end) + _AROUND)
        places = WordsOfPassage(passage, first, last)
        return any(
            match.start <= start and end <= match.end
            for option in self.options
            for match in occurrences(option, places)
        )

    def match_at(self, passage: Passage, offset: int) -> Match | None:
        """Return the longest match that begins at an offset, white space aside, or None."""
        found = self._beside(passage, offset)
        return max(found, key=lambda match: match.end) if found else None

    def match_between(self, passage: Passage, start: int, end: int) -> Match | None:
        """Return the match that is all there is between two offsets, white space aside; None if it is not."""
        after = passage.tokens.at(end)
        return next(
            (each for each in self._beside(passage, start) if passage.tokens.at(each.end) == after), None
        )

    def matches(self, match: Match) -> bool:
        """Tell whether a match of another phrase is, from its first word to its last, one of this."""
        return any(each.end == match.end for each in self._beside(match.passage, match.start))

    def match_before(self, passage: Passage, offset: int) -> Match | None:
        """Return the longest match that ends before an offset, white space aside, or None."""
        found = self._beside(passage, offset, False)
        return min(found, key=lambda match: match.start) if found else None

    def _beside(self, passage: Passage, offset: int, forward: bool = True) -> list[Match]:
        """Return the matches that begin at an offset, or else end before it, white space aside."""
        number = passage.tokens.at(offset)
        at = number if forward else number - 1
        found: list[Match] = []
        for needed, sequence in self._beginnings if forward else self._endings:
            if not needed or is_any_at(passage, needed, at):
                found += matches_beside(passage, sequence, number, forward=forward)
        return found


def _find(options: Iterable[Option], index: WordIndex, reads: Reads, traits: Traits) -> list[Match]:
    found: dict[int, list[Match]] = {}
    for each in options:
        if any(map(index.words_and_pairs.isdisjoint, each.needed)):
            continue
        for match in occurrences(each, index):
            if may_read(match, reads) and traits.fit(match.passage, match.start, match.end):
                found.setdefault(id(match.passage), []).append(match)
    in_order = sorted(found, key=index.numbers.__getitem__) if len(found) > 1 else found
    return [match for passage in in_order for match in _without_overlap(found[passage])]


def _with_words(item: Item, words: Set[str], index: WordIndex) -> Item:
    """Return a named item with only those of its words that are in `words`, and any other item as it is."""
    if not item.name or not isinstance(item.atom, Words):
        return item
    return structs.replace(item, atom=Words(frozenset(index.forms_of(item.atom) & words)))


def may_read(match: Match, reads: Reads) -> bool:
    """Tell whether a match is in words that are to be read."""
    if reads is Reads.PRINTED:
        return True
    if reads is Reads.TYPED:
        return match.passage.is_typed(match.start, match.end)
    return match.passage.is_dutch(match.start, match.end)


def _without_overlap(found: list[Match]) -> list[Match]:
    """Return the matches in order; of those that overlap the first, and of those the longest."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
