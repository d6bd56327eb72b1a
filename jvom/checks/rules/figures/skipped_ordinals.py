# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on series in which one is skipped: "ten eerste" and then "ten derde"."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.analysis.phrases import Phrase
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import Texts
from jvom.dutch.numbers import ORDINALS

#: What numbers the points of a series.
NTH = Phrase(f"ten ordinal={'|'.join(ORDINALS)}")


@rule("FIG012", WARNING, Scope.TEXTS, local=True)
def ordinal_skipped(texts: Texts) -> Iterator[Violation]:
    """After "ten eerste" comes "ten derde"."""
    path, last = "", 0
    for match in NTH.find(texts):
        if match.span.path != path:
            path, last = match.span.path, 0
        number = ORDINALS.index(match.part("ordinal"))
        if number > last + 1:
            yield violation(match.span, found=match.text, missing=f"ten {ORDINALS[number - 1]}")
        last = number


RULES = (ordinal_skipped,)
