# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Classes of words that are listed by name in ``jvom/data/lexicon/classes.txt``, for phrases and rules.

A class is a name with a colon, and its words on the lines below it, which begin with a space. A line that
begins with "#" is a comment. A word with a capital, or with "*", means in a phrase what it means there.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache

from jvom.data import DATA

_FILE = DATA / "lexicon" / "classes.txt"


@cache
def word_class(*names: str) -> frozenset[str]:
    """Return the words of a class, or of several. Raises KeyError when there is no class of a name."""
    if len(names) > 1:
        return frozenset().union(*map(word_class, names))
    lines = [line for line in _lines()[names[0]] if not line.lstrip().startswith("#")]
    return frozenset(" ".join(lines).split())


def class_names() -> Set[str]:
    """Return the names of all classes."""
    return _lines().keys()


@cache
def _lines() -> Mapping[str, list[str]]:
    """Return the lines below each name, comments too: a run reads the words of few classes."""
    found: dict[str, list[str]] = {}
    below: list[str] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.endswith(":") and not line.startswith((" ", "#")):
            below = found[line[:-1]] = []
        else:
            below.append(line)
    return found
