# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The misspelled names that word rules report, so that no other rule reports them again."""

from __future__ import annotations

from collections.abc import Mapping

from jvom.checks.views import Texts
from jvom.checks.words.phrases import match_case, table_phrases
from jvom.checks.words.rule_files import word_rule

_RULES = ("NAM003", "NAM004", "NAM005")


def _misspelled(texts: Texts) -> Mapping[str, str]:
    """Return the misspellings that the texts may contain, each with its correction."""
    return {
        phrase.typed: phrase.better[0]
        for code in _RULES
        for phrase in table_phrases(word_rule(code).table, texts)
        if phrase.better
    }


def is_known_misspelling(texts: Texts, found: str) -> bool:
    """Tell whether a word rule about names reports these words."""
    known = texts.memo(_misspelled)
    better = known.get(found) or known.get(found.lower())
    return better is not None and match_case(found, better) != found
