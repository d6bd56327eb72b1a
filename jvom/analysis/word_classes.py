# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Classes of words that are listed by name in ``jvom/data/lexicon/classes.txt``, for phrases and rules.

A class is a name with a colon, and its words on the lines below it, which begin with a space. A line that
begins with "#" is a comment. A word with a capital, or with "*", means in a phrase what it means there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jvom.data import DATA

_FILE = DATA / "lexicon" / "classes.txt"


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Return the words of each class, by its name."""
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith("#"):
            continue
        if line.startswith(" "):
            words += line.split()
        elif line.endswith(":"):
            words = found[line[:-1]] = []
    return {name: frozenset(words) for name, words in found.items()}


@cache
def word_class(*names: str) -> frozenset[str]:
    """Return the words of a class, or of several. Raises KeyError when there is no class of a name."""
    first, *others = [word_classes()[name] for name in names]
    return first.union(*others)
