# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""ITA004: terms that are both in italics and between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.marked_terms import marked_terms
from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView

_OPENING, _CLOSING = frozenset("\"“„‘'«"), frozenset("\"”“’'»")


@rule("ITA004", WARNING, Scope.FRAGMENT, loose=INFO)
def marked_twice(text: TextView) -> Iterator[Violation]:
    """A term is in italics and between quotation marks too."""
    for term in marked_terms(text.passages):
        if _is_quoted(term.text[:1], term.text[-1:]) or _is_quoted(
            term.passage.text[: term.start][-1:], term.passage.text[term.end :][:1]
        ):
            yield violation(term.span, term=term.shown)


def _is_quoted(before: str, after: str) -> bool:
    return before in _OPENING and after in _CLOSING


RULES = (marked_twice,)
