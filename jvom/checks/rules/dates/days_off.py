# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The rule on sources dated on a day when hardly anybody signs: a Sunday or a holiday."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from jvom.checks.rule import INFO, Scope, Violation, rule, violation
from jvom.checks.views import DossierView, Texts
from jvom.dutch.dates import WEEKDAYS
from jvom.dutch.holidays import holiday_name

_SUNDAY = 6


@rule("DAT012", INFO, Scope.TEXTS)
def source_on_a_day_off(texts: Texts) -> Iterator[Violation]:
    """A source has the date of a Sunday or public holiday."""
    if isinstance(texts, DossierView):
        for reference in texts.dossier.references.references.values():
            if reference.date.exact and (name := _day_off_name(reference.date.exact)):
                yield violation(reference.at.value("date"), name=name)
    for passage in texts.passages:
        for cited in passage.citations:
            day = cited.date.date if cited.date else None
            name = _day_off_name(day) if day else ""
            if name and cited.date and passage.is_typed(cited.start, cited.date.end):
                yield violation(passage.span_of(cited.date), name=name)


def _day_off_name(day: datetime.date) -> str:
    return holiday_name(day) or (WEEKDAYS[_SUNDAY] if day.weekday() == _SUNDAY else "")
