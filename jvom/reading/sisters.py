# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the sisters of a dossier: only the dossier.yml and the settings of each."""

from __future__ import annotations

from pathlib import Path

from jvom.dossier_ids import DossierId
from jvom.model import DossierData
from jvom.reading.dossier_folders import dossier_ids
from jvom.reading.kept_files import KeptFiles
from jvom.reading.records import read_record
from jvom.reading.settings import SETTINGS, read_settings
from jvom.sisters import Sister
from jvom.source import ProblemCollector


def read_sisters(
    content: Path, id: DossierId, *, is_partial: bool = False, files: KeptFiles | None = None
) -> tuple[Sister, ...]:
    """Return the other dossiers under `content` of the same year, in order, also those that can't be read.

    `is_partial` and `files` are as for `read_settings`. Raises CannotRun when there is no dossier at all.
    """
    files = files or KeptFiles()
    return tuple(_read(content, other, is_partial, files) for other in id.sisters(dossier_ids(content)))


def sister_files(content: Path, id: DossierId) -> tuple[Path, ...]:
    """Return the files that `read_sisters` reads, whether or not they exist; raises CannotRun like it."""
    folders = [content / str(other) for other in id.sisters(dossier_ids(content))]
    return tuple(folder / name for folder in folders for name in ("dossier.yml", SETTINGS))


def _read(content: Path, id: DossierId, is_partial: bool, files: KeptFiles) -> Sister:
    path = content / str(id) / "dossier.yml"
    gathered = ProblemCollector()
    data = gathered.of(lambda: read_record(path, DossierData, files))
    settings = gathered.of(lambda: read_settings(content, id, is_partial=is_partial, files=files))
    if data is None or settings is None:
        return Sister(id=id, path=path.as_posix(), problems=tuple(gathered.problems))
    calendar = settings.calendar
    return files.once(
        ("sister", path),
        (data, calendar),
        lambda: Sister(id=id, path=path.as_posix(), data=data, calendar=calendar),
    )
