# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG038: a sentence begins with a small letter: "De missie eindigde. de staf vertrok"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.lexicon import classes_of
from jvom.analysis.passages import RUNNING
from jvom.analysis.word_classes import word_class
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView
from jvom.dutch.patterns import pattern

#: A word of at least three letters, its full stop, and a word with which sentences often begin.
_START = pattern(
    r"\.(?<=[a-z]{3}.)\s+(?=[bdehimnotvwz])(de|het|een|dit|deze|dat|er|in|op|ook|daar\w+|hier\w+|hij|zij|wij|ze|we|maar"
    r"|voor|bij|met|na|om|door|tijdens|volgens|omdat|toen|nu|zo) "
)


@rule("LNG038", WARNING, Scope.FRAGMENT)
def small_letter_after_full_stop(text: TextView) -> Iterator[Violation]:
    """A sentence begins with a small letter, behind an ordinary word and its full stop."""
    for passage in text.passages:
        if passage.kind not in RUNNING:
            continue
        for match in _START.finditer(passage.dutch):
            before = passage.text[: match.start()].rsplit(maxsplit=1)[-1].lower()
            is_word = bool(classes_of(before)) and before not in word_class("abbreviated")
            if is_word and not passage.is_quoted(*match.span(1)):
                yield violation(passage.span(*match.span(1)), found=match[1])
