# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the word rules about names know as wrong, so that no other rule reports it once more."""

from __future__ import annotations

from functools import cache

from jvom.checks.words.files import word_rule
from jvom.checks.words.phrases import like

_RULES = ("NAM003", "NAM004", "NAM005")


@cache
def _misspelled() -> dict[str, str]:
    return {phrase.typed: phrase.better[0] for code in _RULES for phrase in word_rule(code).phrases}


def is_known_misspelling(found: str) -> bool:
    """Tell whether one of the word rules about names reports these words."""
    known = _misspelled()
    better = known.get(found) or known.get(found.lower())
    return better is not None and like(found, better) != found
