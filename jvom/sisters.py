# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The other dossiers of a year, as far as the check of one of them compares itself with them."""

from __future__ import annotations

import msgspec

from jvom.dossier_ids import DossierId
from jvom.model import DossierData
from jvom.settings import Calendar
from jvom.source import Problem


class Sister(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier that goes to the Chambers in the same year; its texts are not read.

    `data` is its dossier.yml at `path`, None when that or its settings can't be read: then `problems` say
    why. `calendar` are the days that its settings give it.
    """

    id: DossierId
    path: str
    data: DossierData | None = None
    calendar: Calendar = Calendar()
    problems: tuple[Problem, ...] = ()
