# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A returned Word file as a new text: only what changed is typed again, and no word is lost silently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec
from msgspec.structs import replace

from jvom.dutch.typography import untypeset
from jvom.exchange.arrival import Arrival
from jvom.exchange.comments import Remarks, read_comments
from jvom.exchange.footnotes import NoteLabels, Read, label_footnotes, note_entry, paragraphs_of, typed_note
from jvom.exchange.leaves import Leaf, has_words, words
from jvom.exchange.lost_words import lost_words
from jvom.exchange.marked_words import refuse_unmarked
from jvom.exchange.matching import match, own_remark
from jvom.exchange.notices import Notice, shortened, words_in
from jvom.exchange.pictures import read_pictures
from jvom.exchange.pieces import as_typed, words_of
from jvom.exchange.rebuilding import Group, grouped, rebuilt
from jvom.exchange.remark_places import changes_of, comment_unit, insertions
from jvom.exchange.returned_leaves import StandIns, controls, returned_leaves, returned_pieces
from jvom.exchange.text_files import Edit, Entry, TextFile, edited, written
from jvom.messages import msg
from jvom.text import Text, walk, walk_blocks

_STANDS_IN = re.compile("[\U00100000-\U0010fffd]")


class ImportedText(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a returned file: `entries` of the text that was sent, and the `text` that they make.

    `pictures` are new files by their path beside the text. `remarks` counts the new ones; `words_changed`,
    the words that were taken out and put in.
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


def import_text(arrival: Arrival) -> ImportedText:
    """Return what becomes of the text that was sent, with what came back.

    Raises CannotRun when words that not everybody may see came back without their mark.
    """
    refuse_unmarked(arrival)
    returned, sent = arrival.returned, arrival.sent
    placed = _stand_ins_in(walk_blocks(returned.fragment.all_blocks))
    remarks = read_comments(arrival, placed, _stand_ins_in(walk(returned.fragment.title)))
    pictures = read_pictures(arrival)
    marks, unknown = controls(returned, arrival.origin.marks)
    stand_ins = StandIns(marks=marks, words=unknown, remarks=remarks.typed, pictures=pictures.paths)
    labels = label_footnotes(arrival, partial(returned_pieces, stand_ins=stand_ins))
    stand_ins = replace(stand_ins, notes=labels.by_number)
    read = partial(returned_pieces, stand_ins=stand_ins)

    came = [leaf for leaf in returned_leaves(returned, stand_ins) if has_words(leaf)]
    title, leaves = _title_and_text(arrival, read, came)
    outside = title
    if _is_as_offered(arrival, leaves):
        outside = " ".join([title, *(words(leaf, {}) for leaf in leaves)])
        leaves = []
    matched = match(arrival, leaves)
    changes = changes_of(sent, remarks.changed)
    blocks = [
        entry for group in grouped(sent, matched) for entry in _block_entries(sent, group, remarks, changes)
    ]
    title_notice = _title_notice(arrival, title)
    above = [*([own_remark(arrival, title_notice.what).text] if title_notice else ()), *remarks.above]
    others, note_notices = _other_entries(arrival, matched.leaves, blocks, labels, read, remarks, changes)
    entries = [*_in_order(blocks, others), *_new_notes(arrival, matched.leaves, labels, read)]
    above += _without_place(remarks, [*above, *(each.text or "" for each in entries)])
    entries = [*(Entry(-1, each) for each in above), *entries]

    text = written(sent, entries)
    lost = lost_words(arrival, text, outside)
    before, after = (_typed_words(each, arrival.printed) for each in (sent.leaves, matched.leaves))
    notices = [
        *pictures.notices,
        *matched.notices,
        *([title_notice] if title_notice else ()),
        *note_notices,
        *_typed_outside(arrival),
        *remarks.notices,
        *([Notice(msg("niet overgenomen: «{words}»", words=" ".join(lost)), person=True)] if lost else ()),
    ]
    return ImportedText(
        entries=tuple(entries),
        text=text,
        notices=tuple(each for at, each in enumerate(notices) if each not in notices[:at]),
        pictures=pictures.new,
        remarks=len(remarks.new | matched.remarks) + bool(title_notice),
        words_before=len(before),
        words_after=len(after),
        words_changed=(Counter(before) - Counter(after)).total() + (Counter(after) - Counter(before)).total(),
        is_changed=text != sent.text,
    )


def _typed_words(leaves: Iterable[Leaf], printed: Mapping[str, str]) -> list[str]:
    """Return the words of leaves, without those of the data that tables are made of."""
    typed = (leaf._replace(rows=leaf.rows[:1]) if leaf.filled else leaf for leaf in leaves)
    return words_in(" ".join(words(leaf, printed) for leaf in typed))


def _stand_ins_in(inlines: Sequence[object]) -> frozenset[str]:
    """Return the characters that stand for something among inlines."""
    return frozenset(
        char for each in inlines if isinstance(each, Text) for char in _STANDS_IN.findall(each.value)
    )


# --- the title -----------------------------------------------------------------------------------


def _title_and_text(arrival: Arrival, read: Read, came: list[Leaf]) -> tuple[str, list[Leaf]]:
    """Return the title, and the leaves without it.

    In a file without styles it is the first paragraph, in a foreign one the only heading of the first level.
    """
    title = words_of(read(arrival.returned.fragment.title), arrival.printed)
    if not title and came:
        first = words(came[0], arrival.printed)
        if first and first == _sent_title(arrival):
            title, came = first, came[1:]
    if not arrival.foreign:
        return title, came
    highest = [leaf for leaf in came if leaf.kind == "heading" and leaf.level == 1]
    if not title and highest == came[:1]:
        return words(came[0], arrival.printed), came[1:]
    if highest:
        came = [leaf._replace(level=leaf.level + (leaf.kind == "heading")) for leaf in came]
    return title, came


def _sent_title(arrival: Arrival) -> str:
    return " ".join(as_typed(arrival.origin.title).split())


def _title_notice(arrival: Arrival, title: str) -> Notice | None:
    """Return that a title was changed: it is in the front matter, which stays as it is."""
    was = _sent_title(arrival)
    if not title or title == was:
        return None
    if not was:
        return Notice(msg("de titel «{title}» is niet overgenomen", title=title), person=True)
    what = msg(
        "de titel is in Word «{title}»; wijzig die zelf in {path}", title=title, path=arrival.path_of_text
    )
    return Notice(what, person=True)


def _is_as_offered(arrival: Arrival, leaves: list[Leaf]) -> bool:
    """Return whether an empty text came back with nothing but the headings that it was sent with."""
    offered = [" ".join(untypeset(each).split()) for each in arrival.origin.offered]
    return bool(offered) and [words(leaf, {}) for leaf in leaves] == offered


# --- the units of the text -----------------------------------------------------------------------


def _block_entries(
    sent: TextFile, group: Group, remarks: Remarks, changes: Mapping[int, list[Edit]]
) -> Iterator[Entry]:
    """Yield a block, and above it the new remarks that have no place in it."""
    entry = rebuilt(sent, group)
    if entry is None:
        return
    if entry.text is not None:
        yield entry
        return
    edits = [*changes.get(entry.place, ())]
    for leaf, at in zip(group.leaves, group.places, strict=True):
        if at >= 0:
            inside, above = insertions(sent.leaves[at], leaf, remarks.new)
            # Those that were sent, and changed, are edits already.
            changed = set(remarks.changed.values())
            edits += [edit for edit in inside if edit.text.strip() not in changed]
            for typed in above:
                yield Entry(-1, typed)
    yield Entry(entry.place, edited(sent.units[entry.place], edits) if edits else None)


def _without_place(remarks: Remarks, texts: Iterable[str]) -> list[str]:
    """Return the new remarks that are in none of the texts, as on a paragraph that is left out."""
    there = "\n".join(texts)
    return [
        each
        for each in dict.fromkeys(remarks.typed.values())
        if each in remarks.new and each not in there and each.replace("|", "/") not in there
    ]


def _other_entries(
    arrival: Arrival,
    leaves: Sequence[Leaf],
    blocks: Sequence[Entry],
    labels: NoteLabels,
    read: Read,
    remarks: Remarks,
    changes: Mapping[int, list[Edit]],
) -> tuple[list[Entry], list[Notice]]:
    """Return the footnotes and comments that were sent and stay, and which footnotes are gone."""
    sent, returned = arrival.sent, arrival.returned
    came = {
        labels.by_number[note.label]: paragraphs_of(note.blocks, read) for note in returned.fragment.footnotes
    }
    used = {piece.text for leaf in leaves for piece in leaf.all_pieces if piece.kind == "note"}
    marks = " ".join(piece.text for leaf in leaves for piece in leaf.all_pieces if piece.kind == "mark")
    kept = {entry.place for entry in blocks}
    entries: list[Entry] = []
    notices: list[Notice] = []
    for place, unit in enumerate(sent.units):
        if unit.kind == "note":
            note = sent.fragment.footnotes[unit.number]
            if note.label in used and note.label in came:
                new = remarks.new - set(remarks.changed.values())
                entries.append(note_entry(arrival, note, came[note.label], new, changes.get(place, [])))
            elif f"[^{note.label}]" in marks or not _was_used(sent, note.label):
                entries.append(Entry(place))
            else:
                what = msg("voetnoot [^{label}] is met de verwijzing ernaar weg", label=note.label)
                notices.append(Notice(what))
        elif unit.kind == "comment" and not _goes_with_block(sent, place, kept):
            text = comment_unit(sent, place, remarks.changed)
            if text:
                entries.append(Entry(place, None if text == unit.text else text))
    return entries, notices


def _was_used(sent: TextFile, label: str) -> bool:
    return any(
        piece.kind == "note" and piece.text == label for leaf in sent.leaves for piece in leaf.all_pieces
    )


def _goes_with_block(sent: TextFile, place: int, kept: set[int]) -> bool:
    """Return whether a unit of comments is a suppression for a block that is gone."""
    if "ignore[" not in sent.units[place].text:
        return False
    units = sent.units
    after = next((at for at in range(place + 1, len(units)) if units[at].kind == "block"), -1)
    return after >= 0 and after not in kept


def _in_order(blocks: Iterable[Entry], others: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the blocks in their new order, with the footnotes and comments where they were among them."""
    waiting = [*others]
    for entry in blocks:
        while waiting and waiting[0].place < entry.place:
            yield waiting.pop(0)
        yield entry
    yield from waiting


def _new_notes(arrival: Arrival, leaves: Sequence[Leaf], labels: NoteLabels, read: Read) -> Iterator[Entry]:
    used = {piece.text for leaf in leaves for piece in leaf.all_pieces if piece.kind == "note"}
    for note in arrival.returned.fragment.footnotes:
        label = labels.by_number[note.label]
        if label in labels.new and label in used:
            yield Entry(-1, typed_note(label, paragraphs_of(note.blocks, read)))


# --- notices -------------------------------------------------------------------------------------


def _typed_outside(arrival: Arrival) -> Iterator[Notice]:
    """Yield what the file holds where nothing is read back."""
    for text in arrival.returned.in_box:
        yield Notice(msg("in het kader is getypt: «{text}»", text=shortened(text)), person=True)
    for each in arrival.returned.strange:
        yield Notice(each, person=True)
