# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Paragraphs that come home."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from jvom.homing.leaves import Leaf, leaves_of_word, looks_lost, recognized, without_dutch_terms, words
from jvom.homing.origin import Origin
from jvom.homing.pairing import likeness, pair
from jvom.homing.pieces import as_typed
from jvom.homing.rebuilding import Base
from jvom.homing.recognizing import missing_marks, patterns, restored, typed_references
from jvom.homing.returned_notes import Notes
from jvom.messages import msg
from jvom.reading.word.returned import Returned


class Paragraphs(Notes):
    """The paragraphs of a returned file: which of the text each was, and what its writer meant.

    `citations` are what citations print, with how they are typed.
    """

    def __init__(
        self,
        returned: Returned,
        origin: Origin,
        base: Base,
        path: str,
        taken: Collection[str],
        citations: Mapping[str, str],
    ) -> None:
        super().__init__(returned, origin, base, path, taken)
        self.citations = citations

    def paired(self, leaves: list[Leaf]) -> tuple[list[Leaf], list[int]]:
        """Return the leaves as what their writers meant, and which leaf of the base each was."""
        before = list(self.base.leaves)
        words_before = [self.printed_words(leaf) for leaf in before]
        lost = looks_lost(before, leaves, self.marks)
        words_after = [words(leaf, self.marks) for leaf in leaves]
        if lost:
            pairs = pair(words_before, words_after, words_before, words_after)
        else:
            pairs = pair(
                [leaf.key for leaf in before], [leaf.key for leaf in leaves], words_before, words_after
            )
        known = patterns(self.known_references())
        made: list[Leaf] = []
        told: list[str] = []
        for number, (leaf, at) in enumerate(zip(leaves, pairs, strict=True)):
            was = before[at] if at >= 0 else None
            new = self.with_kind(leaf, was, made[-1] if made else None, lost=lost)
            if was is not None:
                new = self.with_marks(was, new, words_before[at], words_after[number])
            if (
                was is not None
                and was.kind == new.kind == "heading"
                and words_before[at] != words_after[number]
            ):
                self.tell(msg("de kop «{was}» is nu «{new}»", was=words_before[at], new=words_after[number]))
            if was is None or not self.is_same(was, new):
                new = without_dutch_terms(new)
                new, references = typed_references(new, known, words_before[at] if at >= 0 else "")
                told += references
            made.append(new)
        if lost:
            self.tell(msg("het bestand kwam terug zonder opmaak: die is weer als in de tekst van toen"))
        if told:
            self.tell(msg("herkend als verwijzing: {words}", words="; ".join(dict.fromkeys(told))))
        self.tell_gone(pairs)
        return made, pairs

    def rows_of(self, leaf: Leaf) -> str:
        """Return the words of the rows of a table that is made of data."""
        return as_typed(" ".join(mark.printed for mark in self.origin.marks if leaf.filled in mark.typed))

    def printed_words(self, leaf: Leaf) -> str:
        """Return the words that a leaf of the text prints, with those of data."""
        shown = words(leaf, self.marks)
        return f"{shown} {self.rows_of(leaf)}" if leaf.filled else shown

    def known_references(self) -> dict[str, str]:
        """Return what citations and references print, with how they are typed."""
        found = dict(self.citations)
        for shown, id in self.origin.sections.items():
            if shown.startswith("bijlage"):
                found[shown] = f"[](#{id})"
            else:
                word = "paragraaf" if "." in shown else "hoofdstuk"
                found[f"{word} {shown}"] = f"[](#{id})"
        return found

    def with_kind(self, leaf: Leaf, was: Leaf | None, above: Leaf | None, *, lost: bool) -> Leaf:
        """Return the leaf as its writer meant it; in a file that `lost` its styles, as it was."""
        if was is not None and leaf.kind == "paragraph" and lost:
            leaf = leaf._replace(kind=was.kind, level=was.level, start=was.start)
        if was is not None and was.kind == "caption" and leaf.kind == "paragraph":
            leaf = leaf._replace(kind="caption")
        if was is not None and leaf.kind == was.kind:
            leaf = leaf._replace(start=was.start, landscape=was.landscape)
            if leaf.kind == "table":
                leaf = leaf._replace(right=was.right)
        if was is None or was.kind != leaf.kind:
            leaf = recognized(leaf, above)
        return leaf

    def with_marks(self, was: Leaf, leaf: Leaf, words_before: str, words_after: str) -> Leaf:
        """Return the leaf with the marks that came back as words; tell which are gone though words stayed."""
        if leaf.kind == "table" and was.kind == "table":
            return self.table_with_marks(was, leaf)
        pieces, gone = restored(was.pieces, leaf.pieces, self.marks)
        stayed = likeness(words_before, words_after) >= 0.5
        for mark in gone if stayed else ():
            pieces = (*pieces, *self.tell_changed(mark))
        return leaf._replace(pieces=pieces)

    def table_with_marks(self, was: Leaf, leaf: Leaf) -> Leaf:
        """Return a table with the marks that came back as words."""
        if was.filled and not leaf.filled and len(leaf.rows) > 1:
            shown = " ".join(words(leaf._replace(rows=leaf.rows[1:]), self.marks).split())
            if likeness(shown, self.rows_of(was)) > 0.9:
                leaf = leaf._replace(filled=was.filled)
        if leaf.filled:
            return leaf
        rows = []
        for at, row in enumerate(leaf.rows):
            old = was.rows[at] if at < len(was.rows) else ()
            rows.append(
                tuple(
                    restored(old[place], cell, self.marks)[0] if place < len(old) else cell
                    for place, cell in enumerate(row)
                )
            )
        return leaf._replace(rows=tuple(rows))

    def is_same(self, was: Leaf, leaf: Leaf) -> bool:
        """Tell whether a leaf says and shows what it did."""
        if was.key == leaf.key:
            return True
        if was.kind != leaf.kind:
            return False
        # Words that lost their looks all at once lost them on the way.
        return self._only_looks_lost(was, leaf)

    def _only_looks_lost(self, was: Leaf, leaf: Leaf) -> bool:
        if not self.looks_are_lost:
            return False
        return words(was, self.marks) == words(leaf, self.marks) and not missing_marks(
            was.all_pieces, leaf.all_pieces
        )

    @cached_property
    def came(self) -> tuple[Leaf, ...]:
        """The leaves of the file. They are read once, since reading reports what can't be taken over."""
        return tuple(leaves_of_word(self.returned.fragment, self.read, self.returned.styles))

    @cached_property
    def looks_are_lost(self) -> bool:
        """Whether the file has no words with a look of their own, though the text that went had."""
        had = any(piece.look[1:] != (False, "") for leaf in self.base.leaves for piece in leaf.all_pieces)
        has = any(
            piece.look[1:] != (False, "")
            for leaf in self.came
            for piece in leaf.all_pieces
            if piece.kind == "words"
        )
        return had and not has
