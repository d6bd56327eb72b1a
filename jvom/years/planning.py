# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""What a planning asks of each text: by which day it must be further than it is."""

from __future__ import annotations

from datetime import date

from jvom.model import Fragment, Planning


def due_day(planning: Planning, fragment: Fragment) -> date | None:
    """Return the day by which a text must be further than its status; None when no day asks for more.

    An outline or a draft must be delivered: on the owner's own day, else on that of all texts; with several
    owners on the last of their days. A text in review must be final when the review ends.
    """
    if fragment.front.status == "final":
        return None
    if fragment.front.status == "review":
        return planning.review
    return delivery_day(planning, fragment)


def delivery_day(planning: Planning, fragment: Fragment) -> date | None:
    """Return the day by which the owners of a text deliver it, whatever its status."""
    days = [planning.owners.get(owner, planning.texts) for owner in fragment.owners] or [planning.texts]
    return max((day for day in days if day is not None), default=planning.review)
