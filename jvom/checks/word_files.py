# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The Word files among the texts of a run, and the language set in them."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import Violation, violation
from jvom.checks.views import Texts, TextView
from jvom.model import WordFile


def word_files(texts: Texts, *, templates: bool = False) -> Iterator[tuple[TextView, WordFile]]:
    """Yield the Word files among the texts: the templates, or all others."""
    for text in texts.texts:
        word = text.fragment.word if text.fragment else None
        if word is not None and word.template == templates:
            yield text, word


def wrong_language(text: TextView, word: WordFile) -> Violation | None:
    """Return the violation when the language of a file is not Dutch, else None."""
    if word.language.lower().startswith("nl"):
        return None
    return violation(text.whole, "other-language" if word.language else "no-language", language=word.language)
