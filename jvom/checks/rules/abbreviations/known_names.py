# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What well-known abbreviations are short for, and names in a list that are nearly that."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jvom.analysis.word_classes import word_class
from jvom.data import lexicon_lines
from jvom.dutch.typos import typo

#: Two spellings of one word, which are both right.
_VARIANTS = (
    ("isation", "ization"),
    ("center", "centre"),
    ("defense", "defence"),
    ("ised", "ized"),
    ("’", "'"),
)
#: Words that are nearly another, but for a typo, begin with so many of its letters.
_ALIKE = 2


@cache
def _known() -> Mapping[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for short, _, name in (line.partition(" ") for line in lexicon_lines("known_abbreviations.txt")):
        names[short] = (*names.get(short, ()), name)
    return names


@cache
def _short_forms() -> Mapping[str, str]:
    return {name: short for short, names in _known().items() for name in names}


def meant_name(short: str, name: str, *, in_dutch: bool) -> str:
    """Return what a known abbreviation is short for when the name in a list is nearly that, else ""."""
    typed = _words(name, in_dutch=in_dutch)
    near = ""
    for known in _known().get(short, ()):
        meant = _words(known, in_dutch=in_dutch)
        if _small(typed) == _small(meant):
            return known if _has_other_capitals(typed, meant, in_dutch=in_dutch) else ""
        near = near or (known if _is_near(_small(typed), _small(meant)) else "")
    return near


def other_short(short: str, name: str) -> str:
    """Return the well-known abbreviation of a name when one has its letters in another order, else ""."""
    other = "" if short in _known() else _short_forms().get(name, "")
    return other if sorted(other) == sorted(short) else ""


def _words(name: str, *, in_dutch: bool) -> list[str]:
    for one, other in _VARIANTS:
        name = name.replace(one, other)
    return (name if in_dutch else name.replace("-", " ")).replace(",", "").split()


def _small(words: list[str]) -> list[str]:
    return [word.lower() for word in words]


def _is_near(typed: list[str], meant: list[str]) -> bool:
    """Tell whether one word is another form of that meant, or two, or words lack, or a small one is added."""
    if "".join(typed) == "".join(meant):
        return True
    if len(typed) == len(meant) > 1:
        pairs = [(one, other) for one, other in zip(typed, meant, strict=True) if one != other]
        return len(pairs) == 1 and _is_other_form(*pairs[0])
    if len(typed) > 1 and typed[0] == meant[0] and _lacks_words(typed, meant):
        return True
    more, less = sorted((typed, meant), key=len, reverse=True)
    return len(more) == len(less) + 1 > 2 and any(
        word in word_class("joining") and more[:at] + more[at + 1 :] == less for at, word in enumerate(more)
    )


def _lacks_words(typed: list[str], meant: list[str]) -> bool:
    """Tell whether a name is that meant but for words that it lacks."""
    rest = iter(meant)
    return len(typed) < len(meant) and all(word in rest for word in typed)


def _is_other_form(typed: str, meant: str) -> bool:
    """Tell whether a word is a typo of another, has another ending, or is cut short: "Cmd." for "command"."""
    is_short = typed.endswith(".") and typed[0] == meant[0]
    return is_short or typed[:_ALIKE] == meant[:_ALIKE] or bool(typo(typed, meant))


def _has_other_capitals(typed: list[str], meant: list[str], *, in_dutch: bool) -> bool:
    """Tell whether some words have a capital and others not, or in Dutch lack the capital of a proper name.

    The first word of any name may have a capital.
    """
    capitals, right = (
        {word[0].isupper() for word in words[1:] if word.lower() not in word_class("joining")}
        for words in (typed, meant)
    )
    if typed[0][0].islower():
        capitals.add(False)
    return len(right) == 1 and (len(capitals) > 1 or (in_dutch and right == {True} and capitals == {False}))
