# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The spelling dictionaries: Dutch (OpenTaal's, in the package) and English (Hunspell's own).

Hunspell needs time to load a dictionary, so each is loaded at the first question, and every answer is
remembered. Where Hunspell is not installed, `Missing` is raised.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

from jvom.analysis.languages import english as common_english
from jvom.data import DATA

_DUTCH = DATA / "dictionary"
#: The letters of one that is compiled (tools/spelling_dictionary.py) are a byte each, in this encoding:
#: Hunspell loads it twice as fast. What the encoding lacks has another letter in its place, which then stands
#: for nothing else.
ENCODING = "ISO8859-1"
_STAND_INS = {"ĳ": "þ", "Ĳ": "Þ", "€": "¤", "₂": "¢", "’": "´", "\N{COMBINING ACUTE ACCENT}": "¨"}
STAND_INS = str.maketrans(_STAND_INS | dict.fromkeys(_STAND_INS.values(), "\N{REPLACEMENT CHARACTER}"))
#: How to install Hunspell: the Python package includes it.
INSTALL = "python -m pip install chunspell"
#: Longer words are not looked up.
LONGEST = 64


class Missing(Exception):
    """Hunspell is not installed, or the `file` of a dictionary (when it is named) doesn't exist."""

    def __init__(self, file: str = "") -> None:
        super().__init__(file)
        self.file = file


class Dictionary:
    """A Hunspell dictionary, ``folder/name.aff`` and ``folder/name.dic``; raises Missing without it.

    One that `is_compiled` has stand-ins for some letters.
    """

    def __init__(self, folder: Path, name: str, *, is_compiled: bool = False) -> None:
        try:
            from hunspell import Hunspell
        except ImportError as error:
            raise Missing from error
        if not (folder / f"{name}.dic").is_file():
            raise Missing((folder / f"{name}.dic").as_posix())
        self._rules = (_DUTCH if is_compiled else folder) / f"{name}.aff"
        self._hunspell = Hunspell(name, hunspell_data_dir=os.fspath(folder), system_encoding="UTF-8")
        self._stand_ins = STAND_INS if is_compiled else {}
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Tell whether a word is spelled right; compounds that the dictionary's rules allow are."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._look_up(word)
        return known

    def lists(self, word: str) -> bool:
        """Tell whether a word is in the list, inflected or not, and no mere compound of others that are."""
        return self._look_up(word) and any(
            " pa:" not in each for each in self._hunspell.analyze(word.translate(self._stand_ins))
        )

    def stems(self, word: str) -> frozenset[str]:
        """Return the words in the list that a word is a form of, and no compound of."""
        found = self._hunspell.analyze(word.translate(self._stand_ins)) if self._look_up(word) else ()
        return frozenset(
            field.removeprefix("st:")
            for each in found
            if " pa:" not in each
            for field in each.split()
            if field.startswith("st:")
        )

    def _look_up(self, word: str) -> bool:
        if len(word) > LONGEST:
            return False
        try:
            return bool(self._hunspell.spell(word.translate(self._stand_ins)))
        except UnicodeEncodeError:
            return False

    def first_known(self, is_likely: Callable[[str], bool], *candidates: Iterable[str]) -> tuple[str, ...]:
        """Return the likely words of the first candidates of which the dictionary has likely ones."""
        known = (filter(self._has_each, each) for each in candidates)
        found = (tuple(filter(is_likely, dict.fromkeys(each))) for each in known)
        return next(filter(None, found), ())

    def _has_each(self, words: str) -> bool:
        return all(map(self._look_up, words.split(" ")))

    @cached_property
    def _mistakes(self) -> list[tuple[str, str]]:
        """Common mistakes with their corrections: REP in hunspell(5), ``^`` and ``$`` for the ends."""
        lines = self._rules.read_text(encoding="utf-8", errors="replace").replace("ĳ", "ij").split("\n")
        fields = [line.split() for line in lines if line.startswith("REP ")]
        return [(each[1], each[2].replace("_", " ")) for each in fields if len(each) > 2]

    def corrected(self, word: str) -> Iterator[str]:
        """Yield the word with one of the dictionary's common mistakes corrected."""
        whole = f"^{word}$"
        for wrong, right in self._mistakes:
            at = whole.find(wrong)
            while at >= 0:
                yield f"{whole[:at]}{right}{whole[at + len(wrong) :]}".strip("^$ ")
                at = whole.find(wrong, at + 1)


@cache
def dutch(folder: str = "") -> Dictionary:
    """Return the Dutch dictionary of the package, or that of another folder; raises Missing."""
    if folder:
        return Dictionary(Path(folder), "nl")
    return Dictionary(DATA / "spelling", "nl", is_compiled=True)


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
    american = (word.replace(british, spelled) for british, spelled in _BRITISH if british in word)
    return dictionary.has(word) or any(map(dictionary.has, american))
