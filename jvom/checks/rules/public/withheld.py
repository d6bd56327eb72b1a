# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are kept from the public without a ground of the law."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView
from jvom.resolving.withheld import ADVICE, MISSING, without_ground


@rule("PUB011", WARNING, Scope.FRAGMENT, local=True)
def ground_missing(text: TextView) -> Iterator[Violation]:
    """Words are withheld and no ground is given."""
    if text.fragment is not None:
        for mark in without_ground(text.fragment):
            yield violation(mark.span, missing=MISSING, advice=ADVICE)
