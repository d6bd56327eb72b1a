# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG033: the reader called "je"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase, Reads
from jvom.analysis.traits import Traits
from jvom.checks.quoted_paragraphs import is_quoted_whole
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts

_YOU = Phrase("je|jij|jou|jouw|jullie|jezelf")


@rule("LNG033", WARNING, Scope.TEXTS, loose=INFO, local=True)
def informal_address(texts: Texts) -> Iterator[Violation]:
    """The text calls its reader "je"."""
    for match in _YOU.find(texts, Reads.DUTCH, Traits(refused=("quoted",))):
        if not is_quoted_whole(texts, match.passage):
            yield violation(match.span, word=match.text)


RULES = (informal_address,)
