# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds the folders that are dossiers, and the dossier that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jvom.dossier_ids import DossierId
from jvom.messages import Message, did_you_mean, did_you_mean_id, msg
from jvom.reading.file_names import mistaken_for
from jvom.reading.unread import misnamed
from jvom.source import CannotRun, Problem, Span, unreadable

DOSSIER = "dossier.yml"


def dossier_ids(content: Path) -> tuple[DossierId, ...]:
    """Return the dossiers under `content`, oldest first: folders with the name of one and a dossier.yml.

    Raises CannotRun when there is no such folder or no dossier in it.
    """
    if not content.is_dir():
        raise CannotRun(
            [
                Problem(
                    Span(content.as_posix()),
                    msg("deze map bestaat niet"),
                    msg(
                        "ga naar de map waarin «content» staat, wijs die aan met --content, "
                        "of begin met «jvom init MAP»"
                    ),
                )
            ]
        )
    try:
        ids = sorted(id for path in content.iterdir() if (id := _id_of(path)))
    except OSError as error:
        raise CannotRun([unreadable(content.as_posix(), error)]) from error
    if not ids:
        if almost := [*_almost_dossiers(content)]:
            raise CannotRun(almost)
        raise CannotRun(
            [
                Problem(
                    Span(content.as_posix()),
                    msg("in deze map staat geen enkel dossier"),
                    msg(
                        "een dossier is een map met een dossier.yml erin, "
                        "die naar zijn jaar heet: content/2026 of content/2026-althea"
                    ),
                )
            ]
        )
    return tuple(ids)


def _almost_dossiers(content: Path) -> Iterator[Problem]:
    """Yield a problem for each folder that would be a dossier if it or its dossier.yml had the right name."""
    for folder in sorted(content.iterdir()):
        if (folder / DOSSIER).is_file():
            yield _misnamed_folder(folder)
        elif other := mistaken_for(folder / DOSSIER) if folder.is_dir() else "":
            yield misnamed(folder / other, DOSSIER)


def _misnamed_folder(folder: Path) -> Problem:
    return Problem(
        Span(folder.as_posix()),
        msg("deze naam kan een dossier niet hebben"),
        msg("een dossier heet naar een jaar, of een jaar en een woord: 2026 of 2026-althea"),
    )


def parse_id(content: Path, typed: str) -> DossierId:
    """Parse the id of a dossier under `content`, which need not exist; raises CannotRun for an invalid id."""
    try:
        return DossierId.parse(typed)
    except ValueError as error:
        folder = content / typed
        if folder.is_dir():
            problem = _misnamed_folder(folder)
            if _id_of(folder.parent):
                advice = msg("noem het dossier: {dossier}", dossier=folder.parent.as_posix())
                problem = Problem(problem.span, msg("dit is een map in een dossier"), advice)
        else:
            try:
                known = set(map(str, dossier_ids(content)))
            except CannotRun:  # reported when the dossier is looked for
                known = set()
            example = msg("noem een dossier, zoals 2026 of 2026-althea")
            advice = _suggest(typed, known) if known else example
            problem = Problem(Span(typed), msg("dit is geen dossier"), advice)
        raise CannotRun([problem]) from error


def find_dossier(content: Path, asked: DossierId | None = None) -> DossierId:
    """Return the dossier under `content` that is asked for, the newest for None.

    Of several dossiers of the newest year, the newest is the one without a series. Raises CannotRun when
    there is no such dossier, or several could be the newest.
    """
    known = dossier_ids(content)
    if asked is None:
        return _newest(content, known)
    if asked in known:
        return asked
    folder = content / str(asked)
    if other := mistaken_for(folder / DOSSIER):
        raise CannotRun([misnamed(folder / other, DOSSIER)])
    what = msg("er is geen dossier {id}", id=asked)
    if folder.is_dir():
        what = msg("in deze map ontbreekt dossier.yml, en zonder is zij geen dossier")
    advice = _suggest(str(asked), set(map(str, known)))
    raise CannotRun([Problem(Span(folder.as_posix()), what, advice)])


def _suggest(typed: str, known: set[str]) -> Message:
    """Return the advice on a dossier that is not there: one year is no mistake for another, but 2052 is."""
    turned = {each for each in known if sorted(each) == sorted(typed)}
    return did_you_mean(typed, turned) if turned else did_you_mean_id(typed, known)


def _newest(content: Path, known: tuple[DossierId, ...]) -> DossierId:
    year = known[-1].year
    first, *others = [each for each in known if each.year == year]
    if first.series and others:
        raise CannotRun(
            [
                Problem(
                    Span(content.as_posix()),
                    msg("van {year} zijn hier meer dossiers", year=year),
                    msg("noem er een: {known}", known=", ".join(map(str, (first, *others)))),
                )
            ]
        )
    return first


def _id_of(path: Path) -> DossierId | None:
    """Return the id of a folder that is a dossier, whatever its dossier.yml is; None for any other."""
    try:
        id = DossierId.parse(path.name)
    except ValueError:
        return None
    try:
        (path / DOSSIER).lstat()
    except PermissionError:
        return id  # reading it will say so
    except OSError:
        return None
    return id
