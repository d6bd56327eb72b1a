# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What last year's report promised, and whether this year's comes back to it."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.word_classes import word_class
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.rules.earlier_years.typed_words import Typed, beside_last_year
from jvom.checks.views import DossierView
from jvom.dutch.patterns import pattern
from jvom.dutch.sentences import sentences
from jvom.source import Span

_PROMISE = pattern(
    r"\b(?:z(?:al|ullen)\b[^.;]{0,80}?\b(?:in|vanaf|voor|eind|begin|medio) (?:\w+ )?20\d\d|naar verwachting"
    r"|(?:is|zijn) voornemens|voornemen(?:s)? om|in 20\d\d (?:zal|zullen))\b"
)
_LONG = 8
_SHARE = 3  # one in this many of its long words must come back


@rule("VRG011", WARNING, Scope.DOSSIER)
def promise_not_kept(dossier: DossierView) -> Iterator[Violation]:
    """The section does not come back to what was announced last year."""
    for section, same in beside_last_year(dossier):
        said = {word.text for word in section.words}
        for sentence, place in _promises(same):
            long = {word for word in sentence if len(word) >= _LONG and word not in word_class("common_long")}
            if len(long & said) * _SHARE < len(long):
                yield violation(section.title, related=place)


def _promises(section: Typed) -> Iterator[tuple[frozenset[str], Span]]:
    """Yield the words of each sentence that announces something, and its place."""
    path = section.fragment.span.path
    for number, line in enumerate(section.fragment.lines, 1):
        for start, end in sentences(line):
            if _PROMISE.search(line.lower(), start, end):
                words = frozenset(
                    word.text for word in section.words if word.line == number and start < word.start <= end
                )
                yield words, Span(path, number, start + 1, number, end + 1)
