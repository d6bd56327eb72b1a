# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The leaf blocks of a returned Word file, in which locked controls and comments are marks again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from jvom.exchange.leaves import Kind, Leaf, leaves_of_block
from jvom.exchange.markdown import typed_mark
from jvom.exchange.origin import Mark
from jvom.exchange.pieces import Look, Piece, gathered, joined
from jvom.reading.word.returned import Returned
from jvom.text import Block, Inlines, List, Quote

_STANDS_IN = re.compile("([\U00100000-\U0010fffd])")


class StandIns(msgspec.Struct, frozen=True, kw_only=True):
    """The characters in the text of a returned file that stand for what is no text.

    By character: the `marks` that locked controls are, `words` for those of unknown controls, and `remarks`
    as they are typed, "" for one that leaves nothing behind. `notes` are the labels of footnotes by their
    number in Word, `pictures` their paths beside the text by those in the file, "" for one that is left
    out.
    """

    marks: Mapping[str, Mark] = {}
    words: Mapping[str, str] = {}
    remarks: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    pictures: Mapping[str, str] = {}


def controls(returned: Returned, marks: tuple[Mark, ...]) -> tuple[dict[str, Mark], dict[str, str]]:
    """Return the marks that controls stand for, and the words in unknown ones, by character."""
    known, unknown = {}, {}
    for char, (number, shown) in returned.marks.items():
        if 0 < number <= len(marks):
            known[char] = marks[number - 1]
        else:
            unknown[char] = shown
    return known, unknown


def returned_pieces(content: Inlines, stand_ins: StandIns) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph of a returned file."""
    found: list[Piece] = []
    for piece in gathered(content, typed_mark, in_word=True):
        match piece.kind:
            case "words":
                found += _words(piece, stand_ins)
            case "note":
                found.append(piece._replace(text=stand_ins.notes.get(piece.text, piece.text)))
            case "picture":
                found.append(piece._replace(text=stand_ins.pictures.get(piece.text, "")))
            case _:
                found.append(piece)
    return joined(found)


def _words(piece: Piece, stand_ins: StandIns) -> Iterator[Piece]:
    for part in _STANDS_IN.split(piece.text):
        if mark := stand_ins.marks.get(part):
            yield Piece("mark", mark.typed, Look(mark.address, mark.bold, mark.language))
        elif part in stand_ins.words:
            yield piece._replace(text=stand_ins.words[part])
        elif _STANDS_IN.fullmatch(part):
            if remark := stand_ins.remarks.get(part):
                yield Piece("remark", remark)
        elif part:
            yield piece._replace(text=part)


def returned_leaves(returned: Returned, stand_ins: StandIns) -> list[Leaf]:
    """Return the leaves of a returned file."""

    def read(content: Inlines) -> tuple[Piece, ...]:
        return returned_pieces(content, stand_ins)

    blocks = returned.fragment.blocks
    found = [leaf for block in blocks for leaf in leaves_of_block(block, read)]
    made = []
    for leaf, line in zip(found, _first_lines(blocks), strict=True):
        style = returned.styles[line - 1].lower() if 0 < line <= len(returned.styles) else ""
        kind: Kind = leaf.kind
        level = leaf.level
        if kind == "paragraph" and style in ("caption", "bijschrift", "bijschrift tabel"):
            kind = "caption"
        elif kind == "paragraph" and style.startswith(("list continue", "lijstvoortzetting")):
            kind, level = "follow", 2 if style.endswith("2") else 1
        made.append(leaf._replace(kind=kind, level=level, style=style))
    return made


def _first_lines(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        match block:
            case List(items=items):
                for item in items:
                    yield from _first_lines(item.blocks)
            case Quote(blocks=inner):
                yield from _first_lines(inner)
            case _:
                yield block.span.line
