# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on long sentences."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import INFO, Scope, Violation, rule, violation
from jvom.checks.views import Texts

_MOST_WORDS = 45


@rule("LNG022", INFO, Scope.TEXTS, local=True)
def long_sentence(texts: Texts) -> Iterator[Violation]:
    """A sentence is longer than 45 words."""
    for passage in texts.passages:
        if passage.kind in ("value", "title", "heading", "head") or len(passage.text) <= 3 * _MOST_WORDS:
            continue
        for start, end in passage.sentences:
            words = passage.text[start:end].split()
            if len(words) <= _MOST_WORDS:
                continue
            count = sum(word[0].isalnum() or word[-1].isalnum() for word in words)
            if count > _MOST_WORDS:
                yield violation(passage.span(start, end), count=count)
