# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether texts are still those that were approved, and have the approvals that the planning asks for."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.checks.rule import ERROR, WARNING, Scope, Violation, rule
from jvom.checks.views import DossierView
from jvom.dutch.dates import write_date
from jvom.messages import Message, msg
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
                yield Violation(
                    _place(fragment),
                    msg("deze tekst is gewijzigd na het akkoord van {by} op {day}", by=approval.by, day=day),
                    _advice(fragment, approval.by),
                )


@rule("AKK002", WARNING, Scope.DOSSIER, worst=ERROR)
def approval_missing(dossier: DossierView) -> Iterator[Violation]:
    """An approval that the planning asks for is missing."""
    for fragment in dossier.dossier.fragments:
        if fragment.front.status != "final" and not dossier.to_be_sealed:
            continue
        for approval in approvals_of(dossier.dossier, fragment):
            missing = approval.standing == "missing"
            if approval.asked and (missing or (approval.standing == "changed" and dossier.to_be_sealed)):
                what = (
                    msg("het akkoord van {by} ontbreekt", by=approval.by)
                    if missing
                    else msg("het akkoord van {by} is van voor de laatste wijziging", by=approval.by)
                )
                yield Violation(
                    _place(fragment),
                    what,
                    _advice(fragment, approval.by),
                    severity=ERROR if dossier.to_be_sealed else None,
                )


def _place(fragment: Fragment) -> Span:
    """Return the place of the status of a text, which is what an approval is about."""
    at = fragment.front.at
    return at.value("status") if "status" in at.keys else fragment.span


def _advice(fragment: Fragment, by: str) -> Message:
    return msg("leg de tekst voor; daarna: jvom approve … {id} --by {by}", id=fragment.id, by=by)


RULES = (approval_outdated, approval_missing)
