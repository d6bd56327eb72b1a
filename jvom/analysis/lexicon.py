# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which classes a Dutch word may have: noun, adjective, verb.

``jvom/data/lexicon.txt``, made from the dictionary when the package is built, has a line for each word, in
order: the word, a space, and a letter for each of its classes. It is searched where it is on disk, so that
looking up a few words costs next to nothing. What Dutch makes anew, it lacks: a compound has the classes of
its last part.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from mmap import ACCESS_READ, mmap

from jvom.analysis.compounds import compounds
from jvom.data import DATA

_FILE = DATA / "lexicon.txt"

#: The letter in the file for each class.
LETTERS = {"noun": "n", "adjective": "a", "verb": "v"}
#: The classes that a word can be asked for.
LEXICAL_CLASSES = frozenset((*LETTERS, "compound"))


#: So many bytes of the file are searched at once: a block.
_SHORT = 2048
#: The letters of a word and the end of its line are no longer than this.
_LINE_END = 8


@cache
def has_class(word: str, name: str) -> bool:
    """Tell whether a word (small letters) may be of one of the `LEXICAL_CLASSES`."""
    if name == "compound":
        return compounds().parts(word) is not None
    return LETTERS[name] in classes_of(word) or (name == "noun" and compounds().parts(word) is not None)


@cache
def classes_of(word: str) -> str:
    """Return the letters of the classes that a word (small letters) has in the dictionary; "" for none."""
    wanted = f"\n{word} ".encode()
    block = bisect_right(_first_words(), wanted)
    # A copy is searched, since a map is searched letter by letter.
    lines = _lexicon()[(block - 1) * _SHORT : block * _SHORT + len(wanted) + _LINE_END]
    _, found, behind = lines.partition(wanted)
    return behind[: behind.index(b"\n")].decode() if found else ""


@cache
def _first_words() -> list[bytes]:
    """Return the first word that begins in each block of the file, with what is before and behind it."""
    file, found = _lexicon(), [b""]
    for at in range(_SHORT, len(file), _SHORT):
        start = file.find(b"\n", at)
        found.append(file[start : file.find(b" ", start) + 1] if start >= 0 else b"\x7f")
    return found


@cache
def _lexicon() -> mmap:
    with _FILE.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
