# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The earlier years that a dossier is compared with: those in the content, and a sealed submission."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jvom.dossier_ids import DossierId
from jvom.earlier_dossiers import EarlierDossier
from jvom.messages import msg
from jvom.model import DossierData, Fragment
from jvom.reading.earlier_dossiers import read_dossier_as_earlier, read_earlier
from jvom.reading.kept_files import KeptFiles
from jvom.source import CannotRun, Problem, ProblemCollector, Span, read_file, unreadable

if TYPE_CHECKING:
    from jvom.sealing.manifest import Manifest


class _Sealed(msgspec.Struct, frozen=True):
    """A submission of an earlier year: its path, its manifest and its other files by name."""

    path: str
    manifest: Manifest
    members: Mapping[str, bytes]


def read_earlier_years(
    content: Path,
    id: DossierId,
    data: DossierData,
    against: Path | None = None,
    files: KeptFiles | None = None,
) -> tuple[EarlierDossier, ...]:
    """Return what a dossier is compared with, the nearest first; nothing in the first year of a series.

    `against` is a submission beside the one that `previous:` in dossier.yml names. One that holds its sources
    is an earlier dossier like those in `content`, and brings those that it was compared with itself; of any
    other only the printed documents are known. `files` are those that were read before, and those that are
    not saved yet. Raises CannotRun with all that is wrong with both.
    """
    gathered = ProblemCollector()
    files = files or KeptFiles()
    opened = []
    if data.previous and not data.first:
        place = data.at.value("previous")
        opened.append(gathered.of(lambda: _previous(content, data.previous, place, files)))
    if against is not None:
        opened.append(gathered.of(lambda: _open(against, Span(against.as_posix()), files)))
    if gathered.problems:
        raise CannotRun(gathered.problems)
    found = list(() if data.first else read_earlier(content, id, files))
    years = {each.id.year for each in found}
    sealed = sorted((each for each in opened if each is not None), key=lambda each: -each.manifest.year)
    for each in sealed:
        sources = files.once(("sources", each.path), each.members, partial(_read_sources, each))
        is_readable = any(source.dossier for source in sources[:1])
        # Only of the nearest year the texts are compared as they were typed.
        if not is_readable or each.manifest.year <= max(years, default=0):
            printed = files.once(("printed", each.path), each.members, partial(_printed, each))
            found.append(EarlierDossier(id=each.manifest.id, path=each.path, printed=printed))
        found += sources
        years.add(each.manifest.year)
    return tuple(sorted(found, key=lambda each: (bool(each.printed), -each.id.year, each.dossier is None)))


def previous_file(content: Path, data: DossierData) -> tuple[Path, ...]:
    """Return the submission that `previous:` names, if any."""
    return (content / data.previous,) if data.previous and not data.first else ()


def _previous(content: Path, typed: str, place: Span, files: KeptFiles) -> _Sealed:
    path = Path(typed)
    if path.is_absolute() or ".." in path.parts:
        what = msg("deze indiening staat niet in {content}", content=content.as_posix())
        advice = msg("zet haar daar neer, en noem haar vanaf die map")
        raise CannotRun([Problem(place, what, advice)])
    return _open(content / path, place, files)


def _open(path: Path, place: Span, files: KeptFiles) -> _Sealed:
    """Return a submission; problems with the file itself are at `place`."""
    from jvom.sealing.bundle import LARGEST
    from jvom.sealing.verification import open_submission

    name = path.as_posix()
    try:
        state = path.stat()
        version = state.st_mtime_ns, state.st_size, state.st_ino
        data = files.once(("bytes", path), version, lambda: read_file(path, LARGEST))
    except OSError as error:
        problem = unreadable(name, error)
        raise CannotRun([Problem(place, problem.what, problem.advice)]) from error
    return files.once(("sealed", path), data, lambda: _Sealed(name, *open_submission(data, name)))


def _read_sources(sealed: _Sealed) -> tuple[EarlierDossier, ...]:
    """Return the dossier of which a submission holds the sources, and the earlier ones that it holds too."""
    from jvom.cli.renamed_places import with_folder_as
    from jvom.cli.sealed_sources import sealed_sources, where

    if not sealed.manifest.has_sources:
        return ()
    with sealed_sources(sealed.manifest, sealed.members, sealed.path) as folder:
        content, id = folder / "content", sealed.manifest.id
        found = (read_dossier_as_earlier(content, id), *read_earlier(content, id))
        return with_folder_as(found, folder.as_posix(), where(sealed.path))


def _printed(sealed: _Sealed) -> tuple[Fragment, ...]:
    """Return the documents of a submission, read back."""
    from jvom.reading.word.reader import read_word
    from jvom.sealing.manifest import CHECKLIST

    documents = sorted(
        each for each in sealed.members if each.endswith(".docx") and "/" not in each and each != CHECKLIST
    )
    return tuple(
        read_word(each.removesuffix(".docx"), sealed.members[each], f"{sealed.path}/{each}")
        for each in documents
    )
