# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The properties (title, subject, date) of every document of a dossier."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from jvom.model import DossierData
from jvom.plan import Properties


def properties(data: DossierData, title: str, day: date | None, category: str = "") -> Properties:
    """Return title, subject, house and creation time: noon UTC, so that no time zone shifts the date.

    A document whose date is still open has that of the presentation.
    """
    return Properties(
        title=title,
        subject=f"{data.title} {data.year}",
        author=data.ministry.name,
        category=category,
        status="Definitief",
        created=datetime.combine(day or data.presentation_date, time(12), UTC),
    )
