# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The spelling dictionaries: Dutch (OpenTaal's, in the package) and English (Hunspell's own), by Hunspell.

Hunspell takes a fifth of a second to read a dictionary, so each is read when first asked, and every word is
asked once a run. Where Hunspell is not installed, `Missing` is raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from jvom.checks.languages import english as common_english
from jvom.data import DATA

_DUTCH = DATA / "dictionary"
#: How to get Hunspell: the Python package has it inside.
INSTALL = "python -m pip install chunspell"
#: No word is longer, and a longer one is not read.
LONGEST = 64
#: Two slips are looked for in no longer word: the number of words to ask grows with the square.
_LONGEST_SLIPPED = 16
_SHORT = frozenset("in de te op en om of er we ze je al is zo nu na".split())
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
        self._rules = folder / f"{name}.aff"
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

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first.

        What a slip of the finger or one letter more makes of it; when that is no word, any other letter.
        """
        return self._first(word, chain(slips(word), _longer(word)), _other(word))

    def guess(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant by a word for which there is nothing to suggest.

        What the dictionary lists as often mistaken, else two words in one, else two slips; it may take a
        tenth of a second. Hunspell guesses too, but stops its search by the clock: on another machine it
        says something else.
        """
        return self._first(word, self._mistaken(word), _parted(word), self._slipped_twice(word))

    def _first(self, word: str, *candidates: Iterable[str]) -> tuple[str, ...]:
        if len(word) > LONGEST // 2:
            return ()
        found = (tuple(dict.fromkeys(filter(self._spelled_each, each))) for each in candidates)
        return next(filter(None, found), ())

    def _spelled_each(self, words: str) -> bool:
        return all(map(self._spelled, words.split(" ")))

    @cached_property
    def _mistakes(self) -> list[tuple[str, str]]:
        """What is often written, and what is meant: REP in hunspell(5), ``^`` and ``$`` for the ends."""
        lines = self._rules.read_text(encoding="utf-8", errors="replace").replace("ĳ", "ij").split("\n")
        fields = [line.split() for line in lines if line.startswith("REP ")]
        return [(each[1], each[2].replace("_", " ")) for each in fields if len(each) > 2]

    def _mistaken(self, word: str) -> Iterator[str]:
        """Yield the word with one of the dictionary's mistakes mended."""
        whole = f"^{word}$"
        for wrong, right in self._mistakes:
            at = whole.find(wrong)
            while at >= 0:
                yield f"{whole[:at]}{right}{whole[at + len(wrong) :]}".strip("^$ ")
                at = whole.find(wrong, at + 1)

    def _slipped_twice(self, word: str) -> Iterator[str]:
        if len(word) > _LONGEST_SLIPPED:
            return
        for once in dict.fromkeys(chain(slips(word), self._mistaken(word))):
            yield from slips(once)


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


def _parted(word: str) -> Iterator[str]:
    """Yield the word as two, the shorter of which is no mere syllable."""
    for at in range(2, len(word) - 1):
        parts = word[:at], word[at:]
        if all(len(part) > 2 or part.lower() in _SHORT for part in parts):
            yield " ".join(parts)


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
