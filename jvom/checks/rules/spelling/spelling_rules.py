# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of spelling, which import what reads the dictionaries when they check."""

from __future__ import annotations

from collections.abc import Iterable

from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule
from jvom.checks.views import Texts


@rule("SPL001", WARNING, Scope.TEXTS, fixable=True)
def unknown_word(texts: Texts) -> Iterable[Violation]:
    """A word is not in the dictionary."""
    from jvom.checks.rules.spelling.misspellings import misspellings

    return misspellings(texts)


@rule("SPL002", WARNING, Scope.TEXTS)
def unknown_foreign_word(texts: Texts) -> Iterable[Violation]:
    """A word in an English term is not in the English dictionary."""
    from jvom.checks.rules.spelling.english_misspellings import english_misspellings

    return english_misspellings(texts)


@rule("SPL003", INFO, Scope.TEXTS, worst=WARNING)
def no_dictionary(texts: Texts) -> Iterable[Violation]:
    """The spelling has not been checked: Hunspell is missing."""
    from jvom.checks.rules.spelling.missing_dictionary import missing_dictionary

    return missing_dictionary(texts)
