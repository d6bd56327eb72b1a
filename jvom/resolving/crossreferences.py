# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a cross-reference prints: "paragraaf 2.3.4", "paragrafen 2.3.4 en 2.3.5", "bijlage 1"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from msgspec.structs import replace

from jvom.resolving.numbering import Section
from jvom.resolving.pieces import Piece
from jvom.text import CrossReference

_WORDS = {"hoofdstuk": "hoofdstukken", "paragraaf": "paragrafen"}
_APPENDIX = "bijlage"


def write_crossreference(reference: CrossReference, numbered: Mapping[str, Section]) -> tuple[Piece, ...]:
    """Return what a cross-reference prints, words and numbers; KeyError for a section that does not exist."""
    targets = [numbered[id] for id in reference.targets]
    kinds = [(word, list(group)) for word, group in groupby(targets, _word)]
    pieces: list[Piece] = []
    for place, (word, group) in enumerate(kinds):
        if place:
            pieces.append(_joint(reference, last=place == len(kinds) - 1))
        if word != _APPENDIX:
            pieces.append(Piece((_WORDS[word] if len(group) > 1 else word) + " "))
        for index, section in enumerate(group):
            if index:
                pieces.append(_joint(reference, last=index == len(group) - 1))
            pieces.append(_number(section))
    return tuple(pieces)


def capitalized(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return what a cross-reference prints as the first words of a sentence."""
    first, *others = pieces
    return (replace(first, text=first.text.capitalize()), *others)


def _joint(reference: CrossReference, *, last: bool) -> Piece:
    return Piece(" tot en met " if reference.through else " en " if last else ", ")


def _number(section: Section) -> Piece:
    number = f"{_APPENDIX} {section.number}" if section.appendix else section.number
    return Piece(number, section=section.fragment.id, appendix=section.appendix)


def _word(section: Section) -> str:
    if section.appendix:
        return _APPENDIX
    return "hoofdstuk" if section.level == 1 else "paragraaf"
