# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The spelling dictionaries: Dutch (OpenTaal's, in the package) and English (Hunspell's own).

Hunspell needs time to load a dictionary, so each is loaded at the first question, and every answer is
remembered. Where Hunspell is not installed, `Missing` is raised.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from jvom.checks.languages import english as common_english
from jvom.data import DATA

_DUTCH = DATA / "dictionary"
#: How to install Hunspell: the Python package includes it.
INSTALL = "python -m pip install chunspell"
#: Longer words are not looked up.
LONGEST = 64
#: The longest word in which two typos are tried: the number of candidates grows with its square.
_LONGEST_EDITED_TWICE = 16
_SHORT_WORDS = frozenset("in de te op en om of er we ze je al is zo nu na".split())
_LETTERS = "enatirodslgvhkmubpwjczfyxëïéöq"
_ACCENTED = {"a": "áä", "e": "éëèê", "i": "ïí", "o": "öóô", "u": "üû", "c": "ç"}


class Missing(Exception):
    """Hunspell is not installed, or the `file` of a dictionary (when it is named) doesn't exist."""

    def __init__(self, file: str = "") -> None:
        super().__init__(file)
        self.file = file


class Dictionary:
    """A Hunspell dictionary, ``folder/name.aff`` and ``folder/name.dic``; raises Missing without it."""

    def __init__(self, folder: Path, name: str) -> None:
        try:
            from hunspell import Hunspell
        except ImportError as error:
            raise Missing from error
        if not (folder / f"{name}.dic").is_file():
            raise Missing((folder / f"{name}.dic").as_posix())
        self._rules = folder / f"{name}.aff"
        self._hunspell = Hunspell(name, hunspell_data_dir=os.fspath(folder), system_encoding="UTF-8")
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Tell whether a word is spelled right; compounds that the dictionary's rules allow are."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> bool:
        if len(word) > LONGEST:
            return False
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:
            return False

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return the words that may have been meant, the likeliest first.

        They have a letter swapped, doubled, accented, less or more; only when there are none, another letter.
        """
        return self._first_known(
            word, chain(simple_edits(word), _with_letter_more(word)), _with_other_letter(word)
        )

    def guess(self, word: str) -> tuple[str, ...]:
        """Return the words that may have been meant by a word without suggestions.

        These come from the dictionary's common mistakes, else from splitting the word, else from two typos.
        Hunspell guesses too, but its search ends by the clock, so that machines would differ.
        """
        return self._first_known(word, self._corrected(word), _split_in_two(word), self._edited_twice(word))

    def _first_known(self, word: str, *candidates: Iterable[str]) -> tuple[str, ...]:
        if len(word) > LONGEST // 2:
            return ()
        found = (tuple(dict.fromkeys(filter(self._has_each, each))) for each in candidates)
        return next(filter(None, found), ())

    def _has_each(self, words: str) -> bool:
        return all(map(self._look_up, words.split(" ")))

    @cached_property
    def _mistakes(self) -> list[tuple[str, str]]:
        """Common mistakes with their corrections: REP in hunspell(5), ``^`` and ``$`` for the ends."""
        lines = self._rules.read_text(encoding="utf-8", errors="replace").replace("ĳ", "ij").split("\n")
        fields = [line.split() for line in lines if line.startswith("REP ")]
        return [(each[1], each[2].replace("_", " ")) for each in fields if len(each) > 2]

    def _corrected(self, word: str) -> Iterator[str]:
        """Yield the word with one of the dictionary's common mistakes corrected."""
        whole = f"^{word}$"
        for wrong, right in self._mistakes:
            at = whole.find(wrong)
            while at >= 0:
                yield f"{whole[:at]}{right}{whole[at + len(wrong) :]}".strip("^$ ")
                at = whole.find(wrong, at + 1)

    def _edited_twice(self, word: str) -> Iterator[str]:
        if len(word) > _LONGEST_EDITED_TWICE:
            return
        for once in dict.fromkeys(chain(simple_edits(word), self._corrected(word))):
            yield from simple_edits(once)


def simple_edits(word: str) -> Iterator[str]:
    """Yield the word with two letters swapped, or one doubled, left out or accented."""
    for at, letter in enumerate(word):
        left, right = word[:at], word[at + 1 :]
        if right and right[0] != letter:
            yield f"{left}{right[0]}{letter}{right[1:]}"
        if not left.endswith(letter):
            yield f"{left}{right}"
            yield f"{left}{letter}{letter}{right}"
        for accented in _ACCENTED.get(letter, ""):
            yield f"{left}{accented}{right}"


def one_letter_edits(word: str) -> Iterator[str]:
    """Yield the word with two letters swapped, or one letter more, less or other."""
    yield from simple_edits(word)
    yield from _with_letter_more(word)
    yield from _with_other_letter(word)


def _split_in_two(word: str) -> Iterator[str]:
    """Yield the word split in two words, neither of them a mere syllable."""
    for at in range(2, len(word) - 1):
        parts = word[:at], word[at:]
        if all(len(part) > 2 or part.lower() in _SHORT_WORDS for part in parts):
            yield " ".join(parts)


def _with_letter_more(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield f"{word[:at]}{letter}{word[at:]}"


def _with_other_letter(word: str) -> Iterator[str]:
    for at in range(len(word)):
        for letter in _LETTERS:
            yield f"{word[:at]}{letter}{word[at + 1 :]}"


@cache
def dutch(folder: str = "") -> Dictionary:
    """Return the Dutch dictionary of the package, or that of another folder; raises Missing."""
    return Dictionary(Path(folder) if folder else _DUTCH, "nl")


@cache
def english() -> Dictionary:
    """Return the (American) English dictionary that comes with Hunspell's Python package; raises Missing."""
    try:
        import hunspell
    except ImportError as error:
        raise Missing from error
    return Dictionary(Path(str(hunspell.__file__)).parent / "dictionaries", "en_US")


_BRITISH = (
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"), ("ence", "ense"), ("programme", "program"), ("lled", "led"), ("lling", "ling"),
    ("ller", "ler"), ("ogue", "og"), ("grey", "gray"), ("defence", "defense"), ("ae", "e"), ("mme", "m"),
)  # fmt: skip


def is_english(word: str) -> bool:
    """Tell whether a word is English, spelled the American or the British way.

    The commonest words are in a list in the package, so that a dossier without typos needn't load the
    dictionary. Without a dictionary every word counts as English.
    """
    if word.lower() in common_english():
        return True
    try:
        dictionary = english()
    except Missing:
        return True
    if dictionary.has(word):
        return True
    return any(
        british in word and dictionary.has(word.replace(british, american)) for british, american in _BRITISH
    )
