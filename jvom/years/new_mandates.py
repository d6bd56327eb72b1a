# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""``mandates.yml`` for a new year: no row goes, but one that has ended is named."""

from __future__ import annotations

from collections.abc import Iterator

from jvom.messages import msg
from jvom.model import MandateData
from jvom.years.new_dates import Dates
from jvom.years.tasks import Task


def ended_mandates(data: MandateData, dates: Dates, name: str) -> Iterator[Task]:
    """Yield the rows whose mandate or framework ends before the new period begins, and what to look for."""
    begins = dates.first.first_day
    for row in data.rows:
        if row.mandate.until and row.mandate.until < begins:
            what = msg(
                "{operation}: het mandaat ({basis}) eindigt op {until}, voor {month}; zoek de verlenging "
                "of de nieuwe resolutie op, of haal de rij en de paragraaf weg",
                operation=row.operation,
                basis=row.basis,
                until=row.mandate.until,
                month=dates.first,
            )
            yield Task(name, row.at.value("mandate").line, what)
        if row.framework.until and row.framework.until < begins:
            what = msg(
                "{operation}: het nationale kader eindigt op {until}, voor {month}; zoek de brief over de "
                "verlenging op, of haal de rij en de paragraaf weg",
                operation=row.operation,
                until=row.framework.until,
                month=dates.first,
            )
            yield Task(name, row.at.value("framework").line, what)
