# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What editing left in a Word file: comments, tracked changes, hidden text and unfilled controls."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.checks.word_files import word_files
from jvom.messages import Message, msg
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
        yield Violation(
            trace.span,
            _by(trace, msg("hier staat nog een opmerking: «{words}»", words=_words(trace))),
            msg("handel de opmerking af en verwijder die"),
        )


def _by(trace: Trace, what: Message) -> Message:
    return msg("{what} ({author})", what=what, author=trace.author) if trace.author else what


@rule("PUB008", WARNING, Scope.BUILT)
def change_left(texts: Texts) -> Iterator[Violation]:
    """A tracked change that has been left in."""
    for trace in _traces(texts, "invoeging", "verwijdering"):
        if trace.kind == "invoeging":
            what = msg("«{words}» is ingevoegd en nog niet geaccepteerd", words=_words(trace))
        else:
            what = msg("«{words}» is verwijderd, maar staat nog in het bestand", words=_words(trace))
        yield Violation(trace.span, _by(trace, what), msg("accepteer of negeer de wijziging"))


@rule("PUB009", WARNING, Scope.BUILT)
def hidden_text(texts: Texts) -> Iterator[Violation]:
    """Hidden text in the file."""
    for trace in _traces(texts, "verborgen tekst"):
        yield violation(trace.span, words=_words(trace))


@rule("PUB010", ERROR, Scope.BUILT)
def unfilled_control(texts: Texts) -> Iterator[Violation]:
    """A fill-in field that has not been filled in."""
    for trace in _traces(texts, "leeg veld"):
        yield violation(trace.span, words=_words(trace))


RULES = (comment_left, change_left, hidden_text, unfilled_control)
