# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What people type by hand in Word, recognized as what they meant: headings, lists, citations, references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from jvom.dutch.typography import untypeset
from jvom.exchange.leaves import Leaf, not_bold
from jvom.exchange.pieces import PLAIN, Piece, joined
from jvom.reading.word.pieces import is_dutch

_TYPED_BULLET = re.compile(r"\s*[•·▪◦●o\u2013\u2014\-*\uf0b7\uf0a7]\s+(?=\S)")
_TYPED_NUMBER = re.compile(r"\s*\(?(\d{1,3})[.)]\s+(?=\S)")
_MOST_OF_A_HEADING = 90


def recognized(leaf: Leaf, above: Leaf | None) -> Leaf:
    """Return a new paragraph as the heading or the item that its writer made of it by hand."""
    if leaf.kind != "paragraph" or not leaf.pieces:
        return leaf
    first = leaf.pieces[0]
    if first.kind == "words":
        if (typed := _TYPED_BULLET.match(first.text)) and (typed[0].strip() != "o" or _is_item(above)):
            return leaf._replace(kind="bullet", level=1, pieces=_without(leaf.pieces, typed.end()))
        if typed := _TYPED_NUMBER.match(first.text):
            number = int(typed[1])
            if number == 1 or (above is not None and above.kind == "number"):
                return leaf._replace(
                    kind="number", level=1, start=number, pieces=_without(leaf.pieces, typed.end())
                )
    shown = [piece for piece in leaf.pieces if piece.kind not in ("note", "remark")]
    text = "".join(piece.text for piece in shown if piece.kind == "words")
    if (
        all(piece.look.bold for piece in shown)
        and 0 < len(text.strip()) <= _MOST_OF_A_HEADING
        and not text.rstrip().endswith((".", ":", ";", ",", "?", "!"))
        and not any(piece.kind == "break" for piece in shown)
    ):
        return leaf._replace(kind="heading", level=2, pieces=not_bold(leaf.pieces))
    return leaf


def _is_item(leaf: Leaf | None) -> bool:
    return leaf is not None and leaf.kind in ("bullet", "number")


def _without(pieces: tuple[Piece, ...], length: int) -> tuple[Piece, ...]:
    return joined((pieces[0]._replace(text=pieces[0].text[length:]), *pieces[1:]))


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


def without_dutch_terms(leaf: Leaf) -> Leaf:
    """Return a leaf without Dutch terms: italics for stress, or words that Word took for English."""

    def plain(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return joined(
            piece._replace(look=piece.look._replace(language=""))
            if piece.kind == "words" and piece.look.language and is_dutch(piece.text)
            else piece
            for piece in pieces
        )

    return leaf.changed(plain)
