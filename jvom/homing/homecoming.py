# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A returned Word file as a new text: only what changed is typed anew, and nothing is lost unseen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping

import msgspec

from jvom.dutch.typography import untypeset
from jvom.homing.account import Notice, shortened, words_in
from jvom.homing.leaves import Leaf, words
from jvom.homing.merging import with_old_sentences
from jvom.homing.origin import Origin
from jvom.homing.pieces import as_typed, words_of
from jvom.homing.rebuilding import Base, base_of, entries_of, grouped
from jvom.homing.recognizing import is_withheld
from jvom.homing.returned_paragraphs import Paragraphs
from jvom.homing.typing_blocks import has_words
from jvom.homing.units import Entry, written
from jvom.messages import msg
from jvom.reading.word.returned import Returned
from jvom.source import CannotRun, Problem, Span

_WORD = re.compile(r"\w+")


class Homecoming(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a returned file: its `entries`, units of the base or new ones, and the notices about it.

    `pictures` are new files by their path beside the text. `words_changed` counts the words that went and
    came; `is_changed` says whether the text is another than the one that was exported.
    """

    entries: tuple[Entry, ...]
    text: str
    notices: tuple[Notice, ...]
    pictures: Mapping[str, bytes]
    remarks: int
    words_before: int
    words_after: int
    words_changed: int
    is_changed: bool


def bring_home(
    returned: Returned,
    origin: Origin,
    base: Base,
    *,
    path: str,
    printed: Mapping[str, str],
    resolved: bool = False,
    strange: bool = False,
    taken: Collection[str] = (),
) -> Homecoming:
    """Return what becomes of the exported text.

    `printed` are citations by what they print, as they are typed; `taken` the names of the files beside the
    text. A `strange` file is not one of jvom: its highest headings are the sub-headings. With `resolved`,
    comments that were dealt with come in too. Raises CannotRun when words that not everybody may see came
    back without their mark.
    """
    home = _Homecoming(returned, origin, base, path, taken, printed)
    home.with_resolved, home.strange = resolved, strange
    return home.made()


class _Homecoming(Paragraphs):
    strange = False
    title = ""

    def made(self) -> Homecoming:
        self.refuse_unmarked()
        self.name_notes()
        leaves = self.without_title([leaf for leaf in self.came if has_words(leaf)])
        if self.strange and any(leaf.kind == "heading" and leaf.level == 1 for leaf in leaves):
            leaves = [leaf._replace(level=leaf.level + (leaf.kind == "heading")) for leaf in leaves]
        if self.is_as_offered(leaves):
            leaves = []
        leaves, pairs = self.paired(leaves)
        same = [
            at >= 0 and self.is_same(self.base.leaves[at], leaf)
            for leaf, at in zip(leaves, pairs, strict=True)
        ]
        made = entries_of(self.base, grouped(self.base, leaves, pairs, same))
        blocks = [
            (self.with_old(entry, place), place) for entry, place in self.with_remarks(made, leaves, pairs)
        ]
        entries = [*self.title_remark(), *self.with_notes(blocks, leaves)]
        text = written(self.base.units, entries)
        self.tell_what_else(leaves)
        self.tell_lost_words(text)
        before = words_in(self.words_of_base())
        after = words_in(" ".join(words(leaf, self.marks) for leaf in leaves))
        changed = (Counter(before) - Counter(after)).total() + (Counter(after) - Counter(before)).total()
        return Homecoming(
            entries=tuple(entries),
            text=text,
            notices=tuple(self.notices),
            pictures=self.pictures,
            remarks=len(self.remarks),
            words_before=len(before),
            words_after=len(after),
            words_changed=changed,
            is_changed=text != self.base.text,
        )

    def without_title(self, leaves: list[Leaf]) -> list[Leaf]:
        """Return the leaves without the title, which in a file without styles is the first paragraph."""
        if leaves and not self.returned.fragment.title:
            first, title = words(leaves[0], self.marks), " ".join(as_typed(self.origin.title).split())
            self.title = first if title and first == title else ""
        return leaves[1:] if self.title else leaves

    def title_remark(self) -> list[Entry]:
        """Return a remark on a title that was changed, which is in the front matter and stays as it is."""
        title = " ".join(words_of(self.read(self.returned.fragment.title), self.marks).split())
        was = " ".join(as_typed(self.origin.title).split())
        if self.strange or not title or not was or title == was:
            return []
        what = msg(
            "de titel is in Word «{title}»; wijzig die zelf in {path}", title=title, path=self.path_of_text
        )
        self.tell(what, person=True)
        return [self.own_remark(what).text]

    def words_of_base(self) -> str:
        return " ".join(words(leaf, self.marks) for leaf in self.base.leaves)

    def is_as_offered(self, leaves: list[Leaf]) -> bool:
        """Tell whether an empty text came back with nothing but the headings that it went with."""
        shown = [words(leaf, self.marks) for leaf in leaves]
        return bool(self.origin.offered) and shown == [
            " ".join(untypeset(each).split()) for each in self.origin.offered
        ]

    def tell_what_else(self, leaves: list[Leaf]) -> None:
        for text in self.returned.in_box:
            self.tell(msg("in het kader is getypt: «{text}»", text=shortened(text)), person=True)
        for each in self.returned.strange:
            self.tell(each, person=True)
        said = (*self.returned.comments.values(), *self.returned.loose)
        resolved = sum(each.resolved for each in said)
        if resolved and not self.with_resolved:
            self.tell(msg("afgehandelde opmerkingen die niet overgenomen zijn: {count}", count=resolved))
        new = [
            piece
            for leaf in leaves
            for piece in leaf.all_pieces
            if piece.kind == "picture" and piece.text in self.pictures
        ]
        for piece in new:
            if not piece.alternative:
                self.tell(
                    msg("de afbeelding {path} heeft nog geen alternatieve tekst", path=piece.text),
                    person=True,
                )

    def tell_lost_words(self, text: str) -> None:
        """Tell which words of the file are not in the new text: none should be."""
        read = base_of(self.origin.section, text, self.path)
        there = Counter(words_in(" ".join(words(leaf, self.marks) for leaf in read.leaves)))
        for note in read.fragment.footnotes:
            pieces = self.note_pieces(note.blocks, typed=True)
            there += Counter(words_in(self.note_words(pieces)))
        title = words_of(self.read(self.returned.fragment.title), self.marks)
        there += Counter(words_in(title or self.title))
        for leaf in read.leaves:
            if leaf.filled:
                there += Counter(words_in(self.rows_of(leaf)))
        for mark in (piece.text for leaf in read.leaves for piece in leaf.all_pieces if piece.kind == "mark"):
            if mark not in self.marks:
                there += Counter(words_in(self.printed_of(mark)))
        lost: list[str] = []
        for word in words_in(" ".join(self.returned.words)):
            if there[word] > 0:
                there[word] -= 1
            else:
                lost.append(word)
        if lost and not self.is_as_offered([*self.came]):
            self.tell(msg("niet overgenomen: «{words}»", words=" ".join(lost)), person=True)

    def printed_of(self, mark: str) -> str:
        return next((shown for shown, typed in self.known_references().items() if typed == mark), "")

    def with_old(self, entry: Entry, place: int) -> Entry:
        """Return a new block with the sentences that did not change as they were typed."""
        if isinstance(entry, int) or place < 0:
            return entry
        return with_old_sentences(self.base.units.units[place].text, entry)

    def refuse_unmarked(self) -> None:
        """Raise CannotRun when words that not everybody may see came back where no mark is on them."""
        before = untypeset(self._unmarked_base())
        after = untypeset(" ".join(self.returned.words))
        for mark in self.origin.marks:
            if not is_withheld(mark.typed):
                continue
            for secret in _secrets(mark.printed, before):
                there = _occurrences(secret, after)
                allowed = _occurrences(secret, before)
                covered = sum(
                    _occurrences(secret, untypeset(text)) for _, text in self.returned.marks.values()
                )
                if there > allowed + covered:
                    what = msg("«{words}» is in dit bestand niet meer gemarkeerd", words=mark.printed)
                    advice = msg(
                        "zet de woorden in Word terug zoals ze verstuurd zijn, of haal ze weg; "
                        "er is niets ingelezen"
                    )
                    raise CannotRun([Problem(Span(self.path), what, advice)])

    def _unmarked_base(self) -> str:
        notes = " ".join(
            " ".join(words_of(pieces, {}) for pieces in self.note_pieces((block,), typed=True))
            for note in self.base.fragment.footnotes
            for block in note.blocks
        )
        return " ".join(words(leaf, {}) for leaf in self.base.leaves) + " " + notes


def _occurrences(phrase: str, text: str) -> int:
    pattern = r"\s+".join(re.escape(word) for word in untypeset(phrase).split())
    return len(re.findall(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)) if pattern else 0


def _secrets(printed: str, before: str) -> list[str]:
    """Return the words that must not be seen: the whole, and each name in it that is nowhere else."""
    names = [
        each
        for each in _WORD.findall(printed)
        if len(each) > 2 and each[0].isupper() and not _occurrences(each, before)
    ]
    return [printed, *names]
