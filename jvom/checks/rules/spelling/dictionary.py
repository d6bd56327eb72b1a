# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The spelling dictionaries: Dutch (OpenTaal's, in the package) and English (Hunspell's own), by Hunspell.

Hunspell takes a fifth of a second to read a dictionary, so each is read when first asked, and every word is
asked once a run. Where Hunspell is not installed, `Missing` is raised.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from jvom.checks.languages import english as common_english
from jvom.data import DATA

_DUTCH = DATA / "dictionary"
#: How to get Hunspell: the Python package has it inside.
INSTALL = "python -m pip install chunspell"
#: No word is longer, and a longer one is not read.
LONGEST = 64
_LETTERS = "enatirodslgvhkmubpwjczfyxëïéöq"
_ACCENTED = {"a": "áä", "e": "éëèê", "i": "ïí", "o": "öóô", "u": "üû", "c": "ç"}


class Missing(Exception):
    """Hunspell is not installed, or (then it is named) the `file` of a dictionary is not there."""

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
        self._hunspell = Hunspell(name, hunspell_data_dir=str(folder), system_encoding="UTF-8")
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Tell whether a word is spelled right, also as a compound that the dictionary's rules allow."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._spelled(word)
        return known

    def _spelled(self, word: str) -> bool:
        if len(word) > LONGEST:
            return False
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:
            return False

    def suggest(self, word: str, *, think: bool) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first.

        First what a slip of the finger or one letter more makes of it, then any other letter; when none is a
        word and `think` says so, what Hunspell comes up with, which takes a quarter of a second.
        """
        if len(word) > LONGEST // 2:
            return ()
        for candidates in (chain(slips(word), _longer(word)), _other(word)):
            if found := tuple(dict.fromkeys(each for each in candidates if self._spelled(each))):
                return found
        try:
            return tuple(self._hunspell.suggest(word)) if think else ()
        except UnicodeEncodeError:
            return ()


def slips(word: str) -> Iterator[str]:
    """Yield what a word may be a slip for: letters that changed places, one doubled, left out, accented."""
    for at, letter in enumerate(word):
        left, right = word[:at], word[at + 1 :]
        if right and right[0] != letter:
            yield f"{left}{right[0]}{letter}{right[1:]}"
        if not left.endswith(letter):
            yield f"{left}{right}"
            yield f"{left}{letter}{letter}{right}"
        for accented in _ACCENTED.get(letter, ""):
            yield f"{left}{accented}{right}"


def _longer(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield f"{word[:at]}{letter}{word[at:]}"


def _other(word: str) -> Iterator[str]:
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

    The words that these texts use most are in a list of the package, so that a dossier without slips need not
    wait for the dictionary. Without a dictionary nobody can say that a word is not English.
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
