# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which classes a Dutch word may have: noun, adjective, verb.

``jvom/data/lexicon.table``, made from the dictionary when the package is built, has a letter for each class
of each word. What Dutch makes anew, it lacks: a compound has the classes of its last part.
"""

from __future__ import annotations

from functools import cache
from mmap import ACCESS_READ, mmap

from jvom.analysis.compounds import compounds
from jvom.analysis.word_tables import WordTable
from jvom.data import DATA

#: The letter in the file for each class.
LETTERS = {"noun": "n", "adjective": "a", "verb": "v"}
#: The classes that a word can be asked for.
LEXICAL_CLASSES = frozenset((*LETTERS, "compound"))


@cache
def has_class(word: str, name: str) -> bool:
    """Tell whether a word (small letters) may be of one of the `LEXICAL_CLASSES`."""
    if name == "compound":
        return compounds().parts(word) is not None
    return LETTERS[name] in classes_of(word) or (name == "noun" and compounds().parts(word) is not None)


@cache
def classes_of(word: str) -> str:
    """Return the letters of the classes that a word (small letters) has in the dictionary; "" for none."""
    return _lexicon().get(word)


@cache
def _lexicon() -> WordTable:
    with (DATA / "lexicon.table").open("rb") as file:
        return WordTable(mmap(file.fileno(), 0, access=ACCESS_READ))
