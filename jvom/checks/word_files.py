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


def not_in_dutch(texts: Texts, *, templates: bool = False) -> Iterator[Violation]:
    """Yield the Word files, or the templates, whose language is not Dutch."""
    for text, word in word_files(texts, templates=templates):
        language = word.language
        if not language.lower().startswith("nl"):
            yield violation(text.whole, "other-language" if language else "no-language", language=language)
