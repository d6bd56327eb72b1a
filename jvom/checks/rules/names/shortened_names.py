# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Names that also occur with fewer words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from jvom.analysis.capitalized_names import Names
from jvom.checks.groups import by_key
from jvom.checks.name_phrases import phrases
from jvom.checks.rule import INFO, Scope, Violation, rule, violation
from jvom.checks.views import Texts

_OR = frozenset({("of", "de"), ("of", "het")})


@rule("NAM007", INFO, Scope.TEXTS)
def shortened_name(texts: Texts) -> Iterator[Violation]:
    """A compound name also occurs in a shorter form."""
    for document in texts.memo(phrases):
        yield from _shortened(document)


def _shortened(phrases: Names) -> Iterator[Violation]:
    ends = by_key(((words[0], words[-1]), words) for words in sorted(phrases, key=len))
    for alike in ends.values():
        for number, short in enumerate(alike):
            longer = next((other for other in alike[number + 1 :] if _is_within(short, other)), None)
            if longer:
                here, whole = phrases[short][0], phrases[longer][0]
                yield violation(here.span, found=here.shown, longer=whole.shown, related=whole.span)


def _is_within(short: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether `other` is `short` with words inserted in one place, and not two names joined."""
    if len(short) == len(other) or any(pair in _OR for pair in pairwise(other)):
        return False
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(short, other, strict=False))))
    return other[len(other) - len(short) + same :] == short[same:]
