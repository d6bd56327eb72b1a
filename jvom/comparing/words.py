# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Merges two contents of a paragraph into one with revisions: by sentence, then by whole words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec.structs import replace
from rapidfuzz.distance import LCSseq

from jvom.alignment import align, likeness
from jvom.comparing.tokens import NOTE, Words, is_word, only_words
from jvom.dutch.sentences import sentences
from jvom.plan import Change, Inline, Note, Paragraph, Revised

LEAST_SHARED = 1 / 3
"""Two sentences that share less than this are a deletion and an insertion."""

_SHORT_WORD = 4
"""A single unchanged word of at most this many letters between two changes becomes part of them."""

_OTHER_NOTE = f"{NOTE}that the other text has not"

_AS_NOTE: dict[Change, Change] = {"moved-away": "deleted", "moved-here": "inserted"}

_Kept = tuple[int, int, int]
"""The indexes at which equal tokens start in the old and in the new content, and how many there are."""


def revised(old: tuple[Inline, ...], new: tuple[Inline, ...], moved: bool = False) -> tuple[Inline, ...]:
    """Return the new content with revisions from the old.

    If its paragraph was `moved` here, what it kept is marked as moved, and what was deleted is only in the
    old place.
    """
    return new if old == new and not moved else revised_words(Words(old), Words(new), moved)


def revised_words(before: Words, after: Words, moved: bool = False) -> tuple[Inline, ...]:
    """Like :func:`revised`, for content that has been split into tokens."""
    content: list[Inline] = []
    at_old = at_new = 0
    for one, other, length in (*_joined(_kept(before, after)), (len(before), len(after), 0)):
        if at_old < one and not moved:
            content.append(_marked("deleted", before, at_old, one))
        if at_new < other:
            content.append(_marked("inserted", after, at_new, other))
        at_old, at_new = one + length, other + length
        if length and moved:
            content.append(_marked("moved-here", after, other, at_new))
        elif length:
            content += after.content_since(other, at_new, before, one, _revised_note)
    return tuple(content)


def whole(change: Change, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Mark all of the content as changed."""
    words = Words(content)
    return (_marked(change, words, 0, len(words)),) if len(words) else ()


def share(old: Words, new: Words) -> float:
    """Return the similarity of two contents, from 0 to 1; without words it is either."""
    return 1.0 if old.keys == new.keys else likeness(old.words, new.words)


def _marked(change: Change, words: Words, start: int, end: int) -> Revised:
    """Mark tokens as changed, with the content of their notes; old references become text."""
    is_old = change in ("deleted", "moved-away")  # the bookmark of a field may be gone
    content = words.content(start, end, fields=not is_old)
    return Revised(change, tuple(map(_with_changed_note(change), content)))


def _with_changed_note(change: Change) -> Callable[[Inline], Inline]:
    in_notes = _AS_NOTE.get(change, change)  # a move has a range, which notes can't have

    def changed(inline: Inline) -> Inline:
        if not isinstance(inline, Note):
            return inline
        return Note(tuple(replace(each, content=whole(in_notes, each.content)) for each in inline.paragraphs))

    return changed


def _revised_note(old: Note, new: Note) -> Note:
    return Note(revised_paragraphs(old.paragraphs, new.paragraphs))


# --- what is the same ----------------------------------------------------------------------------


def _joined(kept: Iterable[_Kept]) -> Iterator[_Kept]:
    """Merge adjacent ranges."""
    at_old = at_new = length = 0
    for one, other, more in kept:
        if (one, other) != (at_old + length, at_new + length):
            if length:
                yield at_old, at_new, length
            at_old, at_new, length = one, other, 0
        length += more
    if length:
        yield at_old, at_new, length


def _kept(old: Words, new: Words) -> Iterator[_Kept]:
    """Yield the ranges of equal tokens, without islands too small to read."""
    keys_old, keys_new = _with_paired_notes(old, new)
    if keys_old == keys_new:
        yield 0, 0, len(new)
        return
    before, after = _by_sentence(old, keys_old), _by_sentence(new, keys_new)

    def score(one: int, other: int) -> float:
        words_old, words_new = before[one].words, after[other].words
        shared = 1.0 if before[one].keys == after[other].keys else likeness(words_old, words_new)
        return shared * (1 + len(words_old) + len(words_new)) * (shared >= LEAST_SHARED)

    for one, other in align([each.keys for each in before], [each.keys for each in after], score):
        if one is not None and other is not None:
            yield from _kept_words(before[one], after[other], new)


def _with_paired_notes(old: Words, new: Words) -> tuple[list[str], list[str]]:
    """Return the keys of both, with one key for the notes that only one has, so that these can pair."""
    notes = [{place: words.keys[place] for place in words.notes()} for words in (old, new)]
    if not all(notes):
        return old.keys, new.keys
    both = set(notes[0].values()) & set(notes[1].values())
    keys_old, keys_new = list(old.keys), list(new.keys)
    for keys, places in zip((keys_old, keys_new), notes, strict=True):
        for place, key in places.items():
            if key not in both:
                keys[place] = _OTHER_NOTE
    return keys_old, keys_new


class _Sentence:
    """The start and the keys of a sentence, including the space after it."""

    def __init__(self, start: int, keys: Sequence[str]) -> None:
        self.start, self.keys = start, tuple(keys)

    @cached_property
    def words(self) -> list[str]:
        return only_words(self.keys)


def _by_sentence(words: Words, keys: Sequence[str]) -> list[_Sentence]:
    starts = [start for start, _ in sentences("".join(words.texts))][1:]
    places = [0]
    if starts:
        at = 0
        for place, text in enumerate(words.texts):
            if at >= starts[len(places) - 1]:
                places.append(place)
                if len(places) > len(starts):
                    break
            at += len(text)
    return [_Sentence(start, keys[start:end]) for start, end in pairwise((*places, len(keys)))]


def _kept_words(old: _Sentence, new: _Sentence, words: Words) -> Iterator[_Kept]:
    """Yield the ranges of equal tokens in two sentences; `words` is the new content."""
    if old.keys == new.keys:
        yield old.start, new.start, len(new.keys)
        return
    for block in LCSseq.opcodes(old.keys, new.keys):
        if block.tag != "equal":
            continue
        is_first = not block.src_start and not block.dest_start
        is_last = block.src_end == len(old.keys) and block.dest_end == len(new.keys)
        start, end = new.start + block.dest_start, new.start + block.dest_end
        if is_first or is_last or not _is_island(words, start, end):
            yield old.start + block.src_start, start, end - start


def _is_island(words: Words, start: int, end: int) -> bool:
    """Tell whether equal tokens between two changes are too few to stand alone."""
    keys = words.keys[start:end]
    found = [text for key, text in zip(keys, words.texts[start:end], strict=True) if is_word(key)]
    notes = any(key.startswith(NOTE) for key in keys)
    return not notes and (not found or (len(found) == 1 and len(found[0]) <= _SHORT_WORD))


# --- paragraphs ----------------------------------------------------------------------------------


def revised_paragraphs(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a note or cell with their revisions."""
    if old == new:
        return new
    if len(old) == 1 and len(new) == 1:
        return (revised_paragraph(old[0], new[0]),)
    before = [Words(each.content) for each in old]
    after = [Words(each.content) for each in new]

    def score(one: int, other: int) -> float:
        shared = share(before[one], after[other])
        return shared if shared >= LEAST_SHARED else 0.0

    found: list[Paragraph] = []
    for one, other in align(
        [tuple(each.keys) for each in before], [tuple(each.keys) for each in after], score
    ):
        if one is not None and other is not None:
            found.append(revised_paragraph(old[one], new[other]))
        elif one is not None:
            found.append(whole_paragraph("deleted", old[one]))
        elif other is not None:
            found.append(whole_paragraph("inserted", new[other]))
    return tuple(found)


def revised_paragraph(old: Paragraph, new: Paragraph) -> Paragraph:
    """Return the new paragraph with revisions from the old, in its content and style."""
    return with_former_style(old, replace(new, content=revised(old.content, new.content)))


def with_former_style(old: Paragraph, new: Paragraph) -> Paragraph:
    """Return the new paragraph with its former style, if that differs."""
    if plain_style(old.style) == plain_style(new.style):
        return new
    return replace(new, former=replace(old, content=(), bookmark=""))


def whole_paragraph(change: Change, paragraph: Paragraph) -> Paragraph:
    """Mark a whole paragraph as changed."""
    return replace(paragraph, content=whole(change, paragraph.content), change=change)


_BODY = ("BodyText", "AanloopOpsomming", "AlineaBijVolgende", "AlineaNaTabel")
_PLAIN = {**dict.fromkeys(_BODY, "BodyText"), "TabeltekstBijVolgende": "Tabeltekst"}


def plain_style(style: str) -> str:
    """Return the style that this one varies in spacing only."""
    return _PLAIN.get(style, style)
