# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a cross-reference prints: "paragraaf 2.3.4", "paragrafen 2.3.4 en 2.3.5", "bijlage 1"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

import msgspec

from jvom.resolving.numbering import Section
from jvom.text import CrossReference

_WORDS = {"hoofdstuk": "hoofdstukken", "paragraaf": "paragrafen"}
_APPENDIX = "bijlage"


class Target(msgspec.Struct, frozen=True):
    """The number of a section, to be printed as a field that follows it.

    The number of an appendix has its word in it, "bijlage 1": Word's own number of the heading has too.
    """

    id: str
    number: str
    appendix: bool = False


def write_crossreference(
    reference: CrossReference, numbered: Mapping[str, Section], capital: bool = False
) -> tuple[str | Target, ...]:
    """Return the words and numbers that a cross-reference prints; KeyError for a section that is not there.

    `capital` starts it with a capital, as the first words of a sentence.
    """
    targets = [numbered[id] for id in reference.targets]
    kinds = [(word, list(group)) for word, group in groupby(targets, _word)]
    pieces: list[str | Target] = []
    for place, (word, group) in enumerate(kinds):
        if place:
            pieces.append(
                " tot en met " if reference.through else " en " if place == len(kinds) - 1 else ", "
            )
        if word != _APPENDIX:
            pieces.append((_WORDS[word] if len(group) > 1 else word) + " ")
        for index, section in enumerate(group):
            if index:
                last = index == len(group) - 1
                pieces.append(" tot en met " if reference.through else " en " if last else ", ")
            pieces.append(_target(section))
    match pieces[0]:
        case str(words) if capital:
            pieces[0] = words.capitalize()
        case Target() as target if capital:
            pieces[0] = msgspec.structs.replace(target, number=target.number.capitalize())
    return tuple(pieces)


def crossreference_text(
    reference: CrossReference, numbered: Mapping[str, Section], capital: bool = False
) -> str:
    """Return what a cross-reference prints, as one string."""
    pieces = write_crossreference(reference, numbered, capital)
    return "".join(piece if isinstance(piece, str) else piece.number for piece in pieces)


def _target(section: Section) -> Target:
    number = f"{_APPENDIX} {section.number}" if section.appendix else section.number
    return Target(section.fragment.id, number, section.appendix)


def _word(section: Section) -> str:
    if section.appendix:
        return _APPENDIX
    return "hoofdstuk" if section.level == 1 else "paragraaf"
