# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Figures, citations and references that came back as words, and citations and references that were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from jvom.dutch.typography import untypeset
from jvom.homing.leaves import Leaf
from jvom.homing.pieces import PLAIN, Piece, joined


def is_withheld(mark: str) -> bool:
    """Tell whether a mark, as typed, is one of words that not everybody may see."""
    return "]{." in mark or mark.startswith("{.")


def bracketed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces in which no mark of a whole paragraph would cover what was written beside it."""
    if len([piece for piece in pieces if piece.kind != "remark"]) < 2:
        return pieces
    return tuple(
        piece._replace(text=_WHOLE.sub(r"[\2]\1", piece.text)) if piece.kind == "mark" else piece
        for piece in pieces
    )


_WHOLE = re.compile(r"^(\{\.[^{}]*\}) ?(.*)$", re.DOTALL)
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Token:
    """A word or sign of a paragraph: which piece it is of and where it begins and ends in that."""

    __slots__ = ("end", "mark", "piece", "start", "text")

    def __init__(self, text: str, piece: int, start: int, end: int, mark: bool) -> None:
        self.text, self.piece, self.start, self.end, self.mark = text, piece, start, end, mark


def tokens(pieces: tuple[Piece, ...], printed: Mapping[str, str]) -> list[Token]:
    """Return the words and signs of pieces, those that marks print included."""
    found: list[Token] = []
    for number, piece in enumerate(pieces):
        if piece.kind not in ("words", "mark"):
            continue
        is_mark = piece.kind == "mark"
        text = untypeset(printed.get(piece.text, "") if is_mark else piece.text)
        found += [Token(each[0], number, each.start(), each.end(), is_mark) for each in _TOKEN.finditer(text)]
    return found


def restored(
    before: tuple[Piece, ...], after: tuple[Piece, ...], printed: Mapping[str, str]
) -> tuple[tuple[Piece, ...], list[str]]:
    """Return the pieces after with the marks that came back as the words they printed, and which are gone.

    Words that not everybody may see are never marked here.
    """
    missing = missing_marks(before, after)
    if not missing:
        return after, []
    old, new = tokens(before, printed), tokens(after, printed)
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


def typed_references(
    leaf: Leaf, known: Iterable[tuple[re.Pattern[str], str]], was: str
) -> tuple[Leaf, list[str]]:
    """Return the leaf with what somebody typed as a citation or a reference as one, and what was recognized.

    What was typed as words in the text before (`was`) stays so.
    """
    recognized: list[str] = []

    def marked(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        made = pieces
        for pattern, typed in known:
            changed: list[Piece] = []
            for piece in made:
                at = 0
                for found in (
                    pattern.finditer(piece.text) if piece.kind == "words" and piece.look == PLAIN else ()
                ):
                    if untypeset(found[0]).lower() in was.lower():
                        continue
                    recognized.append(found[0])
                    changed += [piece._replace(text=piece.text[at : found.start()]), Piece("mark", typed)]
                    at = found.end()
                changed.append(piece._replace(text=piece.text[at:]) if at else piece)
            made = tuple(changed)
        return joined(made)

    return leaf.changed(marked), recognized


def patterns(printed: Mapping[str, str]) -> list[tuple[re.Pattern[str], str]]:
    """Return what finds each printed form, longest first, and the mark it stands for."""
    return [
        (_pattern(shown), typed)
        for shown, typed in sorted(printed.items(), key=lambda each: (-len(each[0]), each[0]))
    ]


def _pattern(shown: str) -> re.Pattern[str]:
    """Return what finds a printed form, with a capital or not."""
    words = r"\s+".join(re.escape(word) for word in untypeset(shown).split())
    if shown[:1].isalpha():
        words = f"[{shown[0].upper()}{shown[0].lower()}]{words[1:]}"
    return re.compile(rf"(?<![\w.]){words}(?![\w-]|[.,]\d)")
