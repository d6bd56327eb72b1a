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
_EARLIER = ".jvom-eerder-"
# What a filesystem answers that knows no locks, such as some network drives.
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL})


def deliver(folder: Path, files: Mapping[str, bytes], *, replace: bool = True) -> None:
    """Write each file of `files` (name to bytes) into `folder`, making it when needed.

    A name may have a folder in it (``openbaar/nota.docx``). One jvom at a time writes into a folder; another
    waits for it. Raises CannotRun, with the file and the reason, and then no file of the folder has changed;
    without `replace` also when there is a file of that name.
    """
    place = folder
    moving: list[str] = []
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder):
            _sweep(folder)
            try:
                for name, data in files.items():
                    place = folder / name
                    if not replace and os.path.lexists(place):
                        raise CannotRun([_is_there(place)])
                    _write(_beside(folder, _TEMPORARY, name), data)
                for name in files:
                    place = folder / name
                    if not place.parent.exists():
                        place.parent.mkdir()
                        made.append(place.parent)
                    _may_replace(place)
                for name in files:
                    place = folder / name
                    _keep(place, _beside(folder, _EARLIER, name))
                    moving.append(name)
                    _beside(folder, _TEMPORARY, name).replace(place)
            except BaseException:
                _put_back(folder, moving)
                for below in made:
                    below.rmdir()
                raise
            finally:
                _sweep(folder)
    except OSError as error:
        raise CannotRun([Problem(Span(place.as_posix()), *_explain(error))]) from error


def _is_there(place: Path) -> Problem:
    return Problem(
        Span(place.as_posix()),
        msg("dit bestand staat er al en wordt niet vervangen"),
        msg("bewaar het elders, of geef --force"),
    )


def _beside(folder: Path, prefix: str, name: str) -> Path:
    """Return the place in the folder itself where a file waits, or its predecessor is kept."""
    return folder / f"{prefix}{name.replace('/', '-')}"


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


def _keep(path: Path, earlier: Path) -> None:
    """Give the file that stands at a place a second name, so that it can be put back."""
    if not path.exists():
        return
    try:
        earlier.hardlink_to(path)
    except OSError:
        # Not every filesystem gives a file two names.
        earlier.write_bytes(path.read_bytes())


def _put_back(folder: Path, names: list[str]) -> None:
    """Put the earlier files back in their place, and take away what had none there."""
    for name in names:
        earlier = _beside(folder, _EARLIER, name)
        if earlier.exists():
            earlier.replace(folder / name)
        else:
            (folder / name).unlink(missing_ok=True)


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
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
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
