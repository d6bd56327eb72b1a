# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""References and dates that a document of an earlier year has already."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jvom.checks.other_dossiers import (
    Dated,
    decision_dates,
    nota_dates,
    plain_reference,
    references_of,
    sent_dates,
)
from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.model import DossierData
from jvom.source import Span


@rule("VRG001", ERROR, Scope.DOSSIER)
def reference_of_earlier_year(dossier: DossierView) -> Iterator[Violation]:
    """A reference is that of a document of an earlier year."""
    known: dict[str, Span] = {}
    for earlier in reversed(dossier.earlier):
        for typed, place in references_of(earlier.data) if earlier.data else ():
            known[plain_reference(typed)] = place
    own = {plain_reference(typed) for typed, _ in references_of(dossier.data)}
    for fragment in (fragment for earlier in dossier.earlier for fragment in earlier.printed):
        text = plain_reference("\n".join(fragment.lines))
        for reference in own:
            if reference in text:
                known.setdefault(reference, fragment.span)
    for typed, place in references_of(dossier.data):
        if there := known.get(plain_reference(typed)):
            yield violation(place, reference=typed, related=there)


@rule("VRG002", ERROR, Scope.DOSSIER)
def date_of_earlier_year(dossier: DossierView) -> Iterator[Violation]:
    """A date is that of a document of an earlier year."""
    data = [earlier.data for earlier in reversed(dossier.earlier) if earlier.data]
    known = {dated.day: dated.span for each in data for dated in _dates(each)}
    for dated in _dates(dossier.data):
        if there := known.get(dated.day):
            yield violation(dated.span, what=dated.what, day=dated.day, related=there)


def _dates(data: DossierData) -> Iterator[Dated]:
    return chain(decision_dates(data), nota_dates(data), sent_dates(data))


RULES = (reference_of_earlier_year, date_of_earlier_year)
