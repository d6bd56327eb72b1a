# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The footnotes of a returned file: which one each was, and how it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Set

import msgspec

from jvom.exchange.arrival import Arrival
from jvom.exchange.leaves import Leaf, has_words
from jvom.exchange.markdown import pieces_of
from jvom.exchange.markdown_blocks import typed
from jvom.exchange.marks import restored
from jvom.exchange.pairing import pair
from jvom.exchange.pieces import Piece, key, words_of
from jvom.exchange.remark_places import place_in, remarks_in
from jvom.exchange.returned_leaves import controls
from jvom.exchange.text_files import Edit, Entry, edited
from jvom.text import Block, Footnote, Inlines, contents_of

Read = Callable[[Inlines], tuple[Piece, ...]]
Paragraphs = tuple[tuple[Piece, ...], ...]


class NoteLabels(msgspec.Struct, frozen=True):
    """The labels of the footnotes of a file by their number in Word, and which of them are `new`."""

    by_number: Mapping[str, str]
    new: frozenset[str]


def label_footnotes(arrival: Arrival, read: Read) -> NoteLabels:
    """Return the label that each footnote of the file had; a new one gets a name from its own words."""
    order = {label: at for at, label in reversed([*enumerate(arrival.origin.notes)])}
    marks, _ = controls(arrival.returned, arrival.origin.marks)
    # A note that is referred to within a control comes back with it.
    inside = " ".join(mark.typed for mark in marks.values())
    own = arrival.sent.fragment.footnotes
    before = sorted(
        (each for each in own if f"[^{each.label}]" not in inside),
        key=lambda each: order.get(each.label, len(order)),
    )
    after = arrival.returned.fragment.footnotes
    printed = arrival.printed
    old = [paragraphs_of(note.blocks, pieces_of) for note in before]
    new = [paragraphs_of(note.blocks, read) for note in after]
    pairs = pair(
        [tuple(map(key, each)) for each in old],
        [tuple(map(key, each)) for each in new],
        [note_words(each, printed) for each in old],
        [note_words(each, printed) for each in new],
    )
    _pair_rewritten(pairs, len(before))
    taken = {note.label for note in own}
    labels: dict[str, str] = {}
    added: set[str] = set()
    for note, paragraphs, at in zip(after, new, pairs, strict=True):
        if at >= 0:
            labels[note.label] = before[at].label
            continue
        label = _free_label(note_words(paragraphs, printed), taken)
        taken.add(label)
        added.add(label)
        labels[note.label] = label
    return NoteLabels(labels, frozenset(added))


def _pair_rewritten(pairs: list[int], count: int) -> None:
    """Pair the notes between two that are paired, when as many came back there as were sent."""
    at, last = 0, -1
    for place, origin in [*enumerate(pairs), (len(pairs), count)]:
        if origin >= 0:
            if place - at == origin - last - 1:
                pairs[at:place] = range(last + 1, origin)
            at, last = place + 1, max(origin, last)


def paragraphs_of(blocks: tuple[Block, ...], read: Read) -> Paragraphs:
    """Return the pieces of each paragraph of a footnote, as `read` makes them."""
    return tuple(pieces for content in contents_of(blocks) if (pieces := read(content)))


def note_words(paragraphs: Iterable[tuple[Piece, ...]], printed: Mapping[str, str]) -> str:
    """Return the words that a footnote prints; `printed` is by mark."""
    return " ".join(words_of(pieces, printed) for pieces in paragraphs)


def note_entry(
    arrival: Arrival, sent: Footnote, came: Paragraphs, new: Set[str], changes: list[Edit]
) -> Entry:
    """Return a footnote that was sent, rewritten only when it changed.

    `came` are its paragraphs as they returned, `new` the remarks that are new, `changes` the edits to others.
    """
    number = arrival.sent.fragment.footnotes.index(sent)
    place = arrival.sent.place("note", number)
    before = paragraphs_of(sent.blocks, pieces_of)
    if len(before) == len(came):
        printed = arrival.printed
        came = tuple(restored(one, other, printed)[0] for one, other in zip(before, came, strict=True))
    if [*map(key, before)] != [*map(key, came)]:
        return Entry(place, typed_note(sent.label, came))
    edits = [*changes]
    contents = [content for content in contents_of(sent.blocks) if pieces_of(content)]
    for content, pieces in zip(contents, came, strict=True):
        for count, remark in remarks_in(pieces, new):
            at = place_in(content, count)
            if at is not None:
                edits.append(Edit(at, f" {remark}"))
    return Entry(place, edited(arrival.sent.units[place], edits) if edits else None)


def typed_note(label: str, paragraphs: Paragraphs) -> str:
    """Return a footnote as it is typed."""
    words_only = (tuple(piece for piece in each if piece.kind != "picture") for each in paragraphs)
    leaves = (Leaf("paragraph", 0, pieces) for pieces in words_only)
    first, *others = [typed([leaf]) for leaf in leaves if has_words(leaf)] or ["…"]
    made = [f"[^{label}]: " + "\n    ".join(first.split("\n"))]
    made += ["    " + "\n    ".join(each.split("\n")) for each in others]
    return "\n\n".join(made)


def _free_label(text: str, taken: Set[str]) -> str:
    found = [each.lower() for each in re.findall(r"[A-Za-z0-9]+", text) if len(each) > 2][:2]
    label = "-".join(found) or "noot"
    made, number = label, 1
    while made in taken:
        number += 1
        made = f"{label}-{number}"
    return made
