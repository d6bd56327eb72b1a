# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""LNG024: items of a list that begin or end in different ways."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.list_items import ENDING_NAMES, ending, first_letter, lists_of
from jvom.checks.outliers import outliers
from jvom.checks.rule import WARNING, Scope, Violation, rule, violation
from jvom.checks.views import TextView


@rule("LNG024", WARNING, Scope.FRAGMENT, local=True)
def mixed_list_endings(view: TextView) -> Iterator[Violation]:
    """The items of a list end differently."""
    for *body, final in lists_of(view):
        # Of two equally common endings, the semicolon is the one for parts of a sentence.
        for found in outliers(body, ending, lambda mark, count: (count, mark == ";")):
            end = len(found.item.text.rstrip())
            if found.rarer or found.usual == ";":
                yield violation(
                    found.item.span(end - 1, end),
                    "ending",
                    ending=ENDING_NAMES[found.form],
                    best=ENDING_NAMES[found.usual],
                    related=final.span(),
                )
        for found in outliers((*body, final), first_letter) if len(body) > 1 else ():
            if found.rarer:
                yield violation(found.item.span(0, 1), found.form, related=found.example.span())
        if body and view.document != "tekst" and ending(final) in (";", ","):
            end = len(final.text.rstrip())
            yield violation(final.span(end - 1, end), "final", ending=ENDING_NAMES[ending(final) or ""])


RULES = (mixed_list_endings,)
