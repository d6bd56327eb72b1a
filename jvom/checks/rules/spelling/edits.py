# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words as they are after one slip of the fingers, or before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby, pairwise

from jvom.dutch.typos import typo

_SHORT_WORDS = frozenset("in de te op en om of er we ze je al is zo nu na".split())
_LETTERS = "enatirodslgvhkmubpwjczfyxëïéöq"
_ACCENTED = {"a": "áä", "e": "éëèê", "i": "ïí", "o": "öóô", "u": "üû", "c": "ç"}


def simple_edits(word: str) -> Iterator[str]:
    """Yield the word with two letters swapped or typed once, or one letter doubled, left out or accented."""
    for at, letter in enumerate(word):
        left, right = word[:at], word[at + 1 :]
        if right and right[0] != letter:
            yield f"{left}{right[0]}{letter}{right[1:]}"
        if not left.endswith(letter):
            yield f"{left}{right}"
            yield f"{left}{letter}{letter}{right}"
        if word[at : at + 2] == word[at + 2 : at + 4]:
            yield f"{left}{word[at + 2 :]}"
        for accented in _ACCENTED.get(letter, ""):
            yield f"{left}{accented}{right}"


def typed_once(word: str) -> Iterator[str]:
    """Yield the word with one of its doubled consonants typed once."""
    for at, (first, second) in enumerate(pairwise(word)):
        if first == second and first not in "aeou":
            yield f"{word[:at]}{word[at + 1 :]}"


def swapped_apart(word: str) -> Iterator[str]:
    """Yield the word with two letters swapped that are not beside each other: "prodecure"."""
    for at, letter in enumerate(word):
        for other in range(at + 2, len(word)):
            yield f"{word[:at]}{word[other]}{word[at + 1 : other]}{letter}{word[other + 1 :]}"


def one_letter_edits(word: str) -> Iterator[str]:
    """Return the word with two letters swapped, or one letter more, less or other."""
    return chain(*nearest(word))


def nearest(word: str) -> tuple[Iterator[str], Iterator[str]]:
    """Return the words that are one slip away, the likeliest ones apart: only an other letter isn't."""
    return chain(simple_edits(word), _with_letter_more(word)), with_other_letter(word)


def split_in_two(word: str) -> Iterator[str]:
    """Yield the word split in two words, neither of them a mere syllable."""
    for at in range(2, len(word) - 1):
        parts = word[:at], word[at:]
        if all(len(part) > 2 or part.lower() in _SHORT_WORDS for part in parts):
            yield " ".join(parts)


def _with_letter_more(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield f"{word[:at]}{letter}{word[at:]}"


def with_other_letter(word: str) -> Iterator[str]:
    """Yield the word with another letter in each place."""
    for at in range(len(word)):
        for letter in _LETTERS:
            yield f"{word[:at]}{letter}{word[at + 1 :]}"


def slips_of(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that one slip turned into a word, and that begin with the same letter."""
    first, longest = word[0], len(word) + 1
    alike = (each for each in known if each[0] == first and longest - 3 < len(each) <= longest)
    return sorted(each for each in alike if typo(word, each))


def undoubled(word: str) -> str:
    """Return a word with each of its doubled letters once: whether they are doubled is often forgotten."""
    return "".join(letter for letter, _ in groupby(word))
