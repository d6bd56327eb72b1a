# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The dates that mandates are compared with: the reporting period and the day of presentation."""

from __future__ import annotations

import datetime

import msgspec

from jvom.checks.reference_dates import own_days
from jvom.checks.report_period import period_of_report
from jvom.checks.views import DossierView, Texts


class KeyDates(msgspec.Struct, frozen=True):
    """The first and last day of the period, and the presentation; None for those that nothing gives."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    presentation: datetime.date | None = None


def key_dates(texts: Texts) -> KeyDates:
    """Return the dates of the dossier, or those that loose texts give."""
    period = texts.memo(period_of_report)
    days = (each.day for each in texts.memo(own_days).values())
    presentation = texts.data.presentation_date if isinstance(texts, DossierView) else next(days, None)
    return KeyDates(period.first, period.last, presentation) if period else KeyDates(None, None, presentation)
