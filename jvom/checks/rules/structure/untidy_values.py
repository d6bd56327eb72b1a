# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""STR017: titles, headings and printed values that begin in a small letter, or end in a mark."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.passages import Passage
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView

#: Values that are a sentence, and those that LET012 reads.
_WITH_MARK = frozenset(("reply", "salutation", "closing"))
_WITH_CAPITAL = frozenset("basis region title subject salutation closing signed_how name publisher".split())


@rule("STR017", WARNING, Scope.DOSSIER)
def untidy_value(dossier: DossierView) -> Iterator[Violation]:
    """A heading or a printed value begins in a small letter, ends in a mark, or has two spaces."""
    for passage in dossier.passages:
        if passage.kind in ("title", "heading", "value"):
            yield from _untidy(passage)


def _untidy(passage: Passage) -> Iterator[Violation]:
    text, label = passage.text, passage.label
    last = text[-1:]
    if last in (".", ",", ";", ":") and label not in _WITH_MARK and not _is_abbreviated(text):
        yield violation(passage.span(len(text) - 1, len(text)), "mark", mark=last)
    first = passage.tokens.forms[:1]
    begins = label in _WITH_CAPITAL and passage.document != "gegevens"
    if begins and first and first[0].islower() and first[0] not in word_class("article"):
        yield violation(passage.span(0, len(first[0])), "small", better=first[0].capitalize())
    if label and (at := text.find("  ")) >= 0:
        yield violation(passage.span(at, at + 2), "spaces")
    # The title of a source is as its publisher wrote it.
    is_own = label and passage.is_text and passage.section != "references.yml"
    if is_own and (at := max(map(text.find, (" & ", " + ")))) >= 0:
        yield violation(passage.span(at + 1, at + 2), "sign", sign=text[at + 1])


def _is_abbreviated(text: str) -> bool:
    """Tell whether a text ends in an abbreviation with its point: "c.s.", "mln."."""
    word = text.rsplit(maxsplit=1)[-1][:-1]
    return "." in word or len(word) == 1 or word in word_class("pointed")
