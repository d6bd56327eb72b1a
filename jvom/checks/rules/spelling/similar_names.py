# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names that are a letter away from a word."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from jvom.checks.rules.spelling.meant_words import SIMILAR
from jvom.dutch.typos import typo


class SimilarNames:
    """Names, indexed by themselves and by each form with one letter less."""

    def __init__(self, names: Collection[str]) -> None:
        self._by_key: dict[str, list[str]] = {}
        for name in sorted(names):
            for key in _without_a_letter(name):
                self._by_key.setdefault(key, []).append(name)

    def of(self, text: str) -> list[str]:
        """Return the names that differ from a word in one letter."""
        near = {name for key in _without_a_letter(text) for name in self._by_key.get(key, ())}
        return sorted(name for name in near if typo(text, name) in SIMILAR)


@lru_cache(maxsize=4096)
def _without_a_letter(word: str) -> tuple[str, ...]:
    return word, *(word[:at] + word[at + 1 :] for at in range(len(word)))
