# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Output files, all or none: written beside their place, then moved into it.

What stood there stays whole until the new file is; nothing temporary stays behind, also not of a run
that was killed.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span

_TEMPORARY = ".jvom-"


def deliver(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file of `files` (name to bytes) into `folder`, making it when needed.

    One jvom at a time writes into a folder; another waits for it. Raises CannotRun, with the file and the
    reason, and then no file of the folder has changed.
    """
    place = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder):
            _sweep(folder)
            try:
                for name, data in files.items():
                    place = folder / name
                    _write(folder / f"{_TEMPORARY}{name}", data)
                for name in files:
                    place = folder / name
                    _may_replace(place)
                for name in files:
                    place = folder / name
                    (folder / f"{_TEMPORARY}{name}").replace(place)
            finally:
                _sweep(folder)
    except OSError as error:
        raise CannotRun([Problem(Span(place.as_posix()), *_explain(error))]) from error


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _may_replace(path: Path) -> None:
    """Raise OSError when the file that stands there can't be replaced: a folder, or open in Word."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if os.name == "nt" and path.exists():
        with path.open("r+b"):
            pass


def _sweep(folder: Path) -> None:
    for leftover in folder.glob(f"{_TEMPORARY}*"):
        leftover.unlink(missing_ok=True)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the system lets go of it however the process ends."""
    if os.name == "nt":
        # Windows has no lock on a folder, but refuses by itself to replace a file that is being written.
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _explain(error: OSError) -> tuple[Message, Message]:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return msg("de schijf is vol"), msg(
                "maak ruimte; de bestanden die er al stonden zijn onveranderd"
            )
        case errno.EACCES | errno.EPERM if os.name == "nt":
            return msg("dit bestand is in gebruik"), msg("sluit het in Word en probeer het opnieuw")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return (
                msg("hier mag jvom niet schrijven"),
                msg("kies een andere map met --out, of vraag schrijfrechten"),
            )
        case errno.EEXIST | errno.ENOTDIR:
            return msg("dit is geen map"), msg("kies een andere map met --out")
        case errno.EISDIR:
            return msg("hier staat een map met deze naam"), msg(
                "verplaats de map of kies een andere met --out"
            )
        case _:
            return (
                msg("schrijven is mislukt ({reason})", reason=error.strerror or type(error).__name__),
                msg("de bestanden die er al stonden zijn onveranderd"),
            )
