# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether texts are still those that were approved, and have the approvals that the planning asks for."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule, violation
from jvom.checks.views import DossierView
from jvom.dutch.dates import write_date
from jvom.model import Fragment
from jvom.source import Span
from jvom.years.approvals import approvals_of


@rule("AKK001", WARNING, Scope.DOSSIER)
def approval_outdated(dossier: DossierView) -> Iterator[Violation]:
    """A text changed after it was approved."""
    for fragment in dossier.dossier.fragments:
        for approval in approvals_of(dossier.dossier, fragment):
            if approval.standing == "changed" and approval.given:
                day = write_date(approval.given.date)
                yield violation(_place(fragment), by=approval.by, day=day, id=fragment.id)


@rule("AKK002", WARNING, Scope.DOSSIER, worst=ERROR)
def approval_missing(dossier: DossierView) -> Iterator[Violation]:
    """An approval that the planning asks for is missing."""
    for fragment in dossier.dossier.fragments:
        if fragment.front.status != "final" and not dossier.to_be_sealed:
            continue
        for approval in approvals_of(dossier.dossier, fragment):
            missing = approval.standing == "missing"
            if approval.asked and (missing or (approval.standing == "changed" and dossier.to_be_sealed)):
                yield violation(
                    _place(fragment),
                    "missing" if missing else "outdated",
                    by=approval.by,
                    id=fragment.id,
                    severity=ERROR if dossier.to_be_sealed else None,
                )


def _place(fragment: Fragment) -> Span:
    """Return the place of the status of a text, which is what an approval is about."""
    at = fragment.front.at
    return at.value("status") if "status" in at.keys else fragment.span
