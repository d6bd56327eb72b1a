# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Footnotes that come home."""

from __future__ import annotations

import re
from collections.abc import Collection

from jvom.homing.leaves import Leaf
from jvom.homing.markdown import pieces_of, typed_paragraph
from jvom.homing.origin import Origin
from jvom.homing.pairing import pair
from jvom.homing.pieces import Piece, key, words_of
from jvom.homing.rebuilding import Base
from jvom.homing.recognizing import restored
from jvom.homing.returned_comments import Comments
from jvom.homing.units import Entry
from jvom.homing.word_pieces import WordPieces
from jvom.messages import msg
from jvom.reading.word.returned import Returned
from jvom.text import Block, contents_of


class Notes(Comments):
    """The footnotes of a returned file: which of the text each was, and the names of new ones."""

    def __init__(
        self, returned: Returned, origin: Origin, base: Base, path: str, taken: Collection[str]
    ) -> None:
        super().__init__(returned, origin, base, path, taken)
        self.note_labels: dict[str, str] = {}
        self.new_notes: set[str] = set()
        self.read = WordPieces(
            returned, origin, remark=self.remark, note=self.note_label, picture=self.picture_path
        )

    def name_notes(self) -> None:
        """Give each footnote of the file the label that it had; a new one gets a name of its own words."""
        order = {label: at for at, label in reversed([*enumerate(self.origin.notes)])}
        base = sorted(self.base.fragment.footnotes, key=lambda each: order.get(each.label, len(order)))
        came = self.returned.fragment.footnotes
        keys_before = [self.note_key(note.blocks, typed=True) for note in base]
        keys_after = [self.note_key(note.blocks, typed=False) for note in came]
        pairs = pair(
            keys_before,
            keys_after,
            [self.note_words(each) for each in keys_before],
            [self.note_words(each) for each in keys_after],
        )
        taken = {note.label for note in base}
        for note, at in zip(came, pairs, strict=True):
            if at >= 0:
                self.note_labels[note.label] = base[at].label
                continue
            label = _slug(self.note_words(self.note_key(note.blocks, typed=False)), taken)
            taken.add(label)
            self.new_notes.add(label)
            self.note_labels[note.label] = label

    def note_pieces(self, blocks: tuple[Block, ...], *, typed: bool) -> tuple[tuple[Piece, ...], ...]:
        """Return the pieces of each paragraph of a footnote, as `typed` or from Word."""
        read = pieces_of if typed else self.read
        return tuple(pieces for content in contents_of(blocks) if (pieces := read(content)))

    def note_key(self, blocks: tuple[Block, ...], *, typed: bool) -> tuple[tuple[Piece, ...], ...]:
        """Return what is equal for footnotes that say the same."""
        return tuple(map(key, self.note_pieces(blocks, typed=typed)))

    def note_words(self, paragraphs: tuple[tuple[Piece, ...], ...]) -> str:
        """Return the words that a footnote prints."""
        return " ".join(words_of(pieces, self.marks) for pieces in paragraphs)

    def note_label(self, number: str) -> str:
        """Return the label of a footnote by its number in Word."""
        return self.note_labels.get(number, number)

    def with_notes(self, blocks: list[tuple[Entry, int]], leaves: list[Leaf]) -> list[Entry]:
        """Return the blocks with the footnotes and comments of the file at their places."""
        used = {piece.text for leaf in leaves for piece in leaf.all_pieces if piece.kind == "note"}
        in_marks = " ".join(
            piece.text for leaf in leaves for piece in leaf.all_pieces if piece.kind == "mark"
        )
        kept = {place for _, place in blocks}
        others: list[tuple[Entry, int]] = []
        for place, unit in enumerate(self.base.units.units):
            if unit.kind == "note":
                label = self.base.fragment.footnotes[unit.number].label
                if label in used:
                    others.append((self.note_entry(label, place), place))
                elif f"[^{label}]" in in_marks or not self._was_used(label):
                    others.append((place, place))
                else:
                    self.tell(msg("voetnoot [^{label}] is met de verwijzing ernaar weg", label=label))
            elif unit.kind == "comment" and not self._goes_with_block(place, kept):
                others.append((place, place))
        made: list[Entry] = []
        for entry, place in blocks:
            while others and 0 <= others[0][1] < place:
                made.append(others.pop(0)[0])
            made.append(entry)
        made += [entry for entry, _ in others]
        for note in self.returned.fragment.footnotes:
            label = self.note_labels[note.label]
            if label in self.new_notes and label in used:
                made.append(self.typed_note(label, self.note_pieces(note.blocks, typed=False)))
        return made

    def _was_used(self, label: str) -> bool:
        return any(
            piece.kind == "note" and piece.text == label
            for leaf in self.base.leaves
            for piece in leaf.all_pieces
        )

    def _goes_with_block(self, place: int, kept: set[int]) -> bool:
        """Tell whether a suppression is for a block that is gone."""
        units = self.base.units.units
        if "ignore[" not in units[place].text:
            return False
        after = next((at for at in range(place + 1, len(units)) if units[at].kind == "block"), -1)
        return after >= 0 and after not in kept

    def note_entry(self, label: str, place: int) -> Entry:
        """Return the footnote: its place in the file when it is the same, else its text."""
        note = next(each for each in self.base.fragment.footnotes if each.label == label)
        came = next(
            each for each in self.returned.fragment.footnotes if self.note_labels[each.label] == label
        )
        before = self.note_pieces(note.blocks, typed=True)
        after = self.note_pieces(came.blocks, typed=False)
        if len(before) == len(after):
            after = tuple(
                restored(one, other, self.marks)[0] for one, other in zip(before, after, strict=True)
            )
        if tuple(map(key, before)) == tuple(map(key, after)):
            return place
        return self.typed_note(label, after)

    def typed_note(self, label: str, paragraphs: tuple[tuple[Piece, ...], ...]) -> str:
        """Return a footnote as it is typed."""
        first, *others = [typed_paragraph(each) for each in paragraphs] or ["…"]
        made = [f"[^{label}]: " + "\n    ".join(first.split("\n"))]
        made += ["    " + "\n    ".join(each.split("\n")) for each in others]
        return "\n\n".join(made)


def _slug(text: str, taken: set[str]) -> str:
    found = [each.lower() for each in re.findall(r"[A-Za-z0-9]+", text) if len(each) > 2][:2]
    label = "-".join(found) or "noot"
    made, number = label, 1
    while made in taken:
        number += 1
        made = f"{label}-{number}"
    return made
