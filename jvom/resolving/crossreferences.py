# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a cross-reference prints: "paragraaf 2.3.4", "paragrafen 2.3.4 en 2.3.5", "bijlage 1", "figuur 2"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from msgspec.structs import replace

from jvom.model import Caption
from jvom.resolving.numbering import Section
from jvom.resolving.pieces import Piece
from jvom.text import CrossReference

_WORDS = {"hoofdstuk": "hoofdstukken", "paragraaf": "paragrafen", "figuur": "figuren", "tabel": "tabellen"}
_APPENDIX = "bijlage"


def write_crossreference(
    reference: CrossReference, numbered: Mapping[str, Section], captions: Mapping[str, Caption]
) -> tuple[Piece, ...]:
    """Return what a cross-reference prints, words and numbers.

    `numbered` are the sections by id, `captions` those with a name. Raises KeyError for what does not exist.
    """
    targets = [captions.get(id) or numbered[id] for id in reference.targets]
    kinds = [(word, list(group)) for word, group in groupby(targets, _word)]
    pieces: list[Piece] = []
    for place, (word, group) in enumerate(kinds):
        if place:
            pieces.append(_joint(reference, last=place == len(kinds) - 1))
        if word != _APPENDIX:
            pieces.append(Piece((_WORDS[word] if len(group) > 1 else word) + " "))
        for index, target in enumerate(group):
            if index:
                pieces.append(_joint(reference, last=index == len(group) - 1))
            pieces.append(_number(target))
    return tuple(pieces)


def capitalized(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return what a cross-reference prints as the first words of a sentence."""
    first, *others = pieces
    return (replace(first, text=first.text.capitalize()), *others)


def _joint(reference: CrossReference, *, last: bool) -> Piece:
    return Piece(" tot en met " if reference.through else " en " if last else ", ")


def _number(target: Section | Caption) -> Piece:
    if isinstance(target, Caption):
        return Piece(str(target.number), caption=target.name)
    number = f"{_APPENDIX} {target.number}" if target.appendix else target.number
    return Piece(number, section=target.fragment.id, appendix=target.appendix)


def _word(target: Section | Caption) -> str:
    if isinstance(target, Caption):
        return target.label.lower()
    if target.appendix:
        return _APPENDIX
    return "hoofdstuk" if target.level == 1 else "paragraaf"
