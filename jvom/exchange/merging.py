# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A three-way merge: what was exported, what the folder has now, what came back.

By blocks, and then by sentences. Of the libraries, merge3 is under the GPL, and three-merge merges
characters: it would join two halves of a sentence into one that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from jvom.exchange.pairing import pair
from jvom.exchange.sentences import key, split, together, words_and_remarks

Side: TypeAlias = Literal["", "ours", "theirs"]
"""Whose text a conflict gets; "" for both, between marks."""


class Edit(NamedTuple):
    """The items of the base from `start` up to `end` become others."""

    start: int
    end: int
    items: tuple[str, ...]


class Conflict(NamedTuple):
    """What both sides made of the same place."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]


Merged: TypeAlias = str | Conflict


def edits_of(base: Sequence[str], other: Sequence[str]) -> list[Edit]:
    """Return what makes the other of the base, item by item where one was made of the other."""
    if base == other:
        return []
    pairs = _in_order(pair(base, other, [*base], [*other]))
    found: list[Edit] = []
    at = 0
    new: list[str] = []
    for place, origin in enumerate(pairs):
        if origin < 0:
            new.append(other[place])
            continue
        if new or origin > at:
            found.append(Edit(at, origin, tuple(new)))
            new = []
        if base[origin] != other[place]:
            found.append(Edit(origin, origin + 1, (other[place],)))
        at = origin + 1
    if new or at < len(base):
        found.append(Edit(at, len(base), tuple(new)))
    return found


def _in_order(pairs: list[int]) -> list[int]:
    """Return the pairs without those that cross an earlier one: what was moved is gone and new."""
    best = -1
    made = []
    for each in pairs:
        made.append(each if each > best else -1)
        best = max(best, each)
    return made


def merge(
    base: Sequence[str],
    ours: Sequence[str],
    theirs: Sequence[str],
    both: Callable[[str, str, str], Merged] | None = None,
) -> list[Merged]:
    """Return the items that come of both; `both` makes one of an item that both changed, else a conflict."""
    found: list[Merged] = []
    left, right = edits_of(base, ours), edits_of(base, theirs)
    at = 0
    while left or right:
        start = min(edit.start for edit in (*left[:1], *right[:1]))
        end = start
        mine: list[Edit] = []
        yours: list[Edit] = []
        grown = True
        while grown:
            grown = False
            for queue, taken in ((left, mine), (right, yours)):
                while queue and _touches(queue[0], start, end, not (mine or yours)):
                    edit = queue.pop(0)
                    taken.append(edit)
                    end = max(end, edit.end)
                    grown = True
        found += base[at:start]
        found += _of_both(base, start, end, mine, yours, both)
        at = end
    return [*found, *base[at:]]


def _touches(edit: Edit, start: int, end: int, is_first: bool) -> bool:
    """Return whether an edit is of the same items as those from `start` up to `end`."""
    if is_first:
        return edit.start == start
    return edit.start < end or (edit.start == start == edit.end == end)


def _of_both(
    base: Sequence[str],
    start: int,
    end: int,
    mine: list[Edit],
    yours: list[Edit],
    both: Callable[[str, str, str], Merged] | None,
) -> list[Merged]:
    if not yours or not mine:
        return [*_applied(base, start, end, mine or yours)]
    ours, theirs = _applied(base, start, end, mine), _applied(base, start, end, yours)
    if ours == theirs:
        return [*ours]
    if start == end:
        return [*ours, *(each for each in theirs if each not in ours)]
    if both is not None and end - start == len(ours) == len(theirs) == 1:
        return [both(base[start], ours[0], theirs[0])]
    return [Conflict(ours, theirs)]


def _applied(base: Sequence[str], start: int, end: int, edits: list[Edit]) -> tuple[str, ...]:
    made: list[str] = []
    at = start
    for edit in edits:
        made += [*base[at : edit.start], *edit.items]
        at = edit.end
    return (*made, *base[at:end])


def merge_blocks(base: str, ours: str, theirs: str) -> Merged:
    """Merge a block by sentences; both versions of a conflict have what could be merged."""
    sources = [split(ours), split(theirs), split(base)]
    mine, yours, before = ([*map(key, each)] for each in sources)
    merged = merge(before, mine, yours, _merge_sentences)
    conflict = any(isinstance(each, Conflict) for each in merged)
    versions = [
        together(
            [
                part
                for each in merged
                for part in ((each,) if isinstance(each, str) else each.ours if is_ours else each.theirs)
            ],
            sources,
        )
        for is_ours in (True, False)
    ]
    return Conflict((versions[0],), (versions[1],)) if conflict else versions[0]


def _merge_sentences(base: str, ours: str, theirs: str) -> Merged:
    """Merge a sentence: where one side changed only its remarks, the words are those of the other."""
    before, mine, yours = map(words_and_remarks, (base, ours, theirs))
    if mine[0] == yours[0] or yours[0] == before[0]:
        words, kept = ours, mine[1]
    elif mine[0] == before[0]:
        words, kept = theirs, yours[1]
    else:
        return Conflict((ours,), (theirs,))
    gone = {each for each in before[1] if each not in mine[1] or each not in yours[1]}
    added = [each for each in (*mine[1], *yours[1]) if each not in before[1] and each not in kept]
    for each in gone:
        words = key(words.replace(each, ""))
    return " ".join([words, *dict.fromkeys(added)])


def resolved(merged: list[Merged], side: Side, name: str) -> tuple[list[str], int]:
    """Return the items with both versions of a conflict between marks, or that of a side; and how many."""
    made: list[str] = []
    count = 0
    for each in merged:
        if isinstance(each, str):
            made.append(each)
            continue
        count += 1
        if side:
            made += each.ours if side == "ours" else each.theirs
        else:
            versions = ("\n\n".join(texts).strip("\n") for texts in each)
            ours, theirs = versions
            made.append(f"<<<<<<< map\n{ours}\n=======\n{theirs}\n>>>>>>> {name}")
    return made, count
