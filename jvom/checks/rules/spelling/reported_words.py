# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The words that word rules report already, so that spelling leaves them alone."""

from __future__ import annotations

from functools import cache

from jvom.checks.words.rule_files import word_rule


@cache
def reported_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words that word rules already report: entire ones, and beginnings of words."""
    reported = {
        phrase.typed.lower().lstrip("=")
        for code in ("LNG001", "LNG003", "NAM004")
        for phrase in word_rule(code).phrases
        if " " not in phrase.typed
    }
    beginnings = sorted(word[:-1] for word in reported if word[-1] == "*")
    return frozenset(word for word in reported if word[-1] != "*"), tuple(beginnings)
