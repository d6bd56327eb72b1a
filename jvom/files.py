# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Output files, all or none: written beside their place, then moved into it.

An earlier file is kept until all new files are in place. A run that is killed while it moves files leaves a
journal, from which the next run in that folder restores the earlier files. New files, earlier files and the
journal are in one folder of jvom's own; nothing else is ever deleted.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from stat import S_IMODE, S_ISREG

import msgspec

from jvom.interrupts import HeldInterrupts
from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span, reason

_WORK = ".jvom-werk"
_JOURNAL = "lijst"
_NEW, _EARLIER = "nieuw-", "eerder-"
_DIGITS = frozenset("0123456789")
# Errors of filesystems without locks, such as some network drives.
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL})


class _Journal(msgspec.Struct, frozen=True):
    """The files being moved, as (name, SHA-256 of the new file), and the folders that were made for them.

    A file's number is its index in the list. `replaced` has the numbers of those that had a predecessor; None
    is of earlier versions of jvom, which did not say.
    """

    files: tuple[tuple[str, str], ...]
    made: tuple[str, ...]
    replaced: tuple[int, ...] | None = None


def deliver(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    replace: bool = True,
    before: Mapping[str, bytes] | None = None,
    delivered: Callable[[], None] = lambda: None,
) -> None:
    """Write each file of `files` (name to bytes) into `folder`, making it when needed.

    A name may have folders in it (``openbaar/nota.docx``). A replaced file keeps its mode. One jvom at a
    time writes into a folder; others wait. Raises CannotRun, with the file and the reason, and then no file
    of the folder has changed; also when a file exists and may not be replaced, or differs from `before`.
    `delivered` is called as soon as all files have changed: before, Ctrl-C changes nothing, and after, it
    comes too late.
    """
    place = folder
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder), HeldInterrupts() as interrupts:
            _restore(folder)
            _clean_up(folder)
            try:
                _refuse_changed(folder, before or {})
                for number, (name, data) in enumerate(files.items()):
                    place = folder / name
                    interrupts.check()
                    if not replace and os.path.lexists(place):
                        raise CannotRun([_already_exists(place)])
                    (folder / _WORK).mkdir(exist_ok=True)
                    _write(_work(folder, _NEW, number), data)
                replaced = []
                for number, name in enumerate(files):
                    place = folder / name
                    interrupts.check()
                    for above in reversed(place.parents):
                        if not above.exists():
                            above.mkdir()
                            made.append(above)
                    _ensure_replaceable(place)
                    if _back_up(place, _work(folder, _EARLIER, number), _work(folder, _NEW, number)):
                        replaced.append(number)
                if files:
                    _write(folder / _WORK / _JOURNAL, _journal(folder, files, made, replaced))
                for number, name in enumerate(files):
                    place = folder / name
                    interrupts.check()
                    _work(folder, _NEW, number).replace(place)
                interrupts.check()
                (folder / _WORK / _JOURNAL).unlink(missing_ok=True)
            except BaseException:
                _restore(folder)
                for below in reversed(made):
                    with suppress(FileNotFoundError):
                        below.rmdir()
                raise
            else:
                delivered()
            finally:
                with suppress(OSError):  # all is said already; the next run sweeps too
                    _clean_up(folder)
    except OSError as error:
        raise CannotRun([Problem(Span(place.as_posix()), *_explain(error))]) from error


def deliver_in_place(
    folder: Path,
    files: Mapping[Path, bytes],
    before: Mapping[Path, bytes],
    *,
    delivered: Callable[[], None] = lambda: None,
) -> None:
    """Write files that users edit too, all below `folder`, as `deliver` does; links are followed.

    A file without an entry in `before` is new.
    """
    if any(path.is_symlink() for path in files):
        targets = {path: _real(path) for path in files}
        folder = Path(os.path.commonpath([_real(folder), *(target.parent for target in targets.values())]))
    else:
        targets = {path: path for path in files}
    names = {path: target.relative_to(folder).as_posix() for path, target in targets.items()}
    deliver(
        folder,
        {names[path]: data for path, data in files.items()},
        before={names[path]: before[path] for path in files if path in before},
        delivered=delivered,
    )


def deliver_one(path: Path, data: bytes, *, delivered: Callable[[], None] = lambda: None) -> None:
    """Write one file where a user asks: links are followed, and a pipe is written to directly."""
    try:
        special = path.exists() and not path.is_file() and not path.is_dir()
        if special:
            path.write_bytes(data)
            return
        target = _real(path) if path.is_symlink() else path
    except OSError as error:
        raise CannotRun([Problem(Span(path.as_posix()), *_explain(error))]) from error
    deliver(target.parent, {target.name: data}, delivered=delivered)


def recover(folder: Path) -> bool:
    """Restore the files in `folder` that a killed run was replacing; return whether there were any.

    Files that a user changed since are left alone. Raises CannotRun when that fails.
    """
    if not os.path.isdir(folder / _WORK):  # noqa: PTH112 - Path.is_dir raises an error without the right to look
        return False
    try:
        with _locked(folder), HeldInterrupts():
            restored = _restore(folder)
            _clean_up(folder)
    except OSError as error:
        raise CannotRun([Problem(Span(folder.as_posix()), *_explain(error))]) from error
    return restored


def recover_in_place(folder: Path) -> bool:
    """Restore what `deliver_in_place` was replacing below `folder`, as `recover` does.

    Where a link led elsewhere, its journal is in a folder above. Others may write in those, so a journal
    there must be the user's own.
    """
    restored = recover(folder)
    for above in _real(folder).parents:
        work = above / _WORK
        with suppress(OSError):
            if os.name != "nt" and work.lstat().st_uid == os.geteuid():
                restored |= recover(above)
    return restored


def _already_exists(place: Path) -> Problem:
    return Problem(
        Span(place.as_posix()),
        msg("dit bestand staat er al en wordt niet vervangen"),
        msg("bewaar het elders, of geef --force"),
    )


def _refuse_changed(folder: Path, before: Mapping[str, bytes]) -> None:
    """Raise CannotRun when a file changed since it was read: writing would undo that change."""
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
    """Return the path of a new file that waits to be moved, or of an earlier one that is kept."""
    return folder / _WORK / f"{kind}{number}"


def _write(path: Path, data: bytes) -> None:
    # This is no file of jvom's: a link would lead elsewhere, and a pipe would wait for ever.
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _ensure_replaceable(path: Path) -> None:
    """Raise OSError when a path can't be replaced: it is a folder, a pipe or device, or open in Word."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not S_ISREG(path.stat().st_mode):
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE))
    if os.name == "nt" and path.exists():
        with path.open("r+b"):
            pass


def _back_up(path: Path, earlier: Path, new: Path) -> bool:
    """Give an existing file a second name, so that it can be restored, and the new file its mode.

    Return whether there is one.
    """
    if not path.exists():
        return False
    new.chmod(S_IMODE(path.stat().st_mode))
    try:
        earlier.hardlink_to(path)
    except OSError:
        # Not every filesystem has hard links.
        _write(earlier, path.read_bytes())
        earlier.chmod(S_IMODE(path.stat().st_mode))
    return True


def _journal(folder: Path, files: Mapping[str, bytes], made: list[Path], replaced: list[int]) -> bytes:
    from hashlib import sha256

    moving = tuple((_quoted(name), sha256(data).hexdigest()) for name, data in files.items())
    folders = tuple(_quoted(each.relative_to(folder).as_posix()) for each in made)
    return msgspec.json.encode(_Journal(moving, folders, tuple(replaced)))


def _quoted(name: str) -> str:
    """Return a name as in the journal: JSON can't hold one that is not UTF-8."""
    from urllib.parse import quote

    return quote(name, errors="surrogateescape")


def _restore(folder: Path) -> bool:
    """Restore earlier files from the journal, and delete files that had no predecessor.

    A file that differs from the new one was not moved yet, or has been changed by a user. Return whether
    there was a journal. Only what it finds to do is imported: nearly always, that is nothing.
    """
    place = folder / _WORK / _JOURNAL
    if not place.is_file():
        return False
    from hashlib import sha256
    from urllib.parse import unquote

    # An incomplete journal was never used: nothing is moved before it is written.
    with suppress(msgspec.DecodeError):
        journal = msgspec.json.decode(place.read_bytes(), type=_Journal)
        for number, (quoted, digest) in enumerate(journal.files):
            name = unquote(quoted, errors="surrogateescape")
            target, earlier = folder / name, _work(folder, _EARLIER, number)
            if (
                _leads_outside(folder, name)
                or not target.is_file()
                or sha256(target.read_bytes()).hexdigest() != digest
            ):
                continue
            if os.path.lexists(earlier):
                earlier.replace(target)
            elif journal.replaced is None or number not in journal.replaced:
                target.unlink()
        for quoted in reversed(journal.made):
            name = unquote(quoted, errors="surrogateescape")
            if not _leads_outside(folder, name):
                with suppress(OSError):  # someone may have put something in it
                    (folder / name).rmdir()
    place.unlink()
    return True


def _leads_outside(folder: Path, name: str) -> bool:
    """Tell whether a name leads out of the folder, by itself or through links, as no journal of jvom does."""
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts:
        return True
    return not _real((folder / name).parent).is_relative_to(_real(folder))


def _real(path: Path) -> Path:
    """Return where a path leads; one that leads in a circle is refused where it is opened."""
    return Path(os.path.realpath(path))


def _clean_up(folder: Path) -> None:
    """Delete new and earlier files in the work folder, unless a journal still needs them."""
    work = folder / _WORK
    if work.is_symlink():
        work.unlink()
    if not work.is_dir() or (work / _JOURNAL).exists():
        return
    for leftover in work.iterdir():
        if leftover.name.startswith((_NEW, _EARLIER)) and leftover.name.partition("-")[2][:1] in _DIGITS:
            leftover.unlink(missing_ok=True)
    with suppress(OSError):
        work.rmdir()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Lock the folder for this process; the system unlocks it however the process ends."""
    if os.name == "nt":
        # Windows can't lock a folder, but refuses to replace a file that is being written.
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
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
                msg("kies een andere map, of vraag schrijfrechten"),
            )
        case errno.EEXIST | errno.ENOTDIR:
            return msg("dit is geen map"), msg("kies een andere map")
        case errno.EISDIR:
            return msg("hier staat een map met deze naam"), msg("verplaats de map of kies een andere")
        case errno.ESPIPE:
            return msg("hier staat een pijp of apparaat met deze naam"), msg(
                "haal het weg of kies een andere map"
            )
        case _:
            return (
                msg("schrijven is mislukt ({reason})", reason=reason(error)),
                msg("de bestanden die er al stonden zijn onveranderd"),
            )
