# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The check that precedes a build and a seal: what must not be sent is not made."""

from __future__ import annotations

from datetime import date

from jvom.cli.build_inputs import CheckInputs
from jvom.findings import Report
from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span


def check_before_build(inputs: CheckInputs) -> Report:
    """Return the report of the rules at error level; raises CannotRun when one of them is broken.

    It is as of the day of presentation, as for a seal: what a build makes may not depend on when it is made.
    """
    from jvom.checks.run import check_before_build as check

    as_of = inputs.dossier.data.presentation_date
    report = check(inputs.dossier, inputs.settings, as_of, inputs.sisters, inputs.earlier)
    _refuse_broken(report, msg("meld dit; met --no-check maakt u de documenten zonder controle"))
    return report


def check_before_seal(inputs: CheckInputs, as_of: date) -> Report:
    """Return the report of all rules; raises CannotRun when one of them is broken."""
    from jvom.checks.run import check

    report = check(
        inputs.dossier,
        inputs.settings,
        as_of,
        sisters=inputs.sisters,
        earlier=inputs.earlier,
        to_be_sealed=True,
    )
    _refuse_broken(report, msg("meld dit; tot dan kan er niet verzegeld worden"))
    return report


def _refuse_broken(report: Report, advice: Message) -> None:
    """Raise CannotRun when a rule is broken: nobody knows what it would have found."""
    if report.broken:
        raise CannotRun(
            Problem(Span(rule.code), msg("deze regel is stuk: {detail}", detail=rule.error), advice)
            for rule in report.broken
        )
