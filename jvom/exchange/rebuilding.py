# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The blocks of a returned file: those that did not change stay as they are, the others are typed again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from jvom.exchange.leaves import Leaf, has_words, leaves_of
from jvom.exchange.markdown_blocks import typed
from jvom.exchange.matching import Matched
from jvom.exchange.sentences import with_old_lines
from jvom.exchange.text_files import Entry, TextFile
from jvom.reading.fragment import read_fragment
from jvom.text import List, Picture, Quote, Table, contents_of, withheld_whole

_LISTS = ("bullet", "number", "follow")


class Group(NamedTuple):
    """Leaves that make one block, and the places of those of the text that they were.

    `block` is the number of the block that it was, -1 for a new one; `same` when nothing in it changed.
    """

    leaves: Sequence[Leaf]
    places: Sequence[int]
    block: int
    same: bool


def grouped(sent: TextFile, matched: Matched) -> list[Group]:
    """Return the leaves of a returned file in blocks."""
    leaves, places, same = matched.leaves, matched.places, matched.same
    sizes: dict[int, int] = {}
    for leaf in sent.leaves:
        sizes[leaf.block] = sizes.get(leaf.block, 0) + 1
    first_of = {leaf.block: at for at, leaf in reversed([*enumerate(sent.leaves)])}
    blocks = [_block_of(sent, leaf, place) for leaf, place in zip(leaves, places, strict=True)]
    groups: list[Group] = []
    at = 0
    while at < len(leaves):
        block = blocks[at]
        size = sizes.get(block, 0)
        expected = (*range(first_of.get(block, 0), first_of.get(block, 0) + size),)
        is_whole = block >= 0 and places[at : at + size] == expected and all(same[at : at + size])
        end = at + size
        if is_whole and not (end < len(leaves) and _goes_on(leaves[at], leaves[end], block, blocks[end])):
            groups.append(Group(leaves[at:end], places[at:end], block, True))
            at = end
            continue
        end = at + 1
        while end < len(leaves) and _goes_on(leaves[at], leaves[end], block, blocks[end]):
            block = blocks[end] if block < 0 else block
            end += 1
        groups.append(Group(leaves[at:end], places[at:end], block, False))
        at = end
    return groups


def _block_of(sent: TextFile, leaf: Leaf, place: int) -> int:
    """Return the number of the block that a leaf was in; a paragraph that became an item is in a new one."""
    if place < 0 or (leaf.kind in _LISTS) != (sent.leaves[place].kind in _LISTS):
        return -1
    return sent.leaves[place].block


def _goes_on(first: Leaf, leaf: Leaf, block: int, other: int) -> bool:
    """Return whether a leaf belongs to the block that begins with the `first`; -1 is a new block."""
    may_be_same = other == block or -1 in (other, block)
    match first.kind:
        case "picture":
            return leaf.kind == "caption" and may_be_same
        case "caption":
            return leaf.kind == "table" and may_be_same
        case "bullet" | "number":
            is_other_list = leaf.kind != "follow" and leaf.level <= 1 and leaf.kind != first.kind
            return leaf.kind in _LISTS and not is_other_list and may_be_same
        case "quote":
            return leaf.kind == "quote" and may_be_same
    return False


def rebuilt(sent: TextFile, group: Group) -> Entry | None:
    """Return a block to write, None for one that has nothing to type."""
    place = sent.place("block", group.block) if group.block >= 0 else -1
    if group.same:
        return Entry(place)
    abouts = [sent.leaves[each].about if each >= 0 else "" for each in group.places]
    marked = [leaf._replace(about=about) for leaf, about in zip(group.leaves, abouts, strict=True)]
    leaves = [leaf for leaf in marked if has_words(leaf)]
    if not leaves:
        return None
    before = sent.units[place].text.replace("\r\n", "\n") if place >= 0 else ""
    mark = _mark_above(sent, group.block, leaves)
    text = with_old_lines(before, _below_mark(mark, typed(leaves, _marker(before))))
    return Entry(place, None if place >= 0 and text == before else text)


def _mark_above(sent: TextFile, number: int, leaves: list[Leaf]) -> str:
    """Return the line above a block that is not public as a whole: Word shows nothing of it."""
    block = sent.fragment.blocks[number] if number >= 0 else None
    if isinstance(block, List | Quote | Table) and block.withheld is not None:
        return block.withheld.mark
    paths = {piece.text for piece in leaves[0].pieces if piece.kind == "picture"}
    for content in contents_of(sent.fragment.blocks):
        mark = withheld_whole(content)
        if mark and any(isinstance(each, Picture) and each.path in paths for each in mark.content):
            return mark.mark
    return ""


def _below_mark(mark: str, text: str) -> str:
    """Return a block with the mark above it, and not again before each item, row or paragraph in it."""
    if not mark:
        return text
    inner = rf"^((?: *(?:[-*+]|[0-9]+[.)]) +| +|> |: )?){re.escape(mark)} |(?<=\| ){re.escape(mark)} "
    bare = re.sub(inner, r"\1", text, flags=re.MULTILINE)
    once, often = f"{mark}\n{bare}", f"{mark}\n{text}"
    return once if _reads_alike(once, often) else often


def _reads_alike(one: str, other: str) -> bool:
    read = (read_fragment("x", text.encode("utf-8", "replace"), "x") for text in (one, other))
    (first, wrong), (second, _) = read
    return not wrong and [each.key for each in leaves_of(first)] == [each.key for each in leaves_of(second)]


def _marker(text: str) -> str:
    """Return the character that the items of a list begin with."""
    text = text.lstrip()
    return text[0] if text[:1] in ("-", "*", "+") and text[1:2] == " " else "-"
