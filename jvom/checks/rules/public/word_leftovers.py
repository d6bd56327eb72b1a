# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What editing left in a Word file: comments, tracked changes, hidden text and unfilled controls."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.checks.word_files import word_files
from jvom.model import Trace

_SHOWN = 60


def _traces(texts: Texts, *kinds: str) -> Iterator[Trace]:
    """Yield what editing left of some kinds; in a template it is meant, or in what is made of it too."""
    return (trace for _, word in word_files(texts) for trace in word.traces if trace.kind in kinds)


def _words(trace: Trace) -> str:
    words = " ".join(trace.text.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"


@rule("PUB007", WARNING, Scope.BUILT)
def comment_left(texts: Texts) -> Iterator[Violation]:
    """A comment that has been left in the file."""
    for trace in _traces(texts, "opmerking"):
        wording = "by-author" if trace.author else "anonymous"
        yield violation(trace.span, wording, words=_words(trace), author=trace.author)


@rule("PUB008", WARNING, Scope.BUILT)
def change_left(texts: Texts) -> Iterator[Violation]:
    """A tracked change that has been left in."""
    for trace in _traces(texts, "invoeging", "verwijdering"):
        of_author = "inserted-by-author", "deleted-by-author"
        wordings = of_author if trace.author else ("inserted", "deleted")
        wording = wordings[trace.kind == "verwijdering"]
        yield violation(trace.span, wording, words=_words(trace), author=trace.author)


@rule("PUB009", WARNING, Scope.BUILT)
def hidden_text(texts: Texts) -> Iterator[Violation]:
    """Hidden text in the file."""
    return (violation(trace.span, words=_words(trace)) for trace in _traces(texts, "verborgen tekst"))


@rule("PUB010", ERROR, Scope.BUILT)
def unfilled_control(texts: Texts) -> Iterator[Violation]:
    """A fill-in field that has not been filled in."""
    return (violation(trace.span, words=_words(trace)) for trace in _traces(texts, "leeg veld"))
