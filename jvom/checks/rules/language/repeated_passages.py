# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on a passage that is in two places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count

from jvom.analysis.passages import RUNNING, Passage
from jvom.checks.rule import INFO, Scope, Violation, rule, violation
from jvom.checks.rules.language.spaced_words import place_of, spaced_words
from jvom.checks.views import Texts

_LEAST_WORDS = 8
_LONG_WORD, _ANCHOR_WORDS = 7, 3


@rule("LNG021", INFO, Scope.TEXTS)
def repeated_passage(texts: Texts) -> Iterator[Violation]:
    """The same passage is in two places."""
    seen: dict[tuple[str, ...], tuple[Passage, int]] = {}
    for passage in texts.passages:
        if passage.kind not in RUNNING:
            continue
        words, passed = passage.memo(spaced_words), 0
        # A passage of some length has a long word in it: only what begins there is looked up.
        for number in compress(count(), map(_LONG_WORD.__le__, map(len, words))):
            if number < passed:
                continue
            earlier, at = seen.setdefault(tuple(words[number : number + _ANCHOR_WORDS]), (passage, number))
            if earlier is passage or _section(earlier) == _section(passage):
                continue
            before, length = _common(earlier.memo(spaced_words), at, words, number, passed)
            if length >= _LEAST_WORDS:
                passed = number - before + length
                same = words[number - before : passed]
                if sum(word[0].isalpha() for word in same) >= _LEAST_WORDS:
                    yield _repeated(passage, number - before, length, earlier, at - before)


def _section(passage: Passage) -> tuple[str, str]:
    return passage.whole.path, passage.heading if passage.document == "tekst" else ""


def _common(earlier: list[str], at: int, later: list[str], number: int, floor: int) -> tuple[int, int]:
    """Return how many words before two places are the same (not before `floor`), and how many in all."""
    before = 0
    while before < min(at, number - floor) and earlier[at - before - 1] == later[number - before - 1]:
        before += 1
    after = 0
    most = min(len(earlier) - at, len(later) - number)
    while after < most and earlier[at + after] == later[number + after]:
        after += 1
    return before, before + after


def _repeated(passage: Passage, number: int, length: int, earlier: Passage, at: int) -> Violation:
    elsewhere = earlier.span(*place_of(earlier, at, length))
    return violation(passage.span(*place_of(passage, number, length)), length=length, related=elsewhere)
