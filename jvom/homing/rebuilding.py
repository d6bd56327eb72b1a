# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A text built again from what returned: what is the same keeps its lines, what changed is typed anew."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from jvom.homing.leaves import Leaf, leaves_of, words
from jvom.homing.pieces import PLAIN, Piece, joined
from jvom.homing.recognizing import bracketed
from jvom.homing.typing_blocks import has_words, typed_block
from jvom.homing.units import Entry, Units, units_of
from jvom.model import Fragment
from jvom.reading.fragment import read_fragment
from jvom.source import Problem
from jvom.text import Picture, contents_of, withheld_whole

_LISTS = ("bullet", "number", "follow")


class Base(msgspec.Struct, frozen=True):
    """A text in its file: the fragment, the units of the file and its leaves, and what is wrong with it."""

    text: str
    fragment: Fragment
    units: Units
    leaves: tuple[Leaf, ...]
    problems: tuple[Problem, ...] = ()


def base_of(section: str, text: str, path: str) -> Base:
    """Return the text of a file; what is wrong with it is left to whoever checks it."""
    plain = text.removeprefix("\ufeff")
    if "\r" in plain.replace("\r\n", ""):
        plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    fragment, problems = read_fragment(section.rpartition("/")[2], plain.encode(), path)
    return Base(plain, fragment, units_of(plain, fragment), tuple(leaves_of(fragment)), tuple(problems))


class Group(NamedTuple):
    """Leaves that make one block; `unit` is which one it was, -1 for a new one; `same` without a change."""

    leaves: list[Leaf]
    unit: int
    same: bool


def grouped(base: Base, leaves: list[Leaf], pairs: list[int], same: list[bool]) -> list[Group]:
    """Return the leaves in blocks; `pairs` are their places in the base, `same` says which did not change."""
    sizes: dict[int, int] = {}
    for leaf in base.leaves:
        sizes[leaf.unit] = sizes.get(leaf.unit, 0) + 1
    first_of = {leaf.unit: at for at, leaf in reversed([*enumerate(base.leaves)])}
    groups: list[Group] = []
    at = 0
    while at < len(leaves):
        unit = base.leaves[pairs[at]].unit if pairs[at] >= 0 else -1
        size = sizes.get(unit, 0)
        expected = list(range(first_of.get(unit, 0), first_of.get(unit, 0) + size))
        is_whole = unit >= 0 and pairs[at : at + size] == expected and all(same[at : at + size])
        end = at + size
        if is_whole and not (end < len(leaves) and _goes_on(leaves[at : end + 1], unit, pairs[end], base)):
            groups.append(Group(leaves[at:end], unit, True))
            at = end
            continue
        end = at + 1
        while end < len(leaves) and _goes_on(leaves[at : end + 1], unit, pairs[end], base):
            if unit < 0 and pairs[end] >= 0:
                unit = base.leaves[pairs[end]].unit
            end += 1
        groups.append(Group(leaves[at:end], unit, False))
        at = end
    return groups


def _goes_on(leaves: list[Leaf], unit: int, pair: int, base: Base) -> bool:
    """Tell whether the last leaf belongs to the block of those before it."""
    *before, leaf = leaves
    other = base.leaves[pair].unit if pair >= 0 else -1
    if leaf.kind == "caption":
        return before[0].kind == "picture"
    if before[0].kind in ("bullet", "number"):
        if leaf.kind not in _LISTS:
            return False
        if leaf.kind != "follow" and leaf.level <= 1 and leaf.kind != before[0].kind:
            return False
        return other < 0 or unit < 0 or other == unit
    if before[0].kind == "quote":
        return leaf.kind == "quote" and (other == unit or -1 in (other, unit))
    return False


def entries_of(base: Base, groups: list[Group]) -> list[tuple[Entry, int]]:
    """Return the blocks to write, each with the unit that it was (-1 for a new one)."""
    made: list[tuple[Entry, int]] = []
    for group in groups:
        place = base.units.place("block", group.unit) if group.unit >= 0 else -1
        if group.same:
            made.append((place, place))
            continue
        leaves = [leaf for leaf in group.leaves if has_words(leaf)]
        if leaves:
            text = _picture_mark(base, leaves[0]) + typed(leaves, _marker(base, place))
            made.append((place if place >= 0 and text == base.units.units[place].text else text, place))
    return made


def _picture_mark(base: Base, leaf: Leaf) -> str:
    """Return the line above a picture that is not public: Word shows nothing of it."""
    paths = {piece.text for piece in leaf.pieces if piece.kind == "picture"}
    for content in contents_of(base.fragment.blocks):
        mark = withheld_whole(content)
        if mark and any(isinstance(each, Picture) and each.path in paths for each in mark.content):
            return f"{mark.mark}\n"
    return ""


def _marker(base: Base, place: int) -> str:
    text = base.units.units[place].text.lstrip() if place >= 0 else ""
    return text[0] if text[:1] in ("-", "*", "+") and text[1:2] == " " else "-"


def typed(leaves: list[Leaf], marker: str = "-") -> str:
    """Return the text of a block, in the best form that is read as these leaves.

    Where Markdown can't mark words, as with a bold colon behind a letter, their looks are given up: not they.
    """
    leaves = [leaf.changed(bracketed) for leaf in leaves]
    plain = [_without_looks(leaf) for leaf in leaves]
    forms = ((leaves, False), (leaves, True), (plain, False))
    for shown, strictly in forms:
        text = typed_block(shown, marker, strictly=strictly)
        if reads_as(text, shown):
            return text
    return typed_block(plain, marker, strictly=True)


def _without_looks(leaf: Leaf) -> Leaf:
    def plain(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return joined(piece._replace(look=PLAIN) for piece in pieces)

    return leaf.changed(plain)


def reads_as(text: str, leaves: list[Leaf]) -> bool:
    """Tell whether a text is read as the leaves, word for word."""
    fragment, problems = read_fragment("x", text.encode("utf-8", "replace"), "x")
    if problems:
        return False
    read = leaves_of(fragment)
    return [_told(leaf) for leaf in read] == [_told(leaf) for leaf in leaves]


def _told(leaf: Leaf) -> tuple[str, list[Piece]]:
    shown = words(leaf, {})
    others = [
        piece._replace(look=piece.look._replace(address=""))
        for piece in leaf.all_pieces
        if piece.kind == "mark"
    ]
    return shown, others
