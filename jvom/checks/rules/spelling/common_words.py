# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Which words are common in Dutch: those that a slip is likely to be for."""

from __future__ import annotations

from functools import cache

from jvom.checks.rules.spelling.dictionary import Dictionary
from jvom.data import DATA


def is_common(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is a form of a common one."""
    forms = (word, word.lower()) if word[:1].isupper() else (word,)
    return any(not _common().isdisjoint((form, *dictionary.stems(form))) for form in forms)


@cache
def _common() -> frozenset[str]:
    return frozenset((DATA / "common_words" / "nl.txt").read_text(encoding="utf-8").split())
