# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A fix that puts other words in the place of some in a passage, and a violation with one."""

from __future__ import annotations

from collections.abc import Sequence

from jvom.analysis.passages import Passage
from jvom.checks.rule import Violation
from jvom.findings import Edit, Fix, Related, Severity
from jvom.source import Span

#: Words beside a hanging hyphen.
_HANGING = frozenset(("en", "of"))


#: No word is longer than this.
_NEARBY = 60


def replace(passage: Passage, start: int, end: int, replacement: str, *, safe: bool = True) -> Fix | None:
    """Return the fix for the characters `start` up to `end`; None where they were not typed plainly.

    It is only `safe` where it cannot change what somebody else wrote, or a longer name or word.
    """
    span = passage.plainly_typed(start, end)
    if span is None:
        return None
    return Fix((Edit(span, replacement),), safe and _is_sure(passage, start, end, replacement))


def correction(
    passage: Passage,
    start: int,
    end: int,
    better: str,
    wording: str = "",
    /,
    *,
    safe: bool = True,
    related: Span | Sequence[Related] = (),
    severity: Severity | None = None,
    **values: object,
) -> Violation:
    """Return the violation of the characters `start` up to `end`: `better` is to be written instead.

    What is said of it has the id `wording` on the rule's page, and `better` is one of the values that go in.
    """
    fix = replace(passage, start, end, better, safe=safe)
    return Violation(passage.span(start, end), wording, {"better": better, **values}, fix, related, severity)


def _is_sure(passage: Passage, start: int, end: int, replacement: str) -> bool:
    """Tell whether no word around some characters makes their replacement a guess."""
    old, new = (_letters(each) for each in (passage.text[start:end], replacement))
    before, after = _word_before(passage, start), _word_after(passage, end)
    if old == new:
        # Only spaces and marks change; but "grens - en kustwacht" lacks no dash.
        return "–" not in replacement or _HANGING.isdisjoint((before, after))
    if passage.kind == "quote" or passage.is_quoted(start, end):
        return False
    if old.lower() == new.lower():
        # Capitals of a longer name: "the Force Commander".
        return not before[:1].isupper() and not after[:1].isupper()
    words = replacement.lower().split()
    return not words or (before.lower() != words[0] and after.lower() != words[-1])


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _word_before(passage: Passage, at: int) -> str:
    """Return the word before an offset, "" when it begins its sentence."""
    first = passage.sentence_at(at)[0]
    words = passage.text[max(first, at - _NEARBY) : at].split()
    begins = len(words) == 1 and at - first <= _NEARBY and not words[0].islower()
    return words[-1].strip("(\"'“‘„") if words and not begins else ""


def _word_after(passage: Passage, at: int) -> str:
    """Return the word after an offset, "" when a mark comes first."""
    text = passage.text[max(0, at - 1) : at + 40]
    return next(iter(text[1:].split(maxsplit=1)), "").strip(".,;:)\"'”’") if " " in text[:2] else ""
