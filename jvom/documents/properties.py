# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The document properties that every document of the dossier has."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from jvom.model import DossierData
from jvom.plan import Properties


def properties(data: DossierData, title: str, day: date) -> Properties:
    """Return title, subject and date: noon of the document's own day, so that no time zone shifts it."""
    return Properties(
        title=title,
        subject=f"{data.title} {data.year}",
        created=datetime.combine(day, time(12), UTC),
    )
