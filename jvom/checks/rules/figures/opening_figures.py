# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""FIG011: sentences that begin with a figure."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import INFO, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView

#: The marks that a sentence may have before its figure.
_OPENING = "\"“„‘'"


@rule("FIG011", WARNING, Scope.FRAGMENT, loose=INFO)
def opening_figure(text: TextView) -> Iterator[Violation]:
    """A sentence begins with a figure."""
    for passage in text.passages_of("paragraph", "footnote", "item", "cell"):
        if not passage.quantities or (passage.kind in ("item", "cell") and len(passage.sentences) == 1):
            continue
        begins = {start + (passage.text[start] in _OPENING) for start, _ in passage.sentences}
        for quantity in passage.quantities:
            number = passage.text[quantity.start : quantity.end]
            is_typed = passage.is_typed(quantity.start, quantity.end)
            if quantity.start in begins and not number[0].isalpha() and is_typed:
                yield violation(passage.span_of(quantity), number=number)


RULES = (opening_figure,)
