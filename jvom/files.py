# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Writes output files, all or none: first to a work folder, then moved into place.

An existing file stays complete until its replacement is, and keeps a second name until all are in place. A
run that is killed while it moves files leaves a journal, from which the next run in that folder restores
them. New files, backups and the journal are in a work folder of jvom's own; nothing else is ever removed.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from stat import S_IMODE
from urllib.parse import quote, unquote

import msgspec

from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span, reason

_WORK = ".jvom-werk"
_JOURNAL = "lijst"
_NEW, _BACKUP = "nieuw-", "eerder-"
# The errors of a filesystem without locks, such as some network drives.
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL})


class _Journal(msgspec.Struct, frozen=True):
    """Files that are being moved, as (name, SHA-256 of the new file), and the folders made for them.

    The index of a file in the list is the number in its name in the work folder.
    """

    files: tuple[tuple[str, str], ...]
    made: tuple[str, ...]


def deliver(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    replace: bool = True,
    before: Mapping[str, bytes] | None = None,
) -> None:
    """Write each file of `files` (name to bytes) into `folder`, making it when needed.

    A name may contain a folder (``openbaar/nota.docx``). A replaced file keeps its mode. One run at a time
    writes into a folder; another waits for it. Raises CannotRun with the file and the reason, also when a
    file exists and `replace` is false, or differs from what it was `before`. Then no file in the folder has
    changed.
    """
    place = folder
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _lock(folder):
            _restore(folder)
            _remove_leftovers(folder)
            try:
                _refuse_changed(folder, before or {})
                for number, (name, data) in enumerate(files.items()):
                    place = folder / name
                    if not replace and os.path.lexists(place):
                        raise CannotRun([_existing(place)])
                    (folder / _WORK).mkdir(exist_ok=True)
                    _write(_work(folder, _NEW, number), data)
                for number, name in enumerate(files):
                    place = folder / name
                    if not place.parent.exists():
                        place.parent.mkdir()
                        made.append(place.parent)
                    _may_replace(place)
                    _back_up(place, _work(folder, _BACKUP, number), _work(folder, _NEW, number))
                if files:
                    _write(folder / _WORK / _JOURNAL, _journal(folder, files, made))
                for number, name in enumerate(files):
                    place = folder / name
                    _work(folder, _NEW, number).replace(place)
                (folder / _WORK / _JOURNAL).unlink(missing_ok=True)
            except BaseException:
                _restore(folder)
                for below in made:
                    with suppress(FileNotFoundError):
                        below.rmdir()
                raise
            finally:
                _remove_leftovers(folder)
    except OSError as error:
        raise CannotRun([Problem(Span(place.as_posix()), *_explain(error))]) from error


def deliver_in_place(folder: Path, files: Mapping[Path, bytes], before: Mapping[Path, bytes]) -> None:
    """Write files that users edit too, all below `folder`, as `deliver` does; symbolic links are followed."""
    if any(path.is_symlink() for path in files):
        targets = {path: path.resolve() for path in files}
        folder = Path(os.path.commonpath([folder.resolve(), *(target.parent for target in targets.values())]))
    else:
        targets = {path: path for path in files}
    names = {path: target.relative_to(folder).as_posix() for path, target in targets.items()}
    deliver(
        folder,
        {names[path]: data for path, data in files.items()},
        before={names[path]: before[path] for path in files},
    )


def deliver_one(path: Path, data: bytes) -> None:
    """Write one file that a user names: through a symbolic link, or directly into a pipe or device."""
    if path.exists() and not path.is_file() and not path.is_dir():
        try:
            path.write_bytes(data)
        except OSError as error:
            raise CannotRun([Problem(Span(path.as_posix()), *_explain(error))]) from error
        return
    target = path.resolve() if path.is_symlink() else path
    deliver(target.parent, {target.name: data})


def recover(folder: Path) -> None:
    """Restore the files in `folder` if a run was killed while it replaced them.

    What a user changed since then is left alone. Raises CannotRun when restoring fails.
    """
    if not (folder / _WORK).is_dir():
        return
    try:
        with _lock(folder):
            _restore(folder)
            _remove_leftovers(folder)
    except OSError as error:
        raise CannotRun([Problem(Span(folder.as_posix()), *_explain(error))]) from error


def _existing(place: Path) -> Problem:
    return Problem(
        Span(place.as_posix()),
        msg("dit bestand staat er al en wordt niet vervangen"),
        msg("bewaar het elders, of geef --force"),
    )


def _refuse_changed(folder: Path, before: Mapping[str, bytes]) -> None:
    """Raise CannotRun when a file changed after it was read: writing would undo the change."""
    changed = [
        Problem(
            Span((folder / name).as_posix()),
            msg("dit bestand veranderde terwijl jvom het las"),
            msg("doe het nog eens"),
        )
        for name, data in before.items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != data
    ]
    if changed:
        raise CannotRun(changed)


def _work(folder: Path, kind: str, number: int) -> Path:
    """Return the path in the work folder of a new file, or of the backup of its predecessor."""
    return folder / _WORK / f"{kind}{number}"


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _may_replace(path: Path) -> None:
    """Raise OSError when the path can't be replaced: it is a folder, or a file open in Word."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if os.name == "nt" and path.exists():
        with path.open("r+b"):
            pass


def _back_up(path: Path, earlier: Path, new: Path) -> None:
    """Give an existing file a second name, for restoring it, and the new file its mode."""
    if not path.exists():
        return
    new.chmod(S_IMODE(path.stat().st_mode))
    try:
        earlier.hardlink_to(path)
    except OSError:
        # Not every filesystem has hard links.
        earlier.write_bytes(path.read_bytes())
        earlier.chmod(S_IMODE(path.stat().st_mode))


def _journal(folder: Path, files: Mapping[str, bytes], made: list[Path]) -> bytes:
    moving = tuple((_quoted(name), sha256(data).hexdigest()) for name, data in files.items())
    folders = tuple(_quoted(each.relative_to(folder).as_posix()) for each in made)
    return msgspec.json.encode(_Journal(moving, folders))


def _quoted(name: str) -> str:
    """Return a name as the journal holds it: JSON can't hold the bytes of one that is not UTF-8."""
    return quote(name, errors="surrogateescape")


def _restore(folder: Path) -> None:
    """Restore backups and remove new files that replaced nothing, by the journal; without one do nothing.

    A file that differs from the new one was not moved yet, or was changed by a user since.
    """
    place = folder / _WORK / _JOURNAL
    if not place.is_file():
        return
    # An incomplete journal was never used: nothing is moved before it is complete.
    with suppress(msgspec.DecodeError):
        journal = msgspec.json.decode(place.read_bytes(), type=_Journal)
        for number, (quoted, digest) in enumerate(journal.files):
            name = unquote(quoted, errors="surrogateescape")
            target, earlier = folder / name, _work(folder, _BACKUP, number)
            if _leads_out(name) or not target.is_file() or sha256(target.read_bytes()).hexdigest() != digest:
                continue
            if earlier.exists():
                earlier.replace(target)
            else:
                target.unlink()
        for name in journal.made:
            with suppress(OSError):  # someone may have put something in it
                (folder / unquote(name, errors="surrogateescape")).rmdir()
    place.unlink()


def _leads_out(name: str) -> bool:
    """Return whether a name leads out of its folder, which no journal of jvom has."""
    return PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts


def _remove_leftovers(folder: Path) -> None:
    """Remove new files and backups, unless a journal still needs them; the work folder's other files stay."""
    work = folder / _WORK
    if work.is_symlink():
        work.unlink()
    if not work.is_dir() or (work / _JOURNAL).exists():
        return
    for kind in (_NEW, _BACKUP):
        for leftover in work.glob(f"{kind}[0-9]*"):
            leftover.unlink(missing_ok=True)
    with suppress(OSError):
        work.rmdir()


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Lock the folder for this process; the system releases it however the process ends."""
    if os.name == "nt":
        # Windows can't lock a folder, but refuses to replace a file that is being written.
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
                msg("schrijven is mislukt ({reason})", reason=reason(error)),
                msg("de bestanden die er al stonden zijn onveranderd"),
            )
