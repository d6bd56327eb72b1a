# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The properties (title, subject, date) of every document of a dossier."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from jvom.model import DossierData
from jvom.plan import Properties


def properties(data: DossierData, title: str, day: date) -> Properties:
    """Return title, subject and creation time: noon UTC, so that no time zone shifts the date."""
    return Properties(
        title=title,
        subject=f"{data.title} {data.year}",
        created=datetime.combine(day, time(12), UTC),
    )
