# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The zip of a Word file: opened as a stranger's, within limits, and written the same on any machine.

Templates and texts to check come from outside alike, so both go through :func:`unpack`.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping

from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span

# Real Word files stay far below these; what is above them is a mistake or an attack. In bytes.
LARGEST_FILE = 20_000_000
LARGEST_PART = 30_000_000
LARGEST_TOTAL = 60_000_000
MOST_PARTS = 1_000
# Word's XML is some ten to twenty times smaller when packed; a small part may be packed tighter.
HIGHEST_RATIO = 200
RATIO_FREE = 1_000_000

SAVE_ANEW = msg("sla het in Word opnieuw op als Word-document (.docx)")
TRUSTED = msg("gebruik een bestand van vertrouwde herkomst")
_TRUSTED_SMALLER = msg("gebruik een bestand van vertrouwde herkomst, met kleinere afbeeldingen")

# What `zipfile` raises for a damaged file: also for a part without a name, or one before the file begins.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError),
    *(IndexError, ValueError),
)
# The earliest date that zip has, so that no file shows when it was made (PKWARE APPNOTE, 4.4.6).
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_ZIP_ATTRIBUTES = 0o644 << 16

# The format of Word files from before 2007, and of those with a password ([MS-CFB] 2.2, [MS-OFFCRYPTO] 2.3).
_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def unpack(data: bytes, span: Span, what: Message) -> dict[str, bytes]:
    """Return the parts of the zip by name; `what` is how messages call it ("het sjabloon").

    Raises CannotRun for what is no zip, has a password, is damaged, or unpacks larger than it may.
    """
    archive = _archive(data, span, what)
    try:
        # Each part is read no further than the size that the directory gives.
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except _DAMAGED as error:
        raise CannotRun([damaged(span, msg("het zip-bestand is beschadigd"))]) from error


def too_large(span: Span, what: Message) -> Problem:
    """Return the problem of a file that is above the limits."""
    return Problem(
        span,
        msg(
            "{what} is te groot: meer dan {size} MB uitgepakt of {count} onderdelen",
            what=what,
            size=LARGEST_TOTAL // 1_000_000,
            count=MOST_PARTS,
        ),
        _TRUSTED_SMALLER,
    )


def damaged(span: Span, problem: Message) -> Problem:
    """Return the problem of a file that Word may be able to repair."""
    return Problem(span, problem, msg("open het bestand in Word, laat het herstellen en sla het opnieuw op"))


def pack(members: Iterable[tuple[str, Iterable[bytes]]], *, level: int = 0) -> bytes:
    """Return a zip of the members, each a name and its content in segments, in the order given.

    The same members give the same bytes, whenever and wherever; `level` is how much they are compressed, from
    0 (stored) to 9.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
            info.create_system = 0
            info.external_attr = _ZIP_ATTRIBUTES
            archive.writestr(info, b"".join(content), compresslevel=level)
    return file.getvalue()


class Members(Mapping[str, bytes]):
    """The members of a zip that was found sound before: each is unpacked when it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))

    def __getitem__(self, name: str) -> bytes:
        return self._archive.read(name)

    def __contains__(self, name: object) -> bool:
        return name in self._archive.NameToInfo

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive.namelist())

    def __len__(self) -> int:
        return len(self._archive.namelist())


def _archive(data: bytes, span: Span, what: Message) -> zipfile.ZipFile:
    if data.startswith(_COMPOUND_FILE):
        if _ENCRYPTED_STREAM in data:
            raise CannotRun([_locked(span, what)])
        old = msg("{what} is een Word-bestand van vóór 2007", what=what)
        raise CannotRun([Problem(span, old, SAVE_ANEW)])
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise CannotRun([Problem(span, msg("{what} is geen Word-document", what=what), SAVE_ANEW)]) from error
    problems = list(_archive_problems(archive.infolist(), span, what))
    if problems:
        raise CannotRun(problems)
    return archive


def _locked(span: Span, what: Message) -> Problem:
    return Problem(
        span,
        msg("{what} is met een wachtwoord versleuteld", what=what),
        msg("haal in Word het wachtwoord weg"),
    )


def _archive_problems(infos: list[zipfile.ZipInfo], span: Span, what: Message) -> Iterator[Problem]:
    """Judge the archive by its directory, before anything is unpacked."""
    if any(info.flag_bits & 0x1 for info in infos):
        yield _locked(span, what)
    names = [info.filename for info in infos]
    if len(names) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_TOTAL:
        yield too_large(span, what)
    for info in infos:
        packed_tight = info.file_size > RATIO_FREE and info.file_size > HIGHEST_RATIO * info.compress_size
        if info.file_size > LARGEST_PART or packed_tight:
            yield Problem(
                span,
                msg(
                    "onderdeel «{part}» wordt uitgepakt {size} MB groot: dit kan een zipbom zijn",
                    part=info.filename,
                    size=info.file_size // 1_000_000,
                ),
                _TRUSTED_SMALLER,
            )
        if info.filename.startswith(("/", "\\")) or ".." in info.filename.replace("\\", "/").split("/"):
            outside = msg("onderdeel «{part}» wijst buiten {what}", part=info.filename, what=what)
            yield Problem(span, outside, TRUSTED)
    if len({each.lower() for each in names}) < len(names):
        yield Problem(span, msg("{what} heeft twee onderdelen met dezelfde naam", what=what), SAVE_ANEW)
