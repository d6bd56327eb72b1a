# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures, citations, cross-references and marked words in a paragraph, and their return as plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from jvom.dutch.typography import untypeset
from jvom.exchange.pieces import Piece, joined

_WHOLE = re.compile(r"^(\{\.[^{}]*\}) ?(.*)$", re.DOTALL)
_TOKEN = re.compile(r"\w+|[^\w\s]")


class _Token(NamedTuple):
    """A word or sign of a paragraph: which piece it is in, and where it begins and ends in that."""

    text: str
    piece: int
    start: int
    end: int
    mark: bool


def is_withheld(typed: str) -> bool:
    """Return whether a mark, as it is typed, is of words that not everybody may see."""
    return "]{." in typed or typed.startswith("{.")


def bracketed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces in which no mark of a whole paragraph would cover what was written beside it."""
    if len([piece for piece in pieces if piece.kind != "remark"]) < 2:
        return pieces
    return tuple(
        piece._replace(text=_WHOLE.sub(r"[\2]\1", piece.text)) if piece.kind == "mark" else piece
        for piece in pieces
    )


def _tokens(pieces: tuple[Piece, ...], printed: Mapping[str, str]) -> list[_Token]:
    """Return the words and signs of pieces, those that marks print included."""
    found: list[_Token] = []
    for number, piece in enumerate(pieces):
        if piece.kind not in ("words", "mark"):
            continue
        is_mark = piece.kind == "mark"
        text = untypeset(printed.get(piece.text, "") if is_mark else piece.text)
        found += [
            _Token(each[0], number, each.start(), each.end(), is_mark) for each in _TOKEN.finditer(text)
        ]
    return found


def restored(
    before: tuple[Piece, ...], after: tuple[Piece, ...], printed: Mapping[str, str]
) -> tuple[tuple[Piece, ...], list[str]]:
    """Return the pieces `after` with the marks that came back as words, and the marks that are gone.

    Words that not everybody may see are never marked here. difflib looks for words that stayed together, as
    those of a mark must; :mod:`jvom.alignment` would find them scattered over the paragraph.
    """
    missing = missing_marks(before, after)
    if not missing:
        return after, []
    old, new = _tokens(before, printed), _tokens(after, printed)
    matcher = SequenceMatcher(None, [each.text for each in old], [each.text for each in new], autojunk=False)
    place: dict[int, int] = {}
    for one, other, size in matcher.get_matching_blocks():
        place.update(zip(range(one, one + size), range(other, other + size), strict=True))
    taken: list[tuple[int, int, int, Piece]] = []
    gone: list[str] = []
    for number, piece in enumerate(before):
        if piece.kind != "mark" or piece.text not in missing:
            continue
        mine = [at for at, token in enumerate(old) if token.piece == number and token.mark]
        there = [place.get(at, -1) for at in mine]
        found = [new[at] for at in there if at >= 0]
        together = there == list(range(there[0], there[0] + len(there))) if there else False
        if (
            not together
            or len(found) != len(mine)
            or is_withheld(piece.text)
            or len({token.piece for token in found}) != 1
            or any(token.mark for token in found)
        ):
            if there and all(at >= 0 and new[at].mark for at in there):
                continue
            gone.append(piece.text)
            continue
        missing.remove(piece.text)
        taken.append((found[0].piece, found[0].start, found[-1].end, piece))
    return _with_marks(after, taken), gone


def missing_marks(before: tuple[Piece, ...], after: tuple[Piece, ...]) -> list[str]:
    """Return the marks that are before and not after, as often as they are missing."""
    left = [piece.text for piece in before if piece.kind == "mark"]
    for piece in after:
        if piece.kind == "mark" and piece.text in left:
            left.remove(piece.text)
    return left


def _with_marks(pieces: tuple[Piece, ...], taken: list[tuple[int, int, int, Piece]]) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for number, piece in enumerate(pieces):
        at = 0
        for _, start, end, mark in sorted(each for each in taken if each[0] == number):
            if start < at:
                continue
            made += [piece._replace(text=piece.text[at:start]), mark]
            at = end
        made.append(piece._replace(text=piece.text[at:]) if at else piece)
    return joined(made)
