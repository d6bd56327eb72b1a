# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier on disk: where its files and documents stand, and reading it whole.

What the files say and whether every name in them exists is told in one run.
"""

from __future__ import annotations

from pathlib import Path

from jvom.model import Dossier
from jvom.reading.dossier import read_what_stands, years
from jvom.resolving.integrity import problems
from jvom.source import Problem


def year_of(content: Path, asked: int | None) -> int:
    """Return the year that is asked for, the newest for None; raises CannotRun when there is none at all."""
    return years(content)[-1] if asked is None else asked


def built_folder(out: Path | None, year: int) -> Path:
    """Return where the documents of a year stand: `out`, or the usual place."""
    return out or Path("build") / str(year)


def files_of(content: Path, year: int) -> list[Path]:
    """Return every file, and every folder, that a dossier may be made of."""
    return [*content.glob("*.yml"), *(content / str(year)).rglob("*")]


def read_dossier(content: Path, year: int) -> tuple[Dossier | None, list[Problem]]:
    """Return what stands of a dossier, None when that is too little, and all that is wrong with it.

    Raises CannotRun when there is no dossier of that year.
    """
    dossier, found = read_what_stands(content, year)
    return dossier, [*found, *(problems(dossier) if dossier is not None else ())]
