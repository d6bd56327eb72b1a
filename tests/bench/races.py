# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The races: jvom beside other programs, and the bounds on the outcome. `RACES` lists them; add one there."""

from __future__ import annotations

from collections.abc import Callable

from build_races import four_documents, many_sections, one_letter, start_up
from check_races import check, check_many_sections, new_year, status_and_agenda, typing
from exchange_races import comparing, sending_and_bringing_home
from measuring import Race
from office_races import pdfs, sealing, unchanged
from race_setup import Setup

RACES: tuple[tuple[str, Callable[[Setup], Race]], ...] = (
    ("four", four_documents),
    ("letter", one_letter),
    ("start", start_up),
    ("x10", many_sections(10, rounds=5)),
    ("x100", many_sections(100, rounds=3)),
    ("check", check),
    ("years", new_year),
    ("check-x100", check_many_sections),
    ("typing", typing),
    ("status", status_and_agenda),
    ("pdf", pdfs),
    ("unchanged", unchanged),
    ("seal", sealing),
    ("exchange", sending_and_bringing_home),
    ("compare", comparing),
)
