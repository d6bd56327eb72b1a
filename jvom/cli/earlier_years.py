# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The earlier years that a dossier is compared with: those in the content, and a sealed submission."""

from __future__ import annotations

from pathlib import Path

from jvom.dossier_ids import DossierId
from jvom.earlier_dossiers import EarlierDossier
from jvom.messages import msg
from jvom.model import DossierData
from jvom.reading.earlier_dossiers import read_earlier
from jvom.source import CannotRun, Problem, ProblemCollector, Span, read_file, unreadable


def read_earlier_years(
    content: Path, id: DossierId, data: DossierData, against: Path | None = None
) -> tuple[EarlierDossier, ...]:
    """Return what a dossier is compared with, the nearest first; nothing in the first year of a series.

    `against` is a submission beside the one that `previous:` in dossier.yml names. Raises CannotRun with all
    that is wrong with both.
    """
    gathered = ProblemCollector()
    sealed = []
    if data.previous and not data.first:
        place = data.at.value("previous")
        sealed.append(gathered.of(lambda: _previous(content, data.previous, place)))
    if against is not None:
        sealed.append(gathered.of(lambda: _sealed(against, Span(against.as_posix()))))
    if gathered.problems:
        raise CannotRun(gathered.problems)
    found = () if data.first else read_earlier(content, id)
    return (*found, *(each for each in sealed if each is not None))


def previous_file(content: Path, data: DossierData) -> tuple[Path, ...]:
    """Return the submission that `previous:` names, if any."""
    return (content / data.previous,) if data.previous and not data.first else ()


def _previous(content: Path, typed: str, place: Span) -> EarlierDossier:
    path = Path(typed)
    if path.is_absolute() or ".." in path.parts:
        what = msg("deze indiening staat niet in {content}", content=content.as_posix())
        advice = msg("zet haar daar neer, en noem haar vanaf die map")
        raise CannotRun([Problem(place, what, advice)])
    return _sealed(content / path, place)


def _sealed(path: Path, place: Span) -> EarlierDossier:
    """Return the documents of a submission; problems with the file itself are at `place`."""
    from jvom.reading.word.reader import read_word
    from jvom.sealing.bundle import LARGEST
    from jvom.sealing.manifest import CHECKLIST
    from jvom.sealing.verification import open_submission

    name = path.as_posix()
    try:
        data = read_file(path, LARGEST)
    except OSError as error:
        problem = unreadable(name, error)
        raise CannotRun([Problem(place, problem.what, problem.advice)]) from error
    manifest, files = open_submission(data, name)
    documents = sorted(
        each for each in files if each.endswith(".docx") and "/" not in each and each != CHECKLIST
    )
    printed = tuple(
        read_word(each.removesuffix(".docx"), files[each], f"{name}/{each}") for each in documents
    )
    return EarlierDossier(id=manifest.id, path=name, printed=printed)
