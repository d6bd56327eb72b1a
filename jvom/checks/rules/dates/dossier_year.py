# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule that the dates of a dossier are of its own year, not of the dossier it was copied from."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, Scope, Violation, rule, violation
from jvom.checks.views import DossierView


@rule("DAT013", ERROR, Scope.DOSSIER)
def other_year(dossier: DossierView) -> Iterator[Violation]:
    """The reporting period or the day of presentation belongs to another year than the dossier."""
    data = dossier.data
    here = data.at.value("year")
    if data.period.first.year != data.year:
        yield violation(data.period.at.value("from"), "period", year=data.year, related=here)
    if data.presentation_date.year != data.year + 1:
        place = data.at.value("presentation_date")
        yield violation(place, "presentation", year=data.year, next=data.year + 1, related=here)


RULES = (other_year,)
