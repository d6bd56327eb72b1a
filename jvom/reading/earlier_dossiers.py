# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the earlier dossiers of a series: all of the nearest one, and the dossier.yml of each before it."""

from __future__ import annotations

from pathlib import Path

from jvom.dossier_ids import DossierId
from jvom.earlier_dossiers import EarlierDossier
from jvom.model import DossierData
from jvom.reading.dossier import read_partial_dossier
from jvom.reading.dossier_folders import dossier_ids
from jvom.reading.kept_files import KeptFiles
from jvom.reading.records import read_record
from jvom.source import ProblemCollector


def read_earlier(content: Path, id: DossierId, files: KeptFiles | None = None) -> tuple[EarlierDossier, ...]:
    """Return the earlier dossiers of the series under `content`, the nearest first; also unreadable ones.

    `files` are those that were read before, and those that are not saved yet.

    Raises CannotRun when there is no dossier at all.
    """
    nearest, *others = _earlier(content, id) or (None,)
    if nearest is None:
        return ()
    files = files or KeptFiles()
    return (
        read_dossier_as_earlier(content, nearest, files),
        *(_read_data(content, other, files) for other in others),
    )


def read_dossier_as_earlier(content: Path, id: DossierId, files: KeptFiles | None = None) -> EarlierDossier:
    """Return a dossier whole, as one of an earlier year; also one that can't be read."""
    dossier, problems = read_partial_dossier(content, id, texts_only=True, files=files)
    return EarlierDossier(
        id=id,
        path=_data_file(content, id).as_posix(),
        data=dossier.data if dossier else None,
        dossier=None if problems else dossier,
        problems=problems,
    )


def _read_data(content: Path, id: DossierId, files: KeptFiles) -> EarlierDossier:
    path = _data_file(content, id)
    gathered = ProblemCollector()
    data = gathered.of(lambda: read_record(path, DossierData, files))
    return EarlierDossier(id=id, path=path.as_posix(), data=data, problems=tuple(gathered.problems))


def _data_file(content: Path, id: DossierId) -> Path:
    return content / str(id) / "dossier.yml"


def earlier_files(content: Path, id: DossierId) -> tuple[Path, ...]:
    """Return the files that `read_earlier` may read, whether or not they exist; raises CannotRun like it."""
    earlier = _earlier(content, id)
    if not earlier:
        return ()
    folder = content / str(earlier[0])
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".yml") and path.is_file())
    return (*files, *(content / str(other) / "dossier.yml" for other in earlier[1:]))


def _earlier(content: Path, id: DossierId) -> list[DossierId]:
    known = dossier_ids(content)
    return sorted((each for each in known if each.series == id.series and each.year < id.year), reverse=True)
