# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""When two spellings are of one word: without accents, with any hyphen or apostrophe, British or American."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from jvom.dutch.patterns import pattern

_WORD = pattern(r"\w+")
_HYPHENS = str.maketrans("‑–’‘\n\u00a0", "--''  ")
_ACCENTS = str.maketrans(
    "àáâãäåāăąçćčďèéêëēęěğìíîïīıłñńňòóôõöøőřśşšťùúûüūůűýÿžźż",
    "aaaaaaaaacccdeeeeeeegiiiiiilnnnooooooorssstuuuuuuuyyzzz",
)
_ENDINGS = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"))
_FOREIGN = (
    *(("programme", "program"), ("centre", "center"), ("theatre", "theater"), ("defence", "defense")),
    *(("harbour", "harbor"), ("licence", "license")),
)
_FOREIGN_STARTS = tuple(british for british, _ in _FOREIGN)


def plain_marks(text: str) -> str:
    """Return text with one kind of hyphen, apostrophe and space, to compare what a reader sees."""
    return text.replace("\n", " ") if text.isascii() else text.translate(_HYPHENS)


def unaccented(word: str) -> str:
    """Return a word in small letters without its accents."""
    return word if word.isascii() else word.translate(_ACCENTS)


@cache
def spelling_key(word: str) -> str:
    """Return a key that all spellings of a word (small letters) share: no accents, American spelling."""
    if not word.isascii():
        word = word.translate(_ACCENTS)
    if len(word) > 5:
        # Most words have none of them.
        if "is" in word:
            for british, american in _ENDINGS:
                if british in word:
                    return word.replace(british, american)
        if word.startswith(_FOREIGN_STARTS):
            for british, american in _FOREIGN:
                if word.startswith(british):
                    return american + word[len(british) :]
    return word


def words_with_other_keys(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the words (small letters) whose key is not the word itself, each with its key."""
    for word in words:
        # Most words have none of these, and keep their spelling.
        may_differ = "is" in word or not word.isascii() or word.startswith(_FOREIGN_STARTS)
        if may_differ and (key := spelling_key(word)) != word:
            yield word, key


@cache
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, small."""
    return tuple(_WORD.findall(name.lower()))


@cache
def name_key(name: str) -> tuple[str, ...]:
    """Return the keys of the words of a name, which all spellings of the name share."""
    return tuple(map(spelling_key, words_of(name)))


def typed_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names as typed."""
    return frozenset(_WORD.findall("\n".join(names)))
