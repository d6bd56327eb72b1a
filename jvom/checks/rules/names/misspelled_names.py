# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What the word rules about names know as wrong, so that no other rule reports it once more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jvom.checks.words.phrases import match_case, table_phrases
from jvom.checks.words.rule_files import word_rule

if TYPE_CHECKING:
    from jvom.checks.views import Texts

_RULES = ("NAM003", "NAM004", "NAM005")


def _misspelled(texts: Texts) -> Mapping[str, str]:
    """Return the misspellings that may stand in the texts, each with the better form."""
    return {
        phrase.typed: phrase.better[0]
        for code in _RULES
        for phrase in table_phrases(word_rule(code).table, texts)
    }


def is_known_misspelling(texts: Texts, found: str) -> bool:
    """Tell whether one of the word rules about names reports these words of the texts."""
    known = texts.memo(_misspelled)
    better = known.get(found) or known.get(found.lower())
    return better is not None and match_case(found, better) != found
